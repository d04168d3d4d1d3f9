import NetSyntax

/// A date of the proleptic Gregorian calendar with the precision it was written in: `2026`, `2026-11`,
/// `2026-11-14`, or a day without its year, `--11-14`; each perhaps approximate, `2026-11~`.
///
/// The notation is that of EDTF (ISO 8601-2) but for the missing year, which is vCard's (RFC 6350, 4.3.1)
/// with the hyphen that makes it readable. Years run from 0001 to 9999, and only days that exist are dates.
///
///     byte  0…1 year (0: none)   2 month (0: none)   3 day (0: none)   4 approximate
public struct CalendarDate: Sendable, Hashable {
  private let storedYear: UInt16
  private let storedMonth: UInt8
  private let storedDay: UInt8

  /// Whether the date was marked `~`: about then.
  public let isApproximate: Bool

  /// How much of a date is known.
  public enum Precision: UInt8, Sendable, Hashable, CaseIterable {
    case year, month, day
    /// A month and a day of any year.
    case yearlessDay
  }

  /// The year, 1 to 9999, or nil if it is not known.
  public var year: Int? { storedYear == 0 ? nil : Int(storedYear) }
  /// The month, 1 to 12, or nil if it is not known.
  public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
  /// The day of the month, 1 to 31, or nil if it is not known.
  public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

  /// How much of the date is known.
  public var precision: Precision {
    if storedYear == 0 { return .yearlessDay }
    if storedMonth == 0 { return .year }
    return storedDay == 0 ? .month : .day
  }

  /// A year, a month or a day, or nil if there is none such.
  public init?(year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
    guard CalendarDate.fault(year: year, month: month, day: day) == nil else { return nil }
    self.init(unchecked: year, month ?? 0, day ?? 0, isApproximate)
  }

  /// A day of any year, or nil if no year has it; 29 February is one.
  public init?(month: Int, day: Int, isApproximate: Bool = false) {
    guard CalendarDate.fault(year: nil, month: month, day: day) == nil else { return nil }
    self.init(unchecked: 0, month, day, isApproximate)
  }

  /// The date that a text is from its first byte to its last, or nil.
  public init?(_ bytes: Span<UInt8>) {
    guard case .valid(let expression) = DateExpression.read(bytes), expression.end == nil else { return nil }
    self = expression.start
  }

  /// A date of parts that `fault(year:month:day:)` has found to be one.
  init(unchecked year: Int, _ month: Int, _ day: Int, _ isApproximate: Bool) {
    self.storedYear = UInt16(truncatingIfNeeded: year)
    self.storedMonth = UInt8(truncatingIfNeeded: month)
    self.storedDay = UInt8(truncatingIfNeeded: day)
    self.isApproximate = isApproximate
  }

  /// The date as written, in EDTF: `2026-11-14`, `2026-11~`, `--11-14`.
  public var edtf: String {
    var text = year.map { CalendarDate.padded($0, 4) } ?? "-"
    if let month { text += "-" + CalendarDate.padded(month, 2) }
    if let day { text += "-" + CalendarDate.padded(day, 2) }
    return isApproximate ? text + "~" : text
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CalendarDate: Comparable {
  /// An order for sorting: by year, month and day, what is not known before what is, so that a year stands
  /// before its months and a day without a year before all; of two that are otherwise alike the approximate
  /// one is later.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.order < right.order
  }

  private var order: UInt64 {
    UInt64(storedYear) << 24 | UInt64(storedMonth) << 16 | UInt64(storedDay) << 8 | (isApproximate ? 1 : 0)
  }

  /// Whether all of this date lies before all of another; nil where one has no year.
  ///
  /// Dates are compared in as much as both know: `2026-11` is not before `2026-11-05`, nor the other way
  /// round.
  public func isCertainlyBefore(_ other: CalendarDate) -> Bool? {
    guard let year, let otherYear = other.year else { return nil }
    if year != otherYear { return year < otherYear }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month < otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day < otherDay
  }
}

extension CalendarDate {
  /// The number of days of a month, of a leap year where the year is not known; 0 for what is no month.
  public static func daysInMonth(_ month: Int, of year: Int?) -> Int {
    NetSyntax.daysInMonth(month, of: year)
  }

  /// The English name of a month, or nil for what is no month.
  public static func nameOfMonth(_ month: Int) -> String? {
    month >= 1 && month <= 12 ? MonthName.all[month - 1] : nil
  }

  /// What keeps parts from being a date, or nil if they are one.
  static func fault(year: Int?, month: Int?, day: Int?) -> DateFault? {
    if let year, year < 1 || year > 9999 { return .noSuchYear(year) }
    guard let month else { return day == nil ? nil : .noSuchMonth(0) }
    guard month >= 1, month <= 12 else { return .noSuchMonth(month) }
    guard let day else { return year == nil ? .noSuchDay(0, month: month, year: nil) : nil }
    guard day >= 1, day <= daysInMonth(month, of: year) else {
      return .noSuchDay(day, month: month, year: year)
    }
    return nil
  }
}
