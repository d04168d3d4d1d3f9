/// What keeps a text from being a telephone number.
public enum PhoneFault: Sendable, Hashable {
  /// Fewer than three digits.
  case tooFewDigits
  /// More than seventeen digits: perhaps two numbers in one value.
  case tooManyDigits
  /// `tel:` before the number; the text is the number alone.
  case wrapped(String)
  /// Digits of another script; the text is the number in the digits telephones have.
  case otherDigits(String)
  /// A `+` that is not the first sign.
  case plusInside
  /// A parenthesis without its other.
  case parentheses
  /// An extension without a number.
  case emptyExtension
  /// A character that does not belong there.
  case character(Unicode.Scalar)

  /// The fault in a few words, to stand behind a colon or in brackets.
  public var reason: String {
    switch self {
    case .tooFewDigits: "it has fewer than 3 digits"
    case .tooManyDigits: "it has more than 17 digits"
    case .wrapped: "only the number itself stands here"
    case .otherDigits: "its digits are not 0 to 9"
    case .plusInside: "a `+` stands only at the start"
    case .parentheses: "a parenthesis lacks its other"
    case .emptyExtension: "the extension has no number"
    case .character(let scalar): "it has \(visible(scalar)) in it"
    }
  }

  /// The number that was meant, where that is certain.
  public var suggestion: String? {
    switch self {
    case .wrapped(let number), .otherDigits(let number): number
    case .tooFewDigits, .tooManyDigits, .plusInside, .parentheses, .emptyExtension, .character: nil
    }
  }
}

/// What is wrong with a telephone number, or nil if it looks like one.
///
/// E.164 and RFC 3966 as people write them: an optional `+`, 3 to 17 digits with blanks, `-`, `.`, `/` and
/// parentheses between, and perhaps an extension behind `ext`, `ext.`, `x` or `;ext=`.
public func phoneFault(_ bytes: Span<UInt8>) -> PhoneFault? {
  unwrappedPhone(bytes).map { .wrapped($0) } ?? faultOfNumberAlone(bytes)
}

private func faultOfNumberAlone(_ bytes: Span<UInt8>) -> PhoneFault? {
  var state = PhoneState()
  var index = 0
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    if state.digits > 0, let end = extensionStart(bytes, index) {
      return state.fault ?? extensionFault(bytes, end)
    }
    if let fault = state.take(scalar, isBlank: TextBytes.blankLength(bytes, index) > 0) {
      return otherDigits(bytes) ?? fault
    }
    index += length
  }
  return state.fault
}

/// The form by which two telephone numbers are told to be the same: their digits, with `+` before those of a
/// number with a country code (`00` at the start is one), and without the `(0)` that is not dialled from
/// abroad.
///
/// Nil for what is no telephone number. An extension stays, behind an `x`.
public func comparablePhone(_ bytes: Span<UInt8>) -> String? {
  guard phoneFault(bytes) == nil else { return nil }
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    if let end = extensionStart(bytes, index), !result.isEmpty {
      result.append(UInt8(ascii: "x"))
      index = end
      continue
    }
    let isTrunkZero =
      byte == UInt8(ascii: "(") && TextBytes.byte(bytes, index + 1) == UInt8(ascii: "0")
      && TextBytes.byte(bytes, index + 2) == UInt8(ascii: ")") && result.first == UInt8(ascii: "+")
    if isTrunkZero {
      index += 3
      continue
    }
    if TextBytes.isDigit(byte) || byte == UInt8(ascii: "+") { result.append(byte) }
    if result == [UInt8(ascii: "0"), UInt8(ascii: "0")] { result = [UInt8(ascii: "+")] }
    index += 1
  }
  return String(decoding: result, as: UTF8.self)
}

/// What was seen of a number so far.
private struct PhoneState {
  var digits = 0
  var hasPlus = false
  var isOpen = false

  var fault: PhoneFault? {
    if isOpen { return .parentheses }
    if digits < 3 { return .tooFewDigits }
    return digits > 17 ? .tooManyDigits : nil
  }

  mutating func take(_ scalar: Unicode.Scalar, isBlank: Bool) -> PhoneFault? {
    switch scalar {
    case "0"..."9": digits += 1
    case "+":
      if digits > 0 || hasPlus { return .plusInside }
      hasPlus = true
    case "(":
      if isOpen { return .parentheses }
      isOpen = true
    case ")":
      if !isOpen { return .parentheses }
      isOpen = false
    // Beside the hyphen the dashes that editors put in its place, and the hyphen that does not break lines.
    case "-", ".", "/", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": break
    default: return isBlank ? nil : .character(scalar)
    }
    return nil
  }
}

/// The index of an extension's digits, if its word starts here.
private func extensionStart(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
  if bytes[index] == UInt8(ascii: ";") {
    let word = bytes.extracting(index..<min(index + 5, bytes.count))
    return Word(word) == Word(";ext=") ? index + 5 : nil
  }
  guard TextBytes.isLetter(bytes[index]) else { return nil }
  var end = index
  while end < bytes.count, end - index < 10, TextBytes.isLetter(bytes[end]) { end += 1 }
  guard let word = Word(bytes.extracting(index..<end)) else { return nil }
  guard word == Word("x") || word == Word("ext") || word == Word("extension") else { return nil }
  if TextBytes.byte(bytes, end) == UInt8(ascii: ".") { end += 1 }
  return TextBytes.skipBlanks(bytes, end)
}

private func extensionFault(_ bytes: Span<UInt8>, _ start: Int) -> PhoneFault? {
  if start >= bytes.count { return .emptyExtension }
  var index = start
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    if !("0"..."9").contains(scalar), scalar != "-" { return .character(scalar) }
    index += length
  }
  return index - start > 11 ? .tooManyDigits : nil
}

private func unwrappedPhone(_ bytes: Span<UInt8>) -> String? {
  guard bytes.count > 4, Word(bytes.extracting(0..<4)) == Word("tel:") else { return nil }
  let range = TextBytes.trimBlanks(bytes, 4..<bytes.count)
  return faultOfNumberAlone(bytes.extracting(range)) == nil ? TextBytes.string(bytes, range) : nil
}

private func otherDigits(_ bytes: Span<UInt8>) -> PhoneFault? {
  var text = ""
  var index = 0
  var found = false
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    index += length
    if !scalar.isASCII, scalar.properties.generalCategory == .decimalNumber,
      let value = scalar.properties.numericValue, value >= 0, value <= 9
    {
      text += String(Int(value))
      found = true
    } else {
      text.unicodeScalars.append(scalar == "\u{FF0B}" ? "+" : scalar)
    }
  }
  return found && faultOfNumberAlone(text.utf8.span) == nil ? .otherDigits(text) : nil
}
