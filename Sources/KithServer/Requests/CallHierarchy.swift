import NetJSON
import NetModel
import NetSyntax

/// `textDocument/prepareCallHierarchy`: the records that a name may mean, since people lead to people as functions do to
/// functions.
@Sendable func prepareIntroductions(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)), !name.records.isEmpty
  else { return json.null() }
  json.beginArray()
  for id in name.records { server.write(id, in: file.place.notebook, &json) }
  json.endArray()
}

/// `callHierarchy/incomingCalls`: through whom the writer met somebody, and who introduced them.
@Sendable func findIntroducers(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  try server.writeIntroductions(params, of: \.introduced, by: \.introducer, as: "from", &json)
}

/// `callHierarchy/outgoingCalls`: whom somebody introduced.
@Sendable func findIntroduced(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  try server.writeIntroductions(params, of: \.introducer, by: \.introduced, as: "to", &json)
}

extension Server {
  /// Writes the introductions with an item's record on one side, gathered by the record on the other.
  fileprivate mutating func writeIntroductions(
    _ params: Params, of own: KeyPath<Introduction, RecordID>, by other: KeyPath<Introduction, RecordID>,
    as key: StaticString, _ json: inout JSONWriter
  ) throws(ResponseError) {
    guard let (id, notebook) = try recordOfItem(params) else { return json.null() }
    let found = introductions(of: id, in: notebook).filter { $0[keyPath: own] == id }
    json.beginArray()
    for (record, introductions) in Dictionary(grouping: found, by: { $0[keyPath: other] }).sorted(by: {
      $0.key < $1.key
    }) {
      json.beginObject()
      json.key(key)
      write(record, in: notebook, &json)
      write(introductions, saidBy: introductions[0].introducer, in: notebook, &json)
      json.endObject()
    }
    json.endArray()
  }

  /// The record of an item that was handed out before, found by its handle, since it may have moved; nil if it is gone.
  fileprivate mutating func recordOfItem(_ params: Params) throws(ResponseError) -> (id: RecordID, notebook: Int)? {
    let data = params.at("item").at("data")
    let (uri, handle) = (try data.text("uri"), try data.text("handle"))
    workspace.refresh()
    guard let place = workspace.place(of: uri) else { return nil }
    let notebook = workspace.notebooks[place.notebook].linted.notebook
    guard let symbol = notebook.symbol(of: handle) else { return nil }
    let holders = notebook.holders(of: symbol)
    return (holders.first { $0.file == place.file } ?? holders.first).map { ($0, place.notebook) }
  }

  /// Writes a `CallHierarchyItem`.
  fileprivate mutating func write(_ id: RecordID, in number: Int, _ json: inout JSONWriter) {
    let linted = workspace.notebooks[number].linted
    let (notebook, bytes) = (linted.notebook, linted.files[id.file].bytes)
    let whole = location(ofRecord: id, in: number)
    let selection = location(id.file, notebook.selection(of: id, in: bytes), in: number)
    let handle = notebook.handle(of: id)
    json.object { json in
      json.member("name", notebook.title(of: id, in: bytes))
      json.member("kind", notebook.facts(of: id).kind.symbolKind)
      if let handle { json.member("detail", "@" + handle) }
      json.location(whole)
      json.range(selection.range, as: "selectionRange")
      json.object("data") { json in
        json.member("uri", whole.uri)
        json.member("handle", handle ?? "")
      }
    }
  }

  /// Writes where it is said. The protocol wants these places in the file of the one who introduced; where it is said
  /// elsewhere only, there stands that record's own place.
  fileprivate mutating func write(
    _ introductions: [Introduction], saidBy id: RecordID, in number: Int, _ json: inout JSONWriter
  ) {
    var places = introductions.filter { $0.file == id.file }.map(\.range)
    if places.isEmpty {
      let linted = workspace.notebooks[number].linted
      places = [linted.notebook.selection(of: id, in: linted.files[id.file].bytes)]
    }
    let ranges = places.sorted().map { location(id.file, $0, in: number).range }
    json.array("fromRanges") { json in
      for range in ranges {
        json.object { json in
          json.place("start", range.lowerBound)
          json.place("end", range.upperBound)
        }
      }
    }
  }
}
