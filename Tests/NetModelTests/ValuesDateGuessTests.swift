import Testing

@testable import NetModel

@Suite("Dates in other forms")
struct ValuesDateGuessTests {
  @Test(
    "what can only mean one date",
    arguments: [
      ("2026/11/14", "2026-11-14"), ("2026.11.14", "2026-11-14"), ("14 Nov 2026", "2026-11-14"),
      ("14 november 2026", "2026-11-14"), ("NOVEMBER 14, 2026", "2026-11-14"), ("Nov 14, 2026", "2026-11-14"),
      ("Nov. 14 2026", "2026-11-14"), ("14th November 2026", "2026-11-14"),
      ("November 1st, 2026", "2026-11-01"),
      ("14th of November 2026", "2026-11-14"), ("14-Nov-2026", "2026-11-14"), ("2026-Nov-14", "2026-11-14"),
      ("2026 Sept 4", "2026-09-04"), ("14.11.2026", "2026-11-14"), ("14. 11. 2026", "2026-11-14"),
      ("14. November 2026", "2026-11-14"), ("31/12/1980", "1980-12-31"), ("12/31/1980", "1980-12-31"),
      ("31-12-1980", "1980-12-31"), ("5/5/1980", "1980-05-05"), ("2026-2-3", "2026-02-03"),
      ("2026/2/3", "2026-02-03"),
      ("20261114", "2026-11-14"), ("2026/11", "2026-11"), ("11/2026", "2026-11"), ("Nov 2026", "2026-11"),
      ("٢٠٢٦-١١-١٤", "2026-11-14"), ("２０２６年１１月１４日", "2026-11-14"), ("2026年11月14日", "2026-11-14"),
      ("2026년 11월 14일", "2026-11-14"), ("2026年11月", "2026-11"), ("२०२६-११-१४", "2026-11-14"),
      ("2026–11–14", "2026-11-14"), ("2026／11／14", "2026-11-14"), ("2026-11-14/15", "2026-11-14/2026-11-15"),
      ("2026-11-29/12-01", "2026-11-29/2026-12-01"), ("c. 1980", "1980~"), ("circa 1980", "1980~"),
      ("~2026-11-14", "2026-11-14~"), ("14 Nov 2026~", "2026-11-14~"), ("29 Feb 2024", "2024-02-29"),
      ("  14 Nov 2026  ", "2026-11-14"), ("--5-14", "--05-14"), ("--0514", "--05-14"),
    ])
  func certain(text: String, expected: String) {
    #expect(DateGuess(text.utf8.span)?.certainText == expected)
  }

  @Test(
    "days of any year, where they may stand",
    arguments: [
      ("14 May", "--05-14"), ("May 14", "--05-14"), ("14th of May", "--05-14"), ("May 14th", "--05-14"),
      ("14/5", "--05-14"), ("5/14", "--05-14"), ("14.5.", "--05-14"), ("5月14日", "--05-14"),
      ("29 Feb", "--02-29"),
    ])
  func yearless(text: String, expected: String) {
    #expect(DateGuess(text.utf8.span, yearMayBeMissing: true)?.certainText == expected)
    #expect(DateGuess(text.utf8.span) == nil)
  }

  @Test(
    "what may mean several dates is not decided",
    arguments: [
      ("03/04/2026", ["2026-04-03", "2026-03-04"]), ("3-4-2026", ["2026-04-03", "2026-03-04"]),
      ("03.04.2026", ["2026-04-03", "2026-03-04"]), ("14 Nov 80", ["2080-11-14", "1980-11-14"]),
      ("14/11/80", ["2080-11-14", "1980-11-14"]), ("3/4", ["--04-03", "--03-04"]),
      // A year of the Buddhist calendar, and one of the Solar Hijri calendar.
      ("๒๕๖๙-๑๑-๑๔", ["2569-11-14"]), ("۱۴۰۵/۸/۲۳", ["1405-08-23"]),
    ])
  func ambiguous(text: String, expected: [String]) {
    let guess = DateGuess(text.utf8.span, yearMayBeMissing: true)
    #expect(guess?.texts == expected)
    #expect(guess?.certainText == nil)
  }

  @Test(
    "what is a date already, or none in any form",
    arguments: [
      "2026-11-14", "2026", "2026-11", "--05-14", "2026-11-03/2026-11-05", "31 Feb 2026", "32 Nov 2026",
      "29.2.2026",
      "14/14/2026", "2026/13/01", "12345678", "20261399", "50 Cent", "3 people", "May", "Nov",
      "Marching 14 2026", "",
      " ", "14", "1/2/3/4", "2026/11.14", "14 Nov 2026 Coffee", "14Nov2026x", "99999999999999999999",
      "0000/01/01",
      "月日", "2026月11年", "--", "~", "c.",
    ])
  func nothing(text: String) {
    #expect(DateGuess(text.utf8.span) == nil)
  }

  @Test(
    "a date in another form that leads a line",
    arguments: [
      ("14 Nov 2026 Coffee with @amara", "14 Nov 2026", "2026-11-14"),
      ("14/11/2026: Coffee", "14/11/2026", "2026-11-14"),
      ("2026.11.14 15:00 Tea", "2026.11.14", "2026-11-14"), ("2026-2-3 3 people", "2026-2-3", "2026-02-03"),
      ("Nov 14, 2026, Doha", "Nov 14, 2026", "2026-11-14"), ("2026年11月14日コーヒー", "2026年11月14日", "2026-11-14"),
      ("Nov 2026 14 people", "Nov 2026", "2026-11"), ("14 Nov 2026-11", nil, nil), ("50 Cent", nil, nil),
      ("2026-11-14 Coffee", nil, nil), ("14 Novel ideas 2026", nil, nil),
    ] as [(String, String?, String?)])
  func leading(text: String, written: String?, expected: String?) {
    let found = DateGuess.scan(("- " + text).utf8.span, from: 2)
    #expect(found?.guess.certainText == expected)
    #expect(found.map { String(decoding: Array(text.utf8).prefix($0.length), as: UTF8.self) } == written)
  }
}
