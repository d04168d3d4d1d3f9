import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// Lines that fixes, ignoring comments and renames put in end as those around them do.
@Suite struct LineEndFixTests {
  @Test func `a file with CR LF throughout stays so, whatever is fixed or ignored`() throws {
    let linter = Linter(rules: rulesOfContent)
    var fixed = 0
    for example in RulePage.allExamples where !example.contains(UInt8(ascii: "\r")) {
      let text = withPairs(example)
      var mended = LintedNotebook([text], linter: linter)
      fixed += try mended.applyFixes { _ in true }.diagnostics.count
      #expect(isOfPairs(mended.files[0].bytes), "\(String(decoding: mended.files[0].bytes, as: UTF8.self))")
      for reason in [nil, "old"] {
        var ignored = LintedNotebook([text], linter: linter)
        _ = ignored.addIgnores(reason: reason) { _ in true }
        #expect(isOfPairs(ignored.files[0].bytes), "\(String(decoding: ignored.files[0].bytes, as: UTF8.self))")
      }
    }
    #expect(fixed > 100)
  }

  @Test(arguments: [
    // The new field stands where the heading does, not where the line stood.
    (
      "# Ann @ann\r\n\r\nShe is kind.\n\norg: Acme\n", "# Ann @ann\r\norg: Acme\r\n\r\nShe is kind.\n"
    ),
    ("# Ann @ann\n\nShe is kind.\r\n\r\norg: Acme\r\n", "# Ann @ann\norg: Acme\n\nShe is kind.\r\n"),
    ("# Ann @ann\nrole: Cook\r\n\nKind.\n\norg: Acme\n", "# Ann @ann\nrole: Cook\r\norg: Acme\r\n\nKind.\n"),
    // The last line has no end, and goes by the one above.
    ("# Ann @ann\r\n\r\nKind.\r\n\r\norg: Acme", "# Ann @ann\r\norg: Acme\r\n\r\nKind.\r\n"),
  ])
  func `in a file that mixes them, a new line ends as the one beside it`(text: String, mended: String) throws {
    var linted = LintedNotebook([Array(text.utf8)], linter: Linter(rules: try rules(named: "field-outside-header")))
    _ = try linted.applyFixes { _ in true }
    #expect(String(decoding: linted.files[0].bytes, as: UTF8.self) == mended)
  }

  @Test func `an old handle is kept in a line that ends as the heading does`() throws {
    let text = Array("# Ann Lee @ann\r\n\r\nKind.\n".utf8)
    let notebook = Notebook([ParsedFile(text).facts])
    let request = try RenameRequest(Array("@ann".utf8), to: Array("@anna".utf8))
    let renamed = try Rename(request, in: notebook, bytes: [text]).proved(in: notebook, [text])
    #expect(String(decoding: renamed[0], as: UTF8.self) == "# Ann Lee @anna\r\naka: @ann\r\n\r\nKind.\n")
  }

  private func withPairs(_ text: [UInt8]) -> [UInt8] {
    text.flatMap { $0 == UInt8(ascii: "\n") ? [UInt8(ascii: "\r"), $0] : [$0] }
  }

  private func isOfPairs(_ text: [UInt8]) -> Bool {
    text.indices.allSatisfy { text[$0] != UInt8(ascii: "\n") || ($0 > 0 && text[$0 - 1] == UInt8(ascii: "\r")) }
  }
}
