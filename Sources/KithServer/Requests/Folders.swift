import KithFiles

/// The folders that a client has open: `workspaceFolders`, or what was in its place before there were several.
func folders(of params: Params) -> [Path] {
  let several = params.at("workspaceFolders").elements
  if !several.isEmpty { return several.compactMap { Params($0)["uri"]?.string }.compactMap { Path(fileURI: $0) } }
  if let uri = params["rootUri"]?.string { return Path(fileURI: uri).map { [$0] } ?? [] }
  guard let root = params["rootPath"]?.string.map({ Path($0) }), root.isAbsolute else { return [] }
  return [root]
}

/// `workspace/didChangeWorkspaceFolders`
@Sendable func changeFolders(_ server: inout Server, _ params: Params) {
  func paths(_ key: String) -> [Path] {
    params.at("event").at(key).elements.compactMap { Params($0)["uri"]?.string }.compactMap { Path(fileURI: $0) }
  }
  let removed = Set(paths("removed"))
  let kept = server.workspace.folders.filter { !removed.contains($0) }
  server.workspace.folders = kept + paths("added").filter { !kept.contains($0) }
}

/// `initialized`: asks the client to watch what notebooks are made of.
@Sendable func watchFiles(_ server: inout Server, _ params: Params) {
  guard server.client.watchesFiles else { return }
  server.outgoing.request("client/registerCapability") { json in
    json.array("registrations") { json in
      json.object { json in
        json.member("id", "watch")
        json.member("method", "workspace/didChangeWatchedFiles")
        json.object("registerOptions") { json in
          json.array("watchers") { json in
            for pattern in ["**/*.net", "**/*.net.md", "**/.kith.json", "**/.gitignore"] {
              json.object { $0.member("globPattern", pattern) }
            }
          }
        }
      }
    }
  }
}

/// `workspace/didChangeWatchedFiles`
@Sendable func changeWatchedFiles(_ server: inout Server, _ params: Params) {
  for change in params.at("changes").elements {
    if let uri = Params(change)["uri"]?.string { server.workspace.noteChange(onDisk: uri) }
  }
}
