import NetModel
import NetSyntax

/// extra-handle: a mention in a name, or a handle that touches it.
let extraHandle = Rule(
  "extra-handle", "N125", .error, page: PackageResources.extra_handle_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    for record in facts.records where record.handle == nil && RecordKinds.mentionable.contains(record.kind) {
      checkTouching(facts, record, notebook, &findings)
    }
    for extra in facts.extraHandles {
      let record = facts.records[extra.record]
      let mention = facts.mentions[extra.mention]
      let handle = facts.name(mention.name)
      let isOthers =
        switch notebook.resolution(of: mention, in: number) {
        case .unknown: false
        case .record(let id): id != file.id(ofRecord: extra.record)
        case .writer, .shared, .ambiguous: true
        }
      let message =
        extra.hasHandle
        ? "`@\(handle)` is a second handle"
        : "the handle `@\(handle)` does not stand at the end of the heading"
      findings.report(
        mention.range, message, help: help(extra, handle, isOthers: isOthers),
        fix: isOthers ? nil : fix(extra, record, handle, file.bytes), silencing: record.heading,
        excusing: isOthers ? [] : [handle])
    }
  })

private func help(_ extra: ExtraHandle, _ handle: String, isOthers: Bool) -> String {
  if isOthers { return "for a meeting, put its date first; for a page, write `kind: page` below the heading" }
  if let mended = extra.mended { return "write `# \(mended)`" }
  return extra.hasHandle
    ? "write `aka: @\(handle)` below the heading"
    : "write `@\(handle)` at the end of the heading, behind a blank"
}

private func fix(_ extra: ExtraHandle, _ record: RecordFacts, _ handle: String, _ bytes: [UInt8]) -> Fix? {
  if let mended = extra.mended {
    return Fix(
      isSafe: false, title: "put `@\(handle)` at the end of the heading",
      edits: [TextEdit(range: record.heading, replacement: mended)])
  }
  guard extra.hasHandle, let field = newField("aka: @\(handle)", of: record, bytes.span) else { return nil }
  return Fix(
    isSafe: false, title: "move `@\(handle)` into `aka`",
    edits: [TextEdit(range: extra.removal, replacement: ""), field])
}

/// `Hal Ives@hal`: what would be the handle if a blank stood before it.
private func checkTouching(
  _ facts: FileFacts, _ record: RecordFacts, _ notebook: Notebook, _ findings: inout Findings
) {
  let name = facts.nameText(of: record)
  guard let at = name.utf8.firstIndex(of: UInt8(ascii: "@")), let before = name[..<at].unicodeScalars.last,
    before.isLetter || before.isDigit
  else { return }
  let word = name[name.utf8.index(after: at)...]
  let bytes = word.utf8.span
  guard let first = word.unicodeScalars.first, !first.properties.isUppercase,
    scanHandle(bytes, at: 0, end: bytes.count) == bytes.count
  else { return }
  let mention = ByteRange(record.name.end - bytes.count - 1, record.name.end)
  findings.report(
    mention, "a blank is missing before the handle `@\(word)`",
    help: "write `# \(name[..<at]) @\(word)`",
    fix: notebook.symbol(of: foldHandle(bytes)).map { notebook.claimants(of: $0).isEmpty } ?? true
      ? Fix(
        isSafe: false, title: "put a blank before `@\(word)`",
        edits: [TextEdit(range: ByteRange(mention.start, mention.start), replacement: " ")]) : nil,
    silencing: record.heading, excusing: [foldHandle(bytes)])
}
