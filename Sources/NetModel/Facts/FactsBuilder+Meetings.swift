import NetSyntax

/// What meetings have beside the facts of every record, and the labels of `knows:`.
extension FactsBuilder {
  /// Adds the facts that a meeting's heading gives.
  mutating func addMeeting(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ parts: HeadingParts, _ record: RecordFacts,
    _ time: TimeRange?, index: Int
  ) {
    var meeting = MeetingFacts(record: index, titleHash: textHash(of: bytes, in: record.heading, &scratch))
    if let date = parts.date { meeting.date = tree.range(ofToken: date) }
    meeting.time = time
    meetings.append(meeting)
  }

  /// `time:`, unless the heading has one, and `status:`.
  mutating func readMeetingField(_ value: Span<UInt8>, _ key: FieldKey) {
    guard let last = meetings.indices.last else { return }
    if key == .time, meetings[last].time == nil { meetings[last].time = TimeRange(value) }
    if key == .status, MeetingStatus(value) == .cancelled { meetings[last].isCancelled = true }
  }

  /// `with:`, and where a further entry could be added.
  mutating func readWithField(_ bytes: Span<UInt8>, _ place: ValuePlace) {
    guard let last = meetings.indices.last else { return }
    meetings[last].hasWithField = true
    var end = bytes.count
    while end > 0, bytes[end - 1] == UInt8(ascii: ",") || blankLength(bytes, before: end, start: 0) > 0 {
      end -= 1
    }
    // Behind a backslash a comma would be text.
    if end > 0 {
      meetings[last].withEnd = bytes[end - 1] == UInt8(ascii: "\\") ? nil : place.fileRange(0..<end).end
    }
  }

  /// A label of `knows:` behind the mention that was just added, if it is a word that can be contradicted.
  mutating func addRelation(_ value: Span<UInt8>, _ place: ValuePlace, _ label: Range<Int>, index: Int) {
    guard let mention = mentions.last, let word = RelationWord(value.extracting(label)) else { return }
    relations.append(
      RelationFact(record: index, name: mention.name, word: word, range: place.fileRange(label)))
  }
}
