import NetModel
import NetSyntax

/// A date of a record that something else in the notebook contradicts.
struct LifeConflict {
  /// The record, and its date.
  var id: RecordID
  var life: LifeDate
  /// The earliest meeting or contact that does not go with it.
  var other: DatedPlace
}

/// Where a meeting, or something else that somebody took part in, has its date.
struct DatedPlace {
  var file: Int
  var date: DateExpression
  var range: ByteRange

  /// A note of the place.
  func label(_ what: String) -> Label { Label(file: file, range: range, message: "\(what) `\(date.edtf)`") }
}

extension Notebook {
  /// The dates of a kind that something contradicts, with the earliest that does, in the order of records.
  ///
  /// - Parameters:
  ///   - kind: The kind of date.
  ///   - others: What on the same record is held against it, besides meetings with the record as a participant.
  ///   - contradict: Whether two dates do; the first is the record's.
  func conflicts(
    of kind: LifeDate.Kind, with others: Set<LifeDate.Kind> = [],
    where contradict: (DateExpression, DateExpression) -> Bool
  ) -> [LifeConflict] {
    var lives: [RecordID: LifeDate] = [:]
    // By file and record, whether there is one: for most of those who were at a meeting there is none.
    var haveLife = files.map { [Bool](repeating: false, count: $0.records.count) }
    for (file, facts) in files.enumerated() {
      for life in facts.lifeDates where life.kind == kind {
        lives[RecordID(file: file, record: life.record)] = life
        haveLife[file][life.record] = true
      }
    }
    if lives.isEmpty { return [] }
    var earliest: [RecordID: DatedPlace] = [:]
    func add(_ place: DatedPlace, of id: RecordID) {
      guard haveLife[id.file][id.record], let life = lives[id], contradict(life.date, place.date) else { return }
      if let known = earliest[id], known.date <= place.date { return }
      earliest[id] = place
    }
    for (file, facts) in files.enumerated() {
      for life in facts.lifeDates where others.contains(life.kind) {
        add(DatedPlace(file: file, date: life.date, range: life.range), of: RecordID(file: file, record: life.record))
      }
      for meeting in facts.meetings where !meeting.isCancelled {
        let record = facts.records[meeting.record]
        guard let date = record.date, let range = meeting.date else { continue }
        let role: MentionFact.Role = record.hasWith ? .with : .title
        for mention in facts.mentions[record.mentions] where mention.role == role {
          if let id = self.record(of: mention, in: file) {
            add(DatedPlace(file: file, date: date, range: range), of: id)
          }
        }
      }
    }
    return earliest.keys.sorted().compactMap { id in
      guard let life = lives[id], let other = earliest[id] else { return nil }
      return LifeConflict(id: id, life: life, other: other)
    }
  }
}

extension DateExpression {
  /// Whether all of this lies before all of another, as far as both are known; what is approximate never does.
  func isSurelyBefore(_ other: DateExpression) -> Bool {
    if isApproximate || other.isApproximate { return false }
    return (end ?? start).isCertainlyBefore(other.start) ?? false
  }

  private var isApproximate: Bool { start.isApproximate || end?.isApproximate ?? false }
}
