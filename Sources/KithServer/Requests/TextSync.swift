/// `textDocument/didOpen`
@Sendable func openDocument(_ server: inout Server, _ params: Params) {
  let opened = params.at("textDocument")
  guard let uri = opened["uri"]?.string, let text = opened["text"]?.string else { return }
  let encoding = server.client.encoding
  server.workspace.open(Document(uri: uri, version: opened["version"]?.int, text: DocumentText(text, encoding)))
}

/// `textDocument/didChange`: makes the changes one after the other, as each counts from the one before.
@Sendable func changeDocument(_ server: inout Server, _ params: Params) {
  let named = params.at("textDocument")
  guard let uri = named["uri"]?.string, var document = server.workspace.documents[uri] else { return }
  document.version = named["version"]?.int
  for change in params.at("contentChanges").elements {
    guard let change = DocumentChange(Params(change)), document.text.apply(change) else {
      server.log("a change of `\(document.shownName)` made no sense; close and open it, and kith has its text again")
      break
    }
  }
  server.workspace.change(document)
}

/// `textDocument/didSave`: where nobody watches files, what else has changed on disk is found now.
@Sendable func saveDocument(_ server: inout Server, _ params: Params) {
  if !server.client.watchesFiles { server.workspace.rescan() }
}

/// `textDocument/didClose`
@Sendable func closeDocument(_ server: inout Server, _ params: Params) {
  guard let uri = params.at("textDocument")["uri"]?.string, server.workspace.documents[uri] != nil else { return }
  server.workspace.close(uri)
}
