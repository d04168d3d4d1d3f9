import Testing

/// Who introduced whom, as a call hierarchy.
@Suite struct IntroductionTests {
  private static let files = [
    "people.net": """
    # Amara Okafor @amara
    via: @lena, Jun Tanaka

    - intro @me, @omar: over lunch

    # Lena @lena

    # Jun Tanaka

    # Omar @omar

    """,
    "doha.net": """
    # 2026-11-14 Coffee with @lena

    - intro @omar, @me: both teach
    - intro @amara, @omar: by me
    - @lena: she said
      - intro @me, @jun-tanaka: by mail

    """,
  ]

  /// The calls to or from a record, each with its handle and places.
  private static func calls(_ method: String, _ handle: String, more: [String: String] = [:]) throws -> String {
    let notebook = try MarkedNotebook(files.merging(more) { $1 })
    let data = #""item":{"data":{"uri":"ROOT/people.net","handle":"\#(handle)"}}"#
    return notebook.send("callHierarchy/\(method)Calls", data).matches(
      of: #/data:{uri:([^,]*),handle:([^}]*)}},fromRanges:\[([^\]]*)\]/#
    ).map { "\($0.2) \($0.3)" }.joined(separator: "; ")
  }

  @Test func anItemIsARecord() throws {
    var files = Self.files
    files["people.net"]?.replace("via: @lena", with: "via: @l‸ena")
    #expect(
      try MarkedNotebook(files).ask("textDocument/prepareCallHierarchy")
        == "[{name:Lena,kind:19,detail:@lena,uri:people.net,range:5:0-5:12,selectionRange:5:7-5:12,"
        + "data:{uri:people.net,handle:lena}}]")
    files["people.net"]?.replace("‸", with: "")
    files["people.net"]?.replace("over lunch", with: "over ‸lunch")
    #expect(try MarkedNotebook(files).ask("textDocument/prepareCallHierarchy") == "null")
  }

  @Test func incomingAreThoseWhoIntroduced() throws {
    #expect(try Self.calls("incoming", "amara") == "lena 1:5-1:10; jun-tanaka 1:12-1:22")
    #expect(try Self.calls("incoming", "omar") == "amara 3:0-3:30; lena 5:7-5:12")
    #expect(try Self.calls("incoming", "lena") == "")
    #expect(try Self.calls("incoming", "nobody") == "")
  }

  @Test func outgoingAreThoseWhoWereIntroduced() throws {
    #expect(try Self.calls("outgoing", "lena") == "amara 1:5-1:10; jun-tanaka 5:7-5:12; omar 5:7-5:12")
    #expect(try Self.calls("outgoing", "amara") == "omar 3:0-3:30")
    #expect(try Self.calls("outgoing", "omar") == "")
  }

  @Test func aWriterWithARecordIntroducesToo() throws {
    let me = ["me.net": "# Zoë @me\n"]
    #expect(try Self.calls("outgoing", "me", more: me) == "amara 0:6-0:9; omar 0:6-0:9")
    #expect(try Self.calls("incoming", "me", more: me) == "amara 3:0-3:30; lena 5:7-5:12")
  }

  @Test func anItemOfNoRecordIsRefused() throws {
    #expect(
      try MarkedNotebook([:]).send("callHierarchy/incomingCalls", #""item":{}"#)
        == "error:{code:-32602,message:`uri` is no string}")
  }
}
