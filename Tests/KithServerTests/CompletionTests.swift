import Testing

/// What is proposed at a place marked `‸`.
@Suite struct CompletionTests {
  private static let people = """
    # Amara Okafor @amara
    aka: Mara
    role: Head of School #education

    # Jun Tanaka @jun

    # Amir Haddad
    kind: person

    # 2026-11-14 Coffee with @jun
    # 2026-10-02 Call with @amara
    # 2026-11-20 Tea with @amara
    status: cancelled
    # 2027-01-01 Lunch with @amara
    - a talk about #maths and #education
    """

  /// What is proposed, in order, with the text that is put in.
  private static func proposed(_ text: String, _ capabilities: String = "{}") throws -> [String] {
    let notebook = try MarkedNotebook(["people.net": people, "a.net": text], capabilities)
    let answer = notebook.ask("textDocument/completion")
    return answer.matches(of: #/label:(.*?),kind.*?newText:(.*?)}/#).map { match in
      match.1 == match.2 ? String(match.1) : "\(match.1) → \(match.2)"
    }
  }

  @Test func whoWasMetLastComesFirst() throws {
    let people = try Self.proposed("# Bo\n\n- gave @‸")
    #expect(people == ["@jun", "@amara", "@bo", "@amir-haddad"])
  }

  @Test(arguments: [
    ("@am‸", ["@amara", "@amir-haddad"]),
    ("@mar‸", ["@amara"]),
    ("@oka‸", ["@amara"]),
    ("@tana‸", ["@jun"]),
    ("@jn‸", ["@jun"]),
    ("@JU‸", ["@jun"]),
    ("@zz‸", []),
    // Behind a letter it is an address.
    ("amara@ka‸", []),
    ("`@am‸`", []),
    ("see https://x.org/@am‸", []),
  ])
  func peopleByHandleNameAndOtherName(typed: String, proposed: [String]) throws {
    #expect(try Self.proposed("# Bo\n\nSaw \(typed) today") == proposed)
  }

  @Test func aValueDirectlyBehindItsColonGetsItsBlank() throws {
    #expect(try Self.proposed("# Bo\nkind:‸") == ["person", "group", "org", "page"].map { "\($0) →  \($0)" })
    #expect(try Self.proposed("# Bo\nvia:‸").first == "@jun →  @jun")
    #expect(try Self.proposed("# Bo\nkind: ‸").first == "person")
  }

  /// Some editors look no further than the first letters of what they are to compare, and ask again only if they are told to.
  @Test func aSurnameFindsSomebodyInEveryEditor() throws {
    let notebook = try MarkedNotebook(["people.net": Self.people, "a.net": "# Bo\n\n@oka‸"])
    let answer = notebook.ask("textDocument/completion")
    #expect(answer.contains("filterText:@oka,") && answer.contains("isIncomplete:true"))
  }

  @Test(arguments: [
    ("# Bo\nknows: ju‸", ["@jun"]),
    ("# Bo\nknows: Jun Ta‸", ["@jun"]),
    ("# Bo\nknows: @jun, ama‸", ["@amara"]),
    ("# Bo\nvia: @am‸", ["@amara", "@amir-haddad"]),
    ("# 2026-11-20 Tea\nwith: ta‸", ["@jun"]),
  ])
  func peopleInLists(text: String, proposed: [String]) throws {
    #expect(try Self.proposed(text) == proposed)
  }

  @Test(arguments: [
    ("# Bo\n\nOn #‸", ["#education", "#maths", "#private"]),
    ("# Bo\n\nOn #ma‸", ["#maths"]),
    ("# Bo\ntags: #ed‸", ["#education"]),
    ("# Bo\ntags: ed‸", ["#education"]),
    ("# Bo #pri‸", ["#private"]),
    ("#‸", []),
  ])
  func tags(text: String, proposed: [String]) throws {
    #expect(try Self.proposed(text) == proposed)
  }

  @Test func keysThatAreMissing() throws {
    let keys = try Self.proposed("# Bo\nrole: Cook\nemail: a@b.org\n‸")
    #expect(keys.prefix(4) == ["kind → kind: ", "aka → aka: ", "pronouns → pronouns: ", "org → org: "])
    #expect(keys.contains("email → email: "), "one may have several")
    #expect(!keys.contains { $0.hasPrefix("role") || $0.hasPrefix("members") || $0.hasPrefix("with") })
    #expect(try Self.proposed("# 2026-11-20 Tea\npl‸").contains("place → place: "))
    #expect(try Self.proposed("# 2026-11-20 Tea\npl‸: Doha").contains("place"))
    #expect(try Self.proposed("# Bo\n// a comment\nro‸").contains("role → role: "))
    #expect(try Self.proposed("# Bo\nrole: Cook\n\nSome notes.\nro‸") == [])
  }

  @Test(arguments: [
    ("# Bo\nkind: ‸", ["person", "group", "org", "page"]),
    ("# Bo\ncadence: ‸", ["weekly", "2 weeks", "monthly", "2 months", "3 months", "6 months", "yearly", "none"]),
    ("# 2026-11-20 Tea\nstatus: ‸", ["tentative", "confirmed", "cancelled"]),
    ("# 2026-11-20 Tea\ntz: qat‸", ["Asia/Qatar"]),
    ("# Bo\nemail: bo@b.org (‸", ["work", "home", "mobile"]),
    ("# Bo\nemail: ‸", []),
    ("# Bo\nfavourite: ‸", []),
    ("// kith: ignore unknown-men‸", []),
  ])
  func values(text: String, proposed: [String]) throws {
    let found = try Self.proposed(text)
    if text.contains("ignore") {
      #expect(found.contains("unknown-mention"))
    } else {
      #expect(found == proposed)
    }
  }

  private static let places = [
    "b.net": "# Bo @bo\nplace: Katara, Doha #home\norg: ACME\n# Cy\nplace: Düsseldorf\norg: Katara Academy\n",
    "c.net":
      "# 2026-11-20 Tea\nplace: Katara, Doha\ntz: Asia/Qatar\n# 2026-11-21 Tea\nplace: Café Zest\ntz: Europe/Berlin\n"
      + "# 2026-11-22 Tea\nplace: Katara, Doha\ntz: Europe/Berlin\n# 2026-11-23 Tea\nplace: Düsseldorf\n",
  ]

  @Test(arguments: [
    ("place: ‸", "Katara, Doha (3 times); Düsseldorf (twice); Café Zest (once)"),
    ("place: doh‸", "Katara, Doha (3 times)"), ("place: Katara, ‸", "Katara, Doha (3 times)"),
    ("place: dus‸", "Düsseldorf (twice)"), ("place: zest‸", "Café Zest (once)"),
    // What is being typed is in use only if it stands elsewhere, too.
    ("place: Duss‸eldorf", "Düsseldorf (twice)"), ("place: Zw‸olle", ""), ("place: Café Z‸est", "Café Zest (once)"),
    ("place: Doha\n  Kat‸", ""), ("org: ‸", "ACME (once); Katara Academy (once)"),
    ("tz: e‸urope/b", "Europe/Berlin (twice)"), ("role: ‸", ""),
  ])
  func whatNotesSayAlreadyTheMostUsedFirst(text: String, proposed: String) throws {
    let text = text.hasPrefix("tz") ? "# 2026-11-24 Tea\n\(text)\n" : "# Al @al\n\(text)\n"
    let notebook = try MarkedNotebook(Self.places.merging(["a.net": text]) { $1 })
    let found = notebook.ask("textDocument/completion").matches(of: #/label:([^{}]*?),kind:12,detail:(.*?),/#)
    #expect(found.map { "\($0.1) (\($0.2))" }.joined(separator: "; ") == proposed)
  }

  @Test func aWholeValueIsReplacedButNotItsTags() throws {
    let notebook = try MarkedNotebook(Self.places.merging(["a.net": "# Al @al\nplace: Kat‸ara, Do #home\n"]) { $1 })
    let answer = notebook.ask("textDocument/completion")
    #expect(answer.contains("textEdit:{range:1:7-1:17,newText:Katara, Doha}"))
  }

  @Test func zonesInUseComeBeforeTheOthers() throws {
    let notebook = try MarkedNotebook(Self.places.merging(["a.net": "# 2026-11-24 Tea\ntz: eur‸\n"]) { $1 })
    let labels = notebook.ask("textDocument/completion").matches(of: #/label:(.*?),/#).map { String($0.1) }
    #expect(labels.prefix(2) == ["Europe/Berlin", "Europe/Amsterdam"])
    #expect(labels.count { $0 == "Europe/Berlin" } == 1)
  }

  @Test func aSecretIsNotProposed() throws {
    let notebook = try MarkedNotebook([
      "b.net": "# Bo\nplace: password: hunter2hunter2\n# Cy\nplace: Doha\n", "a.net": "# Al\nplace: ‸\n",
    ])
    let answer = notebook.ask("textDocument/completion")
    #expect(answer.contains("label:Doha") && !answer.contains("hunter2"))
  }

  @Test func whatSomebodyIsToSomebody() throws {
    #expect(try Self.proposed("# Bo\nknows: @jun (‸").contains("sister"))
    #expect(try Self.proposed("# Bo\nknows: @jun (friend), ju‸") == ["@jun"])
  }

  @Test func labelsBehindABullet() throws {
    let inMeeting = try Self.proposed("# 2026-11-20 Tea\n\n- ‸")
    #expect(inMeeting.first == "story → story ")
    #expect(inMeeting.last == "[ ] → [ ] ")
    #expect(try Self.proposed("# Bo\n\n- ch‸").contains("challenge → challenge: "))
    #expect(try Self.proposed("# Bo\n\n- 2026-11-20 st‸").contains("story → story: "))
    #expect(try Self.proposed("# Bo\n\n- we spoke of st‸") == [])
    let snippets = #"{"textDocument":{"completion":{"completionItem":{"snippetSupport":true}}}}"#
    #expect(try Self.proposed("# 2026-11-20 Tea\n\n- in‸", snippets).contains("intro → intro @${1:one"))
  }

  @Test(arguments: [
    ("# 20‸", ["2026-11-26 → 2026-11-26 ", "2026-11-25 → 2026-11-25 "]),
    ("# Bo\n\n- 2‸", ["2026-11-26 → 2026-11-26 ", "2026-11-25 → 2026-11-25 "]),
    ("# Bo\n\n- [ ] call due:‸", ["2026-11-26", "2026-11-27"]),
    ("# Bo\n\n- [x] call done:2026‸", ["2026-11-26", "2026-11-25"]),
    ("# Bo\nmet: ‸", ["2026-11-26", "2026-11-25"]),
  ])
  func datesCountedFromToday(text: String, proposed: [String]) throws {
    #expect(try Array(Self.proposed(text).prefix(2)) == proposed)
  }

  @Test func newRecords() throws {
    #expect(try Self.proposed("# Bo\n\nA note.\n\n‸") == ["person → # ", "meeting → # 2026-11-26 "])
    #expect(try Self.proposed("me‸").count == 2)
  }

  @Test func aProposalIsExplainedOnceItIsLookedAt() throws {
    let notebook = try MarkedNotebook(["people.net": Self.people, "a.net": "# Bo\n\n@am‸"])
    let item = #""label":"@amara","data":{"uri":"ROOT/a.net","handle":"amara"}"#
    #expect(
      notebook.send("completionItem/resolve", item) == "{data:{uri:a.net,handle:amara},label:@amara,documentation:"
        + "Amara Okafor @amara /  / Head of School #education /  / also Mara /  / "
        + "last met in these notes: 2026-10-02, Call with @amara /  / next: 2027-01-01, Lunch with @amara}")
    #expect(notebook.send("completionItem/resolve", #""label":"role""#) == "{label:role}")
  }

  /// What stands of a word behind the cursor gives way, too.
  @Test(arguments: [
    ("# Bo\n\n- gave @am‸ra: a book", "2:7-2:12"),
    ("# Bo\nro‸le: Cook", "1:0-1:4"),
    ("# Bo\nkind: per‸son", "1:6-1:12"),
    ("# Bo\ncadence: 3‸ weeks", "1:9-1:16"),
    ("# Bo\nknows: @jun, am‸ara (friend), @bo", "1:13-1:18"),
    ("# Bo\n\n- [ ] call due:2026-‸12-01", "2:15-2:25"),
    ("# 2026-11-20 Tea\n\n- sto‸ry @jun: x", "2:2-2:7"),
  ])
  func theWholeWordIsReplaced(text: String, range: String) throws {
    let answer = try MarkedNotebook(["people.net": Self.people, "a.net": text]).ask("textDocument/completion")
    let ranges = Set(answer.matches(of: #/textEdit:{range:(.*?),/#).map { String($0.1) })
    #expect(ranges == [range])
  }

  @Test(arguments: [("@bjo‸", ["@björk"]), ("@nun‸", ["@núñez"]), ("@bjö‸", ["@björk"]), ("@xq‸", [])])
  func nobodyNeedsToTypeAccents(typed: String, proposed: [String]) throws {
    let notebook = try MarkedNotebook(["people.net": "# Ana Núñez @núñez\n# Björk\n", "a.net": "# Bo\n\nSaw \(typed)"])
    let answer = notebook.ask("textDocument/completion")
    #expect(answer.matches(of: #/label:(.*?),/#).map { String($0.1) } == proposed)
  }

  @Test(arguments: [
    // The handles of others are taken.
    ("# Jo Bloggs @‸", ["@jo-bloggs"]),
    ("# 2026-11-20 Tea with @am‸", ["@amara", "@amir-haddad"]),
    ("# Amy Ames\nknows: am‸", ["@amara", "@amir-haddad"]),
    (#"Not a \@am‸"#, []),
  ])
  func whoIsProposedDependsOnThePlace(text: String, proposed: [String]) throws {
    #expect(try Self.proposed(text) == proposed)
  }
}
