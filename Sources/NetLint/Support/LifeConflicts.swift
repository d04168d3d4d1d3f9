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
    var lives: [(id: RecordID, date: LifeDate)] = []
    // By file and record, the number of its date, of which most have none; nothing for a file without any.
    var numbers = [[Int32]](repeating: [], count: files.count)
    for (file, facts) in files.enumerated() {
      for life in facts.lifeDates where life.kind == kind {
        if numbers[file].isEmpty { numbers[file] = [Int32](repeating: -1, count: facts.records.count) }
        numbers[file][life.record] = Int32(truncatingIfNeeded: lives.count)
        lives.append((RecordID(file: file, record: life.record), life))
      }
    }
    if lives.isEmpty { return [] }
    var found = [LifeConflict?](repeating: nil, count: lives.count)
    func add(_ place: DatedPlace, of id: RecordID) {
      if numbers[id.file].isEmpty { return }
      let number = Int(numbers[id.file][id.record])
      guard number >= 0, contradict(lives[number].date.date, place.date) else { return }
      if let known = found[number], known.other.date <= place.date { return }
      found[number] = LifeConflict(id: id, life: lives[number].date, other: place)
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
    return found.compactMap(\.self)
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
