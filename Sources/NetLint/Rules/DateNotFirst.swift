import NetModel
import NetSyntax

/// date-not-first: a heading with a date further behind.
let dateNotFirst = Rule(
  "date-not-first", "N123", .warning, page: PackageResources.date_not_first_md,
  .nodes([.heading]) { file, heading, findings in
    guard let index = heading.record, file.facts.records[index].kind == .person else { return }
    let record = file.facts.records[index]
    let bytes = file.bytes.span
    let title = file.tree.headingParts(ofNode: heading.node, in: bytes).title
    guard let date = firstDate(file, in: title, record.heading) else { return }
    let meeting = meetingHeading(bytes, record.heading, date)
    let written = text(bytes, date)
    findings.report(
      date, "the date `\(written)` does not stand at the start of the heading",
      help: "for a meeting, write `# \(meeting)`",
      fix: Fix(
        isSafe: false, title: "write `# \(meeting)`",
        edits: [TextEdit(range: record.heading, replacement: meeting)]),
      silencing: headingAndHeader(file, record), excusing: foldedMentions(file, inHeading: heading.node))
  })

/// The first full date in a heading that stands as a word, but not at its start.
private func firstDate(
  _ file: borrowing ParsedFile, in title: Range<Int>, _ heading: ByteRange
) -> ByteRange? {
  let bytes = file.bytes.span
  for token in title where file.tree.kind(ofToken: token) == .text {
    let range = file.tree.range(ofToken: token)
    for offset in range.start..<range.end where bytes[offset].isAsciiDigit && offset > heading.start {
      guard isBlankOrOpening(bytes, before: offset, start: heading.start),
        let end = fullDateEnd(bytes, at: offset, end: range.end),
        isBlankOrClosing(bytes, at: end, end: heading.end)
      else { continue }
      return ByteRange(offset, end)
    }
  }
  return nil
}

private func isBlankOrOpening(_ bytes: Span<UInt8>, before offset: Int, start: Int) -> Bool {
  blankLength(bytes, before: offset, start: start) > 0 || bytes[offset - 1].isOne(of: "([,")
}

private func isBlankOrClosing(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  isBlankOrEnd(bytes, at: offset, end: end) || bytes[offset].isOne(of: ")],:.;")
}

/// The heading with the date at its start, and a time directly behind the date too, without brackets and commas
/// around them.
private func meetingHeading(_ bytes: Span<UInt8>, _ heading: ByteRange, _ date: ByteRange) -> String {
  var words = [text(bytes, date)]
  var behind = skipSpace(bytes, from: date.end, end: heading.end)
  let time = scanTime(bytes.extracting(0..<heading.end), from: behind)
  if case .valid = time.reading {
    words.append(text(bytes, ByteRange(behind, behind + time.length)))
    behind += time.length
  } else {
    behind = date.end
  }
  var before = date.start
  while before > heading.start, isAround(bytes, before - 1, ",([") { before -= 1 }
  while behind < heading.end, isAround(bytes, behind, ")],:.;") { behind += 1 }
  words.append(text(bytes, ByteRange(heading.start, before)))
  words.append(text(bytes, ByteRange(behind, heading.end)))
  return words.filter { !$0.isEmpty }.joined(separator: " ")
}

private func isAround(_ bytes: Span<UInt8>, _ offset: Int, _ marks: String) -> Bool {
  bytes[offset] == Ascii.space || marks.utf8.contains(bytes[offset])
}
