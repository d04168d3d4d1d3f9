import NetFormat
import NetJSON
import NetLint
import NetModel
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

  @Test(arguments: 1...4)
  func fixesOfGeneratedNotesComeToAnEnd(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 2))
    for round in 0..<Self.count {
      let files = generator.files(1 + round % 3)
      expect(files) { fixViolations($0, withUnsafe: false) + fixViolations($0, withUnsafe: true) }
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
        fixViolations($0, withUnsafe: false) + fixViolations($0, withUnsafe: true)
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

  // MARK: What must hold

  private func fixViolations(_ files: Files, withUnsafe: Bool) -> [String] {
    var linted = lint(files)
    let isWanted = { (diagnostic: Diagnostic) in withUnsafe || diagnostic.fix?.isSafe == true }
    let applied: AppliedFixes
    do throws(FixFault) { applied = try linted.applyFixes(where: isWanted) } catch { return ["\(error)"] }
    var violations: [String] = []
    for (number, file) in files.enumerated() {
      let edits = applied.edits[number] ?? []
      violations += editViolations(edits, file.bytes)
      if file.bytes.applying(edits) != linted.files[number].bytes { violations.append("the edits lead elsewhere") }
    }
    let again = lint(zip(files, linted.files).map { ($0.name, $1.bytes) })
    if again.diagnostics != linted.diagnostics { violations.append("a fresh check finds something else") }
    violations += again.diagnostics.filter {
      $0.fix != nil && isWanted($0) && !applied.heldBack.contains($0)
    }.map {
      "left: \($0.rule.name) \($0.message)"
    }
    return violations
  }

  private func ignoreViolations(_ files: Files) -> [String] {
    var linted = lint(files)
    _ = linted.addIgnores(reason: "as it was") { _ in true }
    var violations = linted.diagnostics.filter {
      !$0.rule.code.hasPrefix("N6") && !["pajek-file", "front-matter", "secret"].contains($0.rule.name)
    }.map {
      "left: \($0.rule.name) \($0.message)"
    }
    let new = zip(files, linted.files).map { (name: $0.name, bytes: $1.bytes) }
    if notes(files) != notes(new) { violations.append("the notes are others") }
    return violations
  }

  private func lint(_ files: Files) -> LintedNotebook { LintedNotebook(files.map(\.bytes), linter: Linter()) }

  /// The JSON of some files, without the lines that records stand in.
  private func notes(_ files: Files) -> String {
    var options = NotebookJSON.Options()
    options.includesPrivate = true
    // A longer number of a line could break another line.
    options.layout = .compact
    var output: [UInt8] = []
    let parts = files.enumerated().map { NotebookJSON.File(number: $0, path: $1.name, bytes: $1.bytes) }
    _ = writeJSON(Notebook(files.map { ParsedFile($0.bytes).facts }), files: parts, options: options) { piece in
      for index in piece.indices { output.append(piece[index]) }
    }
    return String(decoding: output, as: UTF8.self).replacing(/"line": ?\d+/, with: "")
  }
}
