import NetModel
import NetSyntax

/// meeting-without-people: a meeting that nobody was at.
let meetingWithoutPeople = Rule(
  "meeting-without-people", "N215", .warning, page: PackageResources.meeting_without_people_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    for meeting in facts.meetings where !meeting.hasWithField {
      let record = facts.records[meeting.record]
      guard record.date != nil, let date = meeting.date else { continue }
      let mentions = facts.mentions[record.mentions]
      guard mentions.allSatisfy({ $0.role != .title || isMe($0, number, notebook) }),
        !facts.entries[record.entries].contains(where: {
          $0.role == .wikiLink && $0.range.start < record.heading.end
        })
      else { continue }
      let people = peopleOfNotes(mentions, number, notebook)
      let field = "with: " + people.joined(separator: ", ")
      findings.report(
        date, "this meeting has no people",
        help: people.isEmpty
          ? "add who was there below the heading, as in `with: Amara Okafor`"
          : "write `\(field)` below the heading",
        fix: people.isEmpty
          ? nil
          : newField(field, of: record, file.bytes.span).map {
            Fix(isSafe: false, title: "write `\(field)` below the heading", edits: [$0])
          },
        unless: Cause(
          rules: ["almost-field", "field-outside-header", "stray-indent", "wide-mark"],
          range: notebook.extent(of: file.id(ofRecord: meeting.record))))
    }
  })

private func isMe(_ mention: MentionFact, _ file: Int, _ notebook: Notebook) -> Bool {
  notebook.text(of: notebook.symbol(ofName: mention.name, in: file)) == "me"
}

/// The first three people whom the notes mention.
private func peopleOfNotes(_ mentions: ArraySlice<MentionFact>, _ file: Int, _ notebook: Notebook) -> [String] {
  var people: [String] = []
  for mention in mentions where mention.role == .text && people.count < 3 {
    guard let id = notebook.record(of: mention, in: file), !isMe(mention, file, notebook),
      notebook.facts(of: id).kind == .person
    else { continue }
    let handle = notebook.shown(id)
    if !people.contains(handle) { people.append(handle) }
  }
  return people
}
