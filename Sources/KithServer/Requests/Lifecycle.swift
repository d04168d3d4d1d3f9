import NetJSON
import NetSyntax

/// `initialize`: takes what the client can do and its folders, and says what there is here.
@Sendable func initialize(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard server.life == .new else { throw ResponseError(.invalidRequest, "`initialize` comes once") }
  server.life = .running
  server.isGreeting = true
  server.client = ClientCapabilities(params.at("capabilities"))
  server.takeRulePages(params.at("initializationOptions")["rulePages"])
  server.workspace.folders = folders(of: params)
  let (client, version) = (server.client, server.version)
  json.object { json in
    json.object("capabilities") { $0.capabilities(for: client) }
    json.object("serverInfo") { json in
      json.member("name", "kith")
      json.member("version", version)
    }
  }
}

extension Server {
  /// Takes over where the pages about rules are; a client that cannot show a link has no use for it.
  fileprivate mutating func takeRulePages(_ value: JSONValue?) {
    guard let value, value.kind != .null else { return }
    if let pages = value.string, hasScheme(pages) {
      client.rulePages = client.takesCodeDescriptions ? pages : nil
    } else {
      log("`rulePages` is no address, such as `https://example.org/kith/rules/`, so findings have no links")
    }
  }
}

/// Whether a text begins as a URI does (RFC 3986, 3.1), and holds nothing that no URI may hold.
private func hasScheme(_ text: String) -> Bool {
  guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
  let scheme = text.utf8[..<colon]
  return scheme.first?.isAsciiLetter == true && scheme.allSatisfy(\.isSchemeByte)
    && text.utf8.allSatisfy { $0 > Ascii.space && $0 < 0x7F }
}

/// `shutdown`: nothing is answered any more from here on.
@Sendable func shutDown(_ server: inout Server, _ params: Params, _ json: inout JSONWriter) {
  server.life = .shutDown
  json.null()
}

/// `exit`: ends the process, in good order after `shutdown` only.
@Sendable func endProcess(_ server: inout Server, _ params: Params) {
  server.exitCode = server.life == .shutDown ? 0 : 1
}

extension JSONWriter {
  /// Announces what there is, and nothing else.
  fileprivate mutating func capabilities(for client: ClientCapabilities) {
    member("positionEncoding", client.encoding.rawValue)
    object("textDocumentSync") { json in
      json.member("openClose", true)
      // Incremental.
      json.member("change", 2)
      json.member("save", true)
    }
    member("hoverProvider", true)
    object("completionProvider") { json in
      json.array("triggerCharacters") { json in
        for character in ["@", "#", ":", "("] { json.string(character) }
      }
      json.member("resolveProvider", true)
    }
    member("documentFormattingProvider", true)
    member("documentRangeFormattingProvider", true)
    object("documentOnTypeFormattingProvider") { $0.member("firstTriggerCharacter", "\n") }
    if client.takesCodeActions {
      object("codeActionProvider") { json in
        json.key("codeActionKinds")
        json.strings([CodeAction.Kind.quickFix, .rewrite, .fixAll].map(\.rawValue))
      }
    }
    object("codeLensProvider") { _ in }
    object("executeCommandProvider") { $0.array("commands") { $0.string(showCommand) } }
    member("inlayHintProvider", true)
    object("semanticTokensProvider") { json in
      json.object("legend") { json in
        json.key("tokenTypes")
        json.strings(SemanticType.allCases.map(\.name))
        json.key("tokenModifiers")
        json.strings(SemanticModifier.allCases.map(\.name))
      }
      json.member("full", true)
      json.member("range", true)
    }
    announcePlaces(for: client)
    if client.pullsDiagnostics {
      object("diagnosticProvider") { json in
        json.member("identifier", "kith")
        json.member("interFileDependencies", true)
        json.member("workspaceDiagnostics", true)
      }
    }
    object("workspace") { json in
      json.object("workspaceFolders") { json in
        json.member("supported", true)
        json.member("changeNotifications", true)
      }
    }
  }
  /// Announces the requests about where things are.
  private mutating func announcePlaces(for client: ClientCapabilities) {
    member("definitionProvider", true)
    member("referencesProvider", true)
    member("documentHighlightProvider", true)
    member("documentSymbolProvider", true)
    member("workspaceSymbolProvider", true)
    object("documentLinkProvider") { $0.member("resolveProvider", false) }
    member("foldingRangeProvider", true)
    member("selectionRangeProvider", true)
    member("callHierarchyProvider", true)
    if client.preparesRename {
      object("renameProvider") { $0.member("prepareProvider", true) }
    } else {
      member("renameProvider", true)
    }
  }
}
