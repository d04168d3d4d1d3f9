import NetModel
import NetSyntax

/// mention-then-name: `@Amara Nwosu`, which links to another Amara.
let mentionThenName = Rule(
  "mention-then-name", "N210", .warning, page: PackageResources.mention_then_name_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    let entries = facts.entries
    var index = 0
    while index < entries.count {
      // With two or three words behind one mention, the entries stand side by side; the longest name counts.
      var longest: (entry: NameEntry, id: RecordID)?
      let start = entries[index].range.start
      while index < entries.count, entries[index].range.start == start {
        let entry = entries[index]
        index += 1
        guard entry.role == .mentionAndWords else { continue }
        let symbol = file.symbol(ofName: entry.name)
        if let id = notebook.onlyRecord(named: symbol) { longest = (entry, id) }
      }
      guard let longest else { continue }
      report(longest.entry, of: longest.id, number, notebook, &findings)
    }
  })

private func report(
  _ entry: NameEntry, of other: RecordID, _ file: Int, _ notebook: Notebook, _ findings: inout Findings
) {
  let facts = notebook.files[file]
  let index = facts.mentions.partitioned { $0.range.start < entry.range.start }
  guard index < facts.mentions.count, facts.mentions[index].range.start == entry.range.start,
    let id = notebook.record(of: facts.mentions[index], in: file), id != other,
    let handle = notebook.handle(of: other),
    let claimant = notebook.claimants(of: notebook.symbol(ofName: entry.name, in: file)).first
  else { return }
  let mention = notebook.shown(notebook.symbol(ofName: facts.mentions[index].name, in: file))
  findings.report(
    entry.range,
    "`\(mention)` links to \(notebook.name(of: id)), but reads here as \(notebook.name(of: other))",
    help: "write `@\(handle)`",
    labels: [
      Label(
        file: other.file, range: notebook.place(of: claimant), message: "\(notebook.name(of: other)) is here")
    ],
    fix: Fix(
      isSafe: false, title: "write `@\(handle)`",
      edits: [TextEdit(range: entry.range, replacement: "@" + handle)]))
}
