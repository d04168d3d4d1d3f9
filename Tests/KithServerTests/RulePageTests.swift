import Testing

/// Links from what is found to the pages of rules, wherever the client says these are.
@Suite struct RulePageTests {
  /// What is told of `doha.net` to a client that can do so much, and whose user has such pages.
  private static func told(_ capabilities: String, _ pages: String) throws -> [String] {
    let client = try Client(["people.net": SessionTests.amara, "doha.net": SessionTests.doha])
    return client.send(
      #""id":0,"method":"initialize","params":{"rootUri":"ROOT","capabilities":\#(capabilities),"#
        + #""initializationOptions":{"rulePages":\#(pages)}}"#,
      #""method":"initialized","params":{}"#)
  }

  @Test(arguments: [
    ("publishDiagnostics", #""https://example.org/kith/rules/""#, "https://example.org/kith/rules/unknown-mention.md"),
    ("publishDiagnostics", #""file:///kith/Grammar/Rules/""#, "file:///kith/Grammar/Rules/unknown-mention.md"),
    ("diagnostic", #""x-y+z.1:""#, "x-y+z.1:unknown-mention.md"),
  ])
  func aFindingLinksToThePageOfItsRule(_ capability: String, _ pages: String, _ link: String) throws {
    let told = try Self.told(#"{"textDocument":{"\#(capability)":{"codeDescriptionSupport":true}}}"#, pages)
    let linked = SessionTests.unknownAmra.replacing(
      #""code":"N201","#, with: #""code":"N201","codeDescription":{"href":"\#(link)"},"#)
    #expect(told.dropFirst() == [SessionTests.published("doha.net", linked)])
  }

  @Test func withoutPagesOrAClientThatShowsLinksThereAreNone() throws {
    let able = #"{"textDocument":{"publishDiagnostics":{"codeDescriptionSupport":true}}}"#
    let plain = [SessionTests.published("doha.net", SessionTests.unknownAmra)]
    #expect(try Self.told(able, "null").dropFirst() == plain[...])
    #expect(try Self.told("{}", #""https://example.org/""#).dropFirst() == plain[...])
    for pages in ["7", #""""#, #""rules/""#, #"":x""#, #""1a:b""#, #""https://a b/""#, #""https://é/""#] {
      let told = try Self.told(able, pages)
      #expect(
        told.first { $0.contains("logMessage") }?.contains("`rulePages` is no address") == true, "\(pages)")
      #expect(told.last == plain[0], "\(pages)")
    }
  }
}
