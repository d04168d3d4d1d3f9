/// What keeps a text from being an e-mail address.
public enum EmailFault: Sendable, Hashable {
  /// No `@`.
  case noAtSign
  /// More than one `@`: perhaps several addresses in one value.
  case severalAtSigns
  /// Blanks inside: perhaps a name beside the address.
  case blank
  /// `mailto:` before the address, or angle brackets around it; the text is the address alone.
  case wrapped(String)
  /// Nothing before the `@`.
  case noLocalPart
  /// A dot at an end of what stands before the `@`, or two in a row.
  case dotInLocalPart
  /// Nothing behind the `@`.
  case noDomain
  /// A domain without a dot in it.
  case domainWithoutDot
  /// A domain with an empty part, a hyphen at an end of one, or a last part of digits alone.
  case brokenDomain
  /// A character that does not belong there.
  case character(Unicode.Scalar)
  /// More bytes than mail servers take: 64 before the `@`, 254 in all.
  case tooLong

  /// The fault in a few words, to stand behind a colon or in brackets.
  public var reason: String {
    switch self {
    case .noAtSign: "it has no `@`"
    case .severalAtSigns: "it has more than one `@`"
    case .blank: "it has a blank in it"
    case .wrapped: "only the address itself stands here"
    case .noLocalPart: "nothing stands before the `@`"
    case .dotInLocalPart: "a dot stands at an end of the part before the `@`, or two in a row"
    case .noDomain: "nothing stands behind the `@`"
    case .domainWithoutDot: "the part behind the `@` has no dot"
    case .brokenDomain: "the part behind the `@` is no domain"
    case .character(let scalar): "it has \(visible(scalar)) in it"
    case .tooLong: "it is too long"
    }
  }

  /// The address that was meant, where that is certain.
  public var suggestion: String? {
    if case .wrapped(let address) = self { return address }
    return nil
  }
}

/// What is wrong with an e-mail address, or nil if it looks like one.
///
/// The shape of RFC 5321 and, for scripts other than Latin, RFC 6531, as far as people's addresses go: no
/// comments, no quoted parts, no numeric domains. Whether the address exists is not asked.
public func emailFault(_ bytes: Span<UInt8>) -> EmailFault? {
  unwrappedEmail(bytes).map { .wrapped($0) } ?? faultOfAddressAlone(bytes)
}

private func faultOfAddressAlone(_ bytes: Span<UInt8>) -> EmailFault? {
  var at: Int?
  var index = 0
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    if scalar == "@" {
      if at != nil { return .severalAtSigns }
      at = index
    } else if TextBytes.blankLength(bytes, index) > 0 {
      return .blank
    } else if !isAddressScalar(scalar, isDomain: at != nil) {
      return .character(scalar)
    }
    index += length
  }
  guard let at else { return .noAtSign }
  if at == 0 { return .noLocalPart }
  if at + 1 == bytes.count { return .noDomain }
  if at > 64 || bytes.count > 254 { return .tooLong }
  return localFault(bytes, at) ?? domainFault(bytes, (at + 1)..<bytes.count)
}

/// The form by which two e-mail addresses are told to be the same: their lower case.
///
/// Servers may tell apart the case of what stands before the `@`; people and their mail programs do not.
public func comparableEmail(_ bytes: Span<UInt8>) -> String { lowercasedAsWritten(bytes) }

private func unwrappedEmail(_ bytes: Span<UInt8>) -> String? {
  var range = TextBytes.trimBlanks(bytes, 0..<bytes.count)
  if TextBytes.byte(bytes, range.upperBound - 1) == UInt8(ascii: ">") {
    guard let open = range.last(where: { bytes[$0] == UInt8(ascii: "<") }) else { return nil }
    range = (open + 1)..<(range.upperBound - 1)
  }
  if range.count > 7, Word(bytes.extracting(range.lowerBound..<(range.lowerBound + 7))) == Word("mailto:") {
    range = (range.lowerBound + 7)..<range.upperBound
  }
  guard range.count < bytes.count, faultOfAddressAlone(bytes.extracting(range)) == nil else { return nil }
  return TextBytes.string(bytes, range)
}

private func isAddressScalar(_ scalar: Unicode.Scalar, isDomain: Bool) -> Bool {
  guard scalar.isASCII else {
    switch HandleText.classify(scalar) {
    case .letter, .digit, .mark, .joiner: return true
    case .punctuation, .other: return !isDomain && scalar.properties.generalCategory == .otherSymbol
    }
  }
  let byte = UInt8(truncatingIfNeeded: scalar.value)
  if TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || byte == 0x2D || byte == 0x2E { return true }
  // RFC 5322's atext.
  return !isDomain && "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
}

private func localFault(_ bytes: Span<UInt8>, _ at: Int) -> EmailFault? {
  let dot = UInt8(ascii: ".")
  if bytes[0] == dot || bytes[at - 1] == dot { return .dotInLocalPart }
  for index in 1..<max(1, at) where bytes[index] == dot && bytes[index - 1] == dot { return .dotInLocalPart }
  return nil
}

private func domainFault(_ bytes: Span<UInt8>, _ range: Range<Int>) -> EmailFault? {
  var parts = 0
  var start = range.lowerBound
  while true {
    var end = start
    while end < range.upperBound, bytes[end] != UInt8(ascii: ".") { end += 1 }
    guard isDomainPart(bytes, start..<end) else { return .brokenDomain }
    parts += 1
    guard end < range.upperBound else { break }
    start = end + 1
  }
  if parts == 1 { return .domainWithoutDot }
  let isNumeric = (start..<range.upperBound).allSatisfy { TextBytes.isDigit(bytes[$0]) }
  return isNumeric ? .brokenDomain : nil
}

/// Whether a range is one part of a domain; which characters it has is not asked.
private func isDomainPart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count >= 1, range.count <= 63 else { return false }
  return bytes[range.lowerBound] != 0x2D && bytes[range.upperBound - 1] != 0x2D
}

/// Whether a range is a dotted domain: `katara.example`.
func isDomain(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  var index = range.lowerBound
  while index < range.upperBound, let (scalar, length) = TextBytes.scalar(bytes, index) {
    guard isAddressScalar(scalar, isDomain: true) else { return false }
    index += length
  }
  return domainFault(bytes, range) == nil
}

/// A character as a message can show it: in backticks, or by its number where it would not be seen.
func visible(_ scalar: Unicode.Scalar) -> String {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
    .paragraphSeparator, .nonspacingMark, .enclosingMark, .spacingMark:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  default:
    return scalar == "`" ? "a backtick" : "`\(scalar)`"
  }
}
