import NetModel
import NetSyntax

/// Where the text behind a wide bullet starts; nil where none starts the line. A dash is one only before what could be
/// nothing but an item.
func wideBullet(_ bytes: Span<UInt8>, _ line: ByteRange, lineStart: Int) -> Int? {
  let kind = wideKind(bytes, at: line.start, end: line.end)
  guard kind == .bullet || kind == .dash else { return nil }
  let text = skipSpace(bytes, from: line.start + 3, end: line.end)
  guard text < line.end else { return nil }
  // `• • •` parts two texts.
  if kind == .bullet { return wideKind(bytes, at: text, end: line.end) == .bullet ? nil : text }
  guard text > line.start + 3 else { return nil }
  if let box = checkboxEnd(bytes, at: text, end: line.end) {
    return isBlankOrEnd(bytes, at: box, end: line.end) ? text : nil
  }
  let head = startsWithHead(bytes, at: text, end: line.end, lineStart: lineStart)
  let isHead = head.map { $0.label != nil && ($0.people != nil || $0.end < line.end) } ?? false
  return isHead || fullDateEnd(bytes, at: text, end: line.end) != nil ? text : nil
}

/// `＠` before the handle at the end of a heading.
func wideHandle(_ bytes: Span<UInt8>, _ line: CheckedLine) -> WideStretch? {
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

/// `＠` before a handle and `，` beside a mention in a list of people.
func widePeople(_ bytes: Span<UInt8>, _ value: ByteRange) -> WideStretch? {
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
  return stretch.marks.isEmpty ? nil : stretch
}

/// Whether a mention starts at an offset, or behind blanks there; its `@` may be wide.
func startsMention(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
  let offset = skipSpace(bytes, from: start, end: end)
  guard offset < end else { return false }
  if wideKind(bytes, at: offset, end: end) == .at { return true }
  return bytes[offset] == UInt8(ascii: "@")
}

/// `＠amara` at a line's start or behind a blank or `(`.
func wideMention(_ bytes: Span<UInt8>, _ text: ByteRange, _ line: CheckedLine) -> WideStretch? {
  let (mark, start) = (text.start, text.start + 3)
  guard start < text.end, bytes[start] &- UInt8(ascii: "a") < 26,
    mark == line.text.start || bytes[mark - 1] == UInt8(ascii: "(")
      || blankLength(bytes, before: mark, start: line.start) > 0,
    let end = scanHandle(bytes, at: start, end: text.end),
    (start..<end).allSatisfy({ bytes[$0] < 0x80 && bytes[$0] == bytes[$0].asciiLowercased })
  else { return nil }
  var stretch = WideStretch(
    mended: "@" + NetLint.text(bytes, ByteRange(start, end)), range: ByteRange(mark, end))
  stretch.add(mark, "@")
  return stretch
}

/// `due：2026-11-30`, at its colon.
func wideTaskDate(_ bytes: Span<UInt8>, _ text: ByteRange, lineStart: Int) -> WideStretch? {
  let (colon, date) = (text.start, text.start + 3)
  var word = colon
  while word > lineStart, bytes[word - 1].isAsciiLetter { word -= 1 }
  let isKey =
    equalsIgnoringCase(bytes, from: word, to: colon, "due")
    || equalsIgnoringCase(bytes, from: word, to: colon, "done")
  guard isKey, !isHandleCharacter(bytes, before: word, start: lineStart),
    let end = fullDateEnd(bytes, at: date, end: text.end)
  else { return nil }
  let mended = NetLint.text(bytes, ByteRange(word, colon)) + ":" + NetLint.text(bytes, ByteRange(date, end))
  var stretch = WideStretch(mended: mended, range: ByteRange(word, end))
  stretch.add(colon, ":")
  return stretch
}
