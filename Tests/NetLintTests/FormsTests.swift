import NetLint
import NetModel
import Support
import Testing

/// The forms that the rules' pages list and show no example of: what is said of each, and of what only looks like them.
@Suite struct FormsTests {
  /// What is reported of notes besides what is said of the two friends below them: message and help.
  private func reports(_ notes: String) -> [String] {
    let friends = "\n\n# Lena Petrova @lena\n\n# Jun Tanaka @jun\n"
    let checked = CheckedNotebook([(name: "a.net", bytes: bytes(ofExample: notes + friends))])
    #expect(checked.violations == [])
    return checked.diagnostics.map { "\($0.rule.name): \($0.message); \($0.help ?? "")" }
  }

  @Test(arguments: [
    ("3:00 pm", "3:00 pm", "15:00"), ("3:00 p.m.", "3:00 p.m.", "15:00"), ("3 to 4pm", "3 to 4pm", "15:00-16:00"),
    ("15:00 to 16:30", "15:00 to 16:30", "15:00-16:30"), ("15:00,", "15:00,", "15:00"), ("13h", "13h", "13:00"),
  ])
  func `a time in a heading in another form`(written: String, span: String, meant: String) {
    #expect(
      reports("# 2026-11-14 \(written) Walk with @lena") == [
        "invalid-time: `\(span)` is not read as a time; write `\(meant)`"
      ])
  }

  @Test(arguments: [
    ("gave @lena - a book", "gave @lena: a book"), ("gave @lena – a book", "gave @lena: a book"),
    ("gave @lena a book: blue", "gave @lena: a book: blue"),
    ("gave @lena Petrova: a book", "gave @lena Petrova: a book"),
    ("gave @lena A book\n  Next: more", "gave @lena: A book\n  Next: more"),
  ])
  func `a head without its colon`(written: String, mended: String) throws {
    let notes = { (item: String) in "# Lena Petrova @lena\n\n- \(item)\n" }
    var linted = LintedNotebook([Array(notes(written).utf8)], linter: Linter())
    #expect(linted.diagnostics.map(\.rule.name) == ["almost-head"])
    _ = try linted.applyFixes { _ in true }
    #expect(String(decoding: linted.files[0].bytes, as: UTF8.self) == notes(mended))
  }

  @Test(arguments: [
    "2h", "12h", "05h", "3:00 pancakes", "3:00 a pancake", "3:00 p", "3 to 4 friends", "15:00: Tea, 3 to 4 friends",
  ])
  func `a number in a heading that is no time`(written: String) {
    #expect(reports("# 2026-11-14 \(written) with @lena") == [])
  }

  @Test(arguments: [
    ("2026-11-14 - 2026-11-16", "2026-11-14/2026-11-16"), ("2026-11-14 to 2026-11-16", "2026-11-14/2026-11-16"),
    ("2026-11-14 – 2026-11-16", "2026-11-14/2026-11-16"), ("2026-11–2026-12", "2026-11/2026-12"),
  ])
  func `two dates with a dash between`(written: String, meant: String) {
    let said = "date-not-iso: `\(written)` is not read as a date; write `\(meant)`"
    #expect(reports("# \(written) Trip with @lena") == [said])
    #expect(reports("# Amara Okafor @amara\nmet: \(written), on the trip") == [said])
  }

  @Test(arguments: ["2026-11-14 - 2026-11-10 Trip", "2026-11-14 to Doha", "2026-11-14 - Trip 2026-11-16"])
  func `what stands behind a date and is no second one`(heading: String) {
    #expect(reports("# \(heading) with @lena") == [])
  }

  @Test(arguments: [
    ("# 2026-27 School", "invalid-date: `2026-27` is not a date; for the years 2026 to 2027, write `2026/2027`"),
    ("# Amara Okafor @amara\nmet: --05-14", "invalid-date: `--05-14` is not a date; write a date such as `2026-11-03`"),
  ])
  func `what has the look of a date and is none`(notes: String, said: String) { #expect(reports(notes) == [said]) }

  @Test func `text in UTF-16 is reported once`() {
    let text = "‹FF›‹FE›" + "# Lena\n".utf8.map { "\(Character(Unicode.Scalar($0)))‹00›" }.joined()
    let checked = CheckedNotebook([(name: "a.net", bytes: bytes(ofExample: text))])
    #expect(
      checked.diagnostics.map(checked.report) == [
        "1:1: error[N101] invalid-utf8: the bytes `FF FE` are not UTF-8\nhelp: save the file as UTF-8; it is in UTF-16 now"
      ])
  }

  @Test func `a long circle of introductions is told in short`() {
    let people = (1...9).map { "# Ann Bell @a\($0)\nvia: @a\($0 % 9 + 1)\n" }.joined(separator: "\n")
    #expect(
      reports(people).map { $0.prefix { $0 != ";" } }.filter { $0.hasPrefix("introduction-cycle") } == [
        "introduction-cycle: the introductions go in a circle: `@a9` via `@a1` via `@a2` via `@a3` via … via `@a7` via "
          + "`@a8` via `@a9`"
      ])
  }

  /// What one of two may be to the other, if the other is `grandmother` and so on to the one.
  @Test(arguments: Relation.allCases)
  func `each relation is the other side of its other side`(relation: Relation) {
    #expect(relation.opposite.opposite == relation && relation.opposite.isWork == relation.isWork)
    for (word, other) in zip(relation.words, relation.words) {
      let notes = "# Amara Okafor @amara\nknows: @zola (\(word))\n\n# Zola Okafor @zola\nknows: @amara (\(other))"
      let said = reports(notes).filter { $0.hasPrefix("contradictory-relation") }
      #expect(said.isEmpty == (relation.opposite == relation), "\(word)")
      #expect(
        said.allSatisfy { $0.contains("; write \(alternatives(relation.opposite.words)), or mend the other side") })
    }
  }

  private func alternatives(_ words: [String]) -> String {
    let quoted = words.map { "`\($0)`" }
    return quoted.count < 2
      ? quoted.joined() : quoted.dropLast().joined(separator: ", ") + " or " + (quoted.last ?? "")
  }

  @Test(arguments: ["no", "false", "never"])
  func `a key of the writer's own that says nothing is private`(value: String) {
    #expect(reports("# Amara Okafor @amara\nprivate: \(value)") == [])
  }

  @Test func `a link to the writer is one to @me`() {
    #expect(reports("Lunch with [[me]].") == ["wiki-link: `[[me]]` is not a link here; write `@me`"])
  }
}
