import NetSyntax

/// Something in a text that should not be kept in git, where everybody with a copy can read it for ever.
public struct Secret: Hashable, Sendable {
  /// What a secret looks like.
  public enum Kind: Hashable, Sendable {
    /// The key between `-----BEGIN … PRIVATE KEY-----` and its end.
    case privateKey
    /// A token that a service has issued, by its name with an article: `a GitHub token`.
    case token(String)
    /// What stands behind a word such as `password`.
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
  let table = triggers
  let starts = table.span
  var offset = 0
  while offset < bytes.count {
    let trigger = starts[Int(bytes[offset])]
    if trigger == .none {
      offset &+= 1
      continue
    }
    if let secret = recognised(bytes, at: offset, trigger) {
      found.append(secret)
      offset = max(secret.range.end, offset + 1)
    } else {
      offset &+= 1
    }
  }
  return found
}

/// What may begin, or be recognised, at a byte.
private enum Trigger: UInt8 {
  case none, token, digit, dash, colon

  init(of byte: UInt8) {
    switch byte {
    case UInt8(ascii: "-"): self = .dash
    case UInt8(ascii: ":"), UInt8(ascii: "="), 0xEF: self = .colon
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
    default: self = tokenShapes[Int(byte)].isEmpty ? .none : .token
    }
  }
}

private let triggers = (0...UInt8.max).map(Trigger.init)

@inline(__always)
private func recognised(_ bytes: Span<UInt8>, at offset: Int, _ trigger: Trigger) -> Secret? {
  let isInWord = offset > 0 && bytes[offset - 1].isWordByte
  switch trigger {
  case .none: return nil
  // Behind a hyphen, which many tokens may hold, one would be looked for again and again in the same text.
  case .token:
    return isInWord || (offset > 0 && bytes[offset - 1] == UInt8(ascii: "-")) ? nil : token(bytes, at: offset)
  case .digit: return isInWord ? iban(bytes, behindCountryAt: offset) : card(bytes, at: offset)
  case .dash: return privateKey(bytes, at: offset)
  case .colon: return password(bytes, behindLabelAt: offset)
  }
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
