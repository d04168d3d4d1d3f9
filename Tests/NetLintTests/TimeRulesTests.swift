import NetLint
import Support
import Testing

/// The rules about what came before what compare only what both dates know.
@Suite struct TimeRulesTests {
  @Test(arguments: [
    ("2026-11-14", "2026-11-13", true), ("2026-11-14", "2026-11-14", false), ("2026-11-14", "2026-11", false),
    ("2026-11", "2026-10-31", true), ("2026", "2026-01-01", false), ("2027", "2026-12-31", true),
    ("2026-11-14~", "2026-10-01", false), ("2026-11-14", "2026-10~", false),
    ("2026-11-14/2026-11-16", "2026-11-13", true),
    ("2026-11-14", "2026-11-10/2026-11-13", true), ("2026-11-14", "2026-11-10/2026-11-15", false),
    ("2026-11-14: at a fair", "2026-11-13", true), ("in 2026-11-14", "2026-11-13", false),
  ])
  func metIsComparedWithTheFirstMeeting(met: String, meeting: String, isFound: Bool) {
    let text = "# Amara Okafor @amara\nmet: \(met)\n\n# 2030-01-01 Tea with @amara\n\n# \(meeting) Coffee with @amara\n"
    #expect(findings([text]) == (isFound ? ["met-after-meeting"] : []))
  }

  @Test(arguments: [
    ("# 2026-11-14 Coffee with @amara", true), ("# 2026-11-14 Coffee with @lena\n\n- gave @amara: tea", false),
    ("# 2026-11-14 Coffee with @amara\nstatus: cancelled", false), ("# 2026-11-14 For @amara\nwith: @lena", false),
    ("# 2026-11-14 Coffee\nwith: Amara Okafor, @amara", true), ("# 2026-11-14 Coffee with @mara", true),
  ])
  func onlyParticipantsWereThere(meeting: String, isFound: Bool) {
    let person = "# Amara Okafor @amara\naka: Mara\ndied: 2026-05\n"
    #expect(findings([meeting + "\n", person]) == (isFound ? ["after-death"] : []))
  }

  @Test(arguments: [
    ("- 2026-06-01 a call", true), ("- gave: tea\n  - 2026-06-01 story: her year", true),
    ("- [x] 2026-06-01 write", false),
    ("- 2026-06-01 @lena: a call", false), ("- @lena:\n  - 2026-06-01 a call", false),
    ("- 2026-06-01 idea: a bench", false),
    ("- 2026-05-31 a call", false), ("## Calls\n\nA few.\n\n- a\n\n- 2026-06-01 a call", true),
  ])
  func datedItemsAreContacts(notes: String, isFound: Bool) {
    #expect(findings(["# Amara Okafor @amara\ndied: 2026-05\n\n\(notes)\n"]) == (isFound ? ["after-death"] : []))
    let born = "# Amara Okafor @amara\nbirthday: 2027-05-14\n\n\(notes)\n"
    #expect(findings([born]) == (notes.contains("05-31") || isFound ? ["before-birth"] : []))
  }

  @Test func aBirthdayWithoutYearIsBeforeNothing() {
    #expect(findings(["# Amara Okafor @amara\nbirthday: --05-14\nmet: 0001\n\n- 0001-01-01 a call\n"]) == [])
  }

  @Test func eachRecordIsReportedOnceWithTheEarliest() {
    let person = "# Amara Okafor @amara\ndied: 2026-05-01\nmet: 2026-08\n\n- 2026-07-01 a call\n"
    let meetings = "# 2026-09-01 Tea with @amara\n\n# 2026-06-01 Coffee with @amara\n"
    let checked = CheckedNotebook(
      [(name: "a.net", bytes: Array(meetings.utf8)), (name: "b.net", bytes: Array(person.utf8))], rules: rules)
    #expect(checked.diagnostics.map(\.rule.name) == ["met-after-meeting", "after-death"].reversed())
    #expect(checked.diagnostics.map(\.file) == [1, 1])
    for diagnostic in checked.diagnostics {
      #expect(diagnostic.labels.map(\.message).allSatisfy { $0.hasSuffix("`2026-06-01`") })
      #expect(diagnostic.labels.map(\.file) == [0])
    }
  }

  @Test(
    arguments: [
      ("- [x] a done:2026-11-13", ["done-before-meeting"]), ("- [x] a done:2026-11-14", []),
      ("- [ ] a done:2026-11-13", ["done-without-check"]), ("- [-] a done:2026-11-14", []),
      ("- [ ] a done:2026-11-15", ["done-without-check"]), ("- [ ] a\n  and done:2026-11-15", ["done-without-check"]),
      ("- [ ] a done:soon done:2026-13-01", []), ("- a done:2026-11-13", []),
    ] as [(String, [String])])
  func tasksOfMeetings(task: String, expected: [String]) {
    #expect(findings(["# 2026-11-14 Coffee with @amara\n\n\(task)\n"]) == expected)
  }

  private let rules = allRules.filter { $0.info.code.hasPrefix("N3") && $0.info.name != "check-without-done" }

  private func findings(_ texts: [String]) -> [String] {
    let files = texts.enumerated().map { (name: "\($0).net", bytes: Array($1.utf8)) }
    return CheckedNotebook(files, rules: rules).diagnostics.map(\.rule.name)
  }
}
