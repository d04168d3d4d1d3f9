import NetModel
import NetSyntax

/// duplicate-field: a second value where only one can be shown.
let duplicateField = Rule(
  "duplicate-field", "N110", .error, page: PackageResources.duplicate_field_md,
  .fields(.perhapsSecond) { file, field, findings in
    guard let key = field.key, !key.isRepeatable, !field.value.isEmpty,
      let first = firstPlace(of: field, file)
    else {
      return
    }
    let range = file.tree.range(ofNode: field.node)
    let joined = joinedTexts(first.value, field)
    let number = findings.file
    findings.report(
      field.keyRange, "a second `\(key.name)` in one record",
      help: joined.map { "write both as one: \(quoted("\(key.name): \($0)"))" } ?? "keep one of them",
      labels: [Label(file: number, range: first.range, message: "the first is here")],
      fix: holdsComment(file.tree, field.node)
        ? nil : fix(for: field, range, first: first.value, isJoined: joined != nil),
      silencing: range)
  })

/// Removes the second value where it is that of the first, and else puts a text behind the text of the first.
private func fix(for field: CheckedField, _ range: ByteRange, first: FieldValue?, isJoined: Bool) -> Fix? {
  guard let first else { return nil }
  if first.bytes == field.value.bytes { return .remove(range, isSafe: true) }
  guard isJoined, first.isOnOneLine, field.value.isOnOneLine else { return nil }
  let end = first.fileRange.end
  return Fix(
    isSafe: false, title: "write both as one",
    edits: [
      TextEdit(range: ByteRange(end, end), replacement: "; \(field.value.text)"),
      TextEdit(range: range, replacement: ""),
    ])
}

extension FieldValue {
  /// Whether all of it stands on one line, as nearly all values do.
  fileprivate var isOnOneLine: Bool { fileRange.count == bytes.count }
}

/// Where the first value stands: in a field above, or, of a meeting's time, in the heading.
private func firstPlace(
  of field: CheckedField, _ file: borrowing ParsedFile
) -> (range: ByteRange, value: FieldValue?)? {
  if field.key == .time, let time = file.facts.records[field.record].time { return (time, nil) }
  guard let first = field.first else { return nil }
  let parts = file.tree.fieldParts(ofNode: first)
  return (
    file.tree.range(ofToken: parts.key), FieldValue(parts.value, of: file.tree, bytes: file.bytes.span)
  )
}

/// Two texts as one; nil for values of which there can be only one.
private func joinedTexts(_ first: FieldValue?, _ field: CheckedField) -> String? {
  guard field.type == .text, let first, first.bytes != field.value.bytes else { return nil }
  return "\(first.text); \(field.value.text)"
}

private func holdsComment(_ tree: borrowing Tree, _ node: Int) -> Bool {
  tree.first(.comment, in: tree.tokens(ofNode: node)) != nil
}
