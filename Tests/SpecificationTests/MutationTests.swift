import NetJSON
import NetLint
import NetModel
import Support
import Testing

/// Whatever has happened to a text: rules and JSON end, findings lie inside the file, and the JSON can be read.
@Suite struct MutationTests {
  @Test func mutatedExamplesAreCheckedAndConverted() {
    var random = SeededGenerator(seed: 5)
    let texts = Texts.examples.filter { !$0.isEmpty }
    for round in 0..<6_000 {
      var bytes = texts[round % texts.count]
      for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&bytes, &random) }
      expectSound([(name: "a.net", bytes: bytes)], includesPrivate: round.isMultiple(of: 2))
    }
  }

  @Test(arguments: [false, true])
  func generatedNotebooksAreCheckedAndConverted(isWild: Bool) {
    var generator = NotebookGenerator(seed: 6, isWild: isWild)
    for round in 0..<1_000 {
      expectSound(generator.files(1 + round % 3), includesPrivate: round.isMultiple(of: 2))
    }
  }

  private func expectSound(
    _ files: [CheckedNotebook.File], includesPrivate: Bool, location: SourceLocation = #_sourceLocation
  ) {
    guard !violations(files, includesPrivate).isEmpty else { return }
    let smallest = shrink(files) { !violations($0, includesPrivate).isEmpty }
    let broken = violations(smallest, includesPrivate).joined(separator: "\n")
    Issue.record("\(broken)\n\(shown(smallest))", sourceLocation: location)
  }

  private func violations(_ files: [CheckedNotebook.File], _ includesPrivate: Bool) -> [String] {
    let checked = CheckedNotebook(files, rules: allRules)
    var violations = checked.violations
    var options = NotebookJSON.Options()
    options.includesPrivate = includesPrivate
    var output: [UInt8] = []
    var readable: [NotebookJSON.File] = []
    for (number, file) in files.enumerated() where (try? UTF8Span(validating: file.bytes.span)) != nil {
      readable.append(NotebookJSON.File(number: number, path: file.name, bytes: file.bytes))
    }
    _ = writeJSON(checked.notebook, files: readable, options: options) { piece in
      for index in piece.indices { output.append(piece[index]) }
    }
    do { _ = try readJSON(output) } catch { violations.append("the JSON cannot be read: \(error)") }
    return violations
  }
}
