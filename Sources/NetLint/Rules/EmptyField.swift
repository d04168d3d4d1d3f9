import NetModel
import NetSyntax

/// empty-field: a key without a value.
let emptyField = Rule(
  "empty-field", "N111", .warning, page: PackageResources.empty_field_md,
  .fields(.empty) { file, field, findings in
    guard field.saysNothing else { return }
    let bytes = file.bytes.span
    let key = bytes.extracting(field.keyRange.start..<field.keyRange.end)
    guard ItemLabel(key) == nil else { return }
    // With a blank line above, a line with any key that is known is a field all the same.
    let other = FieldKey(key) == nil ? "put a blank line above to make it text" : "remove the line"
    findings.report(
      field.keyRange, "\(quoted(text(bytes, field.keyRange))) has no value",
      help: "write a value behind it, or \(other)", fix: fix(for: field, file),
      silencing: file.tree.range(ofNode: field.node))
  })

private func fix(for field: CheckedField, _ file: borrowing ParsedFile) -> Fix? {
  let range = file.tree.range(ofNode: field.node)
  guard file.tree.first(.comment, in: file.tree.tokens(ofNode: field.node)) == nil else { return nil }
  if FieldKey(file.bytes.span, in: field.keyRange) != nil {
    // Behind blank lines it is what keeps them from ending the header.
    guard standsBelowText(file.bytes.span, at: range.start), !notesBeginLikeField(field, file) else { return nil }
    return Fix(isSafe: false, title: "remove the line", edits: [TextEdit(range: range, replacement: "")])
  }
  guard field.value.isEmpty, isLastField(field, file) else { return nil }
  let lineEnd = lineEnding(file.bytes.span, around: range.start)
  return Fix(
    isSafe: false, title: "put a blank line above",
    edits: [TextEdit(range: ByteRange(range.start, range.start), replacement: lineEnd)])
}

/// Whether the notes below the header begin with what is a field once no other stands above it.
private func notesBeginLikeField(_ field: CheckedField, _ file: borrowing ParsedFile) -> Bool {
  let bytes = file.bytes.span
  let notes = file.facts.records[field.record].notes
  guard !notes.isEmpty, file.tree.kind(ofNode: notes.lowerBound) == .paragraph else { return false }
  let line = readLine(bytes, at: file.tree.range(ofNode: notes.lowerBound).start)
  guard let end = scanKey(bytes, at: line.lead, end: line.contentEnd), end < line.contentEnd else { return false }
  return bytes[end] == UInt8(ascii: ":") && FieldKey(bytes.extracting(line.lead..<end)) != nil
}

private func isLastField(_ field: CheckedField, _ file: borrowing ParsedFile) -> Bool {
  let notes = file.facts.records[field.record].notes
  var node = file.tree.end(ofNode: field.node)
  while node < notes.lowerBound {
    if file.tree.kind(ofNode: node) == .field { return false }
    node = file.tree.end(ofNode: node)
  }
  return true
}
