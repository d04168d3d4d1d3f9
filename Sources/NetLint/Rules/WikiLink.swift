import NetModel
import NetSyntax

/// wiki-link: `[[Amara Okafor]]`, as other programs link.
let wikiLink = Rule(
  "wiki-link", "N211", .warning, page: PackageResources.wiki_link_md,
  .texts { notebook, bytes, findings in
    for (file, facts) in notebook.files.enumerated() {
      for entry in facts.entries where entry.role == .wikiLink || entry.role == .wikiLinkInValue {
        let symbol = notebook.symbol(ofName: entry.name, in: file)
        let handle: String? =
          switch notebook.resolution(of: symbol) {
          case .record(let id): notebook.shown(id)
          case .writer: "@me"
          case .shared, .ambiguous, .unknown: nil
          }
        let text = facts.text(of: entry)
        let isPlain = !text.utf8.contains { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "#") }
        findings.report(
          entry.range, "\(quoted("[[\(text)]]")) is not a link here", in: file,
          help: handle.map { "write `\($0)`" } ?? help(text, file: notebook.text(of: symbol)),
          fix: isPlain ? handle.flatMap { fix(for: entry, in: file, $0, bytes(file).span, notebook) } : nil)
      }
    }
  })

/// The mention in place of the link. In running text, titles and names aside, it changes nothing else, unless it makes
/// private what stands around it. There is none where the text beside it would be read with the mention.
private func fix(
  for entry: NameEntry, in file: Int, _ mention: String, _ bytes: Span<UInt8>, _ notebook: Notebook
) -> Fix? {
  let line = lineRange(bytes, around: entry.range.start)
  let end = entry.range.end
  if scanHandle(bytes, at: end, end: line.end) != nil || (end < line.end && "-_@.".utf8.contains(bytes[end])) {
    return nil
  }
  if isHandleCharacter(bytes, before: entry.range.start, start: line.start)
    || (entry.range.start > line.start && ".+-/@".utf8.contains(bytes[entry.range.start - 1]))
  {
    return nil
  }
  let symbol = notebook.symbol(ofName: entry.name, in: file)
  let record = entry.record.map { notebook.files[file].records[$0] }
  let isInTitle = record.map { $0.heading.end > entry.range.start } ?? false
  // A record is not to stand in a list of its own.
  if isInTitle || entry.role != .wikiLink, let number = entry.record,
    notebook.record(of: symbol) == RecordID(file: file, record: number)
  {
    return nil
  }
  let isSafe = entry.role == .wikiLink && !isInTitle && !notebook.isPrivate(symbol)
  return Fix(
    isSafe: isSafe, title: "write `\(mention)`", edits: [TextEdit(range: entry.range, replacement: mention)])
}

/// The link to a file of notes, for a name that nobody has.
private func help(_ link: String, file: String) -> String {
  let name = link.unicodeScalars.prefix { $0 != "|" && $0 != "#" }
  return "write `@` and a handle, or a link such as `[\(String(name))](\(file).md)`"
}
