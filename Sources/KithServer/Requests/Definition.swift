import NetJSON
import NetModel

/// `textDocument/definition`: the record that a name means; all of them where it may mean several.
@Sendable func findDefinition(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)), !name.records.isEmpty
  else { return json.null() }
  let origin = file.range(name.range)
  let targets = name.records.map { id in
    (
      record: server.location(ofRecord: id, in: file.place.notebook),
      name: server.location(of: id, in: file.place.notebook)
    )
  }
  guard server.client.takesLinks else { return json.locations(targets.map(\.name)) }
  json.beginArray()
  for target in targets {
    json.object { json in
      json.range(origin, as: "originSelectionRange")
      json.member("targetUri", target.record.uri)
      json.range(target.record.range, as: "targetRange")
      json.range(target.name.range, as: "targetSelectionRange")
    }
  }
  json.endArray()
}

extension Server {
  /// Where a record stands, from its heading to its last line.
  mutating func location(ofRecord id: RecordID, in notebook: Int) -> Location {
    let linted = workspace.notebooks[notebook].linted
    return location(id.file, linted.notebook.recordRange(id, in: linted.files[id.file].bytes), in: notebook)
  }
}
