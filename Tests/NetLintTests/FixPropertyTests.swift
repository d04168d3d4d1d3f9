import NetLint
import Support
import Testing

/// Of every fix, applied by itself: the finding is gone, no other comes but in what is read anew, no letter is lost; and
/// a safe one changes nothing but what it is about.
///
/// A debug build tries a sample of the cases that a release build does.
@Suite struct FixPropertyTests {
  /// How many notebooks each seed tries.
  #if DEBUG
    static let count = 20
  #else
    static let count = 1_000
  #endif

  /// Formatting, which is a fix of the whole file, is tested elsewhere; so are comments that steer the tool, of which every
  /// fix may leave one with nothing to ignore.
  private static let linter = Linter(
    rules: allRules.filter { $0.info.name != "unformatted" && !$0.info.code.hasPrefix("N6") })

  /// What a rule's page says of the safety of its fixes.
  private static let fixes = Dictionary(
    uniqueKeysWithValues: allRules.map { ($0.info.name, RulePage($0.page).fix) })

  @Test(arguments: allRules.map(\.info.name))
  func fixesOfExamplesMendWhatTheySay(name: String) throws {
    let rule = try #require(allRules.first { $0.info.name == name })
    for block in RulePage(rule.page).blocks where block.info == "net" {
      expectNoViolation([(name: "example.net", bytes: bytes(ofExample: block.text + "\n"))])
    }
  }

  @Test func fixesOfTheSpecificationAndTheCorpusMendWhatTheySay() {
    for text in Texts.examples { expectNoViolation([(name: "a.net", bytes: text)]) }
    let corpus = Texts.files(below: "Tests/Corpus") { $0.hasSuffix(".net") || $0.hasSuffix(".net.md") }
    for files in Dictionary(grouping: corpus, by: { $0.name.prefix { $0 != "/" } }).values { expectNoViolation(files) }
  }

  /// What generated and mutated texts have found, as small as it could be made.
  @Test(arguments: [
    "# a\n- **role:** a\n- phone (b): 112\n", "-\n・[x] done:1\n-\n", " > a\n>", "- \n\n // a\n\n  - b\n",
    "# a\n\n // b\n\ndied: 1111\n", "# a\n\nattendees: b #private\n", "- a\n・b\n  - c\n", "- story ＠a:b\n",
    "# Łucja\n# Hal@łucja\n", "# a\n\nrole: b\n@c d\n", "# A @a @b\n\nrole: c\n", "# a\n# a\n- intro @a:\n",
    "# a\nKIND: group\na\nmembers:@a\nmembers: @a\n", "# a\nmembers:\n", "# 1111 1am\ntime: 1:11\n",
    "# 1111-11-11T01:11\ntime: 1:11\n", "- [x]a due:1\n", "# a\na:\n \u{7}\n", "# a\ndied: c1111\n birthday: 1-1\n",
    "- @a，:\n", "# a\nplace:\n\nmet:\na\nphone:(1)11\n", "# a\naka: a a\n address: a\n@a-a\n",
    "# 1111\n- challenge: @a-a @a\n# a a\n# a\n", "- 1.1.1111 gave @a\n", "# (@1)\n", "# @a 1 b\n",
    "# a a\n- gave [[a a]]\n", "# a a\n[[a a]]a\n", "# a a\nb[[a a]]\n", "# a #private\n# a\n## [[a a]]\nb\n# a a @a\n",
    "# a #private\n# b\n## [[a]]\nc\n",
    "•#private\n ```\n```\n", "- #private\n・a\n\n a\n", "# a #private\n- got ＠a: b\n\n  c\n",
    "# 1\nkind: a #private\n", "# a\n address: a\na: #private\n", "@a\n# a\n tags: a\na: #private\n",
    "# a\na:\n cadence:\u{200E}yearly\nb: c\n", "# 1111-11-11 1:11–1:11\ntime: 1:11\n",
    "# 1111-1-1 1:11\ntime: 1:11\n", "```\n\n \u{FEFF}```\n", "# a\nknows: ，@a\n", "- [ ] done:1.1111\n",
    "#privaa\u{301}a\n", "# a\nmembers:\n\na: 1\n", "# 1\n– [ ]\n-\nwith: @a\n", "# a\n[x]\n-\nbirthday: 1-1\n",
  ])
  func whatWasFoundOnce(text: String) { expectNoViolation([(name: "a.net", bytes: Array(text.utf8))]) }

  @Test(arguments: 1...8)
  func fixesOfGeneratedNotesMendWhatTheySay(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 4))
    var tried = 0
    for round in 0..<Self.count { tried += expectNoViolation(generator.files(1 + round % 2)) }
    #expect(tried > Self.count)
  }

  @Test(arguments: 11...18)
  func fixesOfMutatedNotesMendWhatTheySay(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var generator = NotebookGenerator(seed: UInt64(seed))
    let texts = Texts.examples.filter { !$0.isEmpty } + Texts.samples.map { Array($0.bytes.prefix(4000)) }
    for round in 0..<Self.count {
      var text = round.isMultiple(of: 2) ? generator.file() : texts[(round / 2 + seed * 31) % texts.count]
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&text, &random) }
      expectNoViolation([(name: "a.net", bytes: text)])
    }
  }

  /// Tries all fixes of some files, and returns how many there were.
  @discardableResult
  private func expectNoViolation(
    _ files: [CheckedNotebook.File], location: SourceLocation = #_sourceLocation
  ) -> Int {
    let files = files.filter { String(validating: $0.bytes, as: UTF8.self) != nil }
    let (violations, tried) = violations(of: files)
    if let first = violations.first {
      // What names stand in the text makes no difference.
      let smallest = shrink(files, steps: 2_000) { files in
        files.allSatisfy { String(validating: $0.bytes, as: UTF8.self) != nil }
          && self.violations(of: files).violations.contains { withoutQuotes($0) == withoutQuotes(first) }
      }
      let broken = self.violations(of: smallest).violations.joined(separator: "\n")
      Issue.record("\(broken)\n\(shown(smallest))", sourceLocation: location)
    }
    return tried
  }

  private func violations(of files: [CheckedNotebook.File]) -> (violations: [String], tried: Int) {
    var (violations, tried) = fixViolations(files, Self.linter)
    for diagnostic in ReportedNotebook(files, Self.linter).diagnostics {
      guard let fix = diagnostic.fix, Self.fixes[diagnostic.rule.name]?.contains(fix.isSafe) != true else { continue }
      violations.append("\(diagnostic.rule.name) has a fix that is \(fix.isSafe ? "safe" : "unsafe")")
    }
    return (violations, tried)
  }

  private func withoutQuotes(_ text: String) -> [Substring] {
    text.split(separator: "`").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
  }
}
