/// The offset behind `scheme://` or `mailto:` at an offset, or nil.
///
/// scheme = ASCII letter { ASCII letter | digit | "+" | "." | "-" }
private func scanScheme(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start < end, bytes[start].isAsciiLetter else { return nil }
  var offset = start + 1
  while offset < end, isSchemeByte(bytes[offset]) { offset += 1 }
  guard offset < end, bytes[offset] == UInt8(ascii: ":") else { return nil }
  if offset + 2 < end, bytes[offset + 1] == UInt8(ascii: "/"), bytes[offset + 2] == UInt8(ascii: "/") {
    return offset + 3
  }
  return isMailto(bytes, from: start, to: offset) ? offset + 1 : nil
}

@inline(__always)
private func isSchemeByte(_ byte: UInt8) -> Bool {
  byte.isAsciiAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
}

private func isMailto(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  equalsIgnoringCase(bytes, from: start, to: end, "mailto")
}

/// Whether a range holds an ASCII word, in any letter case.
package func equalsIgnoringCase(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, _ word: StaticString
) -> Bool {
  guard end - start == word.utf8CodeUnitCount else { return false }
  for index in 0..<word.utf8CodeUnitCount {
    // In bounds: `index` is below the literal's own count.
    if bytes[start + index].asciiLowercased != (unsafe word.utf8Start[index]) { return false }
  }
  return true
}

/// Where the scheme before the colon at `colon` starts, or nil: `https` of `https://`, `mailto` of `mailto:`.
///
/// - Parameter start: The first byte that may belong to it; what stands before is another token.
package func schemeStart(
  _ bytes: Span<UInt8>, colon: Int, start: Int, lineStart: Int, end: Int
) -> Int? {
  let hasSlashes = colon + 2 < end && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
  if !hasSlashes {
    let word = colon - 6
    guard word >= start, isMailto(bytes, from: word, to: colon) else { return nil }
    return isHandleCharacter(bytes, before: word, start: lineStart) ? nil : word
  }
  var first = colon
  while first > start, isSchemeByte(bytes[first - 1]) { first -= 1 }
  while first < colon, !bytes[first].isAsciiLetter { first += 1 }
  guard first < colon, !isHandleCharacter(bytes, before: first, start: lineStart) else { return nil }
  return first
}

/// The end of the address whose scheme ends at `start`, less the punctuation that belongs to the sentence.
///
/// An address ends before a blank, `<`, `>`, `[`, `]`, a backtick or a backslash, less trailing `.,;:!?'"*_~`, closing
/// quotes, brackets and sentence marks of other scripts, and a `)` without its `(`.
package func addressEnd(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int {
  var offset = start
  var unclosed = 0
  var surplus = 0
  while offset < end, !endsAddress(bytes, at: offset, end: end) {
    switch bytes[offset] {
    case UInt8(ascii: "("): unclosed += 1
    case UInt8(ascii: ")"): if unclosed > 0 { unclosed -= 1 } else { surplus += 1 }
    default: break
    }
    offset += 1
  }
  while offset > start {
    let byte = bytes[offset - 1]
    if byte == UInt8(ascii: ")") {
      if surplus == 0 { break }
      surplus -= 1
      offset -= 1
    } else if byte >= 0x80 {
      let last = decodeScalar(bytes, before: offset, start: start)
      guard last.scalar.isClosingPunctuation else { break }
      offset -= last.length
    } else if isSentenceMark(byte) {
      offset -= 1
    } else {
      break
    }
  }
  return offset
}

private func isSentenceMark(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
    UInt8(ascii: "'"), UInt8(ascii: "\""),
    UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
    return true
  default: return false
  }
}

@inline(__always)
private func endsAddress(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  switch bytes[offset] {
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
    UInt8(ascii: "\\"):
    return true
  default: return blankLength(bytes, at: offset, end: end) > 0
  }
}

/// `<address>`: the offset behind the closing bracket, or nil.
package func scanBracketedAddress(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int? {
  guard var next = scanScheme(bytes, at: offset + 1, end: end) else { return nil }
  let body = next
  while next < end, bytes[next] != UInt8(ascii: ">") {
    if bytes[next] == UInt8(ascii: "<") || blankLength(bytes, at: next, end: end) > 0 { return nil }
    next += 1
  }
  return next < end && next > body ? next + 1 : nil
}

/// The address of a link, behind `](`: the offset of the closing parenthesis, or nil.
///
/// It holds what a bare address may hold, and its parentheses balance.
package func scanLinkAddress(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  var offset = start
  var depth = 0
  while offset < end, !endsAddress(bytes, at: offset, end: end) {
    switch bytes[offset] {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      if depth == 0 { return offset > start ? offset : nil }
      depth -= 1
    default: break
    }
    offset += 1
  }
  return nil
}
