import NetJSON

extension Server {
  /// `textDocument/publishDiagnostics`, of one file.
  mutating func publishDiagnostics(of uri: String) {
    let found = reports.byURI[uri]?.json ?? Reports.none
    let version = workspace.documents[uri]?.version
    outgoing.notify("textDocument/publishDiagnostics") { json in
      json.member("uri", uri)
      if let version { json.member("version", version) }
      json.member("diagnostics", json: found)
    }
  }
}

/// `textDocument/diagnostic`: what is found in a file, or that it is as it was.
@Sendable func diagnoseDocument(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let uri = try params.documentURI()
  server.settle()
  let report = server.reports.byURI[uri]
  json.object { $0.report(report, knownAs: params["previousResultId"]?.string) }
}

/// `workspace/diagnostic`: the same of all files that are shown, and of those that were when the client last asked.
@Sendable func diagnoseWorkspace(_ server: inout Server, _ params: Params, _ json: inout JSONWriter) {
  server.settle()
  let previous = params.at("previousResultIds").elements.map { Params($0) }.compactMap { entry in
    entry["uri"]?.string.map { ($0, entry["value"]?.string) }
  }
  let known = Dictionary(previous, uniquingKeysWith: { _, last in last })
  let (reports, documents) = (server.reports.byURI, server.workspace.documents)
  json.object { json in
    json.array("items") { json in
      for uri in Set(reports.keys).union(known.keys).sorted() {
        json.object { json in
          json.member("uri", uri)
          json.key("version")
          if let version = documents[uri]?.version { json.int(version) } else { json.null() }
          json.report(reports[uri], knownAs: known[uri] ?? nil)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes the members of a document's report; none is one of a file that is not shown.
  fileprivate mutating func report(_ report: Reports.Report?, knownAs previous: String?) {
    let result = String(report?.number ?? 0)
    if result == previous {
      member("kind", "unchanged")
      member("resultId", result)
    } else {
      member("kind", "full")
      member("resultId", result)
      member("items", json: report?.json ?? Reports.none)
    }
  }
}
