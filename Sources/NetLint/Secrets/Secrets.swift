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
  var found: [Secret] = []
  /// The end of the last one.
  var end = 0
  var offset = 0
  while let pair = secretPairs.next(in: bytes, from: offset) {
    if let secret = recognised(bytes, at: pair.offset, pair.trigger, behind: end) {
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
private func recognised(_ bytes: Span<UInt8>, at offset: Int, _ trigger: SecretTrigger, behind end: Int) -> Secret? {
  if trigger.isDisjoint(with: .atFirst) {
    guard offset + 1 >= end else { return nil }
    return trigger.contains(.mark)
      ? password(bytes, behindLabelAt: offset + 1) : iban(bytes, behindCountryAt: offset + 1)
  }
  guard offset >= end else { return nil }
  if trigger.contains(.privateKey) { return privateKey(bytes, at: offset) }
  if trigger.contains(.address) { return addressPassword(bytes, at: offset) }
  if offset > 0, bytes[offset - 1].isWordByte { return nil }
  if trigger.contains(.card) { return card(bytes, at: offset) }
  // Told here from nearly all words, for which a call would take as long again.
  guard offset + 2 < bytes.count, secretPairs[bytes[offset + 1], bytes[offset + 2]].contains(.tokenMiddle) else {
    return nil
  }
  // Behind a hyphen, which many tokens may hold, one would be looked for again and again in the same text.
  return offset > 0 && bytes[offset - 1] == UInt8(ascii: "-") ? nil : token(bytes, at: offset)
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
