import NetSyntax

/// A record while it is read: what any kind of record may have.
struct RecordDraft {
  let facts: RecordFacts
  let handle: String?
  var base: RecordBase
  var name = ""
  var details = Details()
  var participants: [Entry] = []
  var place: String?
  var time: TimeRange?
  var timeZone: String?
  var meetingKind: String?
  var status: MeetingStatus?
  /// The mentions of a meeting's title, in order.
  var titleMentions: [RecordReader.Mentioned] = []
  /// The entries of `with:`, with the record each of them resolves to.
  var with: [(entry: Entry, record: RecordID?, isMe: Bool)] = []
  /// The keys that stand once and have been read.
  private var seen: Set<FieldKey> = []

  init(_ facts: RecordFacts, handle: String?, base: RecordBase) {
    self.facts = facts
    self.handle = handle
    self.base = base
  }

  /// Whether a field with a key is to be read: it may be repeated, or it is the first.
  mutating func takes(_ key: FieldKey) -> Bool {
    key.isRepeatable || seen.insert(key).inserted
  }

  /// Keeps a value under its key.
  mutating func keep(_ value: String, under key: String) {
    if let index = base.fields.firstIndex(where: { $0.key == key }) {
      base.fields[index].values.append(value)
    } else {
      base.fields.append(OtherField(key: key, values: [value]))
    }
  }

  /// The record that was read.
  func record() -> Record {
    switch facts.kind {
    case .person: .person(Person(handle: handle, name: name, details: details, base: base))
    case .group, .org:
      .group(Group(kind: facts.kind, handle: handle, name: name, details: details, base: base))
    case .page: .page(Page(title: name, base: base))
    case .meeting:
      .meeting(
        Meeting(
          date: facts.date, time: time, title: name, participants: participants, place: place,
          timeZone: timeZone, kind: meetingKind, status: status, urls: details.urls, base: base))
    }
  }
}
