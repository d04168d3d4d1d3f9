import KithFiles
import NetJSON
import NetLint

/// What is found in each file, as the client was last told, so that only what differs is sent again.
struct Reports: Sendable {
  struct Report: Sendable {
    /// An array of the protocol's diagnostics.
    let json: [UInt8]
    /// Another one for each time that it differs from before.
    let number: Int
  }

  /// By the addresses of files, of all that are shown.
  private(set) var byURI: [String: Report] = [:]
  private var lastNumber = 0

  /// Brings some files up to date, and returns those of which something else is to be shown than before, in order.
  ///
  /// - Parameter changed: The files of which something else may be found, or shown; nil if those may be all.
  mutating func update(
    _ workspace: inout Workspace, changed: Set<Workspace.Place>?, for client: ClientCapabilities
  ) -> [String] {
    guard let changed else { return updateAll(&workspace, for: client) }
    var differing: [String] = []
    for place in changed {
      let uri = workspace.notebooks[place.notebook].uris[place.file]
      let before = byURI[uri]
      byURI[uri] = nil
      if workspace.isShown(place) { keep(uri, workspace.json(of: place, for: client), before) }
      if byURI[uri]?.json ?? Self.none != before?.json ?? Self.none { differing.append(uri) }
    }
    return differing.sorted()
  }

  private mutating func updateAll(_ workspace: inout Workspace, for client: ClientCapabilities) -> [String] {
    let before = byURI
    byURI = [:]
    for number in workspace.notebooks.indices {
      for (file, uri) in workspace.notebooks[number].uris.enumerated() {
        let place = Workspace.Place(notebook: number, file: file)
        if workspace.isShown(place) { keep(uri, workspace.json(of: place, for: client), before[uri]) }
      }
    }
    for broken in workspace.brokenConfigurations {
      let uri = workspace.uri(of: broken)
      keep(uri, broken.json(for: client), before[uri])
    }
    let uris = Set(before.keys).union(byURI.keys)
    return uris.filter { (byURI[$0]?.json ?? Self.none) != (before[$0]?.json ?? Self.none) }.sorted()
  }

  /// What stands in a file of which nothing is shown.
  static let none = Array("[]".utf8)

  private mutating func keep(_ uri: String, _ json: [UInt8], _ before: Report?) {
    var number = lastNumber + 1
    if let before, before.json == json { number = before.number }
    lastNumber = max(lastNumber, number)
    byURI[uri] = Report(json: json, number: number)
  }
}

extension BrokenConfiguration {
  /// Its mistakes, as the protocol has them.
  fileprivate func json(for client: ClientCapabilities) -> [UInt8] {
    let lines = LineTable(bytes, client.encoding)
    var json = JSONWriter()
    json.beginArray()
    for mistake in error.mistakes {
      json.object { json in
        json.range(lines.place(of: mistake.range.start, in: bytes)..<lines.place(of: mistake.range.end, in: bytes))
        json.member("severity", Severity.error.number)
        json.member("source", "kith")
        json.member("message", sentences(mistake.message, mistake.help))
      }
    }
    json.endArray()
    return json.bytes
  }
}

/// What is wrong, and below it what to do about it, as people may see it.
func sentences(_ message: String, _ help: String?) -> String {
  visible(message) + (help.map { "\n" + visible($0) } ?? "")
}
