import NetModel
import NetSyntax

/// wiki-link: `[[Amara Okafor]]`, as other programs link.
let wikiLink = Rule(
  "wiki-link", "N211", .warning, page: PackageResources.wiki_link_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    for entry in facts.entries where entry.role == .wikiLink || entry.role == .wikiLinkInValue {
      let symbol = file.symbol(ofName: entry.name)
      let handle: String? =
        switch notebook.resolution(of: symbol) {
        case .record(let id): notebook.shown(id)
        case .writer: "@me"
        case .shared, .ambiguous, .unknown: nil
        }
      let text = facts.text(of: entry)
      let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") }
      findings.report(
        entry.range, "\(quoted("[[\(text)]]")) is not a link here",
        help: handle.map { "write `\($0)`" } ?? help(text, file: notebook.text(of: symbol)),
        fix: isPlain ? handle.flatMap { fix(for: entry, in: number, $0, file.bytes.span, notebook) } : nil)
    }
  })

/// The mention in place of the link. In running text, titles and names aside, it changes nothing else, unless it makes
/// private what stands around it. There is none where the text beside it would be read with the mention.
private func fix(
  for entry: NameEntry, in file: Int, _ mention: String, _ bytes: Span<UInt8>, _ notebook: Notebook
) -> Fix? {
  let (start, end) = (entry.range.start, entry.range.end)
  if end < bytes.count, "-_@".utf8.contains(bytes[end]) || isHandleCharacter(bytes, at: end) { return nil }
  if start > 0, ".+-/@".utf8.contains(bytes[start - 1]) || isHandleCharacter(bytes, before: start, start: 0) {
    return nil
  }
  let symbol = notebook.symbol(ofName: entry.name, in: file)
  if let id = notebook.record(of: symbol), !notebook.isMeant(id, byMention: mention) { return nil }
  let record = entry.record.map { notebook.files[file].records[$0] }
  let isInTitle = record.map { $0.heading.end > entry.range.start } ?? false
  // A record is not to stand in a list of its own.
  if isInTitle || entry.role != .wikiLink, let number = entry.record,
    notebook.record(of: symbol) == RecordID(file: file, record: number)
  {
    return nil
  }
  // Another name may be another one's too, who has no record.
  let isOwnName = notebook.claimants(of: symbol).contains { $0.kind == .name || $0.kind == .handle }
  let isSafe =
    entry.role == .wikiLink && isOwnName && !isInTitle
    && !(notebook.symbol(ofMention: mention).map(notebook.isPrivate) ?? false)
  return Fix(
    isSafe: isSafe, title: "write `\(mention)`", edits: [TextEdit(range: entry.range, replacement: mention)])
}

private func isHandleCharacter(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  let scalar = decodeScalar(bytes, at: offset, end: bytes.count).scalar
  return scalar.isLetter || scalar.isDigit || scalar.isMark || scalar.isJoinControl
}

/// The link to a file of notes, for a name that nobody has.
private func help(_ link: String, file: String) -> String {
  let name = link.unicodeScalars.prefix { $0 != "|" && $0 != "#" }
  return "write `@` and a handle, or a link such as `[\(String(name))](\(file).md)`"
}
