import NetModel
import NetSyntax

/// wiki-link: `[[Amara Okafor]]`, as other programs link.
let wikiLink = Rule(
  "wiki-link", "N211", .warning, page: PackageResources.wiki_link_md,
  .notebook { notebook, findings in
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
          fix: isPlain ? handle.flatMap { fix(for: entry, in: file, $0, facts, notebook) } : nil)
      }
    }
  })

/// The mention in place of the link. In running text, titles and names aside, it changes nothing else.
private func fix(
  for entry: NameEntry, in file: Int, _ mention: String, _ facts: FileFacts, _ notebook: Notebook
) -> Fix? {
  let record = entry.record.map { facts.records[$0] }
  let isSafe = entry.role == .wikiLink && record.map { $0.heading.end <= entry.range.start } ?? true
  // A record is not to stand in a list of its own.
  if !isSafe, let number = entry.record,
    notebook.record(of: notebook.symbol(ofName: entry.name, in: file)) == RecordID(file: file, record: number)
  {
    return nil
  }
  return Fix(
    isSafe: isSafe, title: "write `\(mention)`", edits: [TextEdit(range: entry.range, replacement: mention)])
}

/// The link to a file of notes, for a name that nobody has.
private func help(_ link: String, file: String) -> String {
  let name = link.unicodeScalars.prefix { $0 != "|" && $0 != "#" }
  return "write `@` and a handle, or a link such as `[\(String(name))](\(file).md)`"
}
