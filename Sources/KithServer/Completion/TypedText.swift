import NetModel
import NetSyntax

/// What is being typed at a place, and which bytes of it there are by now.
enum TypedText {
  /// `@am`, from its `@`.
  case mention(ByteRange)
  /// A name in a list of people, without an `@` so far.
  case person(ByteRange)
  /// `#edu`, from its `#`; or the same in `tags:`, where the `#` may be missing.
  case tag(ByteRange)
  /// The key of a field of a record, given by its index.
  case key(ByteRange, record: Int)
  /// The word behind a bullet.
  case label(ByteRange)
  /// What says who somebody is, between the parentheses of a list of people.
  case relation(ByteRange)
  /// What says which of several addresses one is, between its parentheses.
  case addressLabel(ByteRange)
  /// Another value of a field.
  case value(FieldKey, RecordKind, ByteRange)
  /// A date that has been begun, or is due.
  case date(ByteRange, of: DatePlace)
  /// The first word of a line that may become a record.
  case record(ByteRange)
  /// A rule in a comment that asks for it to be ignored.
  case rule(ByteRange)

  /// Where a date stands, which says which days are likely.
  enum DatePlace { case heading, item, due, done, past }
}

extension OpenFile {
  /// Whether an offset is directly behind the colon of a field.
  func isBehindKey(_ offset: Int) -> Bool {
    let start = line(at: offset).start
    return offset > start && bytes[offset - 1] == UInt8(ascii: ":")
      && FieldKey(bytes.span.extracting(start..<offset - 1)) != nil
  }

  /// What is being typed at an offset; nil where nothing can be proposed, as in code.
  func typedText(at offset: Int) -> TypedText? {
    let line = line(at: offset)
    let before = ByteRange(line.start, offset)
    let token = offset > line.start ? self.token(at: offset - 1) : nil
    switch token.map({ parsed.tree.kind(ofToken: $0) }) {
    case .comment: return rule(before)
    case .code, .codeSpan, .fenceInfo, .linkAddress, .address, .bracketedAddress, .foreign: return nil
    default: break
    }
    if let marked = marked(before, lineEnd: line.end) { return marked }
    if let date = steeredDate(before) { return date }
    let path = nodes(at: offset)
    guard let node = path.last else { return nil }
    switch parsed.tree.kind(ofNode: node) {
    case .field: return field(node, before, offset)
    case .item: return item(before)
    case .heading, .meetingHeading, .section: return heading(before)
    case .quote, .fence, .separator, .comment, .foreign: return nil
    case .file, .preamble, .record, .paragraph, .list: return lineStart(before, offset)
    }
  }

  /// `@…` or `#…`, which may stand nearly everywhere.
  private func marked(_ before: ByteRange, lineEnd: Int) -> TypedText? {
    var start = before.end
    while start > before.start, isWordByte(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: "/") { start -= 1 }
    guard start > before.start else { return nil }
    let mark = start - 1
    let isMention = bytes[mark] == UInt8(ascii: "@")
    guard isMention || bytes[mark] == UInt8(ascii: "#") else { return nil }
    if mark > before.start {
      let previous = bytes[mark - 1]
      let isJoined = previous.isAsciiAlphanumeric || ".+-/@\\".utf8.contains(previous)
      if isJoined || (!isMention && "#&".utf8.contains(previous)) { return nil }
    } else if !isMention {
      // In column 0 it opens a heading.
      return nil
    }
    var end = before.end
    while end < lineEnd, isWordByte(bytes[end]) { end += 1 }
    let range = ByteRange(mark, end)
    return isMention ? .mention(range) : .tag(range)
  }

  /// What follows `due:` or `done:`.
  private func steeredDate(_ before: ByteRange) -> TypedText? {
    var date = run(before, isDateByte)
    date.end = end(ofRunFrom: date.end, isDateByte)
    for (word, place) in [("due:", TypedText.DatePlace.due), ("done:", .done)] {
      let start = date.start - word.utf8.count
      guard start >= before.start, bytes[start..<date.start].elementsEqual(word.utf8) else { continue }
      if start == before.start || !isWordByte(bytes[start - 1]) { return .date(date, of: place) }
    }
    return nil
  }

  // MARK: Places

  private func heading(_ before: ByteRange) -> TypedText? {
    guard before.count > 2, bytes[before.start] == UInt8(ascii: "#"), bytes[before.start + 1] == Ascii.space else {
      return nil
    }
    let rest = ByteRange(before.start + 2, before.end)
    return bytes[rest.start..<rest.end].allSatisfy(isDateByte)
      ? .date(ByteRange(rest.start, end(ofRunFrom: rest.end, isDateByte)), of: .heading) : nil
  }

  private func item(_ before: ByteRange) -> TypedText? {
    var start = skipBlanks(before.start, before.end)
    guard start < before.end, "-*+".utf8.contains(bytes[start]), start + 1 < before.end,
      bytes[start + 1] == Ascii.space
    else { return nil }
    start = skipBlanks(start + 1, before.end)
    let word = wholeWord(before)
    if word.start == start {
      let isDate = !word.isEmpty && bytes[word.start..<word.end].allSatisfy(isDateByte)
      return isDate ? .date(word, of: .item) : .label(word)
    }
    // Behind a leading date.
    let date = bytes[start..<word.start]
    let isDate = date.count > 10 && CalendarDate(bytes.span.extracting(start..<start + 10)) != nil
    return isDate && date.dropFirst(10).allSatisfy { $0 == Ascii.space || $0 == UInt8(ascii: ":") } ? .label(word) : nil
  }

  /// A line that is nothing yet: a field where the header goes on, else the start of a record.
  private func lineStart(_ before: ByteRange, _ offset: Int) -> TypedText? {
    let word = wholeWord(before)
    guard word.start == before.start else { return nil }
    if let record = record(at: max(0, before.start - 1)), isInHeader(lineAt: before.start, of: record) {
      return .key(word, record: record)
    }
    // In the middle of a paragraph nobody begins a record.
    let isBelowText = before.start > 1 && bytes[before.start - 2] != Ascii.lineFeed
    return isBelowText || (word.isEmpty && before.start > 0 && bytes[before.start - 1] != Ascii.lineFeed)
      ? nil : .record(word)
  }

  /// Whether a line stands directly below the heading of a record or one of its fields.
  private func isInHeader(lineAt start: Int, of record: Int) -> Bool {
    if start == 0 { return false }
    for node in nodes(at: start - 1).reversed() {
      switch parsed.tree.kind(ofNode: node) {
      case .heading, .meetingHeading, .field: return true
      // Comments are transparent, so the line above them says.
      case .comment:
        let above = parsed.tree.range(ofNode: node).start
        return above > 0 && isInHeader(lineAt: above, of: record)
      default: continue
      }
    }
    return false
  }

  // MARK: Fields

  private func field(_ node: Int, _ before: ByteRange, _ offset: Int) -> TypedText? {
    let parts = parsed.tree.fieldParts(ofNode: node)
    let keyRange = parsed.tree.range(ofToken: parts.key)
    guard let record = record(at: offset) else { return nil }
    if offset <= keyRange.end { return .key(keyRange, record: record) }
    let kind = facts.records[record].kind
    guard let key = FieldKey(bytes.span, in: keyRange), let type = key.valueType(on: kind)
    else { return nil }
    let value = ByteRange(max(before.start, min(offset, keyRange.end + 1)), offset)
    let entry = entry(value)
    let open = bytes[entry.start..<entry.end].lastIndex(of: UInt8(ascii: "("))
    let label = open.flatMap { open in
      bytes[open..<entry.end].contains(UInt8(ascii: ")")) ? nil : ByteRange(open + 1, entry.end)
    }
    switch type {
    case .people: return label.map { .relation(upToMark($0)) } ?? .person(upToMark(entry))
    case .email, .phone, .url, .address: return label.map { .addressLabel(upToMark($0)) }
    case .tags: return .tag(wholeWord(value))
    case .dateAndText, .date:
      let date = ByteRange(entry.start, end(ofRunFrom: entry.end, isDateByte))
      return key == .met || key == .died ? .date(date, of: .past) : nil
    case .text where key != .pronouns:
      // Of a value over several lines no one is the whole.
      return keyRange.start == before.start ? .value(key, kind, upToTag(value)) : nil
    case .text, .word, .recordKind, .cadence, .timeZone, .status: return .value(key, kind, upToMark(entry))
    case .names, .list, .time: return nil
    }
  }

  /// What is behind the last comma of a value, without the blanks before it.
  private func entry(_ value: ByteRange) -> ByteRange {
    let comma = bytes[value.start..<value.end].lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? value.start
    return ByteRange(skipBlanks(comma, value.end), value.end)
  }

  private func rule(_ before: ByteRange) -> TypedText? {
    guard let directive = Directive(before, bytes.span) else { return nil }
    switch directive.command {
    case .ignore, .ignoreFile: break
    case .formatOff, .formatOn, .unknown: return nil
    }
    let word = wholeWord(before)
    return directive.reason == nil && word.start > directive.words.end ? .rule(word) : nil
  }

  // MARK: Bytes

  /// The word that is being typed, with what stands of it behind the cursor.
  private func wholeWord(_ before: ByteRange) -> ByteRange {
    ByteRange(run(before, isWordByte).start, end(ofRunFrom: before.end, isWordByte))
  }

  /// An entry with what stands of it behind the cursor: up to a comma or a parenthesis.
  private func upToMark(_ entry: ByteRange) -> ByteRange {
    let lineEnd = line(at: entry.end).end
    var end = entry.end
    while end < lineEnd, !",()".utf8.contains(bytes[end]) { end += 1 }
    while end > entry.end, bytes[end - 1] == Ascii.space || bytes[end - 1] == Ascii.tab { end -= 1 }
    return ByteRange(entry.start, end)
  }

  /// A value that may hold commas, with what stands of it behind the cursor.
  private func upToTag(_ value: ByteRange) -> ByteRange {
    let start = skipBlanks(value.start, value.end)
    let lineEnd = line(at: value.end).end
    var end = bytes[value.end..<lineEnd].firstIndex(of: UInt8(ascii: "#")) ?? lineEnd
    while end > value.end, bytes[end - 1] == Ascii.space || bytes[end - 1] == Ascii.tab { end -= 1 }
    return ByteRange(start, end)
  }

  private func end(ofRunFrom start: Int, _ isAlike: (UInt8) -> Bool) -> Int {
    bytes[start...].firstIndex { !isAlike($0) } ?? bytes.count
  }

  /// The bytes at the end of a stretch that are alike.
  private func run(_ range: ByteRange, _ isAlike: (UInt8) -> Bool) -> ByteRange {
    var start = range.end
    while start > range.start, isAlike(bytes[start - 1]) { start -= 1 }
    return ByteRange(start, range.end)
  }

  private func skipBlanks(_ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] == Ascii.space || bytes[offset] == Ascii.tab { offset += 1 }
    return offset
  }
}

/// Whether a byte may be one of a handle or a key; of what is not ASCII no more is asked here.
private func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || byte.isAsciiAlphanumeric || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
}

private func isDateByte(_ byte: UInt8) -> Bool { byte.isAsciiDigit || byte == UInt8(ascii: "-") }
