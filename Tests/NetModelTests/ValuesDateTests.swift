import Testing

@testable import NetModel

@Suite("Dates")
struct ValuesDateTests {
  @Test(
    "dates of every precision are read and written back",
    arguments: [
      "2026-11-14", "2026-11", "2026", "--05-14", "2026-11-14~", "2026-11~", "2026~", "--05-14~",
      "0001-01-01",
      "9999-12-31", "2024-02-29", "2000-02-29", "--02-29", "2026-11-03/2026-11-05", "2026-11/2026-11-05",
      "2026-11-05/2026-11", "2026-11-05/2026", "2026-11-03~/2026-12~", "2026-11-14/2026-11-14", "1999/2001",
    ])
  func valid(text: String) {
    #expect(DateExpression(text.utf8.span)?.edtf == text)
  }

  @Test(
    "what is shaped like a date but is none, and why",
    arguments: [
      ("2026-13-01", "there is no month 13"), ("2026-00-10", "there is no month 00"),
      ("2026-11-32", "November has 30 days"), ("2026-11-31", "November has 30 days"),
      ("2026-11-00", "there is no day 00"), ("2026-02-29", "February 2026 has 28 days"),
      ("1900-02-29", "February 1900 has 28 days"), ("2100-02-29", "February 2100 has 28 days"),
      ("0000-01-01", "there is no year 0000"), ("0000", "there is no year 0000"),
      ("2026-13", "there is no month 13"),
      ("--02-30", "February has 29 days"), ("--13-01", "there is no month 13"),
      ("2026-11-05/2026-11-03", "the end is before the start"),
      ("2026-11-05/2026-10", "the end is before the start"),
      ("2026/2025-12-31", "the end is before the start"),
      ("--05-14/--05-15", "an interval needs dates with a year"),
      ("2026-11-03/--11-05", "an interval needs dates with a year"),
      ("2026-11-03/2026-11-31", "November has 30 days"),
      ("2026-11-03/2026-11-04/2026-11-05", "an interval is two dates with one `/` between them"),
      ("2026-11-14T15:00", "a blank stands between date and time, not `T`"),
    ])
  func invalid(text: String, reason: String) {
    guard case .invalid(let fault, _) = DateExpression.read(text.utf8.span) else {
      Issue.record("\(text) is \(DateExpression.read(text.utf8.span))")
      return
    }
    #expect(fault.reason == reason)
    #expect(DateExpression(text.utf8.span) == nil)
  }

  @Test(
    "what is not shaped like a date",
    arguments: [
      "", "2026-2-3", "2026-11-1", "26-11-14", "20261114", "2026/11/14", "14.11.2026", "2026-", "2026-11-",
      "-05-14",
      "--5-14", "--05", "2026-11-14-15", "2026-11-145", "12026", "2026-11-14 ", " 2026", "~2026", "today",
      "２０２６",
      "+2026", "-2026", "2026~~x",
    ])
  func notDates(text: String) {
    #expect(DateExpression.read(text.utf8.span) == .none)
  }

  @Test("a date takes no more than eight bytes")
  func size() {
    #expect(MemoryLayout<CalendarDate>.stride <= 8)
    #expect(MemoryLayout<DateExpression>.stride <= 16)
  }

  @Test("parts, and dates made of parts")
  func parts() {
    let date = CalendarDate("2026-11~".utf8.span)
    #expect(date?.year == 2026)
    #expect(date?.month == 11)
    #expect(date?.day == nil)
    #expect(date?.precision == .month)
    #expect(date?.isApproximate == true)
    #expect(CalendarDate("--05-14".utf8.span)?.precision == .yearlessDay)
    #expect(CalendarDate("2026-11-03/2026-11-05".utf8.span) == nil)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 10000) == nil)
    #expect(CalendarDate(year: .max) == nil)
    #expect(CalendarDate(year: 2023, day: 29) == nil)
    #expect(CalendarDate(month: 2, day: 29)?.edtf == "--02-29")
    #expect(CalendarDate(year: 33)?.edtf == "0033")
  }

  @Test("every day of four centuries is there, and no other")
  func everyDay() {
    var days = 0
    for year in 1801...2200 {
      for month in 0...13 {
        for day in 0...32 where CalendarDate(year: year, month: month, day: day) != nil { days += 1 }
      }
    }
    #expect(days == 146_097)
  }

  @Test("dates sort by what is known, the coarse before the fine")
  func order() {
    let texts = [
      "--05-14", "2025", "2025-12-31", "2026", "2026~", "2026-01", "2026-01-01", "2026-01-01~", "2026-01-02",
      "2026-02",
    ]
    let dates = texts.compactMap { CalendarDate($0.utf8.span) }
    #expect(dates.reversed().sorted().map(\.edtf) == texts)
    let intervals = ["2026-01", "2026-01/2026-02", "2026-01/2026-03", "2026-02"]
    #expect(
      intervals.reversed().compactMap { DateExpression($0.utf8.span) }.sorted().map(\.edtf) == intervals)
  }

  @Test(
    "a date that leads a line",
    arguments: [
      ("2026-11-14 Coffee", DateFollower.blankOrColon, 10, "2026-11-14"),
      ("2026-11-14", .blankOrColon, 10, "2026-11-14"),
      ("2026-11-14: Coffee", .blankOrColon, 10, "2026-11-14"),
      ("2026-11-14\u{A0}Tea", .blankOrColon, 10, "2026-11-14"),
      ("2026-11-14\u{3000}Tea", .blankOrColon, 10, "2026-11-14"), ("2026~ Tea", .blankOrColon, 5, "2026~"),
      ("2026-11-14\u{200F} قهوة", .blankOrColon, 10, "2026-11-14"),
      ("2026-11-03/2026-11-05 Camp", .blankOrColon, 21, "2026-11-03/2026-11-05"),
      ("2026-11-14, at tea", .blankOrPunctuation, 10, "2026-11-14"),
      ("2026-11; tea", .blankOrPunctuation, 7, "2026-11"),
      ("2026-11-30. And", .anyPunctuation, 10, "2026-11-30"),
      ("2026-11-30)", .anyPunctuation, 10, "2026-11-30"),
      ("2026-11-30、", .anyPunctuation, 10, "2026-11-30"), ("2026-11-30", .anyPunctuation, 10, "2026-11-30"),
      ("2026-11-14, Coffee", .blankOrColon, 10, "a blank is missing behind the date"),
      ("2026-11-14Coffee", .blankOrColon, 10, "a blank is missing behind the date"),
      ("2026-11-14T15:00", .blankOrColon, 10, "a blank stands between date and time, not `T`"),
      ("2026-13-01 Coffee", .blankOrColon, 10, "there is no month 13"),
      ("2026-02-30/2026-03-01 x", .blankOrColon, 21, "February 2026 has 28 days"),
      ("2026-11-03/ Camp", .blankOrColon, 11, "an interval is two dates with one `/` between them"),
      ("2026's best", .blankOrColon, 0, "none"), ("2026/11/14 Coffee", .blankOrColon, 0, "none"),
      ("2026-11-1 x", .blankOrColon, 0, "none"), ("50 Cent", .blankOrColon, 0, "none"),
      ("2026-11-30x", .anyPunctuation, 10, "a blank is missing behind the date"),
      ("Coffee", .blankOrColon, 0, "none"),
    ])
  func leading(text: String, follower: DateFollower, length: Int, expected: String) {
    let padded = "# " + text
    let scan = scanDate(padded.utf8.span, from: 2, behind: follower)
    #expect(scan.length == length)
    switch scan.reading {
    case .none: #expect(expected == "none")
    case .invalid(let fault, _): #expect(fault.reason == expected)
    case .valid(let date): #expect(date.edtf == expected)
    }
  }

  @Test("no bytes and no offset are too much")
  func total() {
    let alphabet = Array("0129-/~T: x".utf8)
    var state: UInt64 = 7
    for _ in 0..<20000 {
      var bytes: [UInt8] = []
      for _ in 0..<14 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      for follower in DateFollower.allCases {
        let scan = scanDate(bytes.span, from: 0, behind: follower)
        #expect(scan.length <= bytes.count && (scan.length > 0) == (scan.reading != .none))
      }
      if let (length, _) = DateGuess.scan(bytes.span, from: 0, yearMayBeMissing: true) {
        #expect(length > 0 && length <= bytes.count)
      }
    }
    for offset in [-1, 14, 15, .max, .min] {
      #expect(scanDate([0x32].span, from: offset, behind: .end).reading == .none)
      #expect(scanTime([0x32].span, from: offset).reading == .none)
    }
  }
}
