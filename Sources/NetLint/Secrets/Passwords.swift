import NetSyntax

/// Of longer texts without a blank no part is a password, nor are they looked at for one again and again.
let longestPassword = 128

/// What stands behind a word such as `password` or `token` and the colon or equals sign at an offset, if it is no ordinary word.
///
/// `password: ask her` is a good note. A single word is not known from an answer (`password: forgotten`) and left alone;
/// letters with digits are a password, and digits alone behind `PIN`.
func password(_ bytes: Span<UInt8>, behindLabelAt mark: Int) -> Secret? {
  guard let label = label(bytes, before: mark), let valueStart = behindMark(bytes, mark) else { return nil }
  var start = skipSpace(bytes, from: valueStart, end: bytes.count)
  while start < bytes.count, bytes[start].isOne(of: "*_\"'`") {
    start = skipSpace(bytes, from: start + 1, end: bytes.count)
  }
  if start < bytes.count, let token = token(bytes, at: start) { return token }
  if case .token = label.kind { return randomText(bytes, from: start).map { Secret(range: $0, kind: label.kind) } }
  var end = start
  let most = min(start + longestPassword + 1, bytes.count)
  while end < most, blankLength(bytes, at: end, end: most) == 0, bytes[end] != Ascii.lineFeed { end += 1 }
  let isQuoted = start > valueStart && bytes[start - 1].isOne(of: "\"'`")
  if isQuoted, let close = (start..<end).first(where: { bytes[$0] == bytes[start - 1] }) { end = close }
  while end > start, bytes[end - 1].isOne(of: ".,;:!?)]}>\"'`*_") { end -= 1 }
  let value = ByteRange(start, end)
  guard label.kind == .pin ? isPIN(bytes, value, label.digits) : isChosen(bytes, value, label.digits) else {
    return nil
  }
  return Secret(range: value, kind: label.kind)
}

/// The offset behind a colon or equals sign, also a wide one; nil for what only holds one (`::`, `==`, `!=`, `=>`).
private func behindMark(_ bytes: Span<UInt8>, _ mark: Int) -> Int? {
  if bytes[mark] == 0xEF { return holds(bytes, "：", at: mark) || holds(bytes, "＝", at: mark) ? mark + 3 : nil }
  guard mark + 1 < bytes.count, mark > 0, !bytes[mark + 1].isOne(of: ":=>"),
    !bytes[mark - 1].isOne(of: ":=!<>")
  else { return nil }
  return mark + 1
}

// MARK: Words that say what follows

private struct SecretLabel {
  /// In lower case.
  var word: [UInt8]
  var kind: Secret.Kind
  /// How many digits alone are one; of no meaning for tokens, which are not chosen.
  var digits: ClosedRange<Int>
  /// Whether it may end a longer word: `Bankpasswort`.
  var endsWords = false
}

private let labels: [SecretLabel] =
  [
    "password", "passwd", "passcode", "passphrase", "pwd", "pw", "mot de passe", "mdp", "contraseña", "wachtwoord",
    "lösenord", "senha", "hasło", "heslo", "пароль", "密码", "密碼", "パスワード",
  ].map { SecretLabel(word: Array($0.utf8), kind: .password, digits: 4...12) }
  + ["passwort", "kennwort"].map {
    SecretLabel(word: Array($0.utf8), kind: .password, digits: 4...12, endsWords: true)
  }
  + ["pin", "pin code", "pin-code", "puk", "暗証番号"].map {
    SecretLabel(word: Array($0.utf8), kind: .pin, digits: 4...12)
  }
  + ["cvv", "cvc", "cvc2", "cvv2"].map { SecretLabel(word: Array($0.utf8), kind: .pin, digits: 3...4) }
  + [
    "api key", "api-key", "api_key", "apikey", "access key", "access-key", "access_key", "accesskey", "secret key",
    "secret-key", "secret_key", "secretkey",
  ].map { SecretLabel(word: Array($0.utf8), kind: .token("a key"), digits: 0...0) }
  // Not `nextToken`, which is a page of a list.
  + ["token", "accesstoken", "authtoken", "apitoken"].map {
    SecretLabel(word: Array($0.utf8), kind: .token("a token"), digits: 0...0)
  }
  + [SecretLabel(word: Array("secret".utf8), kind: .token("a secret"), digits: 0...0, endsWords: true)]

/// The words of all of them.
let labelWords: [[UInt8]] = labels.map(\.word)

/// By last byte: the labels that end in it.
private let labelsByEnd: [[SecretLabel]] = {
  var byEnd = [[SecretLabel]](repeating: [], count: 256)
  for label in labels { if let last = label.word.last { byEnd[Int(last)].append(label) } }
  return byEnd
}()

/// Whether a byte is a blank, a quotation mark or emphasis.
func mayStandBetweenLabelAndMark(_ byte: UInt8) -> Bool { byte.isOne(of: " *_\"'`") }

/// The label that ends before an offset, with blanks, quotation marks and emphasis between.
private func label(_ bytes: Span<UInt8>, before mark: Int) -> SecretLabel? {
  var end = mark
  while end > 0, mark - end < 8, mayStandBetweenLabelAndMark(bytes[end - 1]) { end -= 1 }
  guard end > 1 else { return nil }
  let last = bytes[end - 1].asciiLowercased
  guard secretPairs[bytes[end - 2].asciiLowercased, last].contains(.labelEnd) else { return nil }
  return labelsByEnd[Int(last)].first { label in
    let start = end - label.word.count
    guard start >= 0 else { return false }
    for (index, byte) in label.word.enumerated() where bytes[start + index].asciiLowercased != byte { return false }
    return label.endsWords || start == 0 || !bytes[start - 1].isAsciiAlphanumeric && bytes[start - 1] < 0x80
      || label.word[0] >= 0x80
  }
}

// MARK: Values

/// Whether a value is digits alone, and the text does not go on behind it.
private func isPIN(_ bytes: Span<UInt8>, _ value: ByteRange, _ digits: ClosedRange<Int>) -> Bool {
  guard digits.contains(value.count), (value.start..<value.end).allSatisfy({ bytes[$0].isAsciiDigit }),
    endsStatement(bytes, at: value.end)
  else { return false }
  // In India a PIN is a post code.
  return value.count != 6 || bytes[value.start] == UInt8(ascii: "0") || bytes[value.start] == UInt8(ascii: "9")
}

/// Whether a line ends at an offset, or a mark of punctuation stands there.
private func endsStatement(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  let next = skipSpace(bytes, from: offset, end: bytes.count)
  guard next < bytes.count, bytes[next] != Ascii.lineFeed else { return true }
  if next == offset {
    return bytes[next].isOne(of: ".,;)\"'`*_") && !(next + 1 < bytes.count && bytes[next + 1].isAsciiDigit)
  }
  return bytes[next].isOne(of: "(#<")
}

/// Whether a value looks chosen as a password: no word, address, date, number with a unit or stand-in for one.
private func isChosen(_ bytes: Span<UInt8>, _ value: ByteRange, _ digits: ClosedRange<Int>) -> Bool {
  if isPIN(bytes, value, digits) { return true }
  guard 6...longestPassword ~= value.count, !bytes[value.start].isOne(of: "@#<$%{[(!&*/.~\\-") else { return false }
  var (letters, capitals, numbers, signs, hyphens) = (0, 0, 0, 0, 0)
  var seen: Set<UInt8> = []
  for offset in value.start..<value.end {
    let byte = bytes[offset]
    seen.insert(byte)
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: letters += 1
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"): numbers += 1
    case UInt8(ascii: "-"): hyphens += 1
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): return false
    case UInt8(ascii: ":"), UInt8(ascii: "/"):
      // Addresses, paths and times.
      return false
    case UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "_"): break
    default: signs += 1
    }
  }
  if contains(bytes, value, "@") && contains(bytes, value, ".") { return false }
  if seen.count < 4 || isKnownWord(bytes, value) { return false }
  // `correct-horse-battery-staple`
  if hyphens >= 3, numbers + signs == 0, endsStatement(bytes, at: value.end) { return true }
  if numbers > 0 { return letters + capitals >= 2 && !isOrdinal(bytes, value) }
  return signs > 0 && letters > 0 && capitals > 0 && value.count >= 8
}

private func contains(_ bytes: Span<UInt8>, _ value: ByteRange, _ sign: Unicode.Scalar) -> Bool {
  (value.start..<value.end).contains { bytes[$0] == UInt8(ascii: sign) }
}

/// `3rd`, `12th-floor`, `8-character`: a number that counts something.
private func isOrdinal(_ bytes: Span<UInt8>, _ value: ByteRange) -> Bool {
  var offset = value.start
  while offset < value.end, bytes[offset].isAsciiDigit { offset += 1 }
  guard offset > value.start, offset < value.end else { return false }
  if bytes[offset] == UInt8(ascii: "-") { return true }
  return ["st", "nd", "rd", "th", "chars", "characters", "digits", "days"].contains { suffix in
    holds(bytes, suffix, at: offset)
      && (offset + suffix.utf8.count == value.end || !bytes[offset + suffix.utf8.count].isAsciiAlphanumeric)
  }
}

/// Names with digits in them that say where a password is, or how it is kept.
private let knownWords: [StaticString] = [
  "1password", "sha1", "sha256", "sha512", "sha-256", "sha-512", "md5", "base64", "argon2", "argon2id", "pbkdf2",
  "oauth2",
  "utf8", "utf-8", "aes256", "aes-256", "ntlmv2", "fido2", "office365", "microsoft365",
]

private func isKnownWord(_ bytes: Span<UInt8>, _ value: ByteRange) -> Bool {
  knownWords.contains { word in
    // Also in the genitive and before a hyphen.
    guard value.count >= word.utf8CodeUnitCount else { return false }
    let end = value.start + word.utf8CodeUnitCount
    return equalsIgnoringCase(bytes, from: value.start, to: end, word)
      && (end == value.end || !bytes[end].isAsciiAlphanumeric)
  }
}
