import NetJSON
import NetModel
import NetSyntax

/// `textDocument/inlayHint`: the full name behind a mention that is shorter, and who owes a promise that names nobody.
@Sendable func inlayHints(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let range = try file.byteRange(params)
  let hints = (file.nameHints(in: range) + file.ownerHints(in: range)).sorted { $0.offset < $1.offset }
  json.beginArray()
  for hint in hints {
    json.object { json in
      json.place("position", file.lines.place(of: hint.offset, in: file.bytes))
      json.member("label", hint.label)
      json.member("paddingLeft", true)
      if let tooltip = hint.tooltip { json.member("tooltip", tooltip) }
    }
  }
  json.endArray()
}

/// A word that is shown in the text and does not stand there.
private struct Hint {
  var offset: Int
  var label: String
  var tooltip: String?
}

extension OpenFile {
  fileprivate func nameHints(in range: ByteRange) -> [Hint] {
    let first = facts.mentions.partitioned { $0.range.start < range.start }
    var hints: [Hint] = []
    for mention in facts.mentions[first...] {
      if mention.range.start >= range.end { break }
      guard let id = notebook.record(of: mention, in: place.file) else { continue }
      let name = notebook.nameText(of: id)
      let symbol = notebook.symbol(ofName: mention.name, in: place.file)
      // A handle that is all of the name says it already.
      if name.isEmpty || slug(of: name.utf8.span).map({ foldHandle($0.utf8.span) }) == notebook.text(of: symbol) {
        continue
      }
      hints.append(Hint(offset: mention.range.end, label: name))
    }
    return hints
  }

  fileprivate func ownerHints(in range: ByteRange) -> [Hint] {
    var hints: [Hint] = []
    for node in 0..<parsed.tree.nodeCount where parsed.tree.kind(ofNode: node) == .item {
      let start = parsed.tree.range(ofNode: node).start
      guard start < range.end, start >= range.start else { continue }
      let parts = parsed.tree.itemParts(ofNode: node)
      guard let checkbox = parts.checkbox else { continue }
      let box = parsed.tree.range(ofToken: checkbox)
      let hasOwner =
        parts.label == nil && (parts.head.map { $0.contains { parsed.tree.kind(ofToken: $0) == .mention } } ?? false)
      guard TaskState(mark: bytes[box.start + 1]) == .open, !hasOwner else { continue }
      hints.append(Hint(offset: box.end, label: "me:", tooltip: "nobody is mentioned before a colon, so you owe it"))
    }
    return hints
  }
}
