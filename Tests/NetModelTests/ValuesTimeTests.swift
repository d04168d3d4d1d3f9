import Testing

@testable import NetModel

@Suite("Times, cadences and zones")
struct ValuesTimeTests {
  @Test(
    "times and ranges, in canonical form",
    arguments: [
      ("15:00", "15:00"), ("9:00", "09:00"), ("00:00", "00:00"), ("23:59", "23:59"),
      ("15:00-16:30", "15:00-16:30"),
      ("9:00-9:30", "09:00-09:30"), ("22:00-1:00", "22:00-01:00"),
    ])
  func valid(text: String, expected: String) {
    #expect(TimeRange(text.utf8.span)?.text == expected)
  }

  @Test("an end before the start is on the next day")
  func nextDay() {
    #expect(TimeRange("22:00-1:00".utf8.span)?.endsNextDay == true)
    #expect(TimeRange("22:00-1:00".utf8.span)?.duration == 180)
    #expect(TimeRange("15:00-16:30".utf8.span)?.endsNextDay == false)
    #expect(TimeRange("15:00-15:00".utf8.span)?.duration == 0)
    #expect(TimeRange("15:00".utf8.span)?.duration == nil)
  }

  @Test(
    "what is shaped like a time but is none, and why",
    arguments: [
      ("24:00", "there is no hour 24; midnight is 00:00"), ("25:10", "there is no hour 25"),
      ("15:60", "there is no minute 60"), ("15:00-16:75", "there is no minute 75"),
      ("15:00:00", "times have no seconds"),
      ("15:00 - 16:30", "no blanks stand around the hyphen"),
      ("15:00pm", "a blank is missing behind the time"),
    ])
  func invalid(text: String, reason: String) {
    guard case .invalid(let fault) = TimeRange.read(text.utf8.span) else {
      Issue.record("\(text) is \(TimeRange.read(text.utf8.span))")
      return
    }
    #expect(fault.reason == reason)
  }

  @Test(
    "what is no time",
    arguments: ["", "15", "3pm", "15.00", "1500", "15:0", "115:00", "15:000", ":00", "x15:00", "-"])
  func notTimes(text: String) {
    #expect(TimeRange.read(text.utf8.span) == .none)
  }

  @Test(
    "a time that leads the rest of a heading",
    arguments: [
      ("15:00 Coffee", 5, "15:00"), ("15:00-16:30 Coffee", 11, "15:00-16:30"), ("9:00: Coffee", 4, "09:00"),
      ("15:00- Coffee", 5, nil), ("15:00 - Coffee", 5, "15:00"), ("15:00 -16:30 x", 12, nil),
      ("3 friends", 0, nil),
      ("15:00\u{200F} قهوة", 5, "15:00"),
    ] as [(String, Int, String?)])
  func leading(text: String, length: Int, expected: String?) {
    let scan = scanTime(text.utf8.span, from: 0)
    #expect(scan.length == length)
    if case .valid(let range) = scan.reading {
      #expect(range.text == expected)
    } else {
      #expect(expected == nil)
    }
  }

  @Test(
    "times in other forms",
    arguments: [
      ("3pm", "15:00"), ("3 PM", "15:00"), ("12am", "00:00"), ("12:30 p.m.", "12:30"), ("15h30", "15:30"),
      ("15h", "15:00"),
      ("15.30", "15:30"), ("3-4pm", "15:00-16:00"), ("11am-1pm", "11:00-13:00"),
      ("3:30 pm – 5 pm", "15:30-17:00"),
      ("15:00 – 16:30", "15:00-16:30"), ("15:00 - 16:30", "15:00-16:30"), ("15:00–16:30", "15:00-16:30"),
      ("15:00", nil), ("3", nil), ("15pm", nil), ("3 people", nil), ("11-1pm", nil), ("noon", nil),
      ("25.30", nil), ("3pmish", nil), ("3-", nil),
    ] as [(String, String?)])
  func guesses(text: String, expected: String?) {
    #expect(guessTime(text.utf8.span)?.text == expected)
  }

  @Test(
    "cadences",
    arguments: [
      ("3 months", "P3M"), ("2 weeks", "P2W"), ("10 days", "P10D"), ("1 year", "P1Y"), ("1 years", "P1Y"),
      ("weekly", "P1W"), ("Monthly", "P1M"), ("quarterly", "P3M"), ("yearly", "P1Y"),
      ("every 3 months", "P3M"),
      ("every month", "P1M"), ("every weekly", "P1W"), ("Every  Week", "P1W"), ("P3M", "P3M"),
      ("P10D", "P10D"),
      ("P1Y", "P1Y"), ("P2W", "P2W"), ("none", "none"), ("  3 months ", "P3M"), ("every 06 months", "P6M"),
      ("month", nil), ("3", nil), ("0 months", nil), ("P0M", nil), ("PM", nil), ("P1M2W", nil), ("PT5M", nil),
      ("P3", nil),
      ("every", nil), ("every P3M", nil), ("every none", nil), ("three months", nil), ("3months", nil),
      ("daily", nil),
      ("3 weekly", nil), ("99999999999999999999 days", nil), ("", nil), ("everymonth", nil), ("-1 days", nil),
      ("1.5 months", nil), ("3 months or so", nil),
    ] as [(String, String?)])
  func cadences(text: String, expected: String?) {
    #expect(Cadence(text.utf8.span)?.text == expected)
  }

  @Test(
    "cadences in other words",
    arguments: [
      ("annually", "yearly"), ("three months", "3 months"), ("fortnightly", "2 weeks"),
      ("3months", "3 months"),
      ("once a month", "every month"), ("every other week", "2 weeks"), ("3 mnths", "3 months"),
      ("montly", "monthly"),
      ("6 mo", "6 months"), ("never", "none"), ("month", "every month"), ("when I can", nil), ("0 days", nil),
      ("", nil),
      ("bi-weekly", nil),
    ] as [(String, String?)])
  func cadenceSuggestions(text: String, expected: String?) {
    let found = Cadence.suggestion(for: text.utf8.span)
    #expect(found?.text == expected)
    if let found { #expect(Cadence(found.text.utf8.span) != nil) }
  }

  @Test(
    "cadences in other words that can mean nothing else",
    arguments: [
      ("annually", true), ("three months", true), ("3months", true), ("once a month", true), ("6 mo", true),
      ("3 mnths", false), ("montly", false), ("biweekly", false), ("about once a month", false), ("rarely", false),
    ])
  func cadenceCertainty(text: String, isCertain: Bool) {
    #expect(Cadence.suggestion(for: text.utf8.span)?.isCertain == isCertain)
  }

  @Test("every zone of the database is found, and nothing between them")
  func zones() {
    let names = TimeZoneName.all
    #expect(names.count == TimeZoneTable.count)
    #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for name in names {
      #expect(TimeZoneName(name.utf8.span)?.name == name)
      #expect(TimeZoneName((name + "x").utf8.span) == nil)
      #expect(TimeZoneName((name + " ").utf8.span) == nil)
      #expect(
        TimeZoneName(name.dropLast().description.utf8.span) == nil || names.contains(String(name.dropLast())))
    }
    for known in [
      "Asia/Qatar", "UTC", "Etc/GMT+5", "America/Argentina/Buenos_Aires", "Europe/Kyiv", "Asia/Calcutta",
    ] {
      #expect(TimeZoneName(known.utf8.span) != nil, "\(known)")
    }
    for unknown in ["", "asia/qatar", "Asia", "Asia/Doha", "Factory", " ", "Asia/Qatar UTC", "Zz", "A"] {
      #expect(TimeZoneName(unknown.utf8.span) == nil, "\(unknown)")
    }
  }

  @Test(
    "the zone that was meant",
    arguments: [
      ("asia/qatar", ["Asia/Qatar"]), ("America/New York", ["America/New_York"]),
      ("New York", ["America/New_York"]),
      ("London", ["Europe/London"]), ("Asia/Quatar", ["Asia/Qatar"]), ("Europe/Lodnon", ["Europe/London"]),
      ("Europe/Lisbo", ["Europe/Lisbon"]),
      ("utc", ["UTC"]), ("Lodnon", ["Europe/London"]), ("zzzzzzzz", []), ("", []),
    ])
  func zoneSuggestions(text: String, expected: [String]) {
    let found = TimeZoneName.suggestions(for: text.utf8.span)
    #expect(found == expected)
  }
}
