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
  var tags = DistinctTexts()
  var akaHandles = DistinctTexts()
  /// By key: where its values are among the fields kept as text.
  private var keptFields: [String: Int] = [:]
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
    if let index = keptFields[key] {
      base.fields[index].values.append(value)
    } else {
      keptFields[key] = base.fields.count
      base.fields.append(OtherField(key: key, values: [value]))
    }
  }

  /// The record that was read.
  func record() -> Record {
    var (base, details) = (base, details)
    base.tags = tags.texts
    details.akaHandles = akaHandles.texts
    switch facts.kind {
    case .person: return .person(Person(handle: handle, name: name, details: details, base: base))
    case .group, .org:
      return .group(Group(kind: facts.kind, handle: handle, name: name, details: details, base: base))
    case .page: return .page(Page(title: name, base: base))
    case .meeting:
      return .meeting(
        Meeting(
          date: facts.date, time: time, title: name, participants: participants, place: place,
          timeZone: timeZone, kind: meetingKind, status: status, urls: details.urls, base: base))
    }
  }
}
