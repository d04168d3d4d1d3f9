import NetJSON
import NetModel
import NetSyntax

/// `textDocument/foldingRange`: records, long headers, sections, items with something below them, fences, and runs of
/// comments; whole lines, without the blank ones at their ends.
@Sendable func listFolds(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  json.beginArray()
  for fold in file.folds() {
    json.object { json in
      json.member("startLine", fold.lines.lowerBound)
      json.member("endLine", fold.lines.upperBound)
      if fold.isComment { json.member("kind", "comment") }
    }
  }
  json.endArray()
}

/// Lines that can be hidden but for the first.
private struct Fold {
  var lines: ClosedRange<Int>
  var isComment = false
}

extension OpenFile {
  /// The most fields that a header is short with.
  private static var mostFields: Int { 3 }

  /// All folds, those that begin first before others, and of these the longest.
  fileprivate func folds() -> [Fold] {
    var folds: [Fold] = []
    func add(_ range: ByteRange, isComment: Bool = false) {
      let range = self.range(ByteRange(range.start, textEnd(bytes, range.start, range.end)))
      if range.upperBound.line > range.lowerBound.line {
        folds.append(Fold(lines: range.lowerBound.line...range.upperBound.line, isComment: isComment))
      }
    }
    for record in facts.records.indices {
      add(notebook.recordRange(RecordID(file: place.file, record: record), in: bytes))
      let fields = fields(of: record)
      if fields.count > Self.mostFields {
        let (first, last) = (parsed.tree.range(ofNode: fields[0]), parsed.tree.range(ofNode: fields[fields.count - 1]))
        add(ByteRange(first.start, last.end))
      }
    }
    for section in sections() { add(section.range) }
    for node in 0..<parsed.tree.nodeCount
    where parsed.tree.kind(ofNode: node) == .item || parsed.tree.kind(ofNode: node) == .fence {
      add(parsed.tree.range(ofNode: node))
    }
    for run in commentRuns() { add(run, isComment: true) }
    return folds.sorted { ($0.lines.lowerBound, -$0.lines.upperBound) < ($1.lines.lowerBound, -$1.lines.upperBound) }
  }

  /// Comments with nothing between them, not even a blank line.
  private func commentRuns() -> [ByteRange] {
    var runs: [ByteRange] = []
    for token in 0..<parsed.tree.tokenCount where parsed.tree.kind(ofToken: token) == .comment {
      let range = parsed.tree.range(ofToken: token)
      let isNext =
        token >= 2 && parsed.tree.kind(ofToken: token - 1) == .lineEnd
        && parsed.tree.kind(ofToken: token - 2) == .comment
      if isNext, let last = runs.indices.last { runs[last].end = range.end } else { runs.append(range) }
    }
    return runs
  }
}
