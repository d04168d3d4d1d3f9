import NetSyntax

extension FactsBuilder {
  /// Reads the fields of a header, and returns the first node behind it.
  mutating func readHeader(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, after heading: Int, _ record: inout RecordFacts, index: Int
  ) -> Int {
    var node = tree.end(ofNode: heading)
    let end = tree.end(ofNode: record.node)
    var behind = node
    while node < end, tree.kind(ofNode: node) == .field || tree.kind(ofNode: node) == .comment {
      if tree.kind(ofNode: node) == .field {
        record.hasFields = true
        readField(tree, bytes, node, &record, index: index)
        behind = tree.end(ofNode: node)
      }
      node = tree.end(ofNode: node)
    }
    return behind
  }

  private mutating func readField(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int, _ record: inout RecordFacts, index: Int
  ) {
    let parts = tree.fieldParts(ofNode: node)
    // Nearly all values are plain text on one line, in which nothing else is to be looked for.
    let isPlain = tree.isPlainText(parts.value) && !tree.mayHoldWikiLinks
    if !isPlain { record.isPrivate = record.isPrivate || holdsPrivateTag(tree, bytes, parts.value) }
    let keyRange = tree.range(ofToken: parts.key)
    guard let key = FieldKey(bytes, in: keyRange), key.isKnown(on: record.kind) else {
      if !isPlain { readText(tree, bytes, parts.value, record: index, role: .text) }
      return
    }
    if record.kind == .person, let lane = Traits.lane(of: key), record.traits.isMissing(lane) {
      readTrait(tree, bytes, parts.value, lane, &record)
    }
    if let kind = LifeDate.Kind(key) { readLifeDate(tree, bytes, parts.value, kind, index: index) }
    switch key {
    case .pronouns, .role, .org, .place, .met:
      if !isPlain { readText(tree, bytes, parts.value, record: index, role: .text) }
      return
    case .kind where record.kind == .meeting:
      if !isPlain { readText(tree, bytes, parts.value, record: index, role: .text) }
      return
    case .kind, .address, .birthday, .anniversary, .died, .cadence, .language, .tz: break
    case .aka, .email, .phone, .url, .via, .knows, .members, .with, .time, .status, .tags:
      // The value on one line, which nearly all are, is read where it stands.
      if let line = tree.onlyTextLine(in: parts.value) {
        let value = bytes.extracting(line.start..<line.end)
        if key == .with { readWithField(value, .line(at: line.start)) }
        if readPlainPeople(tree, bytes, parts.value, key, &record, index: index) { return }
        readValue(value, .line(at: line.start), bytes, key, &record, index: index)
      } else {
        let value = FieldValue(parts.value, of: tree, bytes: bytes)
        if key == .with { readWithField(value.bytes.span, .value(value)) }
        readValue(value.bytes.span, .value(value), bytes, key, &record, index: index)
      }
    }
    readWikiLinks(tree, bytes, parts.value, record: index)
  }

  private mutating func readValue(
    _ value: Span<UInt8>, _ place: ValuePlace, _ bytes: Span<UInt8>, _ key: FieldKey, _ record: inout RecordFacts,
    index: Int
  ) {
    switch key {
    case .with: readPeople(value, place, bytes, key, (.with, .with), &record, index: index)
    case .via: readPeople(value, place, bytes, key, (.via, .via), &record, index: index)
    case .knows: readPeople(value, place, bytes, key, (.knows, .knows), &record, index: index)
    case .members: readPeople(value, place, bytes, key, (.members, .members), &record, index: index)
    case .aka: readNames(value, place, bytes, index: index)
    case .email: readContact(value, place, .email, record, index: index)
    case .phone: readContact(value, place, .phone, record, index: index)
    case .url: readContact(value, place, .url, record, index: index)
    case .time, .status: readMeetingField(value, key)
    case .tags: record.isPrivate = record.isPrivate || holdsPrivateEntry(value)
    case .kind, .pronouns, .role, .org, .place, .address, .birthday, .anniversary, .died, .met, .cadence, .language,
      .tz:
      break
    }
  }

  /// A value that tells its person from another of the same name.
  private mutating func readTrait(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ value: Range<Int>, _ lane: Int,
    _ record: inout RecordFacts
  ) {
    if let line = tree.onlyTextLine(in: value) {
      if !line.isEmpty { record.traits.keep(textHash(of: bytes, in: line, &scratch), of: lane) }
    } else {
      record.traits.keep(textHash(ofLines: value, of: tree, bytes), of: lane)
    }
  }

  /// Whether `private` is among the entries of `tags:`.
  private func holdsPrivateEntry(_ value: Span<UInt8>) -> Bool {
    // The rarest letter of the word rules nearly all values out.
    var mayHold = false
    for offset in value.indices where value[offset] | 0x20 == UInt8(ascii: "v") { mayHold = true }
    guard mayHold else { return false }
    var isPrivate = false
    forEachTag(of: value) { range in
      if Tag.isPrivate(value.extracting(range)) { isPrivate = true }
    }
    return isPrivate
  }

  /// `via`, `knows`, `members`, `with`: mentions are references, any other entry is a name.
  private mutating func readPeople(
    _ value: Span<UInt8>, _ place: ValuePlace, _ bytes: Span<UInt8>, _ key: FieldKey,
    _ roles: (mention: MentionFact.Role, entry: NameEntry.Role), _ record: inout RecordFacts, index: Int
  ) {
    var isEmpty = true
    forEachPeopleEntry(of: value) { entry in
      isEmpty = false
      let range = place.fileRange(entry.value)
      if entry.isMention {
        addMention(range, bytes, record: index, role: roles.mention)
        if key == .knows, let label = entry.label { addRelation(value, place, label, index: index) }
        return
      }
      addMentions(inNameAt: entry.value, of: value, place, bytes, index: index)
      guard let name = names.index(ofSlugOf: value.extracting(entry.value)) else { return }
      let text = addText(value, ByteRange(entry.value.lowerBound, entry.value.upperBound))
      entries.append(NameEntry(record: index, name: name.folded, range: range, role: roles.entry, text: text))
    }
    if key == .with, !isEmpty { record.hasWith = true }
  }

  /// A name may hold mentions (`the cousin of @lena`); it stays a name, and they are mentions like any others.
  private mutating func addMentions(
    inNameAt range: Range<Int>, of value: Span<UInt8>, _ place: ValuePlace, _ bytes: Span<UInt8>, index: Int
  ) {
    for offset in range where value[offset] == UInt8(ascii: "@") {
      guard let end = scanMention(value, at: offset, start: range.lowerBound, end: range.upperBound) else {
        continue
      }
      addMention(place.fileRange(offset..<end), bytes, record: index, role: .text)
    }
  }

  /// `aka`: other names, and earlier handles written as mentions.
  private mutating func readNames(_ value: Span<UInt8>, _ place: ValuePlace, _ bytes: Span<UInt8>, index: Int) {
    forEachPeopleEntry(of: value) { entry in
      let range = place.fileRange(entry.value)
      if entry.isMention {
        let name = names.index(ofHandle: ByteRange(range.start + 1, range.end), in: bytes)
        keepCapitals(bytes, ByteRange(range.start + 1, range.end))
        claims.append(Claim(record: index, name: name, kind: .akaHandle, range: range))
      } else if let name = names.index(ofSlugOf: value.extracting(entry.value)) {
        keepCapitals(value, ByteRange(entry.value.lowerBound, entry.value.upperBound))
        claims.append(Claim(record: index, name: name.folded, kind: .aka, range: range))
      }
    }
  }

  private mutating func readContact(
    _ value: Span<UInt8>, _ place: ValuePlace, _ kind: Contact.Kind, _ record: RecordFacts, index: Int
  ) {
    guard record.kind == .person else { return }
    let entry = splitLabel(value)
    var hash = ContactHash()
    for offset in entry.value where kind != .phone || value[offset].isAsciiDigit { hash.add(value[offset]) }
    guard hash.count >= 6 else { return }
    contacts.append(Contact(record: index, kind: kind, hash: hash.value, range: place.fileRange(entry.value)))
  }
}

/// Where the bytes of a field's value stand in the file.
enum ValuePlace {
  /// As they are, from an offset on.
  case line(at: Int)
  /// On several lines.
  case value(FieldValue)

  /// Where a part of the value stands; from its first to its last byte, if it runs over lines.
  func fileRange(_ range: Range<Int>) -> ByteRange {
    switch self {
    case .line(let start): ByteRange(start + range.lowerBound, start + range.upperBound)
    case .value(let value): value.fileRange(range)
    }
  }
}
