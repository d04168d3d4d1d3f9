import Testing

/// What is shown where the pointer rests, at a place marked `‸`.
@Suite struct HoverTests {
  private static let people = """
    # Amara Okafor @amara
    role: Head of School
    org: Katara International Academy
    place: Doha
    pronouns: she/her
    met: 2026-11-03 school leaders' breakfast
    via: @lena

    - challenge: recruiting maths teachers
    - [ ] ask about the board

    # Lena Petrova @lena

    # 2026-11-14 Coffee with @amara and @lena
    - [ ] send @amara the reading list due:2026-11-30
    - [ ] @amara: introduce us to the board
    - [x] @amara: a promise that was kept
    - [ ] @lena: somebody else's promise
    - challenge @amara: forty new teachers

    # 2026-12-01 Supper with @lena
    # 2026-12-24 Supper with @amara
    # 2026-11-25 Tea with @amara
    status: cancelled
    """

  private static func shown(_ text: String, _ capabilities: String = "{}") throws -> String {
    let notebook = try MarkedNotebook(["people.net": people, "a.net": text], capabilities)
    let answer = notebook.ask("textDocument/hover")
    return answer.firstMatch(of: #/value:(.*?)},range/#).map { String($0.1) } ?? answer
  }

  @Test func aMentionShowsThePerson() throws {
    #expect(
      try Self.shown("Saw @am‸ara.") == """
        Amara Okafor @amara /  / Head of School, Katara International Academy, Doha (she/her) /  / \
        met 2026-11-03, school leaders' breakfast, through Lena Petrova /  / \
        last met in these notes: 2026-11-14, Coffee with @amara and @lena /  / \
        next: 2026-12-24, Supper with @amara /  / \
        you promised: / - send @amara the reading list due:2026-11-30 (2026-11-14) / - ask about the board /  / \
        they promised: / - introduce us to the board (2026-11-14) /  / \
        they are facing: / - forty new teachers (2026-11-14) / - recruiting maths teachers
        """)
  }

  @Test func markdownEscapesWhatStandsInNotes() throws {
    let markdown = #"{"textDocument":{"hover":{"contentFormat":["markdown"]}}}"#
    let shown = try Self.shown("# Bo [*] Diaz @bo\nrole: <b>\n\n# 2026-11-20 Tea with @bo‸", markdown)
    #expect(
      shown == #"**Bo \\[\\*\\] Diaz** `@bo` /  / \\<b\\> /  / last met in these notes: 2026-11-20, Tea with @bo"#)
  }

  @Test(arguments: [
    ("@me‸", "you, who keep these notes"),
    (
      "# Amara Okafor @amara\n\n@ama‸ra",
      "it is not clear who is meant: / - @amara Amara Okafor / - @amara Amara Okafor"
    ),
    ("# Bo\nca‸dence: weekly", "How often you would like to be in touch, such as 3 months, weekly, none."),
    (
      "# Bo\nem‸ail: bo@b.org",
      "An address for mail, perhaps with a label, such as amara@katara.example (work). It may stand more than once."
    ),
    ("# Bo\nshoes: 4‸2", "null"),
    ("# Bo\nsho‸es: 42", "A field of your own. It is kept as it is, and stands under fields in JSON."),
    ("# Bo\n\n- sto‸ry: of a bridge", "Something they shared: their story."),
    (
      "# Bo\n\n- [‸ ] call",
      "A promise that is open. Whoever is mentioned before a colon owes it; without such a mention, you do."
    ),
    ("# Bo\n\n- [ ] call due:2026-1‸1-26", "due on a Thursday"),
    ("# 2026-11-2‸6 Tea with @amara", "Thursday"),
    (
      "# Bo\n\nA #priv‸ate thing",
      "Marks what it stands on as private: a record, a section, an item with all below it, a "
        + "paragraph. JSON and all that is made for others leaves it out. It is a mark, not encryption."
    ),
    ("Plain wo‸rds", "null"),
    ("`@ama‸ra`", "null"),
    ("// @ama‸ra", "null"),
  ])
  func words(text: String, shown: String) throws {
    #expect(try Self.shown(text) == shown)
  }

  @Test func aRuleIsExplainedInTheCommentThatNamesIt() throws {
    #expect(try Self.shown("// kith: ignore N‸201\n@bo").hasPrefix("error unknown-mention (N201): "))
  }

  @Test func throughWhomOneMetNeedsNoDay() throws {
    #expect(try Self.shown("# Bo @bo\nvia: @lena\n\n# Cy @cy\nvia: @b‸o\n") == "Bo @bo /  / met through Lena Petrova")
  }

  @Test func whatIsFoundIsExplained() throws {
    let shown = try Self.shown("# Bo @bo\n\n- gave @nobody‸: a book")
    #expect(shown.hasPrefix("no one has the handle @nobody"))
    #expect(shown.contains(" /  / error unknown-mention (N201): "))
    #expect(shown.hasSuffix("kith rule unknown-mention says more."))
  }
}
