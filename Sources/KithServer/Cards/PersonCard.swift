import NetLint
import NetModel
import NetSyntax

/// What notes say of somebody: promises that are open, and what they are facing.
private struct Said {
  var mine: [DatedText] = []
  var theirs: [DatedText] = []
  var challenges: [DatedText] = []
}

/// A record with its last day, if it has one.
private struct DatedRecord {
  let id: RecordID
  let day: CalendarDate?
  /// Whether somebody took part in it, and it was not cancelled.
  let isMeeting: Bool
}

/// A text with the day of the record it stands in; those without one come last.
private struct DatedText {
  let day: CalendarDate?
  let text: String
}

extension OpenNotebook {
  /// What is known of a person, group or organisation: who they are, how you met, when you last met, which promises are open
  /// between you, and what they are facing.
  ///
  /// - Parameter empty: What it is written into.
  func card(of id: RecordID, in empty: Markup, today: CalendarDate?) -> Markup {
    var markup = empty
    let notebook = linted.notebook
    let handle = notebook.handle(of: id) ?? ""
    markup.addStrong(notebook.nameText(of: id))
    if !handle.isEmpty {
      markup.add(" ")
      markup.addCode("@" + handle)
    }
    if let details = details(of: id) {
      markup.addLines(details)
      markup.addOrigin(details, notebook)
    }
    let records = recordsByDay(mentioning: id)
    let meetings = records.filter(\.isMeeting)
    let isPast = { (record: DatedRecord) in record.day.map { day in today.map { day <= $0 } ?? true } ?? false }
    markup.addMeeting("last met in these notes", meetings.first(where: isPast), linted)
    markup.addMeeting("next", meetings.last { $0.day != nil && !isPast($0) }, linted)
    let said = said(of: handle, id, in: records.prefix(Self.mostRecords))
    markup.addList("you promised", said.mine)
    markup.addList("they promised", said.theirs)
    markup.addList("they are facing", said.challenges)
    return markup
  }

  /// Of somebody who is mentioned more often only the latest are read.
  private static let mostRecords = 200

  private func details(of id: RecordID) -> Details? {
    let file = parsedFile(id.file)
    var reader = RecordReader(linted.notebook, file: id.file, path: "", of: file, includesPrivate: true)
    switch reader.record(id.record, of: file) {
    case .person(let person): return person.details
    case .group(let group): return group.details
    case .page, .meeting, nil: return nil
    }
  }

  /// A record itself, and those that mention it: the latest first, those without a date last.
  private func recordsByDay(mentioning id: RecordID) -> [DatedRecord] {
    let notebook = linted.notebook
    let meetings = Set(notebook.meetings(with: id).filter { !notebook.isCancelled($0) })
    var seen: Set<RecordID> = [id]
    var undated = [DatedRecord(id: id, day: nil, isMeeting: false)]
    var dated: [DatedRecord] = []
    for link in notebook.backLinks(to: id) {
      guard let index = notebook.files[link.file].mentions[link.mention].record else { continue }
      let other = RecordID(file: link.file, record: index)
      guard seen.insert(other).inserted else { continue }
      let date = notebook.facts(of: other).date.map { $0.end ?? $0.start }
      let record = DatedRecord(id: other, day: date, isMeeting: meetings.contains(other))
      if date == nil { undated.append(record) } else { dated.append(record) }
    }
    dated.sort { left, right in
      guard let first = left.day, let second = right.day else { return false }
      return (second, right.id) < (first, left.id)
    }
    return dated + undated
  }

  /// What some records say of somebody.
  private func said(of handle: String, _ id: RecordID, in records: ArraySlice<DatedRecord>) -> Said {
    var said = Said()
    for (number, records) in Dictionary(grouping: records, by: \.id.file) {
      let file = parsedFile(number)
      var reader = RecordReader(linted.notebook, file: number, path: "", of: file, includesPrivate: true)
      for record in records {
        guard let read = reader.record(record.id.record, of: file) else { continue }
        let isTheirs = record.id == id || read.onlyParticipant == handle
        for case .item(let item) in read.base.notes { said.add(item, of: record.day, handle, isTheirs: isTheirs) }
      }
    }
    return said
  }
}

extension Notebook {
  fileprivate func isCancelled(_ meeting: RecordID) -> Bool {
    let meetings = files[meeting.file].meetings
    let index = meetings.partitioned { $0.record < meeting.record }
    return index < meetings.count && meetings[index].record == meeting.record && meetings[index].isCancelled
  }
}

extension Said {
  /// Calls itself for the items below, at most 32 deep.
  ///
  /// - Parameter isTheirs: Whether an item that names nobody is about them.
  fileprivate mutating func add(_ item: Item, of day: CalendarDate?, _ handle: String, isTheirs: Bool) {
    let text = DatedText(day: item.date ?? day, text: item.content.text)
    if item.task == .open {
      if item.owners.contains(handle) {
        theirs.append(text)
      } else if item.owners == ["me"], isTheirs || item.content.mentions.contains(handle) {
        mine.append(text)
      }
    } else if item.label == .challenge, item.people.contains(handle) {
      challenges.append(text)
    }
    for child in item.items { add(child, of: day, handle, isTheirs: isTheirs) }
  }
}

extension Record {
  /// The handle of a meeting's participant, if there is one only.
  fileprivate var onlyParticipant: String? {
    guard case .meeting(let meeting) = self, meeting.participants.count == 1,
      case .handle(let handle) = meeting.participants[0].who
    else { return nil }
    return handle
  }
}

extension Markup {
  /// Who they are.
  fileprivate mutating func addLines(_ details: Details) {
    let who = [details.role, details.org, details.place].compactMap(\.self).filter { !$0.isEmpty }
    if !who.isEmpty || details.pronouns != nil {
      beginParagraph()
      add(who.joined(separator: ", ") + (details.pronouns.map { who.isEmpty ? $0 : " (\($0))" } ?? ""))
    }
    if !details.aka.isEmpty {
      beginParagraph()
      add("also " + details.aka.joined(separator: ", "))
    }
  }

  /// When a meeting is, and what it is called.
  fileprivate mutating func addMeeting(_ heading: String, _ meeting: DatedRecord?, _ linted: LintedNotebook) {
    guard let meeting, let day = meeting.day else { return }
    beginParagraph()
    let title = linted.notebook.facts(of: meeting.id).name
    let bytes = linted.files[meeting.id.file].bytes[title.start..<title.end]
    add(
      "\(heading): "
        + [day.edtf, String(decoding: bytes, as: UTF8.self)].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// How you met, and through whom.
  fileprivate mutating func addOrigin(_ details: Details, _ notebook: Notebook) {
    let via = details.via.map { entry in
      switch entry.who {
      case .handle(let handle):
        notebook.symbol(of: handle).flatMap { notebook.record(of: $0) }.map(notebook.nameText) ?? "@" + handle
      case .name(let name): name
      }
    }
    let met = [details.met?.date?.edtf, details.met?.text].compactMap(\.self).joined(separator: ", ")
    if met.isEmpty, via.isEmpty { return }
    beginParagraph()
    let through = via.isEmpty ? "" : "through " + via.joined(separator: " and ")
    add("met " + [met, through].filter { !$0.isEmpty }.joined(separator: ", "))
  }

  /// The latest of some texts, as many as anybody reads at a glance.
  fileprivate mutating func addList(_ heading: String, _ texts: [DatedText]) {
    if texts.isEmpty { return }
    beginParagraph()
    add(heading + ":")
    let sorted = texts.enumerated().sorted { left, right in
      let (first, second) = (left.element.day?.edtf ?? "", right.element.day?.edtf ?? "")
      return first != second ? first > second : (left.element.text, left.offset) < (right.element.text, right.offset)
    }
    for (_, text) in sorted.prefix(5) {
      beginItem()
      let words = text.text.split(whereSeparator: \.isNewline).joined(separator: " ")
      add(words + (text.day.map { " (\($0.edtf))" } ?? ""))
    }
  }
}
