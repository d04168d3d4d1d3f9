/// The part a character plays in a handle, tag or key.
private enum WordPart {
  case letter, digit, mark, hyphen, join, other
}

/// The part that the character at an offset plays, and its length in bytes.
@inline(__always)
private func wordPart(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> (part: WordPart, length: Int) {
  let byte = bytes[offset]
  if byte < 0x80 {
    if byte.isAsciiLetter { return (.letter, 1) }
    if byte.isAsciiDigit { return (.digit, 1) }
    return (byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") ? .hyphen : .other, 1)
  }
  let decoded = decodeScalar(bytes, at: offset, end: end)
  let part: WordPart =
    switch scalarClass(decoded.scalar) {
    case .letter, .capital: .letter
    case .mark: .mark
    case .digit: .digit
    case .closingPunctuation: .other
    case .other: decoded.scalar.isJoinControl ? .join : .other
    }
  return (part, decoded.length)
}

/// handle = (letter | digit) { letter | digit | mark | "-" | "_" | join }, not ending in "-", "_" or a join control; the
/// offset behind it, or nil.
@inline(__always)
package func scanHandle(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start < end, bytes[start] != UInt8(ascii: "-"), bytes[start] != UInt8(ascii: "_") else { return nil }
  var handleEnd = findHandleEnd(bytes, from: start, to: end)
  if handleEnd < end, bytes[handleEnd] >= 0x80 { return scanWideHandle(bytes, at: start, from: handleEnd, end: end) }
  while handleEnd > start, isHyphen(bytes[handleEnd - 1]) { handleEnd &-= 1 }
  return handleEnd > start ? handleEnd : nil
}

@inline(__always)
private func isHyphen(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }

/// Goes on with a handle at its first character that is not ASCII.
@inline(never)
private func scanWideHandle(_ bytes: Span<UInt8>, at start: Int, from wide: Int, end: Int) -> Int? {
  var handleEnd = wide
  while handleEnd > start, isHyphen(bytes[handleEnd - 1]) { handleEnd &-= 1 }
  var offset = wide
  scanning: while offset < end {
    let next = wordPart(bytes, at: offset, end: end)
    switch next.part {
    case .letter, .digit: handleEnd = offset + next.length
    case .mark:
      if handleEnd == start { return nil }
      handleEnd = offset + next.length
    case .hyphen, .join: if handleEnd == start { return nil }
    case .other: break scanning
    }
    offset += next.length
  }
  return handleEnd > start ? handleEnd : nil
}

/// key = letter { letter | digit | mark | "-" | "_" }; the offset behind it, or nil.
package func scanKey(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start < end else { return nil }
  if bytes[start] >= 0x80 { return scanWideKey(bytes, at: start, from: start, end: end) }
  guard bytes[start].isAsciiLetter else { return nil }
  let keyEnd = findHandleEnd(bytes, from: start, to: end)
  return keyEnd < end && bytes[keyEnd] >= 0x80 ? scanWideKey(bytes, at: start, from: keyEnd, end: end) : keyEnd
}

/// Goes on with a key at its first character that is not ASCII.
@inline(never)
private func scanWideKey(_ bytes: Span<UInt8>, at start: Int, from wide: Int, end: Int) -> Int? {
  var offset = wide
  while offset < end {
    let next = wordPart(bytes, at: offset, end: end)
    if next.part == .other || next.part == .join || (offset == start && next.part != .letter) { break }
    offset += next.length
  }
  return offset > start ? offset : nil
}

/// A run of letters and the marks on them; the offset behind it, or nil.
package func scanWord(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  var offset = start
  while offset < end {
    if bytes[offset].isAsciiLetter {
      offset &+= 1
      continue
    }
    if bytes[offset] < 0x80 { break }
    let next = wordPart(bytes, at: offset, end: end)
    guard next.part == .letter || (next.part == .mark && offset > start) else { break }
    offset += next.length
  }
  return offset > start ? offset : nil
}

/// Whether a handle character ends at an offset: a letter, digit, mark, "-" or "_".
package func isHandleCharacter(_ bytes: Span<UInt8>, before offset: Int, start: Int) -> Bool {
  guard offset > start else { return false }
  let byte = bytes[offset - 1]
  if byte < 0x80 { return byte.isAsciiAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") }
  let scalar = decodeScalar(bytes, before: offset, start: start).scalar
  return scalar.isLetter || scalar.isMark || scalar.isDigit
}

/// Whether `@` or `#` at an offset may open a mention or tag: not behind an ASCII letter, digit, `.`, `+`, `-`, `/` or
/// `@`, so that addresses hold none.
@inline(__always)
private func mayOpen(_ bytes: Span<UInt8>, at offset: Int, start: Int) -> Bool {
  guard offset > start else { return true }
  let byte = bytes[offset - 1]
  if byte.isAsciiAlphanumeric { return false }
  switch byte {
  case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "@"): return false
  default: return true
  }
}

/// mention = "@" handle, not part of an address; the offset behind it, or nil.
///
/// - Parameter start: Where the line starts, for the look behind.
package func scanMention(_ bytes: Span<UInt8>, at offset: Int, start: Int, end: Int) -> Int? {
  guard mayOpen(bytes, at: offset, start: start),
    let handleEnd = scanHandle(bytes, at: offset + 1, end: end)
  else { return nil }
  guard handleEnd < end else { return handleEnd }
  if bytes[handleEnd] == UInt8(ascii: "@") { return nil }
  // `josé@example.com`: the look behind for ASCII letters does not see it.
  if bytes[handleEnd] == UInt8(ascii: "."), offset > start, bytes[offset - 1] >= 0x80,
    decodeScalar(bytes, before: offset, start: start).scalar.isLetter, handleEnd + 1 < end,
    decodeScalar(bytes, at: handleEnd + 1, end: end).scalar.isLetter
  {
    return nil
  }
  return handleEnd
}

/// tag = "#" handle { "/" handle }, with at least one letter; the offset behind it, or nil.
package func scanTag(_ bytes: Span<UInt8>, at offset: Int, start: Int, end: Int) -> Int? {
  guard mayOpen(bytes, at: offset, start: start) else { return nil }
  if offset > start, bytes[offset - 1] == UInt8(ascii: "#") || bytes[offset - 1] == UInt8(ascii: "&") { return nil }
  guard var tagEnd = scanHandle(bytes, at: offset + 1, end: end) else { return nil }
  while tagEnd < end, bytes[tagEnd] == UInt8(ascii: "/"), let next = scanHandle(bytes, at: tagEnd + 1, end: end) {
    tagEnd = next
  }
  return holdsLetter(bytes, from: offset + 1, to: tagEnd) ? tagEnd : nil
}

private func holdsLetter(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  var offset = start
  while offset < end {
    let next = wordPart(bytes, at: offset, end: end)
    if next.part == .letter { return true }
    offset += next.length
  }
  return false
}
