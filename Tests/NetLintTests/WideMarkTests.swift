import NetLint
import Testing

/// Marks that stand for a hyphen where a bullet belongs.
@Suite struct WideMarkTests {
  @Test(arguments: ["–", "—", "−", "•", "‣", "◦", "▪", "●", "・"])
  func `each becomes a bullet before a label`(mark: String) throws {
    let notes = "# Ann @ann\n\n\(mark) gave @ann: a book\n"
    var linted = LintedNotebook([Array(notes.utf8)], linter: Linter())
    #expect(linted.diagnostics.map(\.rule.name) == ["wide-mark"])
    _ = try linted.applyFixes { _ in true }
    #expect(String(decoding: linted.files[0].bytes, as: UTF8.self) == "# Ann @ann\n\n- gave @ann: a book\n")
  }
}
