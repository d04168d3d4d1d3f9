import NetSyntax

/// What two bytes side by side may belong to in a secret.
struct SecretTrigger: OptionSet, Sendable {
  let rawValue: UInt8

  /// They end the first word of a token, or are in it, and are seldom side by side in prose (see `tokenAnchors`).
  static let token = SecretTrigger(rawValue: 1)
  /// The number of a card starts with them.
  static let card = SecretTrigger(rawValue: 2)
  /// A private key starts with them.
  static let privateKey = SecretTrigger(rawValue: 4)
  /// The first ends the country of an IBAN, whose check digits start with the second.
  static let iban = SecretTrigger(rawValue: 8)
  /// The first may end a word such as `password`, and the second is the mark behind it.
  static let mark = SecretTrigger(rawValue: 16)
  /// In lower case, they end a word such as `password`. They are nothing to stop at.
  static let labelEnd = SecretTrigger(rawValue: 32)
  /// An address goes on with them behind its scheme: the first two of `://`.
  static let address = SecretTrigger(rawValue: 64)

  /// Whatever is recognised at the first of the two bytes. No such pair is recognised at the second, too.
  static let atFirst: SecretTrigger = [.token, .card, .privateKey, .address]
  /// Whatever is recognised.
  static let any: SecretTrigger = [.atFirst, .iban, .mark]
}

/// By any two bytes: what they may belong to. Of a text, one pair in twenty belongs to anything.
let secretPairs: BytePairs<SecretTrigger> = {
  var pairs = BytePairs<SecretTrigger>(wanted: .any)
  for anchor in tokenAnchors { pairs.add(.token, anchor.first, anchor.second) }
  // The issuers' numbers are 2200 to 6763; years mostly begin with less.
  for number in UInt8(22)...67 {
    pairs.add(.card, UInt8(ascii: "0") + number / 10, UInt8(ascii: "0") + number % 10)
  }
  pairs.add(.privateKey, UInt8(ascii: "-"), UInt8(ascii: "-"))
  pairs.add(.address, UInt8(ascii: ":"), UInt8(ascii: "/"))
  for capital in UInt8(ascii: "A")...UInt8(ascii: "Z") {
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { pairs.add(.iban, capital, digit) }
  }
  for byte in UInt8.min...UInt8.max where mayStandBetweenLabelAndMark(byte) { pairs.addMarks(behind: byte) }
  for word in labelWords {
    let end = word.suffix(2)
    guard let last = end.last, let other = end.first else { continue }
    pairs.add(.labelEnd, other, last)
    pairs.addMarks(behind: last)
    if last.isAsciiLetter { pairs.addMarks(behind: last & 0xDF) }
  }
  return pairs
}()

extension BytePairs<SecretTrigger> {
  fileprivate mutating func addMarks(behind byte: UInt8) {
    // `:`, `=`, and what `：` and `＝` begin with.
    for mark in [UInt8(ascii: ":"), UInt8(ascii: "="), 0xEF] { add(.mark, byte, mark) }
  }
}
