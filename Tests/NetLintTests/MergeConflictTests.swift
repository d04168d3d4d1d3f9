import NetLint
import Support
import Testing

/// What git leaves where it could not merge: it is found, and nothing makes it harder to settle.
@Suite struct MergeConflictTests {
  /// What is reported of a file.
  private func diagnostics(_ text: String) -> [Diagnostic] {
    let checked = CheckedNotebook([(name: "notes.net", bytes: Array(text.utf8))])
    #expect(checked.violations == [], "\(text)")
    return checked.diagnostics
  }

  /// What is reported of a file, as `LINE RULE`, and the lines of its labels.
  private func found(_ text: String) -> [String] {
    diagnostics(text).map { diagnostic in
      let lines = ([diagnostic.range] + diagnostic.labels.map(\.range)).map { range in
        String(text.utf8.prefix(range.start).count { $0 == UInt8(ascii: "\n") } + 1)
      }
      return "\(lines.joined(separator: ",")) \(diagnostic.rule.name)"
    }
  }

  @Test(arguments: [
    ("<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> side\n", "1,3,5"),
    ("<<<<<<<\n||||||| 3c5e0d1\n=======\n>>>>>>>", "1,2,3,4"),
    ("```\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> side\n```\n", "2,4,6"),
    ("<<<<<<< HEAD\n```\none\n=======\n```\n- two\n>>>>>>> side\n", "1,4,7"),
    // Byte-order marks before it, which formatting takes away.
    ("\u{FEFF}<<<<<<< HEAD\n- one\n\u{FEFF}\u{FEFF}=======\n- two\n\u{FEFF}>>>>>>> side\n", "1,3,5"),
    // The first of two `=======`, and `|||||||` before it only.
    ("<<<<<<< HEAD\nA plan\n=======\n||||||| x\nA list\n=======\n>>>>>>> side\n", "1,3,7"),
  ])
  func `a conflict is one finding`(text: String, lines: String) {
    #expect(found(text) == ["\(lines) merge-conflict"])
    #expect(found(text.replacing("\n", with: "\r\n")) == ["\(lines) merge-conflict"])
  }

  @Test func `a marker that has lost the others is one, too`() {
    #expect(found("<<<<<<< HEAD\n- one\n") == ["1 merge-conflict"])
    #expect(found("- one\n\n>>>>>>> side\n") == ["3 merge-conflict"])
    // Formatting does not indent it, as if the bullet took it in.
    #expect(found("-\n>>>>>>> side\n").contains("2 merge-conflict"))
    #expect(
      found("<<<<<<< HEAD\n- one\n\n<<<<<<< HEAD\n=======\n>>>>>>> side\n\n>>>>>>> side\n")
        == ["1 merge-conflict", "4,5,6 merge-conflict", "8 merge-conflict"])
  }

  @Test(arguments: [
    "The plan\n=======\n", "=======\n- one\n=======\n", "||||||| a table |||||||\n", "<<<<<< HEAD\n", "<<<<<<<< HEAD\n",
    ">>>>>>>> side\n", "<<<<<<<HEAD\n", " <<<<<<< HEAD\n", "> > > > a quote of a quote\n", ">>>>>>>a quote\n",
    "see <<<<<<< HEAD and >>>>>>> side\n", "<", ">>",
  ])
  func `other signs are none`(text: String) { #expect(found(text).isEmpty) }

  @Test func `of what it holds only secrets are reported`() {
    let text = """
      # Jun @jun
      <<<<<<< HEAD
      role : Head
      - gave @jnu: a book
      =======
      # Jun @jun
      // kith: ignore unknown-mention
      - password: kumquat47
      >>>>>>> side
      email:jun@katara.example

      - gave @jnu: a book
      """
    #expect(found(text) == ["2,5,9 merge-conflict", "8 secret", "12 unknown-mention"])
  }

  @Test(arguments: ["<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> side\n", ">>>>>>> side\n"])
  func `no fix carries text past it`(conflict: String) {
    let above = "# Jun @jun\nrole: Head\n\n- email: jun@katara.example\n\n"
    let below = "\nphone: +974 5555 0102\n\n- gave @jnu: a book\n"
    let fixable = { (text: String) in diagnostics(text).filter { $0.fix != nil }.map(\.rule.name) }
    let rules = ["field-outside-header", "field-outside-header", "unknown-mention"]
    #expect(diagnostics(above + conflict + below).map(\.rule.name).filter { $0 != "merge-conflict" } == rules)
    #expect(fixable(above + below) == rules)
    #expect(fixable(above + conflict + below) == ["field-outside-header", "unknown-mention"])
  }

  @Test func `a comment whose use may be in it is not called unused`() {
    let conflict = "<<<<<<< HEAD\n- gave @jnu: a book\n=======\n>>>>>>> side\n"
    let comment = "// kith: ignore-file unknown-mention\n# Jun @jun\n\n"
    #expect(found(comment + "- tea\n") == ["1 unused-suppression"])
    #expect(found(comment + conflict) == ["4,6,7 merge-conflict"])
    #expect(found("// kith: ignore-file merge-conflict\n" + conflict).isEmpty)
  }
}
