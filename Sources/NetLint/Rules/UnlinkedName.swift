import NetModel
import NetSyntax

/// unlinked-name: the name of somebody with a record, in a list of people.
let unlinkedName = Rule(
  "unlinked-name", "N209", .warning, page: PackageResources.unlinked_name_md,
  .names { file, _, findings in
    let (notebook, facts) = (file.notebook, file.facts)
    for entry in facts.entries where isInList(entry.role) {
      let symbol = file.symbol(ofName: entry.name)
      guard let id = notebook.onlyRecord(named: symbol), let handle = notebook.handle(of: id),
        id != entry.record.map({ file.id(ofRecord: $0) })
      else { continue }
      // Another name may be another one's too, who has no record.
      let isSafe = notebook.claimants(of: symbol).contains { $0.kind == .name }
      let fix = Fix(
        isSafe: isSafe, title: "write `@\(handle)`",
        edits: [TextEdit(range: entry.range, replacement: "@" + handle)])
      let text = facts.text(of: entry)
      // Where the name runs over lines, a comment may stand between them.
      let isOneLine = entry.range.count == text.utf8.count
      findings.report(
        entry.range, "\(quoted(text)) has a record, but is not linked to it",
        help: "write `@\(handle)`", fix: isOneLine && notebook.isMeant(id, byMention: "@" + handle) ? fix : nil)
    }
  })

private func isInList(_ role: NameEntry.Role) -> Bool {
  switch role {
  case .with, .via, .knows, .members: true
  case .mentionAndWords, .wikiLink, .wikiLinkInValue: false
  }
}
