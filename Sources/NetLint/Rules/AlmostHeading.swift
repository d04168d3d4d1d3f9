import NetModel
import NetSyntax

/// almost-heading: a line that begins like a heading and is text.
let almostHeading = Rule(
  "almost-heading", "N128", .error, page: PackageResources.almost_heading_md,
  .lines([.item, .paragraph], holding: [.startsWithHash, .wide]) { file, checked, findings in
    if checked.node.kind == .item, checked.isFirst { return }
    let bytes = file.bytes.span
    let mark = bytes[checked.text.start]
    guard mark == UInt8(ascii: "#") || (mark >= 0xE2 && checked.isFirst) else { return }
    let line = readLine(bytes, at: checked.start)
    guard line.isInColumnZero, let start = HeadingStart(bytes, line) else { return }
    guard checked.isFirst || isSurelyName(bytes, line, start) else { return }
    let whole = ByteRange(line.start, file.tree.range(ofNode: checked.node.node).end)
    var word = start.text
    while word < line.contentEnd, blankLength(bytes, at: word, end: line.contentEnd) == 0 { word += 1 }
    let rest = ByteRange(skipSpace(bytes, from: start.text, end: line.contentEnd), line.contentEnd)
    let marks = String(repeating: "#", count: start.level)
    let heading = "\(marks) \(text(bytes, rest))"
    findings.report(
      ByteRange(line.lead, word), "`\(text(bytes, ByteRange(line.lead, word)))` is not a heading",
      help: "write `\(heading)`",
      fix: Fix(
        isSafe: false, title: "write `\(heading)`",
        edits: [TextEdit(range: ByteRange(line.lead, rest.start), replacement: marks + " ")]),
      silencing: whole, excusing: start.level == 1 ? handles(bytes, of: rest, lineStart: line.start) : [])
  })

/// The marks of what almost is a heading.
private struct HeadingStart {
  /// The number of `#` or `＃`.
  var level: Int
  /// Behind the marks.
  var text: Int

  /// nil where the line is good text.
  init?(_ bytes: Span<UInt8>, _ line: Line) {
    let end = line.contentEnd
    let width = bytes[line.lead] == UInt8(ascii: "#") ? 1 : 3
    text = line.lead
    while text < end, isMark(bytes, at: text, width: width, end: end) { text += width }
    level = (text - line.lead) / width
    guard (1...6).contains(level), text < end, !bytes[end - 1].isOne(of: ".!?:;,") else { return nil }
    let isMeant =
      if blankLength(bytes, at: text, end: end) > 0 {
        width > 1  // With a narrow `#` it is a heading.
      } else if level > 1 {
        decodeScalar(bytes, at: text, end: end).scalar.isLetter
      } else {
        fullDateEnd(bytes, at: text, end: end) != nil
          || readsAsName(bytes, at: text, end: end, lineStart: line.start)
      }
    guard isMeant else { return nil }
  }
}

/// Whether a line among others is a heading: behind one `#` a name of two words or more, the first and the last of which
/// do not begin in lower case, and a handle.
private func isSurelyName(_ bytes: Span<UInt8>, _ line: Line, _ start: HeadingStart) -> Bool {
  let end = line.contentEnd
  guard start.level == 1, readsAsName(bytes, at: start.text, end: end, lineStart: line.start) else { return false }
  let tail = headingTail(bytes, from: start.text, to: end, lineStart: line.start)
  guard tail.handle != nil else { return false }
  var last = trimBlanks(bytes, from: start.text, to: tail.start)
  let nameEnd = last
  while last > start.text, blankLength(bytes, before: last, start: start.text) == 0 { last -= 1 }
  let first = decodeScalar(bytes, at: last, end: nameEnd).scalar
  return last > start.text && first.isLetter && !first.properties.isLowercase
}

private func isMark(_ bytes: Span<UInt8>, at offset: Int, width: Int, end: Int) -> Bool {
  if width == 1 { return bytes[offset] == UInt8(ascii: "#") }
  return offset + 2 < end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x83
}

/// Whether the text behind a single mark is a name: it begins with a tag's worth of letters, the first of them not in
/// lower case, and either ends with a handle, or all of its words begin with a capital.
private func readsAsName(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int) -> Bool {
  let first = decodeScalar(bytes, at: start, end: end).scalar
  guard first.isLetter, !first.properties.isLowercase, let word = scanHandle(bytes, at: start, end: end),
    blankLength(bytes, at: word, end: end) > 0
  else { return false }
  let tail = headingTail(bytes, from: word, to: end, lineStart: lineStart)
  if tail.handle != nil { return true }
  var offset = skipSpace(bytes, from: word, end: tail.start)
  guard first.properties.isUppercase, offset < tail.start else { return false }
  while offset < tail.start {
    guard decodeScalar(bytes, at: offset, end: end).scalar.properties.isUppercase else { return false }
    while offset < tail.start, blankLength(bytes, at: offset, end: end) == 0 { offset += 1 }
    offset = skipSpace(bytes, from: offset, end: tail.start)
  }
  return true
}

/// The folded handles that a heading would give its record.
private func handles(_ bytes: Span<UInt8>, of heading: ByteRange, lineStart: Int) -> [String] {
  let tail = headingTail(bytes, from: heading.start, to: heading.end, lineStart: lineStart)
  if let handle = tail.handle { return [foldHandle(bytes.extracting(handle.start + 1..<handle.end))] }
  return slug(of: bytes.extracting(heading.start..<tail.start)).map { [foldHandle($0.utf8.span)] } ?? []
}
