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
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
    default: return .other
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
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// The text of bytes scalar by scalar in lower case and without joiners, ς as σ where asked for.
  static func lowercased(_ bytes: Span<UInt8>, foldingSigma: Bool) -> String {
    var plain = true
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x80 || byte &- 0x41 < 26 { plain = false }
    }
    if plain { return TextBytes.string(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while let (scalar, length) = TextBytes.scalar(bytes, index) {
      index += length
      if isJoiner(scalar) { continue }
      appendLowercased(scalar, foldingSigma: foldingSigma, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Whether bytes are a handle: a letter or digit, then letters, digits, marks, `-` and `_` in any script, not
/// ending in `-` or `_`; U+200C and U+200D may stand between.
public func isHandle(_ bytes: Span<UInt8>) -> Bool {
  HandleText.isHandle(bytes, 0..<bytes.count)
}

/// The key by which handles and tags compare: without U+200C and U+200D, scalar by scalar in lower case, ς as
/// σ.
///
/// Swift's `==` and hashing of `String` go by canonical equivalence (Unicode's NFC), which is what the
/// notation asks for, so that two handles are the same exactly if their keys are `==`. Compatibility is not
/// folded: `ﬁ` is not `fi`.
public func foldHandle(_ bytes: Span<UInt8>) -> String {
  HandleText.lowercased(bytes, foldingSigma: true)
}

/// The text of a handle or tag in lower case but otherwise as written, ς included, without U+200C and U+200D.
public func lowercasedAsWritten(_ bytes: Span<UInt8>) -> String {
  HandleText.lowercased(bytes, foldingSigma: false)
}

/// The handle that a name gives, or nil if it has no letter or digit: `Jun Tanaka` gives `jun-tanaka`.
///
/// Letters, digits and marks are kept in lower case, every run of anything else becomes one `-`, with none at
/// the ends, marks at the start are dropped, and U+200C and U+200D are left out. What comes out is always a
/// handle.
public func slug(of name: Span<UInt8>) -> String? {
  var result: [UInt8] = []
  result.reserveCapacity(name.count)
  var pendingHyphen = false
  var index = 0
  while let (scalar, length) = TextBytes.scalar(name, index) {
    index += length
    switch HandleText.classify(scalar) {
    case .joiner: continue
    case .punctuation, .other: pendingHyphen = !result.isEmpty
    case .mark where result.isEmpty: continue
    case .letter, .digit, .mark:
      if pendingHyphen { result.append(UInt8(ascii: "-")) }
      pendingHyphen = false
      HandleText.appendLowercased(scalar, foldingSigma: false, to: &result)
    }
  }
  return result.isEmpty ? nil : String(decoding: result, as: UTF8.self)
}
