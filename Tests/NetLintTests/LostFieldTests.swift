import NetFormat
import NetLint
import NetSyntax
import Support
import Testing

/// What fixes make of fields that stand below the header.
@Suite struct LostFieldTests {
  private func mended(_ text: String, safelyOnly isSafe: Bool) throws -> String {
    var linted = LintedNotebook([Array(text.utf8)], linter: Linter(rules: try rules(named: "field-outside-header")))
    _ = try linted.applyFixes { $0.fix?.isSafe == true || !isSafe }
    return String(decoding: linted.files[0].bytes, as: UTF8.self)
  }

  @Test(arguments: [
    // Several by themselves behind a stray blank line.
    (
      "# Ann @ann\nrole: Cook\n\norg: Acme\nemail: ann@acme.example\n\n- a note\n",
      "# Ann @ann\nrole: Cook\norg: Acme\nemail: ann@acme.example\n\n- a note\n"
    ),
    ("# Ann @ann\nrole: Cook\n\n\n**Org:** Acme\nplace: Doha", "# Ann @ann\nrole: Cook\norg: Acme\nplace: Doha"),
  ])
  func `a header becomes what a person would have written`(text: String, header: String) throws {
    #expect(try mended(text, safelyOnly: true) == header)
  }

  @Test(arguments: [
    ("# Ann @ann\nrole: Cook\n\norg: Acme\n\nplace: Doha\n", "# Ann @ann\nrole: Cook\norg: Acme\nplace: Doha\n"),
    ("# Ann @ann\nrole: Cook\n\norg: Acme\nShe is kind.\n", "# Ann @ann\nrole: Cook\norg: Acme\n\nShe is kind.\n"),
    (
      "# Ann @ann\nrole: Cook\n\nShe is kind.\n\norg: Acme\nplace: Doha\n\n- a note\n",
      "# Ann @ann\nrole: Cook\norg: Acme\nplace: Doha\n\nShe is kind.\n\n- a note\n"
    ),
    ("# Ann @ann\n\nShe is kind.\n\norg: Acme\n", "# Ann @ann\norg: Acme\n\nShe is kind.\n"),
    (
      "# Ann @ann\n\nShe is kind.\n\n- org: Acme\n- place: Doha\n",
      "# Ann @ann\norg: Acme\nplace: Doha\n\nShe is kind.\n"
    ),
    // A key that stands once stays behind where it is there already.
    (
      "# Ann @ann\nrole: Cook\n\norg: Acme\nrole: Baker\n", "# Ann @ann\nrole: Cook\norg: Acme\n\nrole: Baker\n"
    ),
    ("# Ann @ann\n- a note\ntags: private\n", "# Ann @ann\ntags: private\n- a note\n"),
    // What an item in the header's place has taken.
    ("# Ann @ann\n- a note\norg: Acme\nplace: Doha\n", "# Ann @ann\norg: Acme\nplace: Doha\n- a note\n"),
    (
      "# Ann @ann\nrole: Cook\n- a note\nthat goes on\n  - and on\norg: Acme\n- more\n",
      "# Ann @ann\nrole: Cook\norg: Acme\n- a note\nthat goes on\n  - and on\n- more\n"
    ),
    // Once formatted, an item's field is as plain to see, and may be a note.
    ("# Ann @ann\n\n- a note\norg: Acme\n", "# Ann @ann\norg: Acme\n\n- a note\n"),
  ])
  func `what may be a note is moved when that is asked for`(text: String, header: String) throws {
    #expect(try mended(text, safelyOnly: true) == text)
    #expect(try mended(text, safelyOnly: false) == header)
  }

  @Test(arguments: [
    "# Ann @ann\n\nShe said that her new\nrole: Cook\n", "# Ann @ann\n\n- first\n\nText.\n\n- a note\norg: Acme\n",
    "# Ann @ann\n- a note\n  org: Acme\n", "# Ann @ann\n- a note\nagenda: bread\n",
    "# Ann @ann\n- a note\nplace: it was so hot in there that nobody could think at all.\n",
  ])
  func `what is no field there is left alone`(text: String) throws {
    #expect(try mended(text, safelyOnly: false) == text)
  }

  @Test func `formatting hides no field that an item has taken`() throws {
    let text = Array("# Ann @ann\n* a note\norg: Acme\nand more\n".utf8)
    let formatted = try #require(try format(text, parse(text.span, reusing: Tree())))
    #expect(String(decoding: formatted.bytes, as: UTF8.self) == "# Ann @ann\n\n- a note\norg: Acme\n  and more\n")
  }
}
