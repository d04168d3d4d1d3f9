import Testing

/// What is done and shown while somebody types, at a place marked `‸`.
@Suite struct TypingTests {
  @Test(arguments: [
    ("- one\n‸", "[{range:1:0-1:0,newText:- }]"),
    ("- one\n  ‸", "[{range:1:0-1:2,newText:- }]"),
    ("  * one\n‸two", "[{range:1:0-1:0,newText:  * }]"),
    ("- [x] one\n‸", "[{range:1:0-1:0,newText:- [ ] }]"),
    ("- \n‸", "[{range:0:0-1:0,newText:}]"),
    ("- one\n- [ ] \n‸", "[{range:1:0-2:0,newText:}]"),
    ("- one\n  more\n‸", "[]"),
    ("one\n‸", "[]"),
    ("```\n- one\n‸\n```", "[]"),
    ("‸", "[]"),
  ])
  func aListGoesOnAndEnds(text: String, edits: String) throws {
    let notebook = try MarkedNotebook(["a.net": text])
    let more = #","ch":"\n","options":{"tabSize":2,"insertSpaces":true}"#
    #expect(notebook.ask("textDocument/onTypeFormatting", more) == edits)
  }

  private static let notes = """
    # Amara Okafor @amara

    - [ ] ask @amara and @jun-tanaka
    - [ ] @amara: think it over
    - [x] call

    # Jun Tanaka‸

    # 2026-11-14 Coffee with @amara
    # 2026-11-20 Walk
    with: @amara, @amara, @jun-tanaka
    """

  @Test func namesAndOwnersStandBeside() throws {
    let notebook = try MarkedNotebook(["a.net": Self.notes])
    let range = #","range":{"start":{"line":0,"character":0},"end":{"line":6,"character":0}}"#
    let answer = notebook.ask("textDocument/inlayHint", range)
    #expect(
      answer.matches(of: #/line:(\d+),character:(\d+)},label:(.*?),padding/#).map { "\($0.1):\($0.2) \($0.3)" } == [
        "2:5 me:", "2:16 Amara Okafor", "3:12 Amara Okafor",
      ])
  }

  @Test func meetingsStandAbovePeople() throws {
    let notebook = try MarkedNotebook(["a.net": Self.notes], #"{"window":{"showDocument":{"support":true}}}"#)
    #expect(
      notebook.ask("textDocument/codeLens") == "[{range:0:2-0:21,command:{title:2 meetings, last on 2026-11-20,command:"
        + "kith.show,arguments:[a.net,9,13]}},{range:6:2-6:12,command:{title:1 meeting, last on 2026-11-20,command:"
        + "kith.show,arguments:[a.net,9,13]}}]")
    #expect(
      notebook.send("workspace/executeCommand", #""command":"kith.show","arguments":["ROOT/a.net",9,2]"#).hasSuffix(
        "null"))
  }

  @Test func tokensAreColoured() throws {
    let notebook = try MarkedNotebook(["a.net": "# 😀 Bo‸ @bo\nrole: Cook\n\n- gave @bo, @nobody: `x`\n"])
    #expect(
      notebook.ask("textDocument/semanticTokens/full")
        == "{data:[0,0,1,4,0,0,2,6,7,0,0,6,3,6,1,1,0,4,5,0,2,0,1,4,0,0,2,4,2,0,0,5,3,6,0,0,5,7,6,2,0,9,3,11,0]}")
    let range = #","range":{"start":{"line":1,"character":0},"end":{"line":2,"character":0}}"#
    #expect(notebook.ask("textDocument/semanticTokens/range", range) == "{data:[1,0,4,5,0]}")
  }
}
