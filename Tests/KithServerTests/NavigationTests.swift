import Testing

@Suite struct NavigationTests {
  private static let people = """
    # Amara Okafor @amara
    aka: Mara, @mara-o
    via: @lena

    Met again: @amara.

    # Lena Petrova @lena

    """
  private static let doha = """
    # 2026-11-14 Coffee with @amara
    with: @amara, Lena Petrova

    - gave @mara-o: two contacts
    - `@amara` in code
    // @amara in a comment
    - got @jun: a book

    """

  /// The notebook with the mark before, or inside, some words of a file.
  private static func marked(
    _ words: String, in file: String, at offset: Int = 0, _ capabilities: String = "{}"
  ) throws -> MarkedNotebook {
    var files = ["people.net": people, "doha.net": doha]
    let text = try #require(files[file])
    let range = try #require(text.firstRange(of: words))
    files[file] = text.inserting("‸", at: text.index(range.lowerBound, offsetBy: offset))
    return try MarkedNotebook(files, capabilities)
  }

  private static let amara = "[people.net 0:15-0:21]"
  private static let lena = "[people.net 6:15-6:20]"

  @Test(arguments: [
    ("@amara\nwith", "doha.net", 0, amara), ("@amara\nwith", "doha.net", 6, amara), ("@mara-o:", "doha.net", 3, amara),
    ("Lena Petrova", "doha.net", 5, lena), ("via: @lena", "people.net", 7, lena), ("Mara,", "people.net", 0, amara),
    ("@mara-o", "people.net", 2, amara), ("Okafor", "people.net", 1, amara), ("@amara\naka", "people.net", 1, amara),
    ("two contacts", "doha.net", 0, "null"), ("`@amara`", "doha.net", 3, "null"), ("// @amara", "doha.net", 5, "null"),
    ("@jun", "doha.net", 1, "null"),
  ])
  func aNameLeadsToItsRecord(_ words: String, _ file: String, _ offset: Int, _ answer: String) throws {
    #expect(try Self.marked(words, in: file, at: offset).ask("textDocument/definition") == answer)
  }

  @Test func whoShowsLinksIsToldWhatLeadsThere() throws {
    let notebook = try Self.marked(
      "@amara\nwith", in: "doha.net", #"{"textDocument":{"definition":{"linkSupport":true}}}"#)
    #expect(
      notebook.ask("textDocument/definition")
        == "[{originSelectionRange:0:25-0:31,targetUri:people.net,targetRange:0:0-4:18,targetSelectionRange:0:15-0:21}]"
    )
  }

  @Test func aHandleOfSeveralLeadsToAllOfThem() throws {
    let notebook = try MarkedNotebook(["a.net": "# A @a\n\n# B @a\n", "b.net": "- gave @‸a: x\n"])
    #expect(notebook.ask("textDocument/definition") == "[a.net 0:4-0:6,a.net 2:4-2:6]")
  }

  private static let mentions =
    "doha.net 0:25-0:31,doha.net 1:6-1:12,doha.net 3:7-3:14,people.net 4:11-4:17"

  @Test func referencesAreThePlacesThatMeanTheRecord() throws {
    for (words, file) in [("@amara\nwith", "doha.net"), ("@mara-o:", "doha.net"), ("Okafor", "people.net")] {
      #expect(try Self.marked(words, in: file).ask("textDocument/references") == "[\(Self.mentions)]")
    }
    #expect(
      try Self.marked("Okafor", in: "people.net").ask(
        "textDocument/references", #","context":{"includeDeclaration":true}"#)
        == "[\(Self.mentions.replacing("people.net 4", with: "people.net 0:15-0:21,people.net 1:11-1:18,people.net 4"))]"
    )
    #expect(
      try Self.marked("@lena\n", in: "people.net", at: 1).ask("textDocument/references")
        == "[doha.net 1:14-1:26,people.net 2:5-2:10]")
  }

  @Test func whereNobodyIsMeantTheHandleIsLookedFor() throws {
    #expect(try Self.marked("@jun", in: "doha.net").ask("textDocument/references") == "[doha.net 6:6-6:10]")
    let notebook = try MarkedNotebook(["a.net": "- gave @m‸e: x\n- got @me: y\n- with Me: z\n"])
    #expect(notebook.ask("textDocument/references") == "[a.net 0:7-0:10,a.net 1:6-1:9]")
  }

  @Test func highlightsAreThoseOfOneFile() throws {
    #expect(
      try Self.marked("@amara.", in: "people.net").ask("textDocument/documentHighlight")
        == "[{range:0:15-0:21,kind:3},{range:1:11-1:18,kind:3},{range:4:11-4:17,kind:2}]")
    #expect(try Self.marked("again", in: "people.net").ask("textDocument/documentHighlight") == "null")
  }

  @Test func placesAreCountedAsTheClientCounts() throws {
    let files = ["a.net": "# 小林 @小林\n\n- gave 😀 to @‸小林, 😀 @小林\n"]
    #expect(try MarkedNotebook(files).ask("textDocument/references") == "[a.net 2:13-2:16,a.net 2:21-2:24]")
    #expect(
      try MarkedNotebook(files, #"{"general":{"positionEncodings":["utf-8"]}}"#).ask("textDocument/references")
        == "[a.net 2:15-2:22,a.net 2:29-2:36]")
  }

  @Test(arguments: [
    "textDocument/definition", "textDocument/references", "textDocument/documentHighlight",
    "textDocument/prepareRename",
    "textDocument/documentSymbol", "textDocument/documentLink", "textDocument/foldingRange",
    "textDocument/selectionRange", "textDocument/prepareCallHierarchy",
  ])
  func unknownFilesAndPlacesBeyondTheEndAreAnswered(_ method: String) throws {
    let notebook = try MarkedNotebook(["a.net": "# A @a\n\n- gave @a: x", "empty.net": ""])
    for place in [#"{"line":99,"character":99}"#, #"{"line":2,"character":99}"#] {
      for file in ["a.net", "empty.net"] {
        let answer = notebook.send(
          method, #""textDocument":{"uri":"ROOT/\#(file)"},"position":\#(place),"positions":[\#(place)]"#)
        #expect(!answer.contains("error"), "\(answer)")
      }
    }
    for uri in ["ROOT/none.net", "untitled:9", "http://amara.example", ""] {
      let place = #"{"line":0,"character":0}"#
      let answer = notebook.send(
        method, #""textDocument":{"uri":"\#(uri)"},"position":\#(place),"positions":[\#(place)]"#)
      #expect(answer == "null")
    }
  }
}

extension String {
  fileprivate func inserting(_ mark: String, at index: Index) -> String {
    String(self[..<index]) + mark + String(self[index...])
  }
}
