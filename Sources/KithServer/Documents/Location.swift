import NetJSON
import NetLint
import NetModel
import NetSyntax

/// A stretch of a file as the protocol has it.
struct Location: Hashable, Sendable {
  /// The file's address, as the client knows it.
  var uri: String
  var range: Range<TextPlace>
}

extension Server {
  /// Where some bytes of a file stand, given by its number in a notebook.
  mutating func location(_ file: Int, _ range: ByteRange, in notebook: Int) -> Location {
    let range = workspace.range(range, of: Workspace.Place(notebook: notebook, file: file), for: client)
    return Location(uri: workspace.notebooks[notebook].uris[file], range: range)
  }

  /// Where a record's handle stands, or the name that gives it.
  mutating func location(of id: RecordID, in notebook: Int) -> Location {
    location(id.file, workspace.notebooks[notebook].linted.notebook.placeOfHandle(id), in: notebook)
  }
}

extension JSONWriter {
  /// Writes a member that is a range.
  mutating func range(_ range: Range<TextPlace>, as key: StaticString = "range") {
    object(key) { json in
      json.place("start", range.lowerBound)
      json.place("end", range.upperBound)
    }
  }

  /// Writes a member that is a place.
  mutating func place(_ key: StaticString, _ place: TextPlace) {
    object(key) { json in
      json.member("line", place.line)
      json.member("character", place.character)
    }
  }

  /// Writes the members of a location.
  mutating func location(_ location: Location) {
    member("uri", location.uri)
    range(location.range)
  }

  /// Writes an array of locations.
  mutating func locations(_ locations: [Location]) {
    beginArray()
    for location in locations { object { $0.location(location) } }
    endArray()
  }
}
