import NetJSON
import Testing

@testable import KithServer

/// What the server says in `initialize` that it can do is what it does, for clients that can do all and nothing.
@Suite struct AnnouncementTests {
  /// The requests that each announcement is about.
  private static let methods: [String: [String]] = [
    "callHierarchyProvider": [
      "textDocument/prepareCallHierarchy", "callHierarchy/incomingCalls", "callHierarchy/outgoingCalls",
    ],
    "codeActionProvider": ["textDocument/codeAction"],
    "codeLensProvider": ["textDocument/codeLens"],
    "completionProvider": ["textDocument/completion", "completionItem/resolve"],
    "definitionProvider": ["textDocument/definition"],
    "diagnosticProvider": ["textDocument/diagnostic", "workspace/diagnostic"],
    "documentFormattingProvider": ["textDocument/formatting"],
    "documentHighlightProvider": ["textDocument/documentHighlight"],
    "documentLinkProvider": ["textDocument/documentLink"],
    "documentOnTypeFormattingProvider": ["textDocument/onTypeFormatting"],
    "documentRangeFormattingProvider": ["textDocument/rangeFormatting"],
    "documentSymbolProvider": ["textDocument/documentSymbol"],
    "executeCommandProvider": ["workspace/executeCommand"],
    "foldingRangeProvider": ["textDocument/foldingRange"],
    "hoverProvider": ["textDocument/hover"],
    "inlayHintProvider": ["textDocument/inlayHint"],
    "referencesProvider": ["textDocument/references"],
    "renameProvider": ["textDocument/rename", "textDocument/prepareRename"],
    "selectionRangeProvider": ["textDocument/selectionRange"],
    "semanticTokensProvider": ["textDocument/semanticTokens/full", "textDocument/semanticTokens/range"],
    "workspaceSymbolProvider": ["workspace/symbol"],
  ]
  private static let everything = """
    {"textDocument":{"codeAction":{"codeActionLiteralSupport":{}},"diagnostic":{},"rename":{"prepareSupport":true}},\
    "workspace":{"diagnostics":{"refreshSupport":true}}}
    """

  private static func announced(_ capabilities: String) throws -> Set<String> {
    let greeting = try #require(try Client().start(capabilities).first)
    let message = try readJSON(Array("{\(greeting)}".utf8))
    let members = message["result"]?["capabilities"]?.members ?? []
    return Set(members.compactMap(\.key.string).filter { $0.hasSuffix("Provider") })
  }

  @Test func everyRequestIsAnnouncedAndEveryAnnouncementKept() throws {
    let announced = try Self.announced(Self.everything)
    #expect(announced == Set(Self.methods.keys))
    let life = ["initialize", "shutdown"]
    #expect(Set(Self.methods.values.joined()).union(life) == Set(requests.keys))
  }

  @Test func aClientThatCanDoNothingIsOfferedWhatNeedsNothing() throws {
    let announced = try Self.announced("{}")
    #expect(Set(Self.methods.keys).subtracting(announced) == ["codeActionProvider", "diagnosticProvider"])
  }
}
