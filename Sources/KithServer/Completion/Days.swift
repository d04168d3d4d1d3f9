import NetModel

extension CalendarDate {
  /// The day so many days later, at most a month; nil for what is no day, or behind the last year.
  func adding(days: Int) -> CalendarDate? {
    guard let year, let month, let day else { return nil }
    let last = Self.daysInMonth(month, of: year)
    if day + days <= last, day + days >= 1 { return CalendarDate(year: year, month: month, day: day + days) }
    if days < 0 {
      let (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
      guard year > 0 else { return nil }
      return CalendarDate(year: year, month: month, day: Self.daysInMonth(month, of: year) + day + days)
    }
    let (next, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1)
    return CalendarDate(year: next, month: nextMonth, day: day + days - last)
  }

  /// The day of the week in English; nil for what is no day.
  ///
  /// By Zeller's congruence, in which January and February belong to the year before.
  var weekday: String? {
    guard let year, let month, let day else { return nil }
    let (y, m) = month < 3 ? (year - 1, month + 12) : (year, month)
    let number = (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
    return ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"][number]
  }
}
