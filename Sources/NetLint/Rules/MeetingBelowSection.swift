import NetModel
import NetSyntax

/// meeting-below-section: `## 2026-11-14 Coffee`.
let meetingBelowSection = Rule(
  "meeting-below-section", "N124", .warning, page: PackageResources.meeting_below_section_md,
  .nodes([.section]) { file, section, findings in
    let bytes = file.bytes.span
    let tokens = file.tree.tokens(ofNode: section.node)
    var mark = tokens.lowerBound
    while file.tree.kind(ofToken: mark) != .sectionMark { mark += 1 }
    let title = file.tree.textExtent(in: mark + 1..<tokens.upperBound)
    guard let dateEnd = fullDateEnd(bytes, at: title.start, end: title.end),
      endsDate(bytes, dateEnd, title.end),
      !isGoodPlace(file, section, date: bytes.extracting(title.start..<dateEnd))
    else { return }
    var heading = text(bytes, title)
    var edits = [TextEdit(range: file.tree.range(ofToken: mark), replacement: "#")]
    let hasMention = (mark..<tokens.upperBound).contains { file.tree.kind(ofToken: $0) == .mention }
    if let record = section.record.map({ file.facts.records[$0] }), !hasMention,
      RecordKinds.mentionable.contains(record.kind), let handle = file.facts.handleText(of: record)
    {
      heading += " with @\(handle)"
      edits.append(TextEdit(range: ByteRange(title.end, title.end), replacement: " with @\(handle)"))
    }
    let marks = text(bytes, file.tree.range(ofToken: mark))
    findings.report(
      file.tree.range(ofToken: mark), "`\(marks)` makes this a section of the notes above, not a meeting",
      help: "write `# \(heading)`", fix: Fix(isSafe: false, title: "write `# \(heading)`", edits: edits))
  })

/// Whether a date ends at an offset: a blank or the end, or a colon with either behind it.
private func endsDate(_ bytes: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
  if isBlankOrEnd(bytes, at: offset, end: end) { return true }
  return bytes[offset] == UInt8(ascii: ":") && isBlankOrEnd(bytes, at: offset + 1, end: end)
}

/// Whether a section of one day is at home in its record: on a page, and in a meeting that lasts over the day.
private func isGoodPlace(_ file: borrowing ParsedFile, _ section: CheckedNode, date: Span<UInt8>) -> Bool {
  guard let record = section.record.map({ file.facts.records[$0] }) else { return false }
  if record.kind == .page { return true }
  guard let held = record.date, let day = CalendarDate(date) else { return false }
  let isBefore = day.isCertainlyBefore(held.start) ?? false
  let isBehind = (held.end ?? held.start).isCertainlyBefore(day) ?? false
  return !isBefore && !isBehind
}
