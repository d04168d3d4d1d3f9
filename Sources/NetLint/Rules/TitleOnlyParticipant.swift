import NetModel
import NetSyntax

/// title-only-participant: somebody in a meeting's title, but not in its `with:`.
let titleOnlyParticipant = Rule(
  "title-only-participant", "N207", .info, page: PackageResources.title_only_participant_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    for meeting in facts.meetings {
      let record = facts.records[meeting.record]
      let mentions = facts.mentions[record.mentions]
      guard record.hasWith, mentions.first?.role == .title else { continue }
      var present = presentPeople(record, number, notebook)
      for mention in mentions {
        guard mention.role == .title else { break }
        guard let id = notebook.record(of: mention, in: number),
          notebook.facts(of: id).kind == .person, present.insert(id).inserted
        else { continue }
        let handle = notebook.shown(id)
        findings.report(
          mention.range, "`\(handle)` is in the title, but not in `with`",
          help: "if they were there, add them behind the others: `, \(handle)`",
          fix: meeting.withEnd.map { end in
            Fix(
              isSafe: false, title: "add `\(handle)` to `with`",
              edits: [TextEdit(range: ByteRange(end, end), replacement: ", \(handle)")])
          })
      }
    }
  })

/// Those who are in a meeting's `with:`, by mention or by a name that is theirs.
private func presentPeople(_ record: RecordFacts, _ file: Int, _ notebook: Notebook) -> Set<RecordID> {
  let facts = notebook.files[file]
  var present: Set<RecordID> = []
  for mention in facts.mentions[record.mentions] where mention.role == .with {
    if let id = notebook.record(of: mention, in: file) { present.insert(id) }
  }
  for entry in facts.entries[record.entries] where entry.role == .with {
    if let id = notebook.onlyRecord(named: notebook.symbol(ofName: entry.name, in: file)) {
      present.insert(id)
    }
  }
  return present
}
