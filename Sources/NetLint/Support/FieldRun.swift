import NetModel
import NetSyntax

/// Lines directly below one another that are to be fields of their record, and stand further down.
struct FieldRun {
  private(set) var range: ByteRange
  /// What the first line says, and how the field is written.
  private let first: (line: ByteRange, field: String)
  private var fields: [String]
  private var leavesOthersAlone: Bool

  init(_ line: Line, _ field: FieldLine, _ bytes: Span<UInt8>) {
    range = ByteRange(line.start, line.next)
    first = (ByteRange(line.start, line.contentEnd), field.mended(bytes))
    fields = [first.field]
    leavesOthersAlone = field.leavesOthersAlone(bytes)
  }

  /// Adds the line behind the last.
  mutating func add(_ line: Line, _ field: FieldLine, _ bytes: Span<UInt8>) {
    range.end = line.next
    fields.append(field.mended(bytes))
    leavesOthersAlone = leavesOthersAlone && field.leavesOthersAlone(bytes)
  }

  /// Moves the lines to the end of the header, and leaves no blank line too many; nil where what stands there would be
  /// read otherwise. Several that are a paragraph by themselves are surely no notes where only a blank line keeps them from
  /// the header.
  func moved(to record: Int, of file: borrowing ParsedFile) -> Fix? {
    let bytes = file.bytes.span
    let header = headerEnd(of: record, in: file)
    let gap = startOfBlankLines(bytes, above: range.start)
    let isLast = range.end == bytes.count || readLine(bytes, at: range.end).isBlank
    // An indented line belongs to what stands above it, and would be torn from it.
    if !isLast, !readLine(bytes, at: range.end).isInColumnZero { return nil }
    var edits: [TextEdit]
    if gap < range.start, gap == header {
      edits = [.remove(ByteRange(gap, range.start))]
      if text(bytes, first.line) != first.field { edits.append(TextEdit(range: first.line, replacement: first.field)) }
      if !isLast {
        let lineEnd = lineEnding(bytes, around: range.start)
        edits.append(TextEdit(range: ByteRange(range.end, range.end), replacement: lineEnd))
      }
    } else {
      guard let insertion = inserting(at: header, of: record, in: file) else { return nil }
      edits = [insertion, .remove(ByteRange(isLast ? gap : range.start, range.end))]
    }
    let isApart = gap == header && isLast && fields.count > 1
    return Fix(
      isSafe: isApart && leavesOthersAlone, title: "move it up to the heading", edits: edits)
  }

  private func inserting(at header: Int, of record: Int, in file: borrowing ParsedFile) -> TextEdit? {
    let (facts, bytes) = (file.facts.records[record], file.bytes.span)
    let lineEnd = lineEnding(bytes, around: header - 1)
    let lines = fields.joined(separator: lineEnd)
    // Behind the heading it is seen to that what stands below stays what it is.
    if !facts.hasFields { return newField(lines, of: facts, bytes) }
    return TextEdit(range: ByteRange(header, header), replacement: lines + lineEnd)
  }
}

/// Where the line behind the last field of a record starts, or that behind its heading.
private func headerEnd(of record: Int, in file: borrowing ParsedFile) -> Int {
  let facts = file.facts.records[record]
  var last = facts.notes.lowerBound - 1
  while file.tree.kind(ofNode: last) == .comment { last -= 1 }
  return file.tree.kind(ofNode: last) == .field
    ? file.tree.range(ofNode: last).end : lineEnd(file.bytes.span, from: facts.heading.end, withLineFeed: true)
}

/// Where the blank lines directly above a line start; its own start where there are none.
private func startOfBlankLines(_ bytes: Span<UInt8>, above start: Int) -> Int {
  var start = start
  while start > 0 {
    let above = lineRange(bytes, around: start - 1).start
    guard readLine(bytes, at: above).isBlank else { break }
    start = above
  }
  return start
}
