import NetLint
import Support
import Testing

/// Texts at whose every other byte a rule could speak: neither time nor memory is spent on what nobody would read.
@Suite struct ManyFindingsTests {
  private let more = "from here on there is more of this; no more than 10000 findings of a rule are listed for a file"

  private func notebook(_ texts: [String]) throws -> LintedNotebook {
    LintedNotebook(texts.map { Array($0.utf8) }, linter: Linter(rules: try rules(named: "N201") + rules(named: "N107")))
  }

  @Test func `of one rule in one file ten thousand are listed, and that there are more`() throws {
    let many = String(repeating: "- gave @nobody: tea\n", count: 10_002)
    let found = try notebook([many, many, "- gave @nobody: tea\n"]).diagnostics
    for file in 0...1 {
      let messages = found.filter { $0.file == file }.map(\.message)
      #expect(messages.count == 10_001)
      #expect(messages.last == more && messages.count { $0 == more } == 1)
    }
    #expect(found.count { $0.file == 2 } == 1)
    #expect(
      found.filter { $0.message == more }.allSatisfy {
        $0.rule.severity == .error && $0.fix == nil && $0.range.count == 7
      })
  }

  @Test func `as many as that are all listed`() throws {
    let found = try notebook([String(repeating: "- gave @nobody: tea\n", count: 10_000)]).diagnostics
    #expect(found.count == 10_000 && !found.contains { $0.message == more })
  }

  @Test func `a comment ignores the rest, too`() throws {
    let many = String(repeating: "- gave @nobody: tea\n", count: 10_002)
    #expect(try notebook(["// kith: ignore-file unknown-mention -- they are many\n\n\(many)"]).diagnostics.isEmpty)
  }

  @Test func `comments that ignore the first, line by line, ignore no others`() throws {
    let ignored = String(repeating: "// kith: ignore unknown-mention\n- gave @nobody: tea\n", count: 10_001)
    #expect(try notebook([ignored]).diagnostics.map(\.message) == [more])
    #expect(try notebook([ignored + "\n- gave @somebody: tea\n"]).diagnostics.map(\.message) == [more])
  }

  @Test func `what is too much to be ignored line by line is ignored for the file`() throws {
    var linted = try notebook([String(repeating: "- gave @nobody: tea\n", count: 12_000)])
    _ = linted.addIgnores(reason: nil) { _ in true }
    #expect(linted.diagnostics.isEmpty)
    #expect(linted.files[0].bytes.starts(with: Array("// kith: ignore-file unknown-mention\n".utf8)))
  }

  @Test func `a file that is asked a hundred thousand times to be ignored takes no longer for it`() throws {
    let asked = String(repeating: "// kith: ignore-file N201\n\n", count: 100_000)
    let linter = Linter(rules: try rules(named: "N201") + rules(named: "N601"))
    let found = LintedNotebook([Array((asked + "- gave @nobody: tea\n").utf8)], linter: linter).diagnostics
    #expect(found.count == 10_001 && found.allSatisfy { $0.rule.name == "unused-suppression" })
  }

  @Test func `fixes go on with the rest once the first are mended`() throws {
    let text = "# Ann @ann\n\n" + String(repeating: "- gave @ane: tea\n", count: 15_000)
    var linted = try notebook([text])
    #expect(linted.diagnostics.count == 10_001)
    _ = try linted.applyFixes { _ in true }
    #expect(linted.diagnostics.isEmpty)
    #expect(linted.files[0].bytes == Array(text.replacing("@ane", with: "@ann").utf8))
  }

  @Test func `what is left is listed no further than what nothing was fixed in`() throws {
    let lines = String(repeating: "- gave @ane: tea\n- gave @nobody: tea\n", count: 11_000)
    var linted = try notebook(["# Ann @ann\n\n" + lines])
    let applied = try linted.applyFixes { _ in true }
    #expect(applied.diagnostics.count == 11_000)
    #expect(linted.diagnostics.count == 10_001 && linted.diagnostics.last?.standsForMore == true)
    #expect(linted.diagnostics.allSatisfy { $0.fix == nil })
  }

  @Test func `all conflicts that git has left are listed, since no fix may touch them`() {
    let text = String(repeating: "<<<<<<< a\n=======\n>>>>>>> b\n\n", count: 10_100)
    let found = CheckedNotebook([(name: "a.net", bytes: Array(text.utf8))]).diagnostics
    #expect(found.count == 10_100)
  }
}
