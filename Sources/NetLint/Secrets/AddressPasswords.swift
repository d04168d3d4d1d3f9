import NetSyntax

/// The password in an address whose `://` starts at an offset, as in `https://anna:…@host` (RFC 3986, 3.2.1).
///
/// A name alone before the `@` opens nothing. What manuals write in a password's place is none.
func addressPassword(_ bytes: Span<UInt8>, at colon: Int) -> Secret? {
  guard colon > 0, bytes[colon - 1].isAsciiAlphanumeric, holds(bytes, "://", at: colon) else { return nil }
  let user = colon + 3
  var start = user
  while start < bytes.count, bytes[start] != UInt8(ascii: ":") {
    // Other signs part an address from another: `(https://host.example)mailto:anna@host.example`.
    guard bytes[start].isAsciiAlphanumeric || bytes[start].isOne(of: "-._~%+") else { return nil }
    start += 1
  }
  start += 1
  var end: Int?
  var offset = start
  while offset < bytes.count, !endsAuthority(bytes[offset]) {
    // Some passwords hold one, which should be `%40`.
    if bytes[offset] == UInt8(ascii: "@") { end = offset }
    offset += 1
  }
  guard let end, end + 1 < offset, end - start <= longestPassword else { return nil }
  let value = ByteRange(start, end)
  if let token = token(bytes, at: start), token.range == value { return token }
  let name = ByteRange(user, start - 1)
  let isName = name.count == value.count && (0..<name.count).allSatisfy { bytes[user + $0] == bytes[start + $0] }
  if isName || isPort(bytes, value) || isStandIn(bytes, value) { return nil }
  return Secret(range: value, kind: .password)
}

/// Whether a value is a port with a mark of punctuation: `https://host.example:8080,@anna` lacks a blank.
private func isPort(_ bytes: Span<UInt8>, _ value: ByteRange) -> Bool {
  let end = (value.start..<value.end).first { !bytes[$0].isAsciiDigit } ?? value.end
  return 1...5 ~= end - value.start && end < value.end && bytes[end].isOne(of: ",;).")
}

/// Whether a byte stands behind the host of an address, or in none: what is no ASCII should be percent-encoded, and is text
/// that goes on.
private func endsAuthority(_ byte: UInt8) -> Bool {
  byte <= Ascii.space || byte >= 0x7F || byte.isOne(of: "/?#<>\"`\\|^")
}

/// Whether a value is what people write where a password would stand: a variable, a few characters again and again, or
/// words for what it is.
private func isStandIn(_ bytes: Span<UInt8>, _ value: ByteRange) -> Bool {
  guard !bytes[value.start].isOne(of: "$<{[(*") else { return true }
  // `%s` and `%PASSWORD%`, but not `%21` for a sign.
  if bytes[value.start] == UInt8(ascii: "%"), !(value.count > 2 && bytes[value.start + 1].isAsciiDigit) { return true }
  let characters = (value.start..<value.end).map { bytes[$0] }
  if Set(characters).count < 4 { return true }
  // `DB_PASS`
  if characters.allSatisfy({ $0 &- UInt8(ascii: "A") < 26 || $0 == UInt8(ascii: "_") }) { return true }
  var rest = characters.filter { !$0.isOne(of: "-_.") }.map(\.asciiLowercased)[...]
  while let word = standInWords.first(where: rest.starts) { rest = rest.dropFirst(word.count) }
  return rest.isEmpty
}

/// The words that stand-ins are made of: `your-password`, `myApiToken`. Of two that begin alike the longer comes first.
private let standInWords: [[UInt8]] =
  (labelWords
  + [
    "pass", "geheim", "key", "api", "access", "auth", "user", "username", "name", "account", "db", "login", "admin",
    "root", "my", "your", "the", "some", "here", "changeme", "change", "me", "example", "redacted", "hidden", "removed",
    "foo", "bar", "baz",
  ].map { Array($0.utf8) }).sorted { $0.count > $1.count }
