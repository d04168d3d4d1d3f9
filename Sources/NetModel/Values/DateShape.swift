/// The numbers and names of a date in their order, with what separates them taken away once it is found to
/// fit.
struct DateShape {
  /// Parts that may be a date.
  struct Reading {
    let year: Int?
    let month: Int?
    let day: Int?

    init(_ year: Int?, _ month: Int?, _ day: Int?) {
      (self.year, self.month, self.day) = (year, month, day)
    }

    func date(isApproximate: Bool) -> CalendarDate? {
      if let year { return CalendarDate(year: year, month: month, day: day, isApproximate: isApproximate) }
      guard let month, let day else { return nil }
      return CalendarDate(month: month, day: day, isApproximate: isApproximate)
    }
  }

  /// The parts' values in order.
  private var values: [Int] = []
  /// One letter a part: `y` four digits, `d` one or two, `8` eight, `m` a month's name, `?` any other number.
  private var pattern = ""
  private var isASCII = true
  private let hasSigns: Bool
  private let leadsWithHyphens: Bool

  init?(_ kinds: [DateTokens.Kind]) {
    leadsWithHyphens = kinds.count > 2 && kinds[0] == .hyphen && kinds[1] == .hyphen
    let kinds = leadsWithHyphens ? kinds[2...] : kinds[...]
    let gaps = kinds.split(omittingEmptySubsequences: false) { DateShape.letter(for: $0) != nil }
    guard gaps.count >= 2, gaps.count <= 4, gaps[0].isEmpty else { return nil }
    hasSigns = kinds.contains { $0 == .yearSign || $0 == .monthSign || $0 == .daySign }
    for kind in kinds { take(kind) }
    let fits: Bool
    if hasSigns {
      fits = !leadsWithHyphens && DateShape.signsFit(kinds)
    } else if pattern.contains("m") {
      fits = !leadsWithHyphens && DateShape.joinWords(gaps)
    } else {
      fits = DateShape.joinNumbers(gaps)
    }
    guard fits else { return nil }
  }

  /// Keeps a number or a month's name.
  private mutating func take(_ kind: DateTokens.Kind) {
    guard let letter = DateShape.letter(for: kind) else { return }
    pattern += letter
    if case .number(let value, _, let plain) = kind {
      values.append(value)
      isASCII = isASCII && plain
    } else if case .month(let month) = kind {
      values.append(month)
    }
  }

  /// What stands for a number or a month's name in the pattern; nil for what stands between.
  private static func letter(for kind: DateTokens.Kind) -> String? {
    switch kind {
    case .number(_, let digits, _): digits <= 2 ? "d" : digits == 4 ? "y" : digits == 8 ? "8" : "?"
    case .month: "m"
    case .ordinal, .of, .hyphen, .slash, .dot, .comma, .tilde, .blank, .yearSign, .monthSign, .daySign: nil
    }
  }

  /// One and the same mark between numbers; German puts a blank behind its dots and one dot more at the end.
  private static func joinNumbers(_ gaps: [ArraySlice<DateTokens.Kind>]) -> Bool {
    let (mark, behind) = (gaps[1].first, gaps[gaps.count - 1])
    let isJoined = gaps[1..<(gaps.count - 1)].allSatisfy { gap in
      guard gap.first == mark, mark == .hyphen || mark == .slash || mark == .dot else { return false }
      return gap.count == 1 || (gap.count == 2 && mark == .dot && gap.last == .blank)
    }
    return isJoined && (behind.isEmpty || (behind == [.dot] && mark == .dot && gaps.count == 3))
  }

  private static func joinWords(_ gaps: [ArraySlice<DateTokens.Kind>]) -> Bool {
    let ways: [ArraySlice<DateTokens.Kind>] = [
      [.blank], [.hyphen], [.slash], [.dot], [.dot, .blank], [.comma], [.comma, .blank],
      [.blank, .of, .blank],
    ]
    let behind = gaps[gaps.count - 1]
    guard behind.isEmpty || behind == [.ordinal] || behind == [.dot] else { return false }
    return gaps[1..<(gaps.count - 1)].allSatisfy { gap in
      ways.contains(gap.first == .ordinal ? gap.dropFirst() : gap)
    }
  }

  /// `2026年11月14日`, with blanks between or not (Korean has them), the year or the day perhaps missing.
  private static func signsFit(_ kinds: ArraySlice<DateTokens.Kind>) -> Bool {
    var expected: [DateTokens.Kind] = [.yearSign, .monthSign, .daySign]
    var isBehindNumber = false
    for kind in kinds where kind != .blank {
      if case .number = kind {
        if isBehindNumber { return false }
        isBehindNumber = true
      } else {
        guard isBehindNumber, let place = expected.firstIndex(of: kind) else { return false }
        expected.removeFirst(place + 1)
        isBehindNumber = false
      }
    }
    return !isBehindNumber
  }

  /// Whether a date's only reading can be trusted: years of other calendars are written in other digits.
  func isCertain(_ date: CalendarDate) -> Bool {
    guard let year = date.year else { return true }
    return isASCII || (1800...2200).contains(year)
  }

  /// What the parts may mean, the likelier first; most of it need not be a date that exists.
  func readings(yearMayBeMissing: Bool, isApproximate: Bool) -> [Reading] {
    if leadsWithHyphens { return yearless }
    let (a, b, c) = (values[0], values.count > 1 ? values[1] : 0, values.count > 2 ? values[2] : 0)
    switch pattern {
    case "y": return !isASCII || hasSigns || isApproximate ? [Reading(a, nil, nil)] : []
    case "8": return (1500...2999).contains(a / 10000) ? [Reading(a / 10000, a / 100 % 100, a % 100)] : []
    case "ym", "yd": return [Reading(a, b, nil)]
    case "my", "dy": return [Reading(b, a, nil)]
    case "md": return yearMayBeMissing ? [Reading(nil, a, b)] : []
    case "dm": return yearMayBeMissing ? [Reading(nil, b, a)] : []
    case "dd":
      if !yearMayBeMissing { return [] }
      return hasSigns ? [Reading(nil, a, b)] : [Reading(nil, b, a), Reading(nil, a, b)]
    case "ydd", "ymd": return [Reading(a, b, c)]
    case "ddy": return [Reading(c, b, a), Reading(c, a, b)]
    case "dmy": return [Reading(c, b, a)]
    case "mdy": return [Reading(c, a, b)]
    // Years of two digits may be of any century, so there are always two readings.
    case "dmd": return [Reading(2000 + c, b, a), Reading(1900 + c, b, a)]
    case "ddd":
      return [
        Reading(2000 + c, b, a), Reading(1900 + c, b, a), Reading(2000 + c, a, b), Reading(1900 + c, a, b),
      ]
    default: return []
    }
  }

  /// `--5-14`, and vCard's `--0514`.
  private var yearless: [Reading] {
    switch pattern {
    case "dd": [Reading(nil, values[0], values[1])]
    case "y": [Reading(nil, values[0] / 100, values[0] % 100)]
    default: []
    }
  }
}
