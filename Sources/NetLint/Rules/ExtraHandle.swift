import NetModel
import NetSyntax

/// extra-handle: a mention in a name.
let extraHandle = Rule(
  "extra-handle", "N125", .error, page: PackageResources.extra_handle_md,
  .notebook { notebook, findings in
    for (file, facts) in notebook.files.enumerated() {
      for extra in facts.extraHandles {
        let record = facts.records[extra.record]
        let mention = facts.mentions[extra.mention]
        let handle = facts.name(mention.name)
        let isOthers =
          switch notebook.resolution(of: mention, in: file) {
          case .unknown: false
          case .record(let id): id != RecordID(file: file, record: extra.record)
          case .writer, .shared, .ambiguous: true
          }
        let message =
          extra.hasHandle
          ? "`@\(handle)` is a second handle"
          : "the handle `@\(handle)` does not stand at the end of the heading"
        findings.report(
          mention.range, message, in: file, help: help(extra, handle, isOthers: isOthers),
          fix: isOthers ? nil : fix(extra, record, handle, mention.range), silencing: record.heading,
          excusing: isOthers ? [] : [handle])
      }
    }
  })

private func help(_ extra: ExtraHandle, _ handle: String, isOthers: Bool) -> String {
  if isOthers { return "for a meeting, put its date first; for a page, write `kind: page` below the heading" }
  if let mended = extra.mended { return "write `# \(mended)`" }
  return extra.hasHandle
    ? "write `aka: @\(handle)` below the heading"
    : "write `@\(handle)` at the end of the heading, behind a blank"
}

private func fix(_ extra: ExtraHandle, _ record: RecordFacts, _ handle: String, _ mention: ByteRange) -> Fix? {
  if let mended = extra.mended {
    return Fix(
      isSafe: true, title: "put `@\(handle)` at the end of the heading",
      edits: [TextEdit(range: record.heading, replacement: mended)])
  }
  guard extra.hasHandle else { return nil }
  // The blank before the mention goes with it.
  let range = ByteRange(max(record.heading.start, mention.start - 1), mention.end)
  return Fix(
    isSafe: false, title: "move `@\(handle)` into `aka`",
    edits: [
      TextEdit(range: range, replacement: ""),
      TextEdit(range: ByteRange(record.heading.end, record.heading.end), replacement: "\naka: @\(handle)"),
    ])
}
