/// What the client says in `initialize` that it can do, as far as it makes a difference here.
struct ClientCapabilities: Sendable {
  /// In what places are counted: UTF-8 where the client offers that, since notes are kept in it.
  var encoding = PositionEncoding.utf16
  var takesRelatedInformation = false
  /// Whether diagnostics may be marked as being about what can go.
  var takesUnnecessaryTag = false
  /// Whether what is found may link to what explains it.
  var takesCodeDescriptions = false
  /// Whether the client asks for diagnostics, and can be told to ask again; else they are sent unasked.
  ///
  /// An edit in one file may change what is found in another, which a client that cannot be told would never hear of.
  var pullsDiagnostics = false
  /// Whether it can be asked to watch files.
  var watchesFiles = false
  /// Whether what is shown when the pointer rests on a word may be Markdown.
  var showsMarkdown = false
  /// What may be shown beside completions: the formats that the client names; plain text alone if it names none.
  var documentationFormats: [String] = []
  /// Whether completions may have places to fill in.
  var takesSnippets = false
  /// Whether places to go to may come with what leads there.
  var takesLinks = false
  /// Whether the outline of a document may be a tree.
  var nestsSymbols = false
  /// Whether the client asks what would be renamed before it asks for a new name.
  var preparesRename = false
  /// Whether edits may name the version of the document that they are of.
  var versionsEdits = false
  /// Whether code actions may be more than commands.
  var takesCodeActions = false
  /// Whether it can be asked to show a document.
  var showsDocuments = false
  /// Whether it shows how far long work has come.
  var showsProgress = false
  /// What it can be told to ask for again.
  var refreshes: [String] = []
  /// Where its user has the pages about rules: what stands before a page's name in its address.
  var rulePages: String?

  /// A client of which nothing is known.
  init() {}

  init(_ capabilities: Params) {
    let encodings = capabilities.at("general").at("positionEncodings").elements.compactMap(\.string)
    if encodings.contains(PositionEncoding.utf8.rawValue) { encoding = .utf8 }
    readDocument(capabilities.at("textDocument"))
    let workspace = capabilities.at("workspace")
    pullsDiagnostics =
      capabilities.at("textDocument")["diagnostic"]?.kind == .object
      && workspace.at("diagnostics").flag("refreshSupport")
    watchesFiles = workspace.at("didChangeWatchedFiles").flag("dynamicRegistration")
    versionsEdits = workspace.at("workspaceEdit").flag("documentChanges")
    refreshes = ["codeLens", "inlayHint", "semanticTokens"].filter { workspace.at($0).flag("refreshSupport") }
    showsDocuments = capabilities.at("window").at("showDocument").flag("support")
    showsProgress = capabilities.at("window").flag("workDoneProgress")
  }

  private mutating func readDocument(_ document: Params) {
    let published = document.at("publishDiagnostics")
    takesRelatedInformation = published.flag("relatedInformation")
    takesUnnecessaryTag = published.at("tagSupport").at("valueSet").elements.contains { $0.int == 1 }
    takesCodeDescriptions =
      published.flag("codeDescriptionSupport") || document.at("diagnostic").flag("codeDescriptionSupport")
    let item = document.at("completion").at("completionItem")
    takesSnippets = item.flag("snippetSupport")
    showsMarkdown = document.at("hover").at("contentFormat").elements.contains { $0.string == "markdown" }
    documentationFormats = item.at("documentationFormat").elements.compactMap(\.string)
    takesLinks = document.at("definition").flag("linkSupport")
    nestsSymbols = document.at("documentSymbol").flag("hierarchicalDocumentSymbolSupport")
    preparesRename = document.at("rename").flag("prepareSupport")
    takesCodeActions = document.at("codeAction")["codeActionLiteralSupport"] != nil
  }
}

extension Params {
  /// Whether a member is true; false if it is not there.
  func flag(_ key: String) -> Bool { self[key]?.bool ?? false }
}
