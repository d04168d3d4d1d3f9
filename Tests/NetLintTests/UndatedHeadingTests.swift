import NetLint
import Support
import Testing

/// Headings of meetings that begin with a date as English writes it, month first.
@Suite struct UndatedHeadingTests {
  private func check(_ heading: String) throws -> (messages: [String], mended: String) {
    var linted = LintedNotebook([Array("\(heading)\n".utf8)], linter: Linter(rules: rulesOfContent))
    let messages = linted.diagnostics.filter { $0.rule.severity != .info }.map(\.message)
    _ = try linted.applyFixes { $0.rule.name == "date-not-iso" }
    return (messages, String(decoding: linted.files[0].bytes.dropLast(), as: UTF8.self))
  }

  @Test(arguments: [
    ("# July 30, 2026 Lunch with me", "July 30, 2026", "# 2026-07-30 Lunch with me"),
    ("# Jul 30 2026: Lunch", "Jul 30 2026", "# 2026-07-30 Lunch"),
    ("# Sept. 3rd, 2026", "Sept. 3rd, 2026", "# 2026-09-03"),
    ("# MARCH 1 2026 19:00 Supper", "MARCH 1 2026", "# 2026-03-01 19:00 Supper"),
    ("# Thursday, July 30, 2026 Lunch", "Thursday, July 30, 2026", "# 2026-07-30 Lunch"),
    ("# Thu 30 July 2026 Lunch", "Thu 30 July 2026", "# 2026-07-30 Lunch"),
    ("# July 30, 2026 - August 2, 2026 Trip", "July 30, 2026 - August 2, 2026", "# 2026-07-30/2026-08-02 Trip"),
    // These begin with a digit, and so are a meeting's already.
    ("# 30.7.2026 Lunch", "30.7.2026", "# 2026-07-30 Lunch"), ("# 30 July 2026", "30 July 2026", "# 2026-07-30"),
  ])
  func `are reported as dates`(heading: String, date: String, mended: String) throws {
    let checked = try check(heading)
    #expect(checked.messages.contains("`\(date)` is not read as a date"))
    #expect(checked.mended == mended)
  }

  @Test(arguments: [
    ("# 30.07.2026 - 02.08.2026 Tour", "# 2026-07-30/2026-08-02 Tour"),
    ("# 2026-7-30 - 2026-8-2 Trip", "# 2026-07-30/2026-08-02 Trip"),
    ("# 30 July 2026 – 2 August 2026 Trip", "# 2026-07-30/2026-08-02 Trip"),
    ("# 30 Jul 2026 to 2 Aug 2026 Trip", "# 2026-07-30/2026-08-02 Trip"),
    ("# 2026-07-30 - 2 Aug 2026 Trip", "# 2026-07-30/2026-08-02 Trip"),
    // Which way round they are is not known, or they are no interval: half of them would be lost.
    ("# 1.2.2026 - 3.4.2026 Trip", "# 1.2.2026 - 3.4.2026 Trip"),
    ("# 30.07.2026 - August 2026 Trip", "# 30.07.2026 - August 2026 Trip"),
  ])
  func `and both ends of an interval, or neither`(heading: String, mended: String) throws {
    #expect(try check(heading).mended == mended)
  }

  @Test func `nobody is missed whose handle it would have been`() throws {
    let text = "# Lena @lena\n\n# July 30, 2026 Lunch with @lena\nwith: me\n\n# July 31, 2026 Tea with @nobody\n"
    let found = checked(Array(text.utf8), rules: rulesOfContent)
    #expect(found.diagnostics.map(\.rule.name) == ["date-not-iso", "date-not-iso"])
  }

  @Test(arguments: [
    "# May Day", "# April 2026", "# June 3rd", "# March 14 Club", "# July 32, 2026", "# Augusta 3, 2026",
    "# Lunch on July 30, 2026", "# Sun Lee", "# Monday Club 2026", "# Mon", "# July 14, 1789 Society\nkind: group",
    "# \\July 30, 2026",
  ])
  func `other headings are left alone`(heading: String) throws {
    #expect(try check(heading).mended == heading)
  }

  @Test func `a day that could be another is asked about`() throws {
    let checked = try check("# 7/8/2026 Lunch")
    #expect(checked.messages.contains("`7/8/2026` can be read in more than one way"))
    #expect(checked.mended == "# 7/8/2026 Lunch")
  }
}
