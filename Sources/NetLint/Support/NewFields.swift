import NetModel
import NetSyntax

/// The edit that writes a field directly below a record's heading; nil where the line below would be read as something
/// else then: an indented one as a continuation, and fields behind blank lines as text.
func newField(_ field: String, of record: RecordFacts, _ bytes: Span<UInt8>) -> TextEdit? {
  let end = record.heading.end
  var offset = lineEnd(bytes, from: end, withLineFeed: true)
  while offset < bytes.count {
    let line = readLine(bytes, at: offset)
    offset = line.next
    if isComment(bytes, line) { continue }
    if line.isBlank ? record.hasFields : !line.isInColumnZero { return nil }
    break
  }
  return TextEdit(range: ByteRange(end, end), replacement: lineEnding(bytes, around: end) + field)
}

/// Whether the lines of a note from an offset on, which may come along as fields, leave alone what other records say;
/// of a long note it is not certain.
func othersAreLeftAlone(by node: Int, of file: borrowing ParsedFile, from start: Int) -> Bool {
  let end = file.tree.range(ofNode: node).end
  guard end - start < 4_096 else { return false }
  let lines = text(file.bytes.span, ByteRange(start, max(start, end))).lowercased()
  return !["private", "kind", "aka"].contains { lines.contains($0) }
}
