import NetSyntax

/// Which characters handles and tags are made of.
///
/// Letters are Unicode's L*, digits Nd, marks M*; beside them `-` and `_`, and U+200C and U+200D between
/// handle characters, which some scripts need and which say nothing: they are left out of what is compared.
enum HandleText {
  enum Class { case letter, digit, mark, punctuation, joiner, other }

  @inline(__always)
  static func classify(_ scalar: Unicode.Scalar) -> Class {
    guard scalar.isASCII else { return classifyWide(scalar) }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    if TextBytes.isLetter(byte) { return .letter }
    if TextBytes.isDigit(byte) { return .digit }
    return byte == 0x2D || byte == 0x5F ? .punctuation : .other
  }

  private static func classifyWide(_ scalar: Unicode.Scalar) -> Class {
    if isJoiner(scalar) { return .joiner }
    switch scalarClass(scalar) {
    case .letter, .capital: return .letter
    case .digit: return .digit
    case .mark: return .mark
    case .closingPunctuation, .other: return .other
    }
  }

  @inline(__always)
  static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200C}" || scalar == "\u{200D}"
  }

  /// Whether a range is a letter or digit, then handle characters, the last neither `-`, `_` nor a joiner.
  static func isHandle(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    var last: Class?
    while index < range.upperBound, let (scalar, length) = TextBytes.scalar(bytes, index) {
      let found = classify(scalar)
      switch found {
      case .letter, .digit: break
      case .mark, .punctuation, .joiner: if last == nil { return false }
      case .other: return false
      }
      last = found
      index += length
    }
    switch last {
    case .letter, .digit, .mark: return index == range.upperBound
    case .punctuation, .joiner, .other, nil: return false
    }
  }

  /// Appends the lower-case form of a scalar as UTF-8.
  @inline(__always)
  static func appendLowercased(_ scalar: Unicode.Scalar, foldingSigma: Bool, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      bytes.append(TextBytes.lowercased(UInt8(truncatingIfNeeded: scalar.value)))
    } else if foldingSigma, scalar == "ς" {
      bytes.append(contentsOf: "σ".utf8)
    } else {
      let lower = LowerCase.mapping(of: scalar)
      TextBytes.append(lower.first.value, to: &bytes)
      if let second = lower.second { TextBytes.append(second.value, to: &bytes) }
    }
  }

  /// Appends text from an index on, scalar by scalar in lower case and without joiners, ς as σ where asked for.
  static func appendLowercased(
    _ text: Span<UInt8>, from start: Int, foldingSigma: Bool, to bytes: inout [UInt8]
  ) {
    var index = start
    while let (scalar, length) = TextBytes.scalar(text, index) {
      index += length
      if isJoiner(scalar) { continue }
      appendLowercased(scalar, foldingSigma: foldingSigma, to: &bytes)
    }
  }

  /// Whether all bytes are ASCII and none an upper-case letter: then text is its own lower case and key.
  @inline(__always)
  static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    var isPlain = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 || byte &- 0x41 < 26 { isPlain = false }
    }
    return isPlain
  }

  /// The key of a text that is in lower case already and has no joiners; most often the text itself.
  static func key(ofLowercased text: String) -> String {
    let bytes = text.utf8.span
    return isPlain(bytes) || isKey(ofLowercased: bytes) ? text : foldHandle(bytes)
  }

  /// Whether bytes in lower case, without joiners, are surely their own key.
  static func isKey(ofLowercased bytes: Span<UInt8>) -> Bool {
    var offset = find(0xCF, bytes, from: 0, to: bytes.count)
    while offset + 1 < bytes.count {
      if bytes[offset + 1] == 0x82 { return false }  // Greek's final ς.
      offset = find(0xCF, bytes, from: offset + 1, to: bytes.count)
    }
    return isCertainlyNFC(bytes)
  }
}

/// Whether bytes are a handle: a letter or digit, then letters, digits, marks, `-` and `_` in any script, not
/// ending in `-` or `_`; U+200C and U+200D may stand between.
public func isHandle(_ bytes: Span<UInt8>) -> Bool {
  HandleText.isHandle(bytes, 0..<bytes.count)
}

/// The key by which handles and tags compare: without U+200C and U+200D, scalar by scalar in lower case, ς as σ, then
/// in Unicode's normalisation form C.
///
/// Two handles are the same exactly if the bytes of their keys are the same: canonical equivalence is in the form, and
/// none is left to compare. Compatibility is not folded: `ﬁ` is not `fi`.
public func foldHandle(_ bytes: Span<UInt8>) -> String {
  if HandleText.isPlain(bytes) { return TextBytes.string(bytes) }
  var folded: [UInt8] = []
  folded.reserveCapacity(bytes.count)
  appendFolded(bytes, to: &folded)
  return String(decoding: folded, as: UTF8.self)
}

/// Appends the key of a handle or tag (see `foldHandle`) as UTF-8, without making a string of it.
public func appendFolded(_ bytes: Span<UInt8>, to folded: inout [UInt8]) {
  let start = folded.count
  var asciiEnd = 0
  while asciiEnd < bytes.count, bytes[asciiEnd] < 0x80 { asciiEnd += 1 }
  // In one step: most keys end here, and byte by byte takes twice as long. Where nothing is added to an empty array, the
  // standard library would write a zero where all empty arrays are, which is a race of threads.
  if asciiEnd > 0 {
    folded.append(addingCapacity: asciiEnd) { added in
      for index in 0..<asciiEnd { added.append(TextBytes.lowercased(bytes[index])) }
    }
  }
  if asciiEnd == bytes.count { return }
  HandleText.appendLowercased(bytes, from: asciiEnd, foldingSigma: true, to: &folded)
  if isCertainlyNFC(folded.span.extracting(start..<folded.count)) { return }
  let normalised = composed(folded.span.extracting(start..<folded.count))
  folded.removeSubrange(start...)
  folded.append(contentsOf: normalised)
}

/// The text of a handle or tag in lower case but otherwise as written, ς included, without U+200C and U+200D.
public func lowercasedAsWritten(_ bytes: Span<UInt8>) -> String {
  if HandleText.isPlain(bytes) { return TextBytes.string(bytes) }
  var lower: [UInt8] = []
  lower.reserveCapacity(bytes.count)
  appendLowercasedAsWritten(bytes, to: &lower)
  return String(decoding: lower, as: UTF8.self)
}

/// Appends the text of a handle in lower case as written (see `lowercasedAsWritten`), without making a string of it.
func appendLowercasedAsWritten(_ bytes: Span<UInt8>, to lower: inout [UInt8]) {
  HandleText.appendLowercased(bytes, from: 0, foldingSigma: false, to: &lower)
}

/// Appends text in lower case, scalar by scalar and otherwise as written, U+200C and U+200D included: what a handle or tag
/// looks like in canonical notes.
package func appendLowercasedWithJoiners(_ bytes: Span<UInt8>, to lower: inout [UInt8]) {
  var index = 0
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    HandleText.appendLowercased(scalar, foldingSigma: false, to: &lower)
    index += length
  }
}

/// The handle that a name gives, or nil if it has no letter or digit: `Jun Tanaka` gives `jun-tanaka`.
///
/// Letters, digits and marks are kept in lower case, every run of anything else becomes one `-`, with none at
/// the ends, marks at the start are dropped, and U+200C and U+200D are left out. What comes out is always a
/// handle.
public func slug(of name: Span<UInt8>) -> String? {
  var result: [UInt8] = []
  result.reserveCapacity(name.count)
  appendSlug(of: name, to: &result)
  return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
}

/// Appends the handle that a name gives (see `slug`) as UTF-8, or nothing, without making a string of it.
func appendSlug(of name: Span<UInt8>, to result: inout [UInt8]) {
  if name.isEmpty { return }
  let start = result.count
  var pendingHyphen = false
  var index = 0
  // Names in ASCII are done here, with the room made once.
  result.append(addingCapacity: name.count) { added in
    while index < name.count {
      let byte = name[index]
      if byte >= 0x80 { break }
      index += 1
      guard TextBytes.isLetter(byte) || TextBytes.isDigit(byte) else {
        pendingHyphen = added.count > 0
        continue
      }
      if pendingHyphen { added.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      added.append(TextBytes.lowercased(byte))
    }
  }
  while index < name.count {
    let byte = name[index]
    if TextBytes.isLetter(byte) || TextBytes.isDigit(byte) {
      if pendingHyphen { result.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      result.append(TextBytes.lowercased(byte))
      index += 1
      continue
    }
    guard byte >= 0x80, let (scalar, length) = TextBytes.scalar(name, index) else {
      pendingHyphen = result.count > start
      index += 1
      continue
    }
    index += length
    switch HandleText.classify(scalar) {
    case .joiner: continue
    case .punctuation, .other: pendingHyphen = result.count > start
    case .mark where result.count == start: continue
    case .letter, .digit, .mark:
      if pendingHyphen { result.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      HandleText.appendLowercased(scalar, foldingSigma: false, to: &result)
    }
  }
}
