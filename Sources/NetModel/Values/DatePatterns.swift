/// The forms of dates that are recognised beside the notation's own.
enum DatePatterns {
  /// What a run of tokens means as a date, all of it, or nil.
  ///
  /// An approximate date ends in `~`, or is told to be one by a word before it.
  static func match(
    _ tokens: ArraySlice<DateTokens.Token>, isApproximate: Bool, yearMayBeMissing: Bool
  ) -> DateGuess? {
    var kinds = tokens.map(\.kind)
    let endsInTilde = kinds.last == .tilde
    if endsInTilde { kinds.removeLast() }
    if let interval = interval(kinds), !endsInTilde, !isApproximate { return .certain(interval) }
    guard let shape = DateShape(kinds) else { return nil }
    var found: [DateExpression] = []
    for parts in shape.readings(yearMayBeMissing: yearMayBeMissing, isApproximate: isApproximate) {
      guard let date = parts.date(isApproximate: isApproximate || endsInTilde) else { continue }
      let expression = DateExpression(date)
      if !found.contains(expression) { found.append(expression) }
    }
    guard let first = found.first else { return nil }
    return found.count == 1 && shape.isCertain(first.start) ? .certain(first) : .ambiguous(found)
  }

  /// ISO 8601's short form of an interval: `2026-11-14/15`, `2026-11-14/12-01`.
  private static func interval(_ kinds: [DateTokens.Kind]) -> DateExpression? {
    guard kinds.count >= 7, kinds[5] == .slash, kinds[1] == .hyphen, kinds[3] == .hyphen,
      case .number(let year, digits: 4, _) = kinds[0], case .number(let month, digits: 2, _) = kinds[2],
      case .number(let day, digits: 2, _) = kinds[4], case .number(let last, digits: 2, _) = kinds[6],
      let start = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    if kinds.count == 7 {
      return CalendarDate(year: year, month: month, day: last).flatMap { DateExpression(from: start, to: $0) }
    }
    guard kinds.count == 9, kinds[7] == .hyphen, case .number(let lastDay, digits: 2, _) = kinds[8] else {
      return nil
    }
    return CalendarDate(year: year, month: last, day: lastDay).flatMap { DateExpression(from: start, to: $0) }
  }
}
