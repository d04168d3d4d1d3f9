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
    record.isPrivate = record.isPrivate || holdsPrivateTag(tree, bytes, parts.value)
    let key = tree.range(ofToken: parts.key)
    let type = FieldKey(bytes.extracting(key.start..<key.end)).flatMap { known in
      known.valueType(on: record.kind).map { (key: known, type: $0) }
    }
    guard let type else {
      readText(tree, bytes, parts.value, record: index, role: .text)
      return
    }
    if record.kind == .person, let lane = Traits.lane(of: type.key) {
      readTrait(tree, bytes, parts.value, lane, &record)
    }
    switch type.type {
    case .text, .dateAndText, .word: break
    case .people:
      readPeople(FieldValue(parts.value, of: tree, bytes: bytes), bytes, type.key, &record, index: index)
    case .names: readNames(FieldValue(parts.value, of: tree, bytes: bytes), bytes, index: index)
    case .email: readContact(FieldValue(parts.value, of: tree, bytes: bytes), .email, record, index: index)
    case .phone: readContact(FieldValue(parts.value, of: tree, bytes: bytes), .phone, record, index: index)
    case .url: readContact(FieldValue(parts.value, of: tree, bytes: bytes), .url, record, index: index)
    case .time, .status: readMeetingField(FieldValue(parts.value, of: tree, bytes: bytes), type.key)
    case .tags:
      let value = FieldValue(parts.value, of: tree, bytes: bytes)
      forEachTag(of: value.bytes.span) { range in
        if Tag.isPrivate(value.bytes.span.extracting(range)) { record.isPrivate = true }
      }
    case .recordKind, .address, .date, .cadence, .list, .timeZone: break
    }
    if type.type.isRunningText || type.type == .word {
      readText(tree, bytes, parts.value, record: index, role: .text)
    } else {
      readWikiLinks(tree, bytes, parts.value, record: index)
    }
  }

  /// A value that tells its person from another of the same name.
  private func readTrait(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ value: Range<Int>, _ lane: Int,
    _ record: inout RecordFacts
  ) {
    var hash = TextHash()
    var isEmpty = true
    tree.forEachTextLine(in: value) { line in
      isEmpty = isEmpty && line.isEmpty
      hash.addBlank()
      hash.add(bytes, in: line)
    }
    if !isEmpty { record.traits.keep(hash, of: lane) }
  }

  /// `via`, `knows`, `members`, `with`: mentions are references, any other entry is a name.
  private mutating func readPeople(
    _ value: FieldValue, _ bytes: Span<UInt8>, _ key: FieldKey, _ record: inout RecordFacts, index: Int
  ) {
    guard let roles = peopleRoles[key] else { return }
    if key == .with { readWithField(value) }
    for entry in peopleEntries(of: value.bytes.span) {
      if key == .with { record.hasWith = true }
      let range = value.fileRange(entry.value)
      if entry.isMention {
        addMention(range, bytes, record: index, role: roles.mention)
        if key == .knows, let label = entry.label { addRelation(value, label, index: index) }
        continue
      }
      addMentions(inNameAt: entry.value, of: value, bytes, index: index)
      guard let slug = slug(of: value.bytes.span.extracting(entry.value)) else { continue }
      let name = names.index(of: foldHandle(slug.utf8.span))
      entries.append(
        NameEntry(record: index, name: name, range: range, role: roles.entry, text: value.text(entry.value)))
    }
  }

  /// A name may hold mentions (`the cousin of @lena`); it stays a name, and they are mentions like any others.
  private mutating func addMentions(
    inNameAt range: Range<Int>, of value: FieldValue, _ bytes: Span<UInt8>, index: Int
  ) {
    let joined = value.bytes.span
    for offset in range where joined[offset] == UInt8(ascii: "@") {
      guard let end = scanMention(joined, at: offset, start: range.lowerBound, end: range.upperBound) else {
        continue
      }
      addMention(value.fileRange(offset..<end), bytes, record: index, role: .text)
    }
  }

  /// `aka`: other names, and earlier handles written as mentions.
  private mutating func readNames(_ value: FieldValue, _ bytes: Span<UInt8>, index: Int) {
    for entry in peopleEntries(of: value.bytes.span) {
      let range = value.fileRange(entry.value)
      if entry.isMention {
        let name = names.index(ofHandle: ByteRange(range.start + 1, range.end), in: bytes)
        claims.append(Claim(record: index, name: name, kind: .akaHandle, range: range))
      } else if let slug = slug(of: value.bytes.span.extracting(entry.value)) {
        let name = names.index(of: foldHandle(slug.utf8.span))
        claims.append(Claim(record: index, name: name, kind: .aka, range: range))
      }
    }
  }

  private mutating func readContact(
    _ value: FieldValue, _ kind: Contact.Kind, _ record: RecordFacts, index: Int
  ) {
    guard record.kind == .person else { return }
    let bytes = value.bytes.span
    let entry = splitLabel(bytes)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var count = 0
    for offset in entry.value {
      let byte = bytes[offset]
      if kind == .phone, !byte.isAsciiDigit { continue }
      hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3
      count += 1
    }
    guard count >= 6 else { return }
    contacts.append(Contact(record: index, kind: kind, hash: hash, range: value.fileRange(entry.value)))
  }
}

/// The roles of what stands in the lists of people, by key.
private let peopleRoles: [FieldKey: (mention: MentionFact.Role, entry: NameEntry.Role)] = [
  .with: (.with, .with), .via: (.via, .via), .knows: (.knows, .knows), .members: (.members, .members),
]
