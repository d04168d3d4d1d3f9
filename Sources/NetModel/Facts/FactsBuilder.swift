import NetSyntax

/// Gathers the facts of files, one after another, each in one walk over its tree.
///
/// Its memory is used again, so that a worker that reads a thousand files allocates little but what is kept.
public struct FactsBuilder: ~Copyable, Sendable {
  var names = NameTable()
  /// Names as they are shown, one behind another.
  var texts: [UInt8] = []
  /// For text that has to be changed before it is hashed.
  var scratch: [UInt8] = []
  var records: [RecordFacts] = []
  var claims: [Claim] = []
  var capitals: [CapitalName] = []
  var mentions: [MentionFact] = []
  var entries: [NameEntry] = []
  var contacts: [Contact] = []
  var meetings: [MeetingFacts] = []
  var lifeDates: [LifeDate] = []
  var relations: [RelationFact] = []
  var openItems: [OpenItem] = []
  var extraHandles: [ExtraHandle] = []

  /// A builder that has read nothing.
  public init() {}

  /// The facts of a file.
  public mutating func facts(of tree: borrowing Tree, bytes: Span<UInt8>) -> FileFacts {
    removeAll()
    read(tree, bytes)
    return FileFacts(self, frontMatterEnd: tree.frontMatterEnd)
  }

  private mutating func removeAll() {
    names.removeAll()
    texts.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    claims.removeAll(keepingCapacity: true)
    capitals.removeAll(keepingCapacity: true)
    mentions.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    contacts.removeAll(keepingCapacity: true)
    meetings.removeAll(keepingCapacity: true)
    lifeDates.removeAll(keepingCapacity: true)
    relations.removeAll(keepingCapacity: true)
    openItems.removeAll(keepingCapacity: true)
    extraHandles.removeAll(keepingCapacity: true)
  }

  mutating func read(_ tree: borrowing Tree, _ bytes: Span<UInt8>) {
    reserve(for: tree)
    var node = 1
    while node < tree.nodeCount {
      switch tree.kind(ofNode: node) {
      case .record: readRecord(tree, bytes, node)
      case .preamble:
        readText(tree, bytes, tree.tokens(ofNode: node), record: nil, role: .text)
        readItems(tree, bytes, node..<tree.end(ofNode: node), record: nil, hasContext: false, firstMention: 0)
      case .file, .heading, .meetingHeading, .field, .section, .paragraph, .quote, .fence, .separator, .list,
        .item, .comment, .foreign:
        break
      }
      node = tree.end(ofNode: node)
    }
  }

  /// Makes room for what a file is full of, so that it is not copied as it grows.
  private mutating func reserve(for tree: borrowing Tree) {
    var count = 0
    var node = 1
    while node < tree.nodeCount {
      count += 1
      node = tree.end(ofNode: node)
    }
    records.reserveCapacity(count)
    meetings.reserveCapacity(count)
    claims.reserveCapacity(count)
    mentions.reserveCapacity(tree.tokenCount / 8)
  }

  private mutating func readRecord(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int) {
    let index = records.count
    let heading = tree.heading(ofRecord: node)
    let parts = tree.headingParts(ofNode: heading, in: bytes)
    let firstMention = mentions.count
    let firstEntry = entries.count
    var record = RecordFacts(
      node: node, kind: tree.recordKind(headingNode: heading, recordNode: node, in: bytes),
      heading: tree.textOfLine(parts.title), name: trimmed(tree.textOfLine(parts.name), in: bytes))
    if RecordKinds.mentionable.contains(record.kind) {
      readName(tree, bytes, parts, &record, index: index)
    } else {
      record.name = record.heading
      readTitle(tree, bytes, parts, &record, index: index)
    }
    record.isPrivate = holdsPrivateTag(tree, bytes, tree.tokens(ofNode: heading))
    let notes = readHeader(tree, bytes, after: heading, &record, index: index)
    record.notes = notes..<tree.end(ofNode: node)
    if notes < record.notes.upperBound {
      let tokens = tree.tokens(ofNode: notes).lowerBound..<tree.tokens(ofNode: node).upperBound
      let hasContext = hasContext(record, index: index, firstMention: firstMention)
      let first = mentions.count
      readText(tree, bytes, tokens, record: index, role: .text)
      readItems(tree, bytes, record.notes, record: index, hasContext: hasContext, firstMention: first)
      readContacts(tree, bytes, record.notes, index: index)
    }
    record.mentions = firstMention..<mentions.count
    record.entries = firstEntry..<entries.count
    records.append(record)
  }

  /// A name without the blanks between it and the handle behind it.
  private func trimmed(_ range: ByteRange, in bytes: Span<UInt8>) -> ByteRange {
    ByteRange(range.start, trimBlanks(bytes, from: range.start, to: range.end))
  }

  /// The name and the handle of a person, group or organisation.
  private mutating func readName(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ parts: HeadingParts, _ record: inout RecordFacts,
    index: Int
  ) {
    if let handle = parts.handle {
      let range = tree.range(ofToken: handle)
      let text = ByteRange(range.start + 1, range.end)
      let name = names.index(ofHandle: text, in: bytes)
      record.handle = range
      record.handleName = name
      // As written, a handle mostly is what it is folded to.
      record.writtenHandle = names.isSpelled(name, as: text, in: bytes) ? name : names.index(ofWritten: text, in: bytes)
      keepCapitals(bytes, text)
      claims.append(Claim(record: index, name: name, kind: .handle, range: range))
    }
    record.shownName = addText(bytes, shownName(bytes, record.name))
    if let name = names.index(ofSlugOf: bytes.extracting(record.name.start..<record.name.end)) {
      if parts.handle == nil { (record.handleName, record.writtenHandle) = (name.folded, name.written) }
      claims.append(Claim(record: index, name: name.folded, kind: .name, range: record.name))
    }
    // A mention in the name is a fault of the heading, but it is a mention all the same.
    for token in parts.name where tree.kind(ofToken: token) == .mention {
      if extraHandles.last?.record != index {
        let hasHandle = parts.handle != nil
        let mended = hasHandle ? nil : headingText(tree, bytes, parts, movingHandle: token)
        let mention = tree.range(ofToken: token)
        let blank = blankLength(bytes, before: mention.start, start: record.heading.start)
        extraHandles.append(
          ExtraHandle(
            record: index, mention: mentions.count, hasHandle: hasHandle,
            removal: ByteRange(mention.start - blank, mention.end), mended: mended))
      }
      addMention(tree, bytes, token, record: index, role: .title)
    }
  }

  /// The text of a heading with the mention of its name moved behind the name, without parentheses around it; nil where
  /// there are more of them, other text touches the mention, or what is left is no name.
  private func headingText(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ parts: HeadingParts, movingHandle handle: Int
  ) -> String? {
    for token in parts.name where token > handle && tree.kind(ofToken: token) == .mention { return nil }
    let mention = tree.range(ofToken: handle)
    let title = tree.textExtent(in: parts.title)
    var before = ByteRange(title.start, mention.start)
    var behind = ByteRange(mention.end, tree.start(ofToken: parts.name.upperBound))
    if !before.isEmpty, bytes[before.end - 1] == UInt8(ascii: "("), !behind.isEmpty,
      bytes[behind.start] == UInt8(ascii: ")")
    {
      before.end -= 1
      behind.start += 1
    }
    guard before.isEmpty || blankLength(bytes, before: before.end, start: before.start) > 0,
      behind.isEmpty || isBlankOrEnd(bytes, at: behind.start, end: title.end)
    else { return nil }
    // Nothing else may be the name, nor may a digit begin it, which would begin a date.
    let name = before.isEmpty ? skipSpace(bytes, from: behind.start, end: behind.end) : before.start
    guard name < behind.end, !decodeScalar(bytes, at: name, end: behind.end).scalar.isDigit else { return nil }
    let tail = ByteRange(behind.end, max(behind.end, title.end))
    return [before, behind, mention, tail].map { range in
      let start = skipSpace(bytes, from: range.start, end: range.end)
      let end = trimBlanks(bytes, from: start, to: range.end)
      return String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
    }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The title of a meeting or a page.
  private mutating func readTitle(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ parts: HeadingParts, _ record: inout RecordFacts,
    index: Int
  ) {
    readText(tree, bytes, parts.title, record: index, role: .title)
    let time = readDateAndTime(tree, bytes, parts, &record)
    if record.kind == .meeting { addMeeting(tree, bytes, parts, record, time, index: index) }
  }

  /// Reads when a meeting is, and returns the time that stands behind its date.
  private func readDateAndTime(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ parts: HeadingParts, _ record: inout RecordFacts
  ) -> TimeRange? {
    guard let date = parts.date else { return nil }
    let range = tree.range(ofToken: date)
    let timeRange = parts.time.map { tree.range(ofToken: $0) }
    let time = timeRange.flatMap { TimeRange(bytes.extracting($0.start..<$0.end)) }
    record.date = DateExpression(bytes.extracting(range.start..<range.end))
    // What cannot be read is part of the title, which may end in it.
    let end = trimBlanks(bytes, from: range.start, to: record.heading.end)
    if record.date == nil {
      record.heading = ByteRange(range.start, end)
      record.name = record.heading
    } else if time != nil {
      record.time = timeRange
    } else if let timeRange {
      record.heading = ByteRange(timeRange.start, end)
      record.name = record.heading
    }
    return time
  }

  mutating func addMention(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ token: Int, record: Int?, role: MentionFact.Role
  ) {
    addMention(tree.range(ofToken: token), bytes, record: record, role: role)
  }

  /// Adds a mention that stands at a range, with its `@`.
  mutating func addMention(_ range: ByteRange, _ bytes: Span<UInt8>, record: Int?, role: MentionFact.Role) {
    let name = names.index(ofHandle: ByteRange(range.start + 1, range.end), in: bytes)
    mentions.append(MentionFact(range: range, name: name, record: record, role: role))
  }

  /// Whether `#private`, or a level below it, is among the tokens.
  func holdsPrivateTag(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>) -> Bool {
    var token = tree.nextTag(from: tokens.lowerBound, to: tokens.upperBound)
    while token < tokens.upperBound {
      let range = tree.range(ofToken: token)
      if Tag.isPrivate(bytes.extracting(range.start + 1..<range.end)) { return true }
      token = tree.nextTag(from: token + 1, to: tokens.upperBound)
    }
    return false
  }
}

extension Tree {
  /// What a record is of: a meeting by its heading, and otherwise what its first `kind:` says.
  package func recordKind(headingNode: Int, recordNode: Int, in bytes: Span<UInt8>) -> RecordKind {
    if kind(ofNode: headingNode) == .meetingHeading { return .meeting }
    var node = headingNode + 1
    let end = end(ofNode: recordNode)
    while node < end, kind(ofNode: node) == .field || kind(ofNode: node) == .comment {
      if kind(ofNode: node) == .field {
        let parts = fieldParts(ofNode: node)
        let key = range(ofToken: parts.key)
        // Nearly every other key is told by its length and its first letter.
        if key.count == 4, bytes[key.start] | 0x20 == UInt8(ascii: "k"),
          FieldKey(bytes, in: key) == .kind
        {
          let value = textExtent(in: parts.value)
          return RecordKind(value: bytes.extracting(value.start..<value.end)) ?? .person
        }
      }
      node = self.end(ofNode: node)
    }
    return .person
  }
}
