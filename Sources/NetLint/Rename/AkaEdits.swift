import NetModel
import NetSyntax

/// The edits that add an entry to the `aka:` of a record: behind the others where they stand on one line, else on a line
/// of its own.
func akaEdits(adding entry: String, to record: RecordFacts, in file: borrowing ParsedFile) -> [TextEdit] {
  if let edit = appending(entry, to: record, in: file) { return [edit] }
  let heading = file.tree.heading(ofRecord: record.node)
  let end = file.tree.end(ofNode: record.node)
  var block = file.tree.end(ofNode: heading)
  while block < end, file.tree.kind(ofNode: block) == .comment { block = file.tree.end(ofNode: block) }
  let line = "aka: " + entry
  guard block < end else { return [insert(line, behind: heading, in: file)] }
  let isApart = hasBlankLine(file.tree, between: heading, and: block)
  if file.tree.kind(ofNode: block) == .field {
    // With a field above it, a blank line ends the header.
    return [insert(line, behind: isApart ? block : heading, in: file)]
  }
  var edit = insert(line, behind: heading, in: file)
  if isApart { return [edit] }
  // A blank line, since otherwise an indented one would go on where the new field ends.
  let start = file.tree.range(ofNode: block).start
  let blank = lineEnding(file.bytes.span, around: file.tree.range(ofNode: heading).start)
  if edit.range.end < start { return [edit, TextEdit(range: ByteRange(start, start), replacement: blank)] }
  edit.replacement += blank
  return [edit]
}

/// The entry behind those of the last `aka:` on one line; nil where there is none that takes one.
private func appending(_ entry: String, to record: RecordFacts, in file: borrowing ParsedFile) -> TextEdit? {
  var edit: TextEdit?
  var node = file.tree.end(ofNode: file.tree.heading(ofRecord: record.node))
  while node < record.notes.lowerBound {
    if file.tree.kind(ofNode: node) == .field {
      let parts = file.tree.fieldParts(ofNode: node)
      let key = file.tree.range(ofToken: parts.key)
      if FieldKey(file.bytes.span, in: key) == .aka,
        let value = file.tree.onlyTextLine(in: parts.value), !value.isEmpty
      {
        edit = appending(entry, to: value, file.bytes) ?? edit
      }
    }
    node = file.tree.end(ofNode: node)
  }
  return edit
}

private func appending(_ entry: String, to value: ByteRange, _ bytes: [UInt8]) -> TextEdit? {
  let place = ByteRange(value.end, value.end)
  switch bytes[value.end - 1] {
  // It would make text of the comma.
  case UInt8(ascii: "\\"): return nil
  case UInt8(ascii: ","): return TextEdit(range: place, replacement: " " + entry)
  default: return TextEdit(range: place, replacement: ", " + entry)
  }
}

/// Whether a blank line, and not comments alone, stands between two nodes.
private func hasBlankLine(_ tree: borrowing Tree, between upper: Int, and lower: Int) -> Bool {
  var isComment = false
  for token in tree.tokens(ofNode: upper).upperBound..<tree.tokens(ofNode: lower).lowerBound {
    let kind = tree.kind(ofToken: token)
    if kind == .lineEnd, !isComment { return true }
    isComment = kind == .comment
  }
  return false
}

/// Puts a line below a block, which may be the last of a file and have no line end.
private func insert(_ line: String, behind node: Int, in file: borrowing ParsedFile) -> TextEdit {
  let end = file.tree.range(ofNode: node).end
  let isEnded = end > 0 && file.bytes[end - 1] == UInt8(ascii: "\n")
  let lineEnd = lineEnding(file.bytes.span, around: isEnded ? end - 1 : end)
  return TextEdit(range: ByteRange(end, end), replacement: isEnded ? line + lineEnd : lineEnd + line)
}
