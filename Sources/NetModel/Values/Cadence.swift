/// How often the writer would like to be in touch with someone.
public enum Cadence: Sendable, Hashable {
  /// Once in so many units, at least one.
  case every(Int, Unit)
  /// Deliberately at no interval: `none`.
  case never

  /// A unit of the calendar.
  public enum Unit: UInt8, Sendable, Hashable, CaseIterable {
    case day, week, month, year

    /// The unit's letter in ISO 8601 durations.
    public var letter: String {
      switch self {
      case .day: "D"
      case .week: "W"
      case .month: "M"
      case .year: "Y"
      }
    }

    /// The unit's name in English, in the singular.
    public var name: String {
      switch self {
      case .day: "day"
      case .week: "week"
      case .month: "month"
      case .year: "year"
      }
    }
  }

  /// Counts of more digits are nobody's cadence.
  private static let most = 9999

  /// The cadence that a text says, blanks around it aside and in any letter case, or nil.
  ///
  ///     cadence  = [ "every" ] ( [ count ] unit | word ) | "P" count letter | "none"
  ///
  /// where the count may be missing behind `every` only, and the word is `weekly`, `monthly`, `quarterly` or
  /// `yearly`.
  public init?(_ bytes: Span<UInt8>) {
    var index = TextBytes.skipBlanks(bytes, 0)
    let isEvery = Cadence.skipEvery(bytes, &index)
    let digits = index
    guard let count = Cadence.count(bytes, &index) else { return nil }
    let hasCount = index > digits
    if hasCount {
      let behind = TextBytes.skipBlanks(bytes, index)
      guard behind > index else { return nil }
      index = behind
    }
    let start = index
    while index < bytes.count, TextBytes.blankLength(bytes, index) == 0 { index += 1 }
    guard TextBytes.skipBlanks(bytes, index) == bytes.count else { return nil }
    let word = bytes.extracting(start..<index)
    guard let found = Cadence.reading(word, count: hasCount ? count : nil, isEvery: isEvery) else {
      return nil
    }
    self = found
  }

  private static func reading(_ bytes: Span<UInt8>, count: Int?, isEvery: Bool) -> Cadence? {
    if let unit = Word(bytes).flatMap({ units[$0] }) {
      guard let count = count ?? (isEvery ? 1 : nil), count > 0 else { return nil }
      return .every(count, unit)
    }
    guard count == nil else { return nil }
    if let word = Word(bytes).flatMap({ words[$0] }) { return word }
    if isEvery { return nil }
    if Word(bytes) == none { return .never }
    return duration(bytes)
  }

  /// `P3M`.
  private static func duration(_ bytes: Span<UInt8>) -> Cadence? {
    var index = 1
    guard TextBytes.byte(bytes, 0).map(TextBytes.lowercased) == UInt8(ascii: "p"),
      let count = count(bytes, &index), index > 1, count > 0, index + 1 == bytes.count
    else { return nil }
    let letter = TextBytes.lowercased(bytes[index])
    return Unit.allCases.first { $0.letter.utf8.first.map(TextBytes.lowercased) == letter }
      .map { .every(count, $0) }
  }

  private static func skipEvery(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard index + 5 < bytes.count, Word(bytes.extracting(index..<(index + 5))) == every else { return false }
    let behind = TextBytes.skipBlanks(bytes, index + 5)
    guard behind > index + 5 else { return false }
    index = behind
    return true
  }

  /// The number at an index, 0 where there is none, or nil if it is too large.
  private static func count(_ bytes: Span<UInt8>, _ index: inout Int) -> Int? {
    var value = 0
    while let byte = TextBytes.byte(bytes, index), TextBytes.isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      guard value <= most else { return nil }
      index += 1
    }
    return value
  }

  private static let every = Word("every")
  private static let none = Word("none")

  private static let units = WordTable<Unit>(
    Unit.allCases.flatMap { [($0.name, $0), ($0.name + "s", $0)] })

  private static let words = WordTable<Cadence>([
    ("weekly", .every(1, .week)), ("monthly", .every(1, .month)), ("quarterly", .every(3, .month)),
    ("yearly", .every(1, .year)),
  ])

  /// The cadence as an ISO 8601 duration of one unit (`P3M`; weekly is `P1W`), or `none`.
  public var text: String {
    switch self {
    case .every(let count, let unit): "P\(count)\(unit.letter)"
    case .never: "none"
    }
  }
}
