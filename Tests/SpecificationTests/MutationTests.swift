import NetJSON
import NetLint
import NetModel
import Support
import Testing

/// Whatever has happened to a text: rules and JSON end, findings lie inside the file, and the JSON can be read.
@Suite struct MutationTests {
  @Test func mutatedExamplesAreCheckedAndConverted() throws {
    var random = SeededGenerator(seed: 5)
    let texts = Texts.examples.filter { !$0.isEmpty }
    for round in 0..<6_000 {
      var bytes = texts[round % texts.count]
      for _ in 0...Int.random(in: 0..<4, using: &random) { mutate(&bytes, &random) }
      let checked = CheckedNotebook([(name: "a.net", bytes: bytes)], rules: allRules)
      #expect(checked.violations == [])
      for diagnostic in checked.diagnostics {
        #expect(diagnostic.range.end <= bytes.count)
        #expect(diagnostic.labels.allSatisfy { $0.range.end <= bytes.count })
        let edits = diagnostic.fix?.edits ?? []
        #expect(edits.allSatisfy { $0.range.end <= bytes.count })
        #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.range.end <= $1.range.start })
      }
      guard (try? UTF8Span(validating: bytes.span)) != nil else { continue }
      var options = NotebookJSON.Options()
      options.includesPrivate = round.isMultiple(of: 2)
      var output: [UInt8] = []
      _ = writeJSON(
        checked.notebook, files: [NotebookJSON.File(number: 0, path: "a.net", bytes: bytes)], options: options
      ) { piece in
        for index in piece.indices { output.append(piece[index]) }
      }
      _ = try readJSON(output)
    }
  }
}
