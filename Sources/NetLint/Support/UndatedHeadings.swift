import NetModel
import NetSyntax

// What a meeting is taken for whose heading does not begin with its date: a person, of whom nothing is to be said.

/// From a record's heading to the end of its header.
func headingAndHeader(_ file: borrowing ParsedFile, _ record: RecordFacts) -> ByteRange {
  let end =
    record.notes.isEmpty
    ? file.tree.range(ofNode: record.node).end : file.tree.range(ofNode: record.notes.lowerBound).start
  return ByteRange(record.heading.start, max(end, record.heading.end))
}

/// The folded handles of those whom a heading mentions.
func foldedMentions(_ file: borrowing ParsedFile, inHeading node: Int) -> [String] {
  let bytes = file.bytes.span
  return file.tree.headingParts(ofNode: node, in: bytes).title.filter { file.tree.kind(ofToken: $0) == .mention }
    .map { token in
      let range = file.tree.range(ofToken: token)
      return foldHandle(bytes.extracting(range.start + 1..<range.end))
    }
}
