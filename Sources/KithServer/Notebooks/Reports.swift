import KithFiles
import NetJSON
import NetLint

/// What is found in each file, as the client was last told, so that only what differs is sent again.
struct Reports: Sendable {
  struct Report: Sendable {
    fileprivate let diagnostics: [Diagnostic]
    /// An array of the protocol's diagnostics.
    let json: [UInt8]
    /// Another one for each time that it differs from before.
    let number: Int
  }

  /// By the addresses of files, of all that are shown.
  private(set) var byURI: [String: Report] = [:]
  private var lastNumber = 0

  /// Brings everything up to date, and returns the files of which something else is to be shown than before, in order.
  ///
  /// - Parameter changed: The files that have another text; nil if that may be all of them.
  mutating func update(
    _ workspace: inout Workspace, changed: Set<Workspace.Place>?, for client: ClientCapabilities
  ) -> [String] {
    let before = byURI
    byURI = [:]
    for number in workspace.notebooks.indices {
      let found = workspace.notebooks[number].diagnosticsByFile
      for (file, uri) in workspace.notebooks[number].uris.enumerated()
      where workspace.isShown(Workspace.Place(notebook: number, file: file)) {
        let diagnostics = found[file] ?? []
        if let changed, let old = before[uri], old.diagnostics == diagnostics,
          !diagnostics.contains(where: { $0.touches(changed, in: number) })
        {
          byURI[uri] = old
        } else {
          keep(uri, diagnostics, workspace.json(diagnostics, in: number, for: client), before)
        }
      }
    }
    for broken in workspace.brokenConfigurations {
      keep(workspace.uri(of: broken), [], broken.json(for: client), before)
    }
    let uris = Set(before.keys).union(byURI.keys)
    return uris.filter { (byURI[$0]?.json ?? Self.none) != (before[$0]?.json ?? Self.none) }.sorted()
  }

  /// What stands in a file of which nothing is shown.
  static let none = Array("[]".utf8)

  private mutating func keep(_ uri: String, _ diagnostics: [Diagnostic], _ json: [UInt8], _ before: [String: Report]) {
    var number = lastNumber + 1
    if let old = before[uri], old.json == json { number = old.number }
    lastNumber = max(lastNumber, number)
    byURI[uri] = Report(diagnostics: diagnostics, json: json, number: number)
  }
}

extension Diagnostic {
  /// Whether one of its places is in one of some files of its notebook.
  fileprivate func touches(_ files: Set<Workspace.Place>, in notebook: Int) -> Bool {
    ([file] + labels.map(\.file)).contains { files.contains(Workspace.Place(notebook: notebook, file: $0)) }
  }
}

extension BrokenConfiguration {
  /// Its mistakes, as the protocol has them.
  fileprivate func json(for client: ClientCapabilities) -> [UInt8] {
    let lines = LineTable(bytes, client.encoding)
    var json = JSONWriter(escapingUnsafe: true)
    json.beginArray()
    for mistake in mistakes {
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
