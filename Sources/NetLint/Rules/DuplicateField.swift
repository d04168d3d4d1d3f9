import NetModel
import NetSyntax

/// duplicate-field: a second value where only one can be shown.
let duplicateField = Rule(
  "duplicate-field", "N110", .error, page: PackageResources.duplicate_field_md,
  .fields { file, field, findings in
    guard let key = field.key, !key.isRepeatable, !field.value.isEmpty,
      let first = firstPlace(of: field, file)
    else {
      return
    }
    let range = file.tree.range(ofNode: field.node)
    findings.report(
      field.keyRange, "a second `\(key.name)` in one record",
      help: help(for: field, key, firstText: first.value?.text),
      labels: [Label(file: findings.file, range: first.range, message: "the first is here")],
      fix: first.value?.bytes == field.value.bytes && !holdsComment(file.tree, field.node)
        ? .remove(range, isSafe: true) : nil,
      silencing: range)
  })

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

private func help(for field: CheckedField, _ key: FieldKey, firstText: String?) -> String {
  guard field.type == .text, let firstText, firstText != field.value.text else { return "keep one of them" }
  return "write both as one: \(quoted("\(key.name): \(firstText); \(field.value.text)"))"
}

private func holdsComment(_ tree: borrowing Tree, _ node: Int) -> Bool {
  tree.first(.comment, in: tree.tokens(ofNode: node)) != nil
}
