import Foundation
import NetLint
import Support
import Testing

/// `Tests/Corpus/planted` is a notebook with a mistake of every kind, and `planted.txt` beside it says by hand where each of
/// them is and who can mend it: `fix`, `unsafe` or `person`; or `along`, where the fix of a line above takes it along. All of
/// them are found, and nothing else is.
@Suite struct PlantedTests {
  /// A mistake, as a line of the table: `FILE:LINE:COLUMN RULE  WHO`.
  struct Planted: Hashable {
    var place: String
    var rule: String
  }

  static let folder = "Tests/Corpus/planted"

  /// Secrets that scanners of this repository would find, and so stand in a file only here.
  static let tokens: CheckedNotebook.File = (
    "pages/tokens.net", Array("# Tokens\nkind: page\n\n\(Secrets.all.map { "- \($0)\n" }.joined())".utf8)
  )

  static let notebook = CheckedNotebook(
    (Texts.files(below: folder) { $0.contains(".net") } + [tokens]).sorted { $0.name < $1.name }, rules: allRules)

  static let table: [(planted: Planted, who: String)] = {
    let file = Texts.files(below: folder) { $0 == "planted.txt" }.first
    let lines = String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n")
    return lines.map { line in
      let words = line.split(separator: " ").map(String.init)
      return (Planted(place: words.first ?? "", rule: words.dropFirst().first ?? ""), words.dropFirst(2).first ?? "")
    } + tokenLines
  }()

  /// Each of the tokens stands on a line of its own, below a heading, its kind and a blank line.
  static let tokenLines = Secrets.all.indices.map { number in
    (Planted(place: "\(tokens.name):\(number + 4):3", rule: "secret"), "person")
  }

  static let reported: [(planted: Planted, who: String)] = notebook.diagnostics.map { diagnostic in
    let place = notebook.place(diagnostic.range.start, in: diagnostic.file)
    let who = diagnostic.fix.map { $0.isSafe ? "fix" : "unsafe" } ?? "person"
    return (Planted(place: "\(notebook.files[diagnostic.file].name):\(place)", rule: diagnostic.rule.name), who)
  }

  /// What is found only once unsafe fixes are applied.
  static let consequences =
    ["meetings/autumn.net meeting-without-people", "meetings/autumn.net perhaps-no-person"]
    + Array(repeating: "pages/misread-comments.net unused-suppression", count: 3)

  @Test func thePlantedMistakesAreFoundAndNothingElse() {
    let (planted, reported) = (Self.table.map(\.planted), Self.reported.map(\.planted))
    #expect(Set(planted).count == planted.count && Set(reported).count == reported.count)
    #expect(lines(Set(planted).subtracting(reported)) == "", "planted, and not found")
    #expect(lines(Set(reported).subtracting(planted)) == "", "found, and not planted")
  }

  @Test func eachIsMendedByWhomItShouldBe() {
    let who = Dictionary(Self.reported.map { ($0.planted, $0.who) }, uniquingKeysWith: { first, _ in first })
    for (planted, expected) in Self.table {
      #expect(who[planted] == (expected == "along" ? "person" : expected), "\(planted.place) \(planted.rule)")
    }
  }

  /// What is left has another place by then, so it is counted by file and rule. Only once it is a meeting, or a
  /// person, does one say that nobody is there or meant, and only once comments are understood, that they have nothing to ignore.
  @Test(arguments: [(["fix", "along"], []), (["fix", "along", "unsafe"], consequences)])
  func fixesLeaveWhatIsForOthers(applied: [String], consequences: [String]) throws {
    var linted = LintedNotebook(Self.notebook.files.map(\.bytes), linter: Linter(rules: allRules))
    _ = try linted.applyFixes { applied.contains($0.fix?.isSafe == true ? "fix" : "unsafe") }
    let left = linted.diagnostics.map { "\(Self.notebook.files[$0.file].name) \($0.rule.name)" }
    let others = Self.table.filter { !applied.contains($0.who) }.map(\.planted)
    let expected = others.map { "\($0.place.prefix { $0 != ":" }) \($0.rule)" }
    #expect(left.sorted() == (expected + consequences).sorted())
  }

  @Test func thereAreManyAndOfEveryRule() {
    #expect(Self.table.count > 150)
    #expect(Set(allRules.map(\.info.name)).subtracting(Self.table.map(\.planted.rule)).isEmpty)
    #expect(Set(Self.table.map(\.who)) == ["fix", "along", "unsafe", "person"])
  }

  @Test func theNotebookIsSound() { #expect(Self.notebook.violations == []) }

  private func lines(_ planted: Set<Planted>) -> String {
    planted.map { "\($0.place) \($0.rule)" }.sorted().joined(separator: "\n")
  }
}
