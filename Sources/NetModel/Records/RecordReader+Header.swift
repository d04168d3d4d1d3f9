import NetSyntax

extension RecordReader {
  /// Reads name or title, time and tags off the heading.
  mutating func readHeading(_ draft: inout RecordDraft, _ parsed: borrowing ParsedFile) {
    let tree = parsed.tree.heading(ofRecord: draft.facts.node)
    let parts = parsed.tree.headingParts(ofNode: tree, in: parsed.bytes.span)
    let isMentionable = RecordKinds.mentionable.contains(draft.facts.kind)
    draft.name = parsed.text(shownName(parsed.bytes.span, draft.facts.name))
    if let time = draft.facts.time {
      draft.time = TimeRange(parsed.bytes.span.extracting(time.start..<time.end))
      _ = draft.takes(.time)
    }
    for token in parts.title {
      let range = parsed.tree.range(ofToken: token)
      switch parsed.tree.kind(ofToken: token) {
      case .tag:
        if let tag = Tag(parsed.bytes.span.extracting(range.start + 1..<range.end)) {
          draft.tags.append(tag.text)
        }
      case .mention: if !isMentionable { draft.titleMentions.append(resolve(token: token, parsed)) }
      default: break
      }
    }
  }

  /// Reads the fields.
  mutating func readHeader(_ draft: inout RecordDraft, _ parsed: borrowing ParsedFile) {
    var node = parsed.tree.end(ofNode: parsed.tree.heading(ofRecord: draft.facts.node))
    while node < draft.facts.notes.lowerBound {
      if parsed.tree.kind(ofNode: node) == .field { readField(&draft, node, parsed) }
      node = parsed.tree.end(ofNode: node)
    }
  }

  private mutating func readField(_ draft: inout RecordDraft, _ node: Int, _ parsed: borrowing ParsedFile) {
    let parts = parsed.tree.fieldParts(ofNode: node)
    let keyRange = parsed.tree.range(ofToken: parts.key)
    let value = FieldValue(parts.value, of: parsed.tree, bytes: parsed.bytes.span)
    guard !value.isEmpty else { return }
    let key = FieldKey(parsed.bytes.span, in: keyRange)
    let type = key.flatMap { $0.valueType(on: draft.facts.kind) }
    let name = lowercasedAsWritten(parsed.bytes.span.extracting(keyRange.start..<keyRange.end))
    // Entries of these lists are private each for itself.
    if type != .people, type != .names, !includes(mentionsPrivate(parts.value, parsed)) { return }
    guard let key, let type, draft.takes(key), read(value, key, type, &draft) else {
      draft.keep(value.text, under: name)
      return
    }
  }

  /// Whether a value mentions a private record.
  private func mentionsPrivate(_ tokens: Range<Int>, _ parsed: borrowing ParsedFile) -> Bool {
    for token in tokens where parsed.tree.kind(ofToken: token) == .mention {
      if resolve(token: token, parsed).isPrivate { return true }
    }
    return false
  }

  /// Reads the value of a known field; false if it cannot be read.
  private mutating func read(
    _ value: FieldValue, _ key: FieldKey, _ type: FieldValueType, _ draft: inout RecordDraft
  ) -> Bool {
    let bytes = value.bytes.span
    switch type {
    case .text: setText(value.text, key, &draft)
    case .word:
      guard skipWord(bytes) == bytes.count else { return false }
      draft.meetingKind = value.text
    case .recordKind: return RecordKind(value: bytes) != nil
    case .names: readNames(bytes, &draft)
    case .email, .phone, .url, .address: return readLabelled(bytes, type, &draft)
    case .date: return setDate(CalendarDate(bytes), key, &draft)
    case .dateAndText: return setMet(value, &draft)
    case .people: readPeople(bytes, key, &draft)
    case .cadence:
      draft.details.cadence = Cadence(bytes)
      return draft.details.cadence != nil
    case .list: forEachEntry(of: bytes) { draft.details.languages.append(unescapedEntry(bytes, $0.whole)) }
    case .time:
      draft.time = TimeRange(bytes)
      return draft.time != nil
    case .timeZone:
      guard TimeZoneName(bytes) != nil else { return false }
      draft.timeZone = value.text
    case .status:
      draft.status = MeetingStatus(bytes)
      return draft.status != nil
    case .tags: return readTags(bytes, &draft)
    }
    return true
  }

  /// The end of the first run without a blank.
  private func skipWord(_ bytes: Span<UInt8>) -> Int {
    bytes.indices.first { blankLength(bytes, at: $0, end: bytes.count) > 0 } ?? bytes.count
  }

  private func setText(_ text: String, _ key: FieldKey, _ draft: inout RecordDraft) {
    switch (key, draft.facts.kind) {
    case (.pronouns, _): draft.details.pronouns = text
    case (.role, _): draft.details.role = text
    case (.org, _): draft.details.org = text
    case (_, .meeting): draft.place = text
    case (_, _): draft.details.place = text
    }
  }

  private func setDate(_ date: CalendarDate?, _ key: FieldKey, _ draft: inout RecordDraft) -> Bool {
    guard let date else { return false }
    switch key {
    case .birthday: draft.details.birthday = date
    case .anniversary: draft.details.anniversary = date
    default: draft.details.died = date  // The only other key whose value is a date.
    }
    return true
  }

  /// An optional date or interval, then optional text.
  private func setMet(_ value: FieldValue, _ draft: inout RecordDraft) -> Bool {
    let bytes = value.bytes.span
    let scan = scanDate(bytes, from: 0, behind: .blankOrPunctuation)
    switch scan.reading {
    case .none:
      draft.details.met = MeetingOrigin(date: nil, text: value.text)
      return true
    case .invalid: return false
    case .valid(let date):
      guard date.start.year != nil else { return false }
      var offset = scan.length
      if offset < bytes.count, isDropped(bytes[offset]) { offset += 1 }
      let start = skipSpace(bytes, from: offset, end: bytes.count)
      draft.details.met = MeetingOrigin(
        date: date, text: start < bytes.count ? value.text(start..<bytes.count) : nil)
      return true
    }
  }

  private func isDropped(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";")
  }
}
