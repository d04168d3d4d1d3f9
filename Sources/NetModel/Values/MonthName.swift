/// The English names of months.
enum MonthName {
  static let all = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  private static let table = WordTable<Int>(
    all.enumerated().flatMap { index, name in
      [(name, index + 1), (String(name.prefix(3)), index + 1)]
    } + [("Sept", 9)])

  /// The month of a name, or of its first three letters, in any letter case.
  static func month(_ bytes: Span<UInt8>) -> Int? {
    Word(bytes).flatMap { table[$0] }
  }
}
