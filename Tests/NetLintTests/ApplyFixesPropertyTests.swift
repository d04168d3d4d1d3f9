import NetSyntax
import Support
import Testing

/// Of every notebook: applying fixes comes to an end, after which nothing is left to fix; and comments that ignore all that is
/// found leave nothing to report, and the notes as they were.
///
/// A debug build tries a sample of the cases that a release build does.
@Suite struct ApplyFixesPropertyTests {
  /// How many notebooks each seed tries.
  #if DEBUG
    static let count = 60
  #else
    static let count = 1_000
  #endif

  private typealias Files = [CheckedNotebook.File]

  /// What fuzzing has found, as small as it could be made.
  @Test(arguments: ["---\na: b\n\0\n---", "# Ann\r\n* secret\r\n"])
  func whatWasFoundOnce(text: String) {
    expect([(name: "a.net", bytes: Array(text.utf8))]) {
      appliedFixViolations($0, withUnsafe: true) + ignoreViolations($0)
    }
  }

  @Test(arguments: 1...4)
  func fixesOfGeneratedNotesComeToAnEnd(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 2))
    for round in 0..<Self.count {
      let files = generator.files(1 + round % 3)
      expect(files) { appliedFixViolations($0, withUnsafe: false) + appliedFixViolations($0, withUnsafe: true) }
    }
  }

  @Test(arguments: 11...14)
  func fixesOfMutatedNotesComeToAnEnd(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let texts = Texts.examples.filter { !$0.isEmpty } + RulePage.allExamples
    for round in 0..<Self.count {
      var text = texts[(round &* 31 &+ seed &* 7) % texts.count]
      for _ in 0..<Int.random(in: 0...4, using: &random) { mutate(&text, &random) }
      guard (try? UTF8Span(validating: text.span)) != nil else { continue }
      expect([(name: "a.net", bytes: text)]) {
        appliedFixViolations($0, withUnsafe: false) + appliedFixViolations($0, withUnsafe: true)
      }
    }
  }

  @Test(arguments: 21...24)
  func whatIsFoundCanBeIgnored(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 2))
    for round in 0..<Self.count { expect(generator.files(1 + round % 3), violations: ignoreViolations) }
  }

  private func expect(_ files: Files, violations: (Files) -> [String], location: SourceLocation = #_sourceLocation) {
    if violations(files).isEmpty { return }
    let smallest = shrink(files) { !violations($0).isEmpty }
    Issue.record("\(violations(smallest).joined(separator: "\n"))\n\(shown(smallest))", sourceLocation: location)
  }
}
