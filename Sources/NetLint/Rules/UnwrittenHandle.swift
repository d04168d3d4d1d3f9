import NetModel
import NetSyntax

/// unwritten-handle: a handle that is mentioned, and given by the name alone.
let unwrittenHandle = Rule(
  "unwritten-handle", "N208", .warning, isDefault: false, page: PackageResources.unwritten_handle_md,
  .notebook(reading: [.records, .mentions]) { notebook, _, findings in
    var firsts = [Label?](repeating: nil, count: notebook.symbolCount)
    for (file, facts) in notebook.files.enumerated() {
      for mention in facts.mentions {
        let symbol = notebook.symbol(ofName: mention.name, in: file)
        if firsts[symbol] == nil {
          firsts[symbol] = Label(file: file, range: mention.range, message: "it is used here")
        }
      }
    }
    for id in notebook.recordIDs {
      let record = notebook.facts(of: id)
      guard record.handle == nil, let name = record.handleName, let handle = notebook.handle(of: id) else {
        continue
      }
      let symbol = notebook.symbol(ofName: name, in: id.file)
      guard let first = firsts[symbol], notebook.record(of: symbol) == id else { continue }
      findings.report(
        record.name, "`@\(handle)` is used, but not written down here", in: id.file,
        help: "write `\(notebook.nameText(of: id)) @\(handle)`", labels: [first],
        fix: Fix(
          isSafe: true, title: "write `@\(handle)` behind the name",
          edits: [TextEdit(range: ByteRange(record.name.end, record.name.end), replacement: " @\(handle)")]))
    }
  })
