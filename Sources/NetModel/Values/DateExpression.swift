/// A date, or an interval of two: `2026-11-03/2026-11-05`.
public struct DateExpression: Sendable, Hashable {
  /// The date, or the first of the interval.
  public let start: CalendarDate
  /// The last date of the interval, or nil if there is one date only.
  public let end: CalendarDate?

  /// One date.
  public init(_ date: CalendarDate) {
    self.start = date
    self.end = nil
  }

  /// An interval, or nil if one of its dates has no year or the end is before the start.
  ///
  /// Partial dates are compared in as much as both know, so that `2026-11-05/2026-11` and
  /// `2026-11/2026-11-05` are intervals, and `2026-11-05/2026-10` is none.
  public init?(from start: CalendarDate, to end: CalendarDate) {
    guard DateExpression.fault(from: start, to: end) == nil else { return nil }
    self.start = start
    self.end = end
  }

  /// The date or interval that a text is from its first byte to its last, or nil.
  public init?(_ bytes: Span<UInt8>) {
    guard case .valid(let expression) = DateExpression.read(bytes) else { return nil }
    self = expression
  }

  /// The date where this is no interval.
  public var date: CalendarDate? { end == nil ? start : nil }

  /// Whether this is an interval.
  public var isInterval: Bool { end != nil }

  /// The text in EDTF.
  public var edtf: String { end.map { start.edtf + "/" + $0.edtf } ?? start.edtf }

  /// Reads a text as a date or an interval, from its first byte to its last.
  public static func read(_ bytes: Span<UInt8>) -> DateReading {
    let scan = scanDate(bytes, from: 0, behind: .end)
    if case .invalid(.timeAttached, _) = scan.reading { return scan.reading }
    return scan.length == bytes.count ? scan.reading : .none
  }

  static func fault(from start: CalendarDate, to end: CalendarDate) -> DateFault? {
    guard let isBefore = end.isCertainlyBefore(start) else { return .yearlessInterval }
    return isBefore ? .endBeforeStart : nil
  }
}

extension DateExpression: Comparable {
  /// An order for sorting: by start, then a date before the intervals that start with it, then by end.
  public static func < (left: DateExpression, right: DateExpression) -> Bool {
    if left.start != right.start { return left.start < right.start }
    guard let rightEnd = right.end else { return false }
    guard let leftEnd = left.end else { return true }
    return leftEnd < rightEnd
  }
}
