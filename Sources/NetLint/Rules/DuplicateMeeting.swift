import NetModel
import NetSyntax

/// duplicate-meeting: one meeting written down twice.
let duplicateMeeting = Rule(
  "duplicate-meeting", "N214", .warning, page: PackageResources.duplicate_meeting_md,
  .notebook(reading: .meetings) { notebook, lookups, findings in
    for group in lookups.meetingsAlike(in: notebook) {
      let meetings = group.map { place in
        let facts = notebook.files[place.file].meetings[place.meeting]
        return Dated(id: RecordID(file: place.file, record: facts.record), facts: facts)
      }
      for pair in pairs(in: meetings, where: { isOne($0, $1, notebook) }) {
        findings.report(
          place(of: pair.later, notebook), "a second meeting with this date, time and title",
          in: pair.later.id.file,
          help: "move its notes to the first one, or give it a title of its own",
          labels: [
            Label(file: pair.first.id.file, range: place(of: pair.first, notebook), message: "the first is here")
          ])
      }
    }
  })

/// A meeting, by the number of its file and its own in that file.
struct MeetingPlace: Sendable {
  let file: Int
  let meeting: Int
}

/// The meetings that have a date and a title in common.
func meetingsAlike(in notebook: Notebook) -> [[MeetingPlace]] {
  var keys: [DateAndTitle] = []
  var places: [MeetingPlace] = []
  for (file, facts) in notebook.files.enumerated() {
    for (index, meeting) in facts.meetings.enumerated() {
      guard let date = facts.records[meeting.record].date else { continue }
      keys.append(DateAndTitle(title: meeting.titleHash, date: date))
      places.append(MeetingPlace(file: file, meeting: index))
    }
  }
  return placesOfEqual(keys).map { group in group.map { places[$0] } }
}

/// What two meetings have in common that may be one.
private struct DateAndTitle: Hashable, Comparable {
  let title: UInt64
  let date: DateExpression

  static func < (left: Self, right: Self) -> Bool { (left.title, left.date) < (right.title, right.date) }
}

/// A meeting with a valid date.
private struct Dated {
  var id: RecordID
  var facts: MeetingFacts
}

private func isOne(_ first: Dated, _ later: Dated, _ notebook: Notebook) -> Bool {
  guard first.facts.time == later.facts.time, first.facts.isCancelled == later.facts.isCancelled else {
    return false
  }
  let people = everybody(first.id, notebook)
  let others = everybody(later.id, notebook)
  return people.isEmpty || others.isEmpty || !people.isDisjoint(with: others)
}

/// Those who were there, by mention or by name.
private func everybody(_ id: RecordID, _ notebook: Notebook) -> Set<Somebody> {
  let facts = notebook.files[id.file]
  let record = facts.records[id.record]
  let role: MentionFact.Role = record.hasWith ? .with : .title
  var people: Set<Somebody> = []
  for mention in facts.mentions[record.mentions] where mention.role == role {
    people.insert(notebook.somebody(mention.name, in: id.file))
  }
  for entry in facts.entries[record.entries] where entry.role == .with {
    people.insert(notebook.somebody(entry.name, in: id.file))
  }
  return people
}

/// The title, or the date where there is none.
private func place(of meeting: Dated, _ notebook: Notebook) -> ByteRange {
  let title = notebook.facts(of: meeting.id).heading
  return title.isEmpty ? meeting.facts.date ?? title : title
}
