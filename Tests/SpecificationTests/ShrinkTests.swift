import NetModel
import NetSyntax
import Support
import Testing

/// What fails is made as small as it can be.
@Suite struct ShrinkTests {
  /// Something to be found in generated notes, and the least that shows it.
  struct Planted: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var smallest: String
    var isIn: @Sendable (borrowing ParsedFile) -> Bool
  }

  @Test(arguments: [
    Planted(testDescription: "an unclosed fence", smallest: "```") { holds(.unclosedFence, $0) },
    Planted(testDescription: "a heading in a fence", smallest: "```\n# a @a\n```") { holds(.headingInFence, $0) },
    Planted(testDescription: "a tag in a continuation", smallest: "-\n#a") { holdsTagInContinuation($0) },
    Planted(testDescription: "a label and nobody", smallest: "- a:") { file in
      file.facts.mentions.isEmpty && (0..<file.tree.tokenCount).contains { file.tree.kind(ofToken: $0) == .label }
    },
    Planted(testDescription: "a meeting below a person", smallest: "# a\n# 1") { file in
      file.facts.records.map(\.kind) == [.person, .meeting]
    },
    Planted(
      testDescription: "an item that is too deep",
      smallest: (0...33).map { String(repeating: " ", count: $0) + "-" }.joined(separator: "\n")
    ) { holds(.tooDeep, $0) },
  ])
  func theSmallestCaseIsFound(planted: Planted) throws {
    let fails: ([UInt8]) -> Bool = { planted.isIn(ParsedFile($0)) }
    var generator = NotebookGenerator(seed: 1)
    let found = try #require((0..<5_000).lazy.map { _ in generator.file() }.first(where: fails))
    #expect(found.count > planted.smallest.utf8.count)
    #expect(shown(shrink(found, while: fails)) == planted.smallest)
  }

  @Test func theSmallestFilesAreFound() throws {
    let fails: ([CheckedNotebook.File]) -> Bool = { files in
      let notebook = Notebook(files.map { ParsedFile($0.bytes).facts })
      return notebook.files.enumerated().contains { file, facts in
        facts.mentions.contains { mention in
          guard case .record(let id) = notebook.resolution(of: mention, in: file) else { return false }
          return id.file < file
        }
      }
    }
    var generator = NotebookGenerator(seed: 3)
    let found = try #require((0..<100).lazy.map { _ in generator.files(4) }.first(where: fails))
    #expect(shrink(found, while: fails).map { shown($0.bytes) } == ["# a", "@a"])
  }

  @Test func itEndsAfterSoManySteps() {
    var steps = 0
    let text = Array(String(repeating: "- gave @lena: a chair\n", count: 500).utf8)
    let smaller = shrink(text, steps: 100) { candidate in
      steps += 1
      return candidate.count > 400
    }
    #expect(steps == 101)
    #expect((401..<text.count).contains(smaller.count))
  }

  @Test func whatDoesNotFailStays() {
    let text = Array("# Noor Haddad @noor\n".utf8)
    #expect(shrink(text) { _ in false } == text)
  }
}

private func holds(_ kind: Fault.Kind, _ file: borrowing ParsedFile) -> Bool {
  file.tree.faults.contains { $0.kind == kind }
}

/// Whether a tag stands on an item's second line or a later one.
private func holdsTagInContinuation(_ file: borrowing ParsedFile) -> Bool {
  for node in 0..<file.tree.nodeCount where file.tree.kind(ofNode: node) == .item {
    let tokens = file.tree.ownTokens(ofNode: node)
    let behind = tokens.drop { file.tree.kind(ofToken: $0) != .lineEnd }
    if behind.contains(where: { file.tree.kind(ofToken: $0) == .tag }) { return true }
  }
  return false
}
