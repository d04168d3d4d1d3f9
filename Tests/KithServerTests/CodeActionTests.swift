import Testing

/// What can be done at a place marked `‸`, and what comes of it.
@Suite struct CodeActionTests {
  private static let capabilities =
    #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}},"workspace":{"workspaceEdit":{"documentChanges":true}}}"#

  /// The titles of what can be done, each with its edits.
  private static func actions(_ text: String, only: String? = nil) throws -> [String] {
    let notebook = try MarkedNotebook(["a.net": text], capabilities)
    let context = #","context":{"diagnostics":[]\#(only.map { #","only":["\#($0)"]"# } ?? "")}"#
    let answer = notebook.askAboutRange("textDocument/codeAction", context)
    return answer.matches(of: #/{title:(.*?),kind:.*?edits:\[(.*?)\]}\]}}/#).map { match in
      let edits = match.2.matches(of: #/{range:(.*?),newText:(.*?)}/#).map { "\($0.1) \($0.2)" }
      return "\(match.1) | \(edits.joined(separator: " | "))"
    }
  }

  @Test func aMistakeIsMendedOrIgnored() throws {
    let actions = try Self.actions("# Amara Okafor @amara\n\n- gave @am‸ra: two contacts\n")
    #expect(
      actions == [
        "replace by `@amara` (it may not be what you mean) | 2:7-2:12 @amara",
        "add a person `@amra` | 2:26-2:26  /  / # Amra @amra",
        "ignore `unknown-mention` here | 2:0-2:0 // kith: ignore unknown-mention / ",
      ])
    let fixes = try Self.actions("# Bo\nrole : Co‸ok\n", only: "quickfix")
    #expect(
      fixes == [
        "replace by `role: Cook` | 1:0-1:11 role: Cook",
        "ignore `field-outside-header` here | 1:0-1:0 // kith: ignore field-outside-header / ",
      ])
  }

  @Test func whomOnlyAPrivateLineMentionsIsMadePrivate() throws {
    let actions = try Self.actions("# Bo @bo\n\n- saw @n‸b #private\n")
    #expect(actions.first == "add a private person `@nb` | 2:18-2:18  /  / # Nb @nb #private")
  }

  @Test(arguments: [
    (
      "# Amara @amara\n\n# Amira @amira\n\n- gave @am‸ra: a book\n",
      ["replace by `@amara` | 4:7-4:12 @amara", "replace by `@amira` | 4:7-4:12 @amira"]
    ),
    (
      "# Bo\nbirthday: 03/04/‸1980\n",
      ["replace by `1980-04-03` | 1:10-1:20 1980-04-03", "replace by `1980-03-04` | 1:10-1:20 1980-03-04"]
    ),
    (
      "# Amara Oba @amara\naka: Mara\n\n# Mari Vega @mari\naka: Mara\n\n- gave @ma‸ra: a book\n",
      ["replace by `@amara` | 6:7-6:12 @amara", "replace by `@mari` | 6:7-6:12 @mari"]
    ),
    (
      "# Bo @bo\n\n# Cy @cy\n\n# 2026-11-14 Tea with @bo and @cy\n\n- story‸: of her youth\n",
      ["write `story @bo:` | 6:7-6:7  @bo", "write `story @cy:` | 6:7-6:7  @cy"]
    ),
    ("# Bo\nbirthday: 03/04/‸80\n", []),
  ])
  func whatMayBeMeantIsThereToChoose(text: String, proposals: [String]) throws {
    let actions = try Self.actions(text, only: "quickfix")
    #expect(actions.filter { $0.hasPrefix("replace") || $0.hasPrefix("write") } == proposals)
    #expect(try Self.actions(text, only: "source.fixAll") == [])
  }

  @Test func allOfARuleAtOnce() throws {
    let actions = try Self.actions("# Bo\nro‸le : Cook\n\n# Cy\nrole : Baker\n", only: "quickfix")
    #expect(
      actions.contains(
        "fix all 2 of `field-outside-header` in this file | 1:0-1:11 role: Cook | 4:0-4:12 role: Baker"))
  }

  @Test(arguments: [
    (
      "- [ ] ca‸ll @bo",
      ["tick it, done on 2026-11-26 | 0:2-0:5 [x] | 0:14-0:14  done:2026-11-26", "let it go | 0:2-0:5 [-]"]
    ),
    ("- [x] call done:2026-‸11-20", ["open it again | 0:2-0:5 [ ] | 0:10-0:26 "]),
    (
      "- [-] ca‸ll",
      ["tick it, done on 2026-11-26 | 0:2-0:5 [x] | 0:10-0:10  done:2026-11-26", "open it again | 0:2-0:5 [ ]"]
    ),
    ("- ca‸ll", ["make it a task | 0:1-0:1  [ ]"]),
    ("- [ ] call done:2026-11-‸20", ["tick it | 0:2-0:5 [x]", "let it go | 0:2-0:5 [-]"]),
    // What is at the cursor is not the item above.
    ("- [ ] one\n-[ ] t‸wo", []),
    ("- [] t‸wo", []),
    ("ca‸ll", ["make it a task | 0:0-0:0 - [ ] "]),
    ("call‸\nor write", []),
    ("# Jun Ta‸naka", ["write `@jun-tanaka` behind the name | 0:12-0:12  @jun-tanaka"]),
    ("# Jun Tanaka @ju‸n", []),
    ("```\nca‸ll\n```", []),
    ("> ca‸ll", []),
  ])
  func rewriting(text: String, actions: [String]) throws {
    #expect(try Self.actions(text, only: "refactor") == actions)
  }

  @Test func allThatIsSafe() throws {
    #expect(try Self.actions("# Bo\nrole : Cook‸\n", only: "source.fixAll").count == 1)
    #expect(try Self.actions("# Bo\nrole: Cook‸\n", only: "source") == [])
    #expect(try Self.actions("# Bo\nrole : Cook‸\n", only: "refactor.extract") == [])
  }

  @Test func linesEndAsTheFileHasThem() throws {
    let actions = try Self.actions("# Amara @amara\r\n\r\n- gave @am‸ra: a book\r\n", only: "quickfix")
    #expect(actions.contains(#"add a person `@amra` | 2:20-2:20 \r / \r / # Amra @amra"#))
  }
}
