import NetModel
import NetSyntax

/// wide-mark: a mark of another width than the notation's.
let wideMark = Rule(
  "wide-mark", "N129", .warning, page: PackageResources.wide_mark_md,
  .lines(holding: .wide) { file, line, findings in
    let bytes = file.bytes.span
    let first = findFullWidth(bytes, from: line.text.start, to: line.text.end)
    let holdsFullWidth = first < line.text.end
    var stretch: WideStretch?
    switch line.node.kind {
    case .item:
      if !line.isFirst {
        checkBullet(file, line, &findings)
      } else if holdsFullWidth || startsWithDashInBox(bytes, line.text) {
        stretch = itemStart(file, line)
      }
    case .paragraph: checkBullet(file, line, &findings)
    case .heading: if holdsFullWidth { stretch = wideHandle(bytes, line) }
    case .meetingHeading: stretch = time(file, line)
    case .field:
      if holdsFullWidth || mayBeTime(bytes, line.text), checkField(file, line, &findings) { return }
    case .section: break
    case .file, .preamble, .record, .quote, .fence, .separator, .list, .comment, .foreign: return
    }
    if let stretch { report(stretch, bytes, isSafe: mayStand(stretch, file, line), &findings) }
    if holdsFullWidth { checkText(file, line, besides: stretch?.range ?? ByteRange(0, 0), &findings) }
  })

/// Whether narrow marks change nothing but the line: not the handle that others mention, nor what is read of a field
/// with a time, nor whether what hangs below an item is private with its people.
private func mayStand(_ stretch: WideStretch, _ file: borrowing ParsedFile, _ line: CheckedLine) -> Bool {
  switch line.node.kind {
  case .heading: false
  case .meetingHeading: line.node.record.map { firstField(.time, ofRecord: $0, in: file) == nil } ?? true
  case .item: !stretch.marks.contains { $0.narrow == "@" } || !holdsIndentedNotes(line.node.node, in: file)
  case .file, .preamble, .record, .field, .section, .paragraph, .quote, .fence, .separator, .list, .comment, .foreign:
    true
  }
}

/// Reports a stretch, once, at its first mark.
private func report(
  _ stretch: WideStretch, _ bytes: Span<UInt8>, isSafe: Bool = true, _ findings: inout Findings
) {
  guard let mark = stretch.marks.first else { return }
  findings.report(
    mark.range, "`\(text(bytes, mark.range))` is not read as `\(mark.narrow)`",
    help: "write \(quoted(stretch.mended))",
    fix: Fix(
      isSafe: isSafe, title: "write \(quoted(stretch.mended))",
      edits: stretch.marks.map { TextEdit(range: $0.range, replacement: $0.replacement) }),
    silencing: stretch.range)
}

/// Whether an item starts with `[` and what may be a dash.
private func startsWithDashInBox(_ bytes: Span<UInt8>, _ item: ByteRange) -> Bool {
  let start = skipSpace(bytes, from: item.start + 1, end: item.end)
  return start + 1 < item.end && bytes[start] == UInt8(ascii: "[") && bytes[start + 1] == 0xE2
}

/// Whether a field starts like `time` does.
private func mayBeTime(_ bytes: Span<UInt8>, _ field: ByteRange) -> Bool {
  bytes[field.start].asciiLowercased == UInt8(ascii: "t")
}

/// `[–]`, or a head with wide marks.
private func itemStart(_ file: borrowing ParsedFile, _ line: CheckedLine) -> WideStretch? {
  let bytes = file.bytes.span
  let end = line.text.end
  let parts = file.tree.itemParts(ofNode: line.node.node)
  let start = file.tree.start(ofToken: parts.text.lowerBound)
  guard start < end, parts.head == nil else { return nil }
  guard parts.checkbox == nil, bytes[start] == UInt8(ascii: "["),
    wideKind(bytes, at: start + 1, end: end) == .dash,
    start + 4 < end, bytes[start + 4] == UInt8(ascii: "]"), isBlankOrEnd(bytes, at: start + 5, end: end)
  else {
    return wideHead(bytes, at: start, end: end, isTask: parts.checkbox != nil)
  }
  var stretch = WideStretch(mended: "[-]", range: ByteRange(start, start + 5))
  stretch.add(start + 1, "-")
  return stretch
}

// MARK: Bullets

/// `・` and its like at the start of a line of text; of a list of such lines once, at the first.
private func checkBullet(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  guard bytes[line.text.start] >= 0xE2, let text = wideBullet(bytes, line.text, lineStart: line.start) else {
    return
  }
  let tokens = file.tree.ownTokens(ofNode: line.node.node)
  let list = ByteRange(
    file.tree.start(ofToken: tokens.lowerBound), file.tree.range(ofToken: tokens.upperBound - 1).end)
  var first = line.start
  while first > list.start {
    let above = readLine(bytes, at: lineRange(bytes, around: first - 1).start)
    if wideBullet(bytes, ByteRange(above.lead, above.contentEnd), lineStart: above.start) != nil { return }
    first = above.start
  }
  let mark = ByteRange(line.text.start, line.text.start + 3)
  var edits: [TextEdit] = []
  var offset = line.start
  while offset < list.end {
    let next = readLine(bytes, at: offset)
    if let behind = wideBullet(bytes, ByteRange(next.lead, next.contentEnd), lineStart: next.start) {
      edits.append(TextEdit(range: ByteRange(next.lead, behind), replacement: "- "))
    }
    offset = next.next
  }
  let mended = "- \(NetLint.text(bytes, ByteRange(text, line.text.end)))"
  findings.report(
    mark, "`\(NetLint.text(bytes, mark))` is not read as `-`", help: "write \(quoted(mended))",
    fix: Fix(isSafe: standsApartAsItem(line, in: file), title: "write `-`", edits: edits))
}

// MARK: Headings and fields

/// A wide mark in a meeting's time.
private func time(_ file: borrowing ParsedFile, _ line: CheckedLine) -> WideStretch? {
  let bytes = file.bytes.span
  let parts = file.tree.headingParts(ofNode: line.node.node, in: bytes)
  guard parts.date != nil, parts.time == nil else { return nil }
  let start = file.tree.start(ofToken: parts.title.lowerBound)
  return start < line.text.end ? wideTime(bytes, at: start, end: line.text.end) : nil
}

/// Marks in `time`, and in lists of people; whether the value is no running text.
private func checkField(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) -> Bool {
  let bytes = file.bytes.span
  let parts = file.tree.fieldParts(ofNode: line.node.node)
  let key = file.tree.range(ofToken: parts.key)
  guard let record = line.node.record, let known = FieldKey(bytes, in: key) else {
    return false
  }
  let start = line.isFirst ? file.tree.start(ofToken: parts.value.lowerBound) : line.text.start
  guard start < line.text.end else { return true }
  let value = ByteRange(start, line.text.end)
  switch known.valueType(on: file.facts.records[record].kind) {
  case .time:
    if let time = wideTime(bytes, at: value.start, end: value.end), time.range.end == value.end {
      report(time, bytes, &findings)
    }
  case .people: if let people = widePeople(bytes, value) { report(people, bytes, &findings) }
  case .text, .dateAndText, nil: return false
  case .word, .recordKind, .names, .email, .phone, .url, .address, .date, .cadence, .list, .timeZone, .status,
    .tags:
    break
  }
  return true
}

// MARK: Running text

/// `＠` before what is written like a handle, and `due：` in a task.
private func checkText(
  _ file: borrowing ParsedFile, _ line: CheckedLine, besides spoken: ByteRange, _ findings: inout Findings
) {
  let bytes = file.bytes.span
  let isTask = line.node.kind == .item && taskState(ofItem: line.node.node, in: file) != nil
  for token in line.tokens where file.tree.kind(ofToken: token) == .text {
    let range = file.tree.range(ofToken: token)
    var offset = findFullWidth(bytes, from: range.start, to: range.end)
    while offset < range.end {
      let text = ByteRange(offset, range.end)
      let kind = spoken.contains(offset) ? nil : wideKind(bytes, at: offset, end: range.end)
      let stretch: WideStretch? =
        switch kind {
        case .at: wideMention(bytes, text, line)
        case .colon: isTask ? wideTaskDate(bytes, text, lineStart: line.start) : nil
        case .comma, .dash, .bullet, nil: nil
        }
      // In running text it may be somebody's name elsewhere.
      if let stretch { report(stretch, bytes, isSafe: kind != .at, &findings) }
      offset = findFullWidth(bytes, from: offset + 1, to: range.end)
    }
  }
}
