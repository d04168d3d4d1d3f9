import NetLint
import NetModel
import NetSyntax

extension OpenFile {
  /// The keys that a record does not have yet, or may have again.
  func keys(_ range: ByteRange, of record: Int) -> CompletionList {
    let facts = facts.records[record]
    var present: Set<FieldKey> = []
    for node in facts.node..<facts.notes.lowerBound where parsed.tree.kind(ofNode: node) == .field {
      let key = parsed.tree.range(ofToken: parsed.tree.fieldParts(ofNode: node).key)
      // The one being typed is not there yet.
      if key.start == range.start { continue }
      if let key = FieldKey(bytes.span, in: key) { present.insert(key) }
    }
    var list = CompletionList(range: range)
    for key in FieldKey.keys(of: facts.kind) where key.isRepeatable || !present.contains(key) {
      let hasColon = bytes[range.end...].first == UInt8(ascii: ":")
      list.items.append(
        CompletionItem(
          label: key.name, kind: .property, documentation: key.meaning(on: facts.kind),
          text: hasColon ? key.name : key.name + ": "))
    }
    return list
  }

  /// What an item may begin with: labels, and a checkbox.
  ///
  /// On a person's record they are about that person without a mention, so there none is asked for.
  func labels(_ range: ByteRange, at offset: Int) -> CompletionList {
    let kind = record(at: offset).map { facts.records[$0].kind }
    let isOfSomebody = kind.map { RecordKinds.mentionable.contains($0) } ?? false
    var list = CompletionList(range: range)
    // Where something stands behind it, only the word is to change.
    let isAlone = bytes[range.end..<line(at: range.end).end].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
    for label in ItemLabel.allCases {
      if !isAlone {
        list.items.append(CompletionItem(label: label.name, kind: .keyword, documentation: label.meaning))
        continue
      }
      let people = label == .intro ? " @${1:one}, @${2:other}" : isOfSomebody ? "" : " @${1:who}"
      list.items.append(
        CompletionItem(
          label: label.name, kind: .keyword, documentation: label.meaning,
          text: isOfSomebody && label != .intro ? label.name + ": " : label.name + " ",
          snippet: label.name + people + ": $0"))
    }
    list.items.append(
      CompletionItem(
        label: TaskState.open.checkbox, kind: .keyword, detail: "a promise", documentation: TaskState.open.meaning,
        text: TaskState.open.checkbox + " ", filter: text(range).isEmpty ? nil : "task"))
    return list
  }

  /// The values that a field may have: those that stand in notes already come first.
  func values(
    _ key: FieldKey, on kind: RecordKind, _ range: ByteRange, upTo offset: Int, _ noted: [(text: String, count: Int)]
  ) -> CompletionList {
    let typed = text(ByteRange(range.start, offset))
    let wanted = plain(typed)
    let usual = usualValues(key, on: kind).filter { item in !noted.contains { $0.text == item.label } }
    var items = noted.map { CompletionItem(label: $0.text, kind: .value, detail: times($0.count)) }
    // Of a few, editors show those that fit.
    let others = usual.count > mostCompletions ? usual : []
    items = (items + others).filter { beginsWord(of: plain($0.label), wanted) } + (others.isEmpty ? usual : [])
    var list = CompletionList(range: range, isIncomplete: items.count > mostCompletions)
    for var item in items.prefix(mostCompletions) {
      // Who types the city is to find its zone, too, and nobody needs to type accents; further letters may fit no more.
      if !item.label.lowercased().hasPrefix(typed.lowercased()), beginsWord(of: plain(item.label), wanted) {
        item.filter = typed
        list.isIncomplete = true
      }
      list.items.append(item)
    }
    return list
  }

  private func usualValues(_ key: FieldKey, on kind: RecordKind) -> [CompletionItem] {
    switch key.valueType(on: kind) {
    case .recordKind: [.person, .group, .org, .page].map { (kind: RecordKind) in item(kind.name) }
    case .word: ["coffee", "call", "lunch", "dinner", "visit", "walk", "video", "event"].map { item($0) }
    case .status: MeetingStatus.allCases.map { item($0.name, $0.meaning) }
    case .cadence:
      ["weekly", "2 weeks", "monthly", "2 months", "3 months", "6 months", "yearly", "none"].map { item($0) }
    case .timeZone: TimeZoneName.all.map { item($0) }
    case .text: key == .pronouns ? ["she/her", "he/him", "they/them"].map { item($0) } : []
    case .names, .email, .phone, .url, .address, .date, .dateAndText, .people, .list, .time, .tags, nil: []
    }
  }

  private func item(_ value: String, _ meaning: String? = nil) -> CompletionItem {
    CompletionItem(label: value, kind: .value, documentation: meaning)
  }

  /// What somebody may be to somebody else.
  func relations(_ range: ByteRange) -> CompletionList {
    let words = ["former colleague", "colleague", "friend", "mentor", "neighbour"] + Relation.allCases.flatMap(\.words)
    return CompletionList(range: range, items: words.map { CompletionItem(label: $0, kind: .value) })
  }

  /// Which of several addresses one is, in vCard's words (RFC 6350, TYPE) and `mobile`.
  func addressLabels(_ range: ByteRange) -> CompletionList {
    CompletionList(range: range, items: ["work", "home", "mobile"].map { CompletionItem(label: $0, kind: .value) })
  }

  /// The rules, by their names.
  func rules(_ range: ByteRange) -> CompletionList {
    let items = allRules.map { rule in
      CompletionItem(label: rule.info.name, kind: .value, detail: rule.info.code, documentation: rule.summary)
    }
    return CompletionList(range: range, items: items)
  }

  /// Days that are likely in a place.
  func dates(_ range: ByteRange, _ place: TypedText.DatePlace, today: CalendarDate?) -> CompletionList {
    let days: [(Int, String)] =
      switch place {
      case .heading: [(0, "today"), (-1, "yesterday"), (1, "tomorrow"), (7, "in a week")]
      case .item, .done, .past: [(0, "today"), (-1, "yesterday"), (-2, "the day before yesterday"), (-7, "a week ago")]
      case .due: [(0, "today"), (1, "tomorrow"), (7, "in a week"), (14, "in two weeks"), (28, "in four weeks")]
      }
    var list = CompletionList(range: range)
    for (distance, name) in days {
      guard let day = today?.adding(days: distance), let weekday = day.weekday else { continue }
      let text = place == .heading || place == .item ? day.edtf + " " : nil
      list.items.append(
        CompletionItem(label: day.edtf, kind: .unit, detail: "\(name), \(weekday)", text: text))
    }
    return list
  }

  /// A new person, and a new meeting.
  func records(_ range: ByteRange, today: CalendarDate?) -> CompletionList {
    let day = today?.edtf ?? "2026-01-01"
    let person = CompletionItem(
      label: "person", kind: .snippet, detail: "a new person", documentation: "`# Name`, with a header of fields",
      text: "# ", snippet: "# ${1:Name}\nrole: ${2}\nmet: ${3:\(day)}\n\n$0")
    let meeting = CompletionItem(
      label: "meeting", kind: .snippet, detail: "a new meeting, today",
      documentation: "`# DATE Title`, with those who took part", text: "# \(day) ",
      snippet: "# \(day) ${1:Coffee} with @${2:who}\nplace: ${3}\n\n- $0")
    return CompletionList(range: range, items: [person, meeting])
  }
}

/// A text as it is compared: in lower case, without accents.
private func plain(_ text: String) -> String {
  String(decoding: withoutMarks(Array(text.lowercased().utf8).span), as: UTF8.self)
}

/// Whether a text, or some word of it, begins so.
private func beginsWord(of text: String, _ start: String) -> Bool {
  text.hasPrefix(start)
    || text.split { !$0.isLetter && !$0.isNumber }.contains { text[$0.startIndex...].hasPrefix(start) }
}

private func times(_ count: Int) -> String { count == 1 ? "once" : count == 2 ? "twice" : "\(count) times" }
