import NetModel
import NetSyntax

/// wiki-link: `[[Amara Okafor]]`, as other programs link.
let wikiLink = Rule(
  "wiki-link", "N211", .warning, page: PackageResources.wiki_link_md,
  .notebook { notebook, findings in
    for (file, facts) in notebook.files.enumerated() {
      for entry in facts.entries where entry.role == .wikiLink {
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
          fix: isPlain
            ? handle.map {
              Fix(
                isSafe: true, title: "write `\($0)`", edits: [TextEdit(range: entry.range, replacement: $0)])
            } : nil)
      }
    }
  })

/// The link to a file of notes, for a name that nobody has.
private func help(_ link: String, file: String) -> String {
  let name = link.unicodeScalars.prefix { $0 != "|" && $0 != "#" }
  return "write `@` and a handle, or a link such as `[\(String(name))](\(file).md)`"
}
