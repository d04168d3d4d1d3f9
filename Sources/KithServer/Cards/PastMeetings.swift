import NetModel

/// A meeting that has taken place.
struct PastMeeting {
  /// The record, as an index of its file's facts.
  let record: Int
  /// The last day of it.
  let day: CalendarDate
}

extension FileFacts {
  /// The meetings that have taken place: those with a date that is not behind today, and that were not cancelled.
  func pastMeetings(_ today: CalendarDate?) -> [PastMeeting] {
    meetings.compactMap { meeting in
      guard !meeting.isCancelled, let date = records[meeting.record].date, today.map({ date.start <= $0 }) ?? true
      else {
        return nil
      }
      return PastMeeting(record: meeting.record, day: date.end ?? date.start)
    }
  }

  /// The mentions of those who were at a meeting.
  func participants(of record: Int) -> some Sequence<MentionFact> {
    let role: MentionFact.Role = records[record].hasWith ? .with : .title
    return mentions[records[record].mentions].lazy.filter { $0.role == role }
  }
}
