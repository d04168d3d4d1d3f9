import Testing

/// What takes a while gives way to what is quickly answered.
@Suite struct GivingWayTests {
  /// Whoever types is not kept waiting: what is looked for is left when there is something to answer, and found later.
  @Test func findingsGiveWay() throws {
    let client = try Client(["people.net": SessionTests.amara, "doha.net": SessionTests.doha])
    _ = client.start()
    let opened = SessionTests.open("doha.net", SessionTests.doha.replacing("two", with: "three"))
    #expect(client.answers(to: [opened]) == [])
    #expect(client.server.news(unless: { true }) == [])
    let asked =
      #""id":1,"method":"textDocument/hover","params":{"textDocument":{"uri":"ROOT/doha.net"},"#
      + #""position":{"line":0,"character":13}}"#
    #expect(client.answers(to: [asked]).first?.contains("Jun Tanaka @jun") == true)
    var pieces = 0
    let news = client.server.news {
      pieces += 1
      return pieces == 4
    }
    #expect(news == [], "it is left again")
    #expect(
      client.contents(of: client.server.news()) == [
        SessionTests.published("doha.net", version: 1, SessionTests.unknownAmra)
      ])
    #expect(client.server.news() == [])
  }

  @Test func whoAsksForFindingsWaitsAndOthersDoNot() throws {
    let client = try Client(["people.net": SessionTests.amara, "doha.net": SessionTests.doha])
    _ = client.start(#"{"textDocument":{"diagnostic":{}},"workspace":{"diagnostics":{"refreshSupport":true}}}"#)
    let document = #""params":{"textDocument":{"uri":"ROOT/doha.net"},"position":{"line":0,"character":0}}"#
    let asked = [
      SessionTests.open("doha.net", SessionTests.doha + "Bye.\n"),
      #""id":1,"method":"textDocument/diagnostic",\#(document)"#,
      #""id":2,"method":"textDocument/diagnostic",\#(document)"#,
      #""id":3,"method":"textDocument/completion",\#(document)"#,
    ]
    let answers = client.answers(to: asked)
    #expect(answers.map { $0.prefix(6) } == [#""id":3"#])
    let cancelled = client.answers(to: [#""method":"$/cancelRequest","params":{"id":2}"#])
    #expect(cancelled == [SessionTests.refusal("2", -32800, "the request was cancelled")])
    #expect(client.contents(of: client.server.news(unless: { true })) == [])
    let news = client.contents(of: client.server.news())
    #expect(news.count == 1 && news[0].hasPrefix(#""id":1,"result":{"kind":"full","#) && news[0].contains("N201"))
    // What is found is there now.
    #expect(client.answers(to: [#""id":4,"method":"textDocument/diagnostic",\#(document)"#]).count == 1)
  }

  @Test(arguments: [
    ([#""id":2,"method":"shutdown""#, #""method":"exit""#], ["1", "2"]), ([#""method":"exit""#], ["1"]),
  ])
  func whatIsWaitedForIsAnsweredBeforeTheEnd(_ end: [String], _ answered: [String]) throws {
    let client = try Client(["doha.net": SessionTests.doha])
    _ = client.start()
    let open = SessionTests.open("doha.net", SessionTests.doha + "Bye.\n")
    let asked = #""id":1,"method":"textDocument/diagnostic","params":{"textDocument":{"uri":"ROOT/doha.net"}}"#
    let answers = client.answers(to: [open, asked] + end)
    #expect(answers.compactMap { $0.prefixMatch(of: #/"id":(\d)/#)?.1 }.map(String.init) == answered)
  }
}
