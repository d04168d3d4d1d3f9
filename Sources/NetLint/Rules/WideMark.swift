import NetModel
import NetSyntax

/// wide-mark: a mark of another width than the notation's.
let wideMark = Rule(
  "wide-mark", "N129", .warning, page: PackageResources.wide_mark_md,
  .lines { file, line, findings in
    guard mayHoldWideMark(file.bytes.span, line.text) else { return }
    var stretch: WideStretch?
    switch line.node.kind {
    case .item: if line.isFirst { stretch = itemStart(file, line) } else { checkBullet(file, line, &findings) }
    case .paragraph: checkBullet(file, line, &findings)
    case .heading: stretch = handle(file, line)
    case .meetingHeading: stretch = time(file, line)
    case .field: if checkField(file, line, &findings) { return }
    case .section: break
    case .file, .preamble, .record, .quote, .fence, .separator, .list, .comment, .foreign: return
    }
    if let stretch { report(stretch, file.bytes.span, &findings) }
    checkText(file, line, besides: stretch?.range ?? ByteRange(0, 0), &findings)
  })

/// Reports each mark of a stretch; the help is all of the stretch with narrow marks.
private func report(_ stretch: WideStretch, _ bytes: Span<UInt8>, _ findings: inout Findings) {
  for mark in stretch.marks {
    findings.report(
      mark.range, "`\(text(bytes, mark.range))` is not read as `\(mark.narrow)`", help: "write \(quoted(stretch.mended))",
      fix: .replace(mark.range, with: mark.replacement, isSafe: true), silencing: stretch.range)
  }
}

/// `[–]`, or a head with wide marks.
private func itemStart(_ file: borrowing ParsedFile, _ line: CheckedLine) -> WideStretch? {
  let bytes = file.bytes.span
  let end = line.text.end
  let parts = file.tree.itemParts(ofNode: line.node.node)
  let start = file.tree.start(ofToken: parts.text.lowerBound)
  guard start < end, parts.head == nil else { return nil }
  guard parts.checkbox == nil, bytes[start] == UInt8(ascii: "["), wideKind(bytes, at: start + 1, end: end) == .dash,
    start + 4 < end, bytes[start + 4] == UInt8(ascii: "]"), isBlankOrEnd(bytes, at: start + 5, end: end)
  else {
    return wideHead(bytes, at: start, end: end, isTask: parts.checkbox != nil)
  }
  var stretch = WideStretch(mended: "[-]", range: ByteRange(start, start + 5))
  stretch.add(start + 1, "-")
  return stretch
}

// MARK: Bullets

/// `・` and its like at the start of a line of text; in a run of such lines once, at the first.
private func checkBullet(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  guard let text = wideBullet(bytes, line.text, lineStart: line.start) else { return }
  if line.start > 0 {
    let above = readLine(bytes, at: lineRange(bytes, around: line.start - 1).start)
    if wideBullet(bytes, ByteRange(above.lead, above.contentEnd), lineStart: above.start) != nil { return }
  }
  let mark = ByteRange(line.text.start, line.text.start + 3)
  var edits: [TextEdit] = []
  var offset = line.start
  while offset < bytes.count {
    let next = readLine(bytes, at: offset)
    guard let behind = wideBullet(bytes, ByteRange(next.lead, next.contentEnd), lineStart: next.start) else { break }
    edits.append(TextEdit(range: ByteRange(next.lead, behind), replacement: "- "))
    offset = next.next
  }
  let mended = "- \(NetLint.text(bytes, ByteRange(text, line.text.end)))"
  findings.report(
    mark, "`\(NetLint.text(bytes, mark))` is not read as `-`", help: "write \(quoted(mended))",
    fix: Fix(isSafe: true, title: "write `-`", edits: edits))
}

/// Where the text behind a wide bullet starts; nil where none starts the line. A dash is one only before what could be
/// nothing but an item.
private func wideBullet(_ bytes: Span<UInt8>, _ line: ByteRange, lineStart: Int) -> Int? {
  let kind = wideKind(bytes, at: line.start, end: line.end)
  guard kind == .bullet || kind == .dash else { return nil }
  let text = skipSpace(bytes, from: line.start + 3, end: line.end)
  guard text < line.end else { return nil }
  if kind == .bullet { return text }
  guard text > line.start + 3 else { return nil }
  if let box = checkboxEnd(bytes, at: text, end: line.end) {
    return isBlankOrEnd(bytes, at: box, end: line.end) ? text : nil
  }
  let head = startsWithHead(bytes, at: text, end: line.end, lineStart: lineStart)
  let isHead = head?.label != nil && head?.people != nil
  return isHead || fullDateEnd(bytes, at: text, end: line.end) != nil ? text : nil
}

// MARK: Headings and fields

/// `＠` before the handle at the end of a heading.
private func handle(_ file: borrowing ParsedFile, _ line: CheckedLine) -> WideStretch? {
  let bytes = file.bytes.span
  let (start, lineEnd) = (line.text.start, line.text.end)
  let tail = headingTail(bytes, from: start, to: lineEnd, lineStart: line.start)
  guard tail.handle == nil else { return nil }
  let end = trimBlanks(bytes, from: start, to: tail.start)
  var word = end
  while word > start, blankLength(bytes, before: word, start: start) == 0 { word -= 1 }
  guard wideKind(bytes, at: word, end: end) == .at, scanHandle(bytes, at: word + 3, end: end) == end else {
    return nil
  }
  let heading = text(bytes, ByteRange(start, word)) + "@" + text(bytes, ByteRange(word + 3, lineEnd))
  var stretch = WideStretch(mended: heading, range: ByteRange(word, end))
  stretch.add(word, "@")
  return stretch
}

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
  guard let record = line.node.record, let known = FieldKey(bytes.extracting(key.start..<key.end)) else { return false }
  let start = line.isFirst ? file.tree.start(ofToken: parts.value.lowerBound) : line.text.start
  guard start < line.text.end else { return true }
  let value = ByteRange(start, line.text.end)
  switch known.valueType(on: file.facts.records[record].kind) {
  case .time:
    if let time = wideTime(bytes, at: value.start, end: value.end), time.range.end == value.end {
      report(time, bytes, &findings)
    }
  case .people: checkPeople(bytes, value, &findings)
  case .text, .dateAndText, nil: return false
  case .word, .recordKind, .names, .email, .phone, .url, .address, .date, .cadence, .list, .timeZone, .status, .tags:
    break
  }
  return true
}

/// `＠` before a handle and `，` beside a mention in a list of people.
private func checkPeople(_ bytes: Span<UInt8>, _ value: ByteRange, _ findings: inout Findings) {
  var stretch = WideStretch(mended: "", range: value)
  var mended: [UInt8] = []
  var offset = value.start
  var mentionEnd = -1
  while offset < value.end {
    let kind = wideKind(bytes, at: offset, end: value.end)
    if kind == .at, let end = scanHandle(bytes, at: offset + 3, end: value.end) {
      stretch.add(offset, "@")
      mended.append(UInt8(ascii: "@"))
      mentionEnd = end
      offset += 3
    } else if kind == .comma, offset == mentionEnd || startsMention(bytes, at: offset + 3, end: value.end) {
      stretch.add(offset, ",", blankBehind: !isBlankOrEnd(bytes, at: offset + 3, end: value.end))
      mended.append(contentsOf: (stretch.marks.last?.replacement ?? ",").utf8)
      offset += 3
    } else {
      if bytes[offset] == UInt8(ascii: "@"),
        let end = scanMention(bytes, at: offset, start: value.start, end: value.end)
      {
        mentionEnd = end
      }
      mended.append(bytes[offset])
      offset += 1
    }
  }
  stretch.mended = String(decoding: mended, as: UTF8.self)
  report(stretch, bytes, &findings)
}

private func startsMention(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
  let offset = skipSpace(bytes, from: start, end: end)
  guard offset < end else { return false }
  if wideKind(bytes, at: offset, end: end) == .at { return true }
  return bytes[offset] == UInt8(ascii: "@")
}

// MARK: Running text

/// `＠` before what is written like a handle, and `due：` in a task.
private func checkText(
  _ file: borrowing ParsedFile, _ line: CheckedLine, besides spoken: ByteRange, _ findings: inout Findings
) {
  let bytes = file.bytes.span
  let isTask = line.node.kind == .item && file.tree.itemParts(ofNode: line.node.node).checkbox != nil
  for token in line.tokens where file.tree.kind(ofToken: token) == .text {
    let range = file.tree.range(ofToken: token)
    for offset in range.start..<range.end where bytes[offset] == 0xEF && !spoken.contains(offset) {
      let text = ByteRange(offset, range.end)
      let stretch =
        switch wideKind(bytes, at: offset, end: range.end) {
        case .at: wideMention(bytes, text, line)
        case .colon: isTask ? wideTaskDate(bytes, text, lineStart: line.start) : nil
        case .comma, .dash, .bullet, nil: nil
        }
      if let stretch { report(stretch, bytes, &findings) }
    }
  }
}

/// `＠amara` at a line's start or behind a blank or `(`.
private func wideMention(_ bytes: Span<UInt8>, _ text: ByteRange, _ line: CheckedLine) -> WideStretch? {
  let (mark, start) = (text.start, text.start + 3)
  guard start < text.end, bytes[start] &- UInt8(ascii: "a") < 26,
    mark == line.text.start || bytes[mark - 1] == UInt8(ascii: "(")
      || blankLength(bytes, before: mark, start: line.start) > 0,
    let end = scanHandle(bytes, at: start, end: text.end),
    (start..<end).allSatisfy({ bytes[$0] < 0x80 && bytes[$0] == bytes[$0].asciiLowercased })
  else { return nil }
  var stretch = WideStretch(mended: "@" + NetLint.text(bytes, ByteRange(start, end)), range: ByteRange(mark, end))
  stretch.add(mark, "@")
  return stretch
}

/// `due：2026-11-30`, at its colon.
private func wideTaskDate(_ bytes: Span<UInt8>, _ text: ByteRange, lineStart: Int) -> WideStretch? {
  let (colon, date) = (text.start, text.start + 3)
  var word = colon
  while word > lineStart, bytes[word - 1].isAsciiLetter { word -= 1 }
  let isKey =
    equalsIgnoringCase(bytes, from: word, to: colon, "due") || equalsIgnoringCase(bytes, from: word, to: colon, "done")
  guard isKey, !isHandleCharacter(bytes, before: word, start: lineStart),
    let end = fullDateEnd(bytes, at: date, end: text.end)
  else { return nil }
  let mended = NetLint.text(bytes, ByteRange(word, colon)) + ":" + NetLint.text(bytes, ByteRange(date, end))
  var stretch = WideStretch(mended: mended, range: ByteRange(word, end))
  stretch.add(colon, ":")
  return stretch
}
