import NetSyntax

/// Something in a text that should not be kept in git, where everybody with a copy can read it for ever.
public struct Secret: Hashable, Sendable {
  /// What a secret looks like.
  public enum Kind: Hashable, Sendable {
    /// The key between `-----BEGIN … PRIVATE KEY-----` and its end.
    case privateKey
    /// A token that a service has issued, by its name with an article: `a GitHub token`.
    case token(String)
    /// What stands behind a word such as `password`, or before the host of an address.
    case password
    /// What stands behind `PIN`.
    case pin
    /// The number of a payment card.
    case card
    /// The number of a bank account.
    case iban
  }

  /// The secret itself, without the words that say what it is.
  public var range: ByteRange
  /// What it looks like.
  public var kind: Kind
}

/// The secrets in a text, in order and apart; in code, comments and values too.
///
/// Only what is certain enough is found: numbers by their check digits, tokens by their prefix, alphabet and length. Takes
/// time linear in the text: for nearly all bytes, one look into a table.
public func secrets(in bytes: Span<UInt8>) -> [Secret] {
  // Looked up once: it is set up when it is first asked for, and each look at it asks whether it was.
  let pairs = secretPairs
  var found: [Secret] = []
  /// The end of the last one.
  var end = 0
  var offset = 0
  while let pair = pairs.next(in: bytes, from: offset) {
    if let secret = recognised(bytes, at: pair.offset, pair.trigger, behind: end, pairs) {
      found.append(secret)
      end = max(secret.range.end, pair.offset + 1)
      // Something may be recognised at the second of a pair.
      offset = max(end - 1, pair.offset + 1)
    } else {
      offset = pair.offset + 1
    }
  }
  return found
}

/// What is recognised at the two bytes from an offset on, but not before the end of what was found before.
@inline(__always)
private func recognised(
  _ bytes: Span<UInt8>, at offset: Int, _ trigger: SecretTrigger, behind end: Int, _ pairs: BytePairs<SecretTrigger>
) -> Secret? {
  if trigger.isDisjoint(with: .atFirst) {
    guard offset + 1 >= end else { return nil }
    if !trigger.contains(.mark) { return iban(bytes, behindCountryAt: offset + 1) }
    return mayEndLabel(bytes, at: offset, pairs) ? password(bytes, behindLabelAt: offset + 1) : nil
  }
  if trigger.contains(.token) { return token(bytes, anchoredAt: offset, behind: end) }
  guard offset >= end else { return nil }
  if trigger.contains(.privateKey) { return privateKey(bytes, at: offset) }
  if trigger.contains(.address) { return addressPassword(bytes, at: offset) }
  if offset > 0, bytes[offset - 1].isWordByte { return nil }
  return card(bytes, at: offset)
}

/// Whether the byte at an offset ends a word such as `password`, or may stand behind one. Nearly all words before a
/// colon are told here from those.
@inline(__always)
private func mayEndLabel(_ bytes: Span<UInt8>, at offset: Int, _ pairs: BytePairs<SecretTrigger>) -> Bool {
  if mayStandBetweenLabelAndMark(bytes[offset]) { return true }
  guard offset > 0 else { return false }
  return pairs[bytes[offset - 1].asciiLowercased, bytes[offset].asciiLowercased].contains(.labelEnd)
}

extension UInt8 {
  /// A letter or digit, or what joins them to a name in code; a part of a letter of another script too.
  var isWordByte: Bool { isAsciiAlphanumeric || self == UInt8(ascii: "_") || self >= 0x80 }
}

extension Secret.Kind {
  /// What it looks like, as a person would say it.
  var noun: String {
    switch self {
    case .privateKey: "a private key"
    case .token(let noun): noun
    case .password: "a password"
    case .pin: "a PIN"
    case .card: "the number of a payment card"
    case .iban: "the number of a bank account (IBAN)"
    }
  }

  /// What to do about it once it has been in git.
  var remedy: String {
    switch self {
    case .privateKey: "make a new one"
    case .token: "revoke it and make a new one"
    case .password, .pin: "change it"
    case .card: "ask the bank for a new one"
    case .iban: "keep an eye on the account"
    }
  }
}
