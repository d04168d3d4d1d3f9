/// A date written in another way than the notation's: `14 Nov 2026`, `2026/11/14`, `31/12/1980`,
/// `٢٠٢٦-١١-١٤`.
public enum DateGuess: Sendable, Hashable {
  /// It can only mean this; the text is in the notation's form.
  case certain(DateExpression)
  /// It means one of these, or something else: `03/04/2026`, or a year of another calendar.
  case ambiguous([DateExpression])

  /// The guess at a text as a whole, blanks around it aside; nil if it does not look like a date, or is one.
  ///
  /// Days without a year (`14 May`) are looked for only where such a date may stand.
  public init?(_ bytes: Span<UInt8>, yearMayBeMissing: Bool = false) {
    let start = TextBytes.skipBlanks(bytes, 0)
    guard let (length, guess) = DateGuess.scan(bytes, from: start, yearMayBeMissing: yearMayBeMissing),
      TextBytes.skipBlanks(bytes, start + length) == bytes.count
    else { return nil }
    self = guess
  }

  /// The guess at the date that starts at an offset, and its length in bytes; nil if nothing there looks like
  /// a date in another form.
  ///
  /// The longest reading counts, and it ends where a word ends.
  public static func scan(
    _ bytes: Span<UInt8>, from offset: Int, yearMayBeMissing: Bool = false
  ) -> (length: Int, guess: DateGuess)? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let (about, start) = DateTokens.skipAbout(bytes, offset)
    let tokens = DateTokens(bytes, from: start)
    for count in stride(from: tokens.list.count, through: 1, by: -1) {
      guard tokens.mayEnd(after: count),
        let guess = DatePatterns.match(
          tokens.list.prefix(count), isApproximate: about, yearMayBeMissing: yearMayBeMissing),
        let end = tokens.list[..<count].last?.end
      else { continue }
      let isWritten = guess.isWritten(bytes.extracting(offset..<end))
      return isWritten ? nil : (end - offset, guess)
    }
    return nil
  }

  /// The notation's form where it is certain.
  public var certainText: String? {
    switch self {
    case .certain(let date): date.edtf
    case .ambiguous: nil
    }
  }

  /// All it may mean.
  public var expressions: [DateExpression] {
    switch self {
    case .certain(let date): [date]
    case .ambiguous(let dates): dates
    }
  }

  /// All it may mean, in the notation's form.
  public var texts: [String] { expressions.map(\.edtf) }

  private func isWritten(_ bytes: Span<UInt8>) -> Bool {
    guard case .certain(let date) = self else { return false }
    return DateExpression(bytes) == date
  }
}
