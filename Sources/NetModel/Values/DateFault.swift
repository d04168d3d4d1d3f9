/// What is wrong with a text that is shaped like a date but is none.
public enum DateFault: Sendable, Hashable {
  /// The year 0000; years run from 0001 to 9999.
  case noSuchYear(Int)
  /// A month that is not one of 01 to 12.
  case noSuchMonth(Int)
  /// A day that the month does not have; the year is nil where it was not written.
  case noSuchDay(Int, month: Int, year: Int?)
  /// An interval that ends before it starts.
  case endBeforeStart
  /// An interval with a day that has no year.
  case yearlessInterval
  /// An interval that lacks one of its two dates, or has more.
  case brokenInterval
  /// A time behind the date with `T` instead of a blank: `2026-11-14T15:00`.
  case timeAttached
  /// Anything else that stands directly behind the date: `2026-11-14,`.
  case textAttached

  /// The fault in a few words, to stand behind a colon or in brackets.
  public var reason: String {
    switch self {
    case .noSuchYear(let year): "there is no year \(CalendarDate.padded(year, 4))"
    case .noSuchMonth(let month): "there is no month \(CalendarDate.padded(month, 2))"
    case .noSuchDay(let day, let month, let year):
      DateFault.reason(noSuchDay: day, month, year)
    case .endBeforeStart: "the end is before the start"
    case .yearlessInterval: "an interval needs dates with a year"
    case .brokenInterval: "an interval is two dates with one `/` between them"
    case .timeAttached: "a blank stands between date and time, not `T`"
    case .textAttached: "a blank is missing behind the date"
    }
  }

  private static func reason(noSuchDay day: Int, _ month: Int, _ year: Int?) -> String {
    let name = CalendarDate.nameOfMonth(month) ?? "the month"
    if day == 0 { return "there is no day 00" }
    let days = CalendarDate.daysInMonth(month, of: year)
    guard let year, month == 2 else { return "\(name) has \(days) days" }
    return "February \(CalendarDate.padded(year, 4)) has \(days) days"
  }
}

/// The reading of a text as a date.
public enum DateReading: Sendable, Hashable {
  /// Not shaped like a date.
  case none
  /// Shaped like one, of the precision given (that of the start of an interval), but none.
  case invalid(DateFault, precision: CalendarDate.Precision)
  /// A date or an interval.
  case valid(DateExpression)
}
