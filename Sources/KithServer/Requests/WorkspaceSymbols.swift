import NetJSON
import NetModel
import NetSyntax

/// `workspace/symbol`: records by their names, handles, other names, titles and dates, the best first.
@Sendable func findSymbols(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let query = NameQuery(try params.text("query"))
  server.workspace.refresh()
  var found: [(notebook: Int, id: RecordID)] = []
  if let query { found = server.records(foundBy: query) }
  if found.isEmpty, let plain = query?.plain { found = server.records(foundBy: plain) }
  json.beginArray()
  for (notebook, id) in found {
    let linted = server.workspace.notebooks[notebook].linted
    let bytes = linted.files[id.file].bytes
    let location = server.location(id.file, linted.notebook.selection(of: id, in: bytes), in: notebook)
    json.object { json in
      json.member("name", linted.notebook.title(of: id, in: bytes))
      json.member("kind", linted.notebook.facts(of: id).kind.symbolKind)
      json.object("location") { $0.location(location) }
      if let handle = linted.notebook.handle(of: id) { json.member("containerName", "@" + handle) }
    }
  }
  json.endArray()
}

extension Server {
  /// The most that are shown.
  private static var mostSymbols: Int { 200 }

  /// The records that are what is looked for, the best first, else in the order of notebooks and files.
  fileprivate mutating func records(foundBy query: NameQuery) -> [(notebook: Int, id: RecordID)] {
    var found = [[(notebook: Int, id: RecordID)]](repeating: [], count: NameIndex.Rank.allCases.count)
    for notebook in workspace.notebooks.indices {
      for file in workspace.notebooks[notebook].uris.indices {
        let names = workspace.names(of: Workspace.Place(notebook: notebook, file: file))
        for record in workspace.notebooks[notebook].linted.files[file].facts.records.indices {
          guard let rank = names.rank(record, query), found[rank.rawValue].count < Self.mostSymbols else { continue }
          found[rank.rawValue].append((notebook, RecordID(file: file, record: record)))
        }
      }
    }
    return Array(found.joined().prefix(Self.mostSymbols))
  }
}
