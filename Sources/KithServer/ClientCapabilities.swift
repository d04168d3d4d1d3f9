/// What the client says in `initialize` that it can do, as far as it makes a difference here.
struct ClientCapabilities: Sendable {
  /// In what places are counted: UTF-8 where the client offers that, since notes are kept in it.
  var encoding = PositionEncoding.utf16
  var takesRelatedInformation = false
  /// Whether diagnostics may be marked as being about what can go.
  var takesUnnecessaryTag = false
  /// Whether the client asks for diagnostics, and can be told to ask again; else they are sent unasked.
  ///
  /// An edit in one file may change what is found in another, which a client that cannot be told would never hear of.
  var pullsDiagnostics = false
  /// Whether it can be asked to watch files.
  var watchesFiles = false

  /// A client of which nothing is known.
  init() {}

  init(_ capabilities: Params) {
    let encodings = capabilities.at("general").at("positionEncodings").elements.compactMap(\.string)
    if encodings.contains(PositionEncoding.utf8.rawValue) { encoding = .utf8 }
    let published = capabilities.at("textDocument").at("publishDiagnostics")
    takesRelatedInformation = published["relatedInformation"]?.bool ?? false
    takesUnnecessaryTag = published.at("tagSupport").at("valueSet").elements.contains { $0.int == 1 }
    let workspace = capabilities.at("workspace")
    pullsDiagnostics =
      capabilities.at("textDocument")["diagnostic"]?.kind == .object
      && workspace.at("diagnostics")["refreshSupport"]?.bool ?? false
    watchesFiles = workspace.at("didChangeWatchedFiles")["dynamicRegistration"]?.bool ?? false
  }
}
