/// What keeps a text from being an address on the web.
public enum URLFault: Sendable, Hashable {
  /// A domain without `https://` before it; the text is the address with it.
  case noScheme(String)
  /// Not the two slashes behind the scheme; the text is the address with them.
  case slashes(String)
  /// Angle brackets around the address, or a Markdown link; the text is the address alone.
  case wrapped(String)
  /// An e-mail address without `mailto:`.
  case email(String)
  /// The name of an account, `@amara`, which does not say where.
  case account
  /// Nothing behind the scheme, or no host.
  case noHost
  /// A blank inside.
  case blank
  /// A character that does not belong there.
  case character(Unicode.Scalar)
  /// Nothing of an address.
  case notAddress

  /// The fault in a few words, to stand behind a colon or in brackets.
  public var reason: String {
    switch self {
    case .noScheme: "it has no `https://`"
    case .slashes: "two slashes stand behind the colon"
    case .wrapped: "only the address itself stands here"
    case .email: "it is an e-mail address"
    case .account: "it does not say where the account is"
    case .noHost: "no host stands behind the `//`"
    case .blank: "it has a blank in it"
    case .character(let scalar): "it has \(visible(scalar)) in it"
    case .notAddress: "it does not start with `https://` or the like"
    }
  }

  /// The address that was meant, where that is certain.
  public var suggestion: String? {
    switch self {
    case .noScheme(let text), .slashes(let text), .wrapped(let text): text
    case .email(let text): "mailto:" + text
    case .account, .noHost, .blank, .character, .notAddress: nil
    }
  }
}

/// What is wrong with an address on the web, or nil if it looks like one: any `scheme://` with something
/// behind it, or `mailto:` and an e-mail address.
public func urlFault(_ bytes: Span<UInt8>) -> URLFault? {
  unwrappedURL(bytes).map { .wrapped($0) } ?? faultOfURLAlone(bytes)
}

private func faultOfURLAlone(_ bytes: Span<UInt8>) -> URLFault? {
  var index = 0
  while let (scalar, length) = TextBytes.scalar(bytes, index) {
    if TextBytes.blankLength(bytes, index) > 0 { return .blank }
    if !isURLScalar(scalar) { return .character(scalar) }
    index += length
  }
  guard let colon = schemeEnd(bytes) else { return faultWithoutScheme(bytes) }
  let isDoubleSlash =
    TextBytes.byte(bytes, colon + 1) == UInt8(ascii: "/")
    && TextBytes.byte(bytes, colon + 2) == UInt8(ascii: "/")
  if isDoubleSlash { return hostFault(bytes, colon) }
  let scheme = Word(bytes.extracting(0..<colon))
  if scheme == Word("mailto") { return mailFault(bytes, colon + 1) }
  if scheme == Word("http") || scheme == Word("https") { return slashFault(bytes, colon) }
  // `katara.example:8080` reads as a scheme, too.
  return faultWithoutScheme(bytes)
}

private func isURLScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "<", ">", "`", "\\", "\"", "\u{FFFD}": false
  default: scalar.value > 0x20 && !(0x7F...0x9F).contains(scalar.value)
  }
}

/// The index of the colon behind a scheme: a letter, then letters, digits, `+`, `.`, `-`.
private func schemeEnd(_ bytes: Span<UInt8>) -> Int? {
  guard TextBytes.isLetter(TextBytes.byte(bytes, 0)) else { return nil }
  var index = 1
  while let byte = TextBytes.byte(bytes, index) {
    if byte == UInt8(ascii: ":") { return index }
    guard TextBytes.isLetter(byte) || TextBytes.isDigit(byte) || "+.-".utf8.contains(byte) else { return nil }
    index += 1
  }
  return nil
}

private func hostFault(_ bytes: Span<UInt8>, _ colon: Int) -> URLFault? {
  let start = colon + 3
  if start >= bytes.count { return .noHost }
  let scheme = Word(bytes.extracting(0..<colon))
  // Elsewhere the host may be missing: `file:///home`.
  let needsHost = scheme == Word("http") || scheme == Word("https")
  return needsHost && "/?#:".utf8.contains(bytes[start]) ? .noHost : nil
}

private func mailFault(_ bytes: Span<UInt8>, _ start: Int) -> URLFault? {
  var end = start
  while end < bytes.count, bytes[end] != UInt8(ascii: "?") { end += 1 }
  switch emailFault(bytes.extracting(start..<end)) {
  case nil: return nil
  case .character(let scalar): return .character(scalar)
  case .noAtSign, .severalAtSigns, .blank, .wrapped, .noLocalPart, .dotInLocalPart, .noDomain,
    .domainWithoutDot,
    .brokenDomain, .tooLong:
    return .notAddress
  }
}

private func slashFault(_ bytes: Span<UInt8>, _ colon: Int) -> URLFault {
  var start = colon + 1
  while TextBytes.byte(bytes, start) == UInt8(ascii: "/") { start += 1 }
  if start >= bytes.count { return .noHost }
  return .slashes(TextBytes.string(bytes, 0..<colon) + "://" + TextBytes.string(bytes, start..<bytes.count))
}

private func faultWithoutScheme(_ bytes: Span<UInt8>) -> URLFault {
  if TextBytes.byte(bytes, 0) == UInt8(ascii: "@") { return .account }
  var start = 0
  while start < 2, TextBytes.byte(bytes, start) == UInt8(ascii: "/") { start += 1 }
  if start == 1 { start = 0 }
  if start == 0, emailFault(bytes) == nil { return .email(TextBytes.string(bytes)) }
  var end = start
  while end < bytes.count, !"/?#:".utf8.contains(bytes[end]) { end += 1 }
  guard end > start, isDomain(bytes, start..<end) else { return .notAddress }
  return .noScheme("https://" + TextBytes.string(bytes, start..<bytes.count))
}

/// The address between angle brackets, or in a Markdown link's parentheses.
private func unwrappedURL(_ bytes: Span<UInt8>) -> String? {
  let range = TextBytes.trimBlanks(bytes, 0..<bytes.count)
  guard range.count > 2 else { return nil }
  var inner: Range<Int>?
  if bytes[range.lowerBound] == UInt8(ascii: "<"), bytes[range.upperBound - 1] == UInt8(ascii: ">") {
    inner = (range.lowerBound + 1)..<(range.upperBound - 1)
  } else if bytes[range.lowerBound] == UInt8(ascii: "["), bytes[range.upperBound - 1] == UInt8(ascii: ")") {
    for index in range.dropLast()
    where bytes[index] == UInt8(ascii: "]") && bytes[index + 1] == UInt8(ascii: "(") {
      inner = (index + 2)..<(range.upperBound - 1)
      break
    }
  }
  guard let inner, faultOfURLAlone(bytes.extracting(inner)) == nil else { return nil }
  return TextBytes.string(bytes, inner)
}
