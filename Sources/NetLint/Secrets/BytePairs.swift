import NetSyntax

/// What two bytes side by side may belong to.
struct Trigger: OptionSet, Sendable {
  let rawValue: UInt8

  /// A token starts with them.
  static let token = Trigger(rawValue: 1)
  /// The number of a card starts with them.
  static let card = Trigger(rawValue: 2)
  /// A private key starts with them.
  static let privateKey = Trigger(rawValue: 4)
  /// The first ends the country of an IBAN, whose check digits start with the second.
  static let iban = Trigger(rawValue: 8)
  /// The first may end a word such as `password`, and the second is the mark behind it.
  static let mark = Trigger(rawValue: 16)
  /// In lower case, they end a word such as `password`. They are nothing to stop at.
  static let labelEnd = Trigger(rawValue: 32)
  /// The second and third byte of a token. They are nothing to stop at, either.
  static let tokenMiddle = Trigger(rawValue: 64)

  /// Whatever is recognised at the first of the two bytes. No such pair is recognised at the second, too.
  static let atFirst: Trigger = [.token, .card, .privateKey]
  /// Whatever is recognised.
  static let any: Trigger = [.atFirst, .iban, .mark]
}

/// By any two bytes: what they may belong to.
///
/// Of a text, one pair in twenty belongs to anything, while a secret may begin with nearly every letter.
struct BytePairs: Sendable {
  /// By the first byte and 256 times the second.
  private var triggers = [Trigger](repeating: [], count: 1 << 16)

  fileprivate init() {
    for start in tokenStarts {
      add(.token, start[0], start[1])
      add(.tokenMiddle, start[1], start[2])
    }
    // The issuers' numbers are 2200 to 6763; years mostly begin with less.
    for number in UInt8(22)...67 {
      add(.card, UInt8(ascii: "0") + number / 10, UInt8(ascii: "0") + number % 10)
    }
    add(.privateKey, UInt8(ascii: "-"), UInt8(ascii: "-"))
    for capital in UInt8(ascii: "A")...UInt8(ascii: "Z") {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { add(.iban, capital, digit) }
    }
    for byte in UInt8.min...UInt8.max where mayStandBetweenLabelAndMark(byte) { addMarks(behind: byte) }
    for word in labelWords {
      let end = word.suffix(2)
      guard let last = end.last, let other = end.first else { continue }
      add(.labelEnd, other, last)
      addMarks(behind: last)
      if last.isAsciiLetter { addMarks(behind: last & 0xDF) }
    }
  }

  private mutating func addMarks(behind byte: UInt8) {
    // `:`, `=`, and what `：` and `＝` begin with.
    for mark in [UInt8(ascii: ":"), UInt8(ascii: "="), 0xEF] { add(.mark, byte, mark) }
  }

  private mutating func add(_ trigger: Trigger, _ first: UInt8, _ second: UInt8) {
    triggers[Int(first) | Int(second) << 8].insert(trigger)
  }

  subscript(first: UInt8, second: UInt8) -> Trigger { triggers[Int(first) | Int(second) << 8] }

  /// The trigger of the two bytes at an offset, of which the callers make sure.
  @inline(__always)
  private func trigger(_ bytes: Span<UInt8>, _ offset: Int) -> Trigger {
    // Any two bytes are a number, and the table has an entry for each.
    let pair = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
    return unsafe triggers.span[unchecked: Int(UInt16(littleEndian: pair))]
  }

  /// The next two bytes from an offset on that may belong to something.
  ///
  /// Eight pairs at a time are looked up, and only where one of them counts each by itself: of all checking, this scan
  /// was a seventh with a look at each byte, and is a fiftieth.
  @inline(__always)
  func next(in bytes: Span<UInt8>, from start: Int) -> (offset: Int, trigger: Trigger)? {
    var offset = start
    while offset &+ 8 < bytes.count {
      var found = Trigger()
      for ahead in 0..<8 { found.formUnion(trigger(bytes, offset &+ ahead)) }
      if !found.isDisjoint(with: .any) { break }
      offset &+= 8
    }
    while offset &+ 1 < bytes.count {
      let found = trigger(bytes, offset)
      if !found.isDisjoint(with: .any) { return (offset, found) }
      offset &+= 1
    }
    return nil
  }
}

let bytePairs = BytePairs()
