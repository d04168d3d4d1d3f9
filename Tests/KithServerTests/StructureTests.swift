import Testing

@testable import KithServer

/// Folds, selections and links: what a file is made of.
@Suite struct StructureTests {
  private static func ask(_ method: String, _ text: String, in file: String = "a.net") throws -> String {
    try MarkedNotebook([file: text]).send(method, #""textDocument":{"uri":"ROOT/\#(file)"}"#)
  }

  /// The folds of a text, `3-5` for each.
  private static func folds(_ text: String) throws -> String {
    let answer = try ask("textDocument/foldingRange", text)
    return answer.matches(of: #/{startLine:(\d+),endLine:(\d+)(,kind:comment)?}/#).map { match in
      "\(match.1)-\(match.2)\(match.3 == nil ? "" : " comment")"
    }.joined(separator: ", ")
  }

  @Test func whatIsLongFolds() throws {
    let table: [(text: String, folds: String)] = [
      ("# A @a\nrole: x\n\nText\n\n\n// Of B.\n# B @b\n", "0-3"),
      ("# A @a\nrole: x\norg: y\nplace: z\nvia: @b\n\nText\n", "0-6, 1-4"),
      ("# A @a\nrole: x\norg: y\nplace: z\n\nText\n", "0-5"),
      ("# A\n\n## One\n\ntext\n\n### Two\n\ntext\n\n## Three\n\n## Four\n", "0-12, 2-8, 6-8"),
      ("- one\n  more\n- two\n  - three\n  - four\n\n- five\n", "0-1, 2-4"),
      ("```net\n# no record\n\n```\n", "0-3"),
      ("// one\n// two\n\n// three\n", "0-1 comment"),
      ("---\ntitle: x\n---\n\n# A\n", ""), ("# A", ""), ("", ""), ("# A\n\n\n\n", ""), ("# A\r\n\r\nText\r\n", "0-2"),
    ]
    for (text, folds) in table { #expect(try Self.folds(text) == folds, "\(text)") }
  }

  /// What may be selected around the mark, from the narrowest on.
  private static func selections(_ text: String) throws -> [String] {
    let notebook = try MarkedNotebook(["a.net": text])
    let plain = text.replacing("‸", with: "").split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let answer = notebook.askForSelections()
    return answer.matches(of: #/(\d+):(\d+)-(\d+):(\d+)/#).map { match in
      let (start, end) = ((Int(match.1) ?? 0, Int(match.2) ?? 0), (Int(match.3) ?? 0, Int(match.4) ?? 0))
      if start.0 == end.0 { return String(plain[start.0][start.1..<end.1]) }
      return "\(start.0):\(start.1)-\(end.0):\(end.1)"
    }
  }

  @Test func aSelectionGrows() throws {
    let record =
      "# Amara Okafor @amara\norg: Katara Academy\n\n## Notes\n\n- gave @lena: two contacts\n  - thanks\n\n# B\n"
    func at(_ words: String, _ offset: Int = 1) throws -> [String] {
      let range = try #require(record.firstRange(of: words))
      let index = record.index(range.lowerBound, offsetBy: offset)
      return try Self.selections(String(record[..<index]) + "‸" + String(record[index...]))
    }
    let whole = ["0:0-6:10", "0:0-9:0"]
    let section = ["3:0-6:10"] + whole
    #expect(
      try at("contacts") == ["contacts", "two contacts", "- gave @lena: two contacts", "5:0-6:10"] + section)
    #expect(try at("@lena", 2) == ["lena", "@lena", "gave @lena", "- gave @lena: two contacts", "5:0-6:10"] + section)
    #expect(try at("thanks", 6) == ["thanks", "  - thanks", "5:0-6:10"] + section)
    #expect(try at("Katara") == ["Katara", "Katara Academy", "org: Katara Academy"] + whole)
    #expect(
      try at("Okafor") == ["Okafor", "Amara Okafor", "Amara Okafor @amara", "# Amara Okafor @amara"] + whole)
    #expect(try at("\n## Notes", 0) == [""] + whole)
    #expect(try Self.selections("‸") == [""])
  }

  @Test func severalPlacesAreAnsweredInTheirOrder() throws {
    let notebook = try MarkedNotebook(["a.net": "one two"])
    let places = [5, 1].map { #"{"line":0,"character":\#($0)}"# }.joined(separator: ",")
    #expect(
      notebook.send(
        "textDocument/selectionRange", #""textDocument":{"uri":"ROOT/a.net"},"positions":[\#(places)]"#)
        == "[{range:0:4-0:7,parent:{range:0:0-0:7}},{range:0:0-0:3,parent:{range:0:0-0:7}}]")
  }

  /// The links of a text: what leads there, and where it leads.
  private static func links(_ text: String, in file: String = "a.net") throws -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf16) }
    let answer = try ask("textDocument/documentLink", text, in: file)
    return answer.matches(of: #/{range:(\d+):(\d+)-\d+:(\d+),target:(.*?)}/#).map { match in
      let line = lines[Int(match.1) ?? 0]
      return String(decoding: line[(Int(match.2) ?? 0)..<(Int(match.3) ?? 0)], as: UTF16.self) + " → " + match.4
    }
  }

  @Test(arguments: [
    ("see https://katara.example/a?b=c#d.", "https://katara.example/a?b=c#d → https://katara.example/a?b=c#d"),
    ("<https://katara.example>", "https://katara.example → https://katara.example"),
    ("mailto:amara@katara.example", "mailto:amara@katara.example → mailto:amara@katara.example"),
    ("https://katara.example/café", "https://katara.example/café → https://katara.example/caf%C3%A9"),
    ("[talk](https://katara.example)", "https://katara.example → https://katara.example"),
    ("[photo](img/amara.jpg)", "img/amara.jpg → img/amara.jpg"),
    ("[other](./b.net#jun)", "./b.net#jun → b.net#jun"),
    ("# A\nemail: amara@katara.example (work)", "amara@katara.example → mailto:amara@katara.example"),
    ("# A\nemail: a+b%c@katara.example", "a+b%c@katara.example → mailto:a+b%25c@katara.example"),
    ("# A\nphone: +974 4412 3456 x12 (desk)", "+974 4412 3456 x12 → tel:+97444123456;ext=12"),
    ("# A\nurl: https://katara.example (school)", "https://katara.example → https://katara.example"),
    ("# A\nurl: katara.example", "katara.example → https://katara.example"),
    ("# 2026-11-14 Call\nurl: https://meet.example/1", "https://meet.example/1 → https://meet.example/1"),
    ("ftp://katara.example/a", "ftp://katara.example/a → ftp://katara.example/a"),
  ])
  func addressesLead(_ text: String, _ link: String) throws {
    #expect(try Self.links(text) == [link])
  }

  @Test(arguments: [
    "command://run", "javascript://alert", "file:///etc/passwd", "vscode://x/y", "[x](file:///etc/passwd)",
    "[x](javascript:alert)", "[x](/etc/passwd)", "[x](//host/share)", "[x](#here)", "`https://a.example`",
    "// https://a.example", "# A\nemail: nobody", "# A\nphone: 12", "# A\nurl: command://run", "# A\nurl: @amara",
  ])
  func whatIsNotSafeOrNoAddressDoesNot(_ text: String) throws { #expect(try Self.links(text) == []) }

  @Test(arguments: [
    ("../img/./a.jpg", "file:///notes/people/a.net", "file:///notes/img/a.jpg"),
    ("../../../etc", "file:///notes/a.net", "file:///etc"), ("b/..", "file:///notes/a.net", "file:///notes/"),
    ("b.net?x=../y#../z", "file:///notes/a.net", "file:///notes/b.net?x=../y#../z"),
    ("%2e%2e/caf%C3%A9 é", "file:///notes/a%20b/c.net", "file:///notes/caf%C3%A9%20%C3%A9"),
    ("b.net", "untitled:1", nil), ("", "file:///notes/a.net", nil), ("C:/x", "file:///notes/a.net", nil),
    ("HTTPS://a.example", "untitled:1", "HTTPS://a.example"),
  ])
  func relativeLinksBeginAtTheDocument(_ address: String, _ document: String, _ target: String?) {
    #expect(linkTarget(of: Array(address.utf8)[...], relativeTo: document) == target)
  }
}

extension MarkedNotebook {
  fileprivate func askForSelections() -> String { ask("textDocument/selectionRange", #","positions":[\#(position)]"#) }
}
