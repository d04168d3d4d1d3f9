import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `textDocument/references`: every place that names the same record, over the whole notebook; of a handle that nobody has,
/// every mention of it.
@Sendable func findReferences(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)) else {
    return json.null()
  }
  let declares = params.at("context").flag("includeDeclaration")
  let meaning = NameMeaning(name, in: file.notebook)
  var locations: [Location] = []
  for number in file.notebook.files.indices {
    for place in meaning.places(in: number, of: file.notebook) where declares || !place.isDeclaration {
      locations.append(server.location(number, place.range, in: file.place.notebook))
    }
  }
  json.locations(locations)
}

/// `textDocument/documentHighlight`: the same places in one file, where the record is declared as written, others as read.
@Sendable func highlight(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params), let name = file.name(at: try file.offset(params)) else {
    return json.null()
  }
  json.beginArray()
  for place in NameMeaning(name, in: file.notebook).places(in: file.place.file, of: file.notebook) {
    json.object { json in
      json.range(file.range(place.range))
      // Write, or Read.
      json.member("kind", place.isDeclaration ? 3 : 2)
    }
  }
  json.endArray()
}

/// What a name stands for, to find all places that mean the same.
struct NameMeaning {
  struct Place: Hashable {
    var range: ByteRange
    /// Whether it gives the record its handle, or an earlier one.
    var isDeclaration: Bool
  }

  /// The names that mean it.
  private let symbols: Set<Notebook.Symbol>
  /// Whether it is a record: else what is in lists of names is nobody's.
  private let isRecord: Bool
  /// Where its handles are given, by file.
  private var declarations: [Int: [ByteRange]] = [:]

  init(_ name: FoundName, in notebook: Notebook) {
    isRecord = !name.records.isEmpty
    if let id = name.record {
      let names = Set(notebook.claims(of: id).map { notebook.symbol(ofName: $0.name, in: id.file) })
      symbols = names.filter { notebook.resolution(of: $0).records.contains(id) }
    } else {
      symbols = name.symbol.map { [$0] } ?? []
    }
    for id in name.records {
      declarations[id.file, default: []].append(notebook.placeOfHandle(id))
      for claim in notebook.claims(of: id)
      where claim.kind == .akaHandle && symbols.contains(notebook.symbol(ofName: claim.name, in: id.file)) {
        declarations[id.file, default: []].append(claim.range)
      }
    }
  }

  /// The places in a file, from top to bottom.
  func places(in file: Int, of notebook: Notebook) -> [Place] {
    let facts = notebook.files[file]
    var places = (declarations[file] ?? []).map { Place(range: $0, isDeclaration: true) }
    for mention in facts.mentions where symbols.contains(notebook.symbol(ofName: mention.name, in: file)) {
      places.append(Place(range: mention.range, isDeclaration: false))
    }
    if isRecord {
      for entry in facts.entries
      where entry.role != .mentionAndWords && symbols.contains(notebook.symbol(ofName: entry.name, in: file)) {
        places.append(Place(range: entry.range, isDeclaration: false))
      }
    }
    return places.sorted { $0.range < $1.range }
  }
}
