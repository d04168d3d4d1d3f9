import NetSyntax

extension RecordReader {
  /// One value with an optional label; false if the value is none of its kind.
  func readLabelled(_ bytes: Span<UInt8>, _ type: FieldValueType, _ draft: inout RecordDraft) -> Bool {
    let range = splitLabel(bytes)
    let value = bytes.extracting(range.value)
    let labelled = LabelledValue(bytes, range)
    switch type {
    case .email:
      guard emailFault(value) == nil else { return false }
      draft.details.emails.append(labelled)
    case .phone:
      guard phoneFault(value) == nil else { return false }
      draft.details.phones.append(labelled)
    case .url:
      guard urlFault(value) == nil else { return false }
      draft.details.urls.append(labelled)
    default: draft.details.addresses.append(labelled)  // The only other labelled type; any text will do.
    }
    return true
  }

  /// `aka`: names, and earlier handles written as mentions.
  mutating func readNames(_ bytes: Span<UInt8>, _ draft: inout RecordDraft) {
    for entry in peopleEntries(of: bytes) {
      if entry.isMention {
        let handle = bytes.extracting(entry.value.lowerBound + 1..<entry.value.upperBound)
        draft.akaHandles.append(lowercasedAsWritten(handle))
      } else if includes(mentionsPrivate(bytes, entry.value)) {
        draft.details.aka.append(unescapedEntry(bytes, entry.value))
      }
    }
  }

  /// `tags`: false if an entry cannot be read; the others count all the same.
  func readTags(_ bytes: Span<UInt8>, _ draft: inout RecordDraft) -> Bool {
    var tags: [Tag?] = []
    forEachTag(of: bytes) { tags.append(Tag(words: bytes.extracting($0))) }
    for case let tag? in tags { draft.tags.append(tag.text) }
    return tags.allSatisfy { $0 != nil }
  }

  /// `via`, `knows`, `members`, `with`.
  mutating func readPeople(_ bytes: Span<UInt8>, _ key: FieldKey, _ draft: inout RecordDraft) {
    for part in peopleEntries(of: bytes) {
      var (entry, record, isMe) = entry(part, bytes)
      entry.isPrivate = entry.isPrivate || draft.base.isPrivate
      switch key {
      case .with: draft.with.append((entry, record, isMe))
      case .via: if includes(entry.isPrivate) { draft.details.via.append(entry) }
      case .knows: if includes(entry.isPrivate) { draft.details.knows.append(entry) }
      default: if includes(entry.isPrivate) { draft.details.members.append(entry) }
      }
    }
  }

  /// An entry of a list of people, with the record that it refers to.
  private func entry(
    _ part: PeopleEntry, _ bytes: Span<UInt8>
  ) -> (entry: Entry, record: RecordID?, isMe: Bool) {
    let label = part.label.map { unescapedEntry(bytes, $0) }.flatMap { $0.isEmpty ? nil : $0 }
    if part.isMention {
      let mentioned = resolve(bytes.extracting(part.value.lowerBound + 1..<part.value.upperBound))
      let entry = Entry(who: .handle(mentioned.handle), label: label, isPrivate: mentioned.isPrivate)
      return (entry, mentioned.record, mentioned.isMe)
    }
    let isPrivate = isPrivateName(bytes, part.value)
    return (Entry(who: .name(unescapedEntry(bytes, part.value)), label: label, isPrivate: isPrivate), nil, false)
  }

  /// Whether a name is a private record's, or mentions one.
  private func isPrivateName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let slug = slug(of: bytes.extracting(range)),
      let symbol = notebook.symbol(ofHandle: slug.utf8.span), notebook.isPrivate(symbol)
    {
      return true
    }
    return mentionsPrivate(bytes, range)
  }

  /// Whether a name mentions a private record.
  private func mentionsPrivate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { offset in
      guard bytes[offset] == UInt8(ascii: "@"),
        let end = scanMention(bytes, at: offset, start: range.lowerBound, end: range.upperBound)
      else { return false }
      return resolve(bytes.extracting(offset + 1..<end)).isPrivate
    }
  }

  /// A meeting's participants: the entries of `with:` if it has one, else the mentions of its title; each record once,
  /// with the first label, and without the writer, who is always there.
  mutating func participants(_ draft: RecordDraft, _ parsed: borrowing ParsedFile) -> [Entry] {
    var candidates = draft.with
    if !draft.facts.hasWith {
      candidates = draft.titleMentions.map {
        let isPrivate = $0.isPrivate || draft.base.isPrivate
        return (Entry(who: .handle($0.handle), label: nil, isPrivate: isPrivate), $0.record, $0.isMe)
      }
    }
    var participants: [Entry] = []
    var known: [Entry.Who: Int] = [:]
    for candidate in candidates where !candidate.isMe {
      if let known = known[candidate.entry.who] {
        if participants[known].label == nil { participants[known].label = candidate.entry.label }
      } else if includes(candidate.entry.isPrivate) {
        known[candidate.entry.who] = participants.count
        participants.append(candidate.entry)
      }
    }
    return participants
  }
}
