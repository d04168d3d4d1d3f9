import Testing

@Suite struct SymbolTests {
  private static let people = """
    Before the first record.

    ## How this is kept

    # Amara Okafor @amara #founder
    role: Head of School
    org: Katara International Academy

    Runs a school.

    ## Plans

    ### This year

    - story: her first year

    ## Family

    // Of the next one.
    # Book club
    kind: group

    # 2026-11-14 15:00 Coffee with @amara
    place: Katara, Doha
    with: @amara, Lena

    # Packing list
    kind: page

    """

  @Test func theOutlineIsATree() throws {
    let notebook = try MarkedNotebook(
      ["people.net": Self.people], #"{"textDocument":{"documentSymbol":{"hierarchicalDocumentSymbolSupport":true}}}"#)
    let year = "{name:This year,kind:15,range:12:0-14:23,selectionRange:12:4-12:13}"
    let plans = "{name:Plans,kind:15,range:10:0-14:23,selectionRange:10:3-10:8,children:[\(year)]}"
    let family = "{name:Family,kind:15,range:16:0-16:9,selectionRange:16:3-16:9}"
    #expect(
      notebook.send("textDocument/documentSymbol", #""textDocument":{"uri":"ROOT/people.net"}"#)
        == "[{name:How this is kept,kind:15,range:2:0-2:19,selectionRange:2:3-2:19},"
        + "{name:Amara Okafor,detail:@amara, Head of School, Katara International Academy,kind:19,"
        + "range:4:0-16:9,selectionRange:4:15-4:21,children:[\(plans),\(family)]},"
        + "{name:Book club,detail:@book-club,kind:2,range:19:0-20:11,selectionRange:19:2-19:11},"
        + "{name:2026-11-14 15:00 Coffee with @amara,detail:Katara, Doha; @amara, Lena,kind:24,"
        + "range:22:0-24:18,selectionRange:22:19-22:37},"
        + "{name:Packing list,kind:1,range:26:0-27:10,selectionRange:26:2-26:14}]")
  }

  @Test func whereThereIsNoTreeContainersAreNamed() throws {
    let notebook = try MarkedNotebook(["a.net": "# A @a\n\n## One\n\n### Two\n\n# 2026-11-14  \n"])
    #expect(
      notebook.send("textDocument/documentSymbol", #""textDocument":{"uri":"ROOT/a.net"}"#)
        == "[{name:A,kind:19,location:a.net 0:0-4:7},{name:One,kind:15,location:a.net 2:0-4:7,containerName:A},"
        + "{name:Two,kind:15,location:a.net 4:0-4:7,containerName:One},{name:2026-11-14,kind:24,location:a.net 6:0-6:12}]"
    )
  }

  private static let notebook = [
    "a.net":
      "# Amara Okafor @amara\naka: Mara\n\n# Mara Jones\n\n# José Amaral @jose\n\n# 2026-11-14 Coffee with @lena\n",
    "b.net": "# Тамара @tamara\n\n# Ma Lee Okafor Rahman @lee\n\n# O'Brien\n\n# Packing list\nkind: page\n",
  ]

  @Test(arguments: [
    ("amara", "Amara Okafor, José Amaral, Тамара"), ("AMARA", "Amara Okafor, José Amaral, Тамара"),
    ("@amara", "Amara Okafor, José Amaral, Тамара"),
    ("mara", "Amara Okafor, Mara Jones, José Amaral, Тамара, Ma Lee Okafor Rahman"),
    ("okafor ama", "Amara Okafor, Ma Lee Okafor Rahman"), ("okafor", "Amara Okafor, Ma Lee Okafor Rahman"),
    ("josé", "José Amaral"), ("jose", "José Amaral"), ("jose am", "José Amaral"), ("amára óka", "Amara Okafor"),
    ("jos", "José Amaral, Mara Jones"), ("там", "Тамара"), ("o'brien", "O'Brien"), ("obrn", "O'Brien"),
    ("2026-11", "2026-11-14 Coffee with @lena"), ("coffee 14", "2026-11-14 Coffee with @lena"),
    ("packing", "Packing list"), ("zebra", ""), ("!?", ""),
    (
      "",
      "Amara Okafor, Mara Jones, José Amaral, 2026-11-14 Coffee with @lena, Тамара, Ma Lee Okafor Rahman, O'Brien, "
        + "Packing list"
    ),
  ])
  func recordsAreFoundTheBestFirst(_ query: String, _ names: String) throws {
    let answer = try MarkedNotebook(Self.notebook).send("workspace/symbol", #""query":"\#(query)""#)
    #expect(answer.matches(of: #/{name:(.*?),kind/#).map { String($0.1) }.joined(separator: ", ") == names)
  }

  @Test func whatIsFoundIsToldInFull() throws {
    let notebook = try MarkedNotebook(Self.notebook)
    #expect(
      notebook.send("workspace/symbol", #""query":"okafor amara""#)
        == "[{name:Amara Okafor,kind:19,location:a.net 0:15-0:21,containerName:@amara}]")
    #expect(
      notebook.send("workspace/symbol", #""query":"coffee""#)
        == "[{name:2026-11-14 Coffee with @lena,kind:24,location:a.net 7:13-7:30}]")
    #expect(notebook.send("workspace/symbol", "") == "error:{code:-32602,message:`query` is no string}")
    #expect(notebook.send("workspace/symbol", #""query":"\#(String(repeating: "a", count: 300))""#) == "[]")
  }

  @Test func whatHasBeenTypedIsFoundAtOnce() throws {
    let notebook = try MarkedNotebook(["a.net": "# Amara @amara\n"])
    #expect(notebook.send("workspace/symbol", #""query":"lena""#) == "[]")
    _ = notebook.client.send(
      #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"ROOT/a.net","version":1,"text":"\n# Lena\n"}}"#
    )
    #expect(
      notebook.send("workspace/symbol", #""query":"lena""#)
        == "[{name:Lena,kind:19,location:a.net 1:2-1:6,containerName:@lena}]")
  }

  @Test func noMoreThanTwoHundredAreShown() throws {
    let many = (0..<300).map { "# Person \($0)\n\n" }.joined() + "# 2026-11-14 Person\n\n# Person\n"
    let answer = try MarkedNotebook(["a.net": many]).send("workspace/symbol", #""query":"person""#)
    #expect(answer.matches(of: #/{name:/#).count == 200)
    #expect(answer.hasPrefix("[{name:Person,kind"))
  }
}
