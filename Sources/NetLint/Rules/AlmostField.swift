import NetModel
import NetSyntax

/// almost-field: a key that is nearly a known one.
let almostField = Rule(
  "almost-field", "N109", .warning, page: PackageResources.almost_field_md,
  .fields(.unknown) { file, field, findings in
    guard field.key == nil, !field.saysNothing else { return }
    let bytes = file.bytes.span
    let key = bytes.extracting(field.keyRange.start..<field.keyRange.end)
    guard ItemLabel(key) == nil else { return }
    let message = "\(quoted(text(bytes, field.keyRange))) is not a known field"
    if FieldKey(key) == .members, field.recordKind == .person {
      // A kind that cannot be read is invalid-kind's.
      if firstField(.kind, ofRecord: field.record, in: file) != nil { return }
      findings.report(field.keyRange, message, help: "add `kind: group` or `kind: org`")
      return
    }
    guard let meant = FieldSuggestion(for: key, on: field.recordKind), isMeant(meant, field) else { return }
    let hasField =
      !meant.key.isRepeatable && firstField(meant.key, ofRecord: field.record, in: file) != nil
    if hasField, FieldSuggestion(synonym: key, on: field.recordKind) != nil { return }
    let (help, isWhole) = help(for: meant, field)
    findings.report(
      field.keyRange, message, help: help, fix: hasField || !isWhole ? nil : fix(for: meant, field),
      silencingAll: [field.keyRange] + (isWhole ? [] : mentions(in: field, file)))
  })

/// The mentions in a value that is no address yet: `@amara_o` is her name elsewhere.
private func mentions(in field: CheckedField, _ file: borrowing ParsedFile) -> [ByteRange] {
  var ranges: [ByteRange] = []
  for token in file.tree.ownTokens(ofNode: field.node) where file.tree.kind(ofToken: token) == .mention {
    ranges.append(file.tree.range(ofToken: token))
  }
  return ranges
}

/// Of a record without a date, `type` stands for `kind` only where its value is one.
private func isMeant(_ meant: FieldSuggestion, _ field: CheckedField) -> Bool {
  meant.key != .kind || field.recordKind == .meeting || RecordKind(value: field.value.bytes.span) != nil
}

/// The label that the key itself would become.
private func label(_ meant: FieldSuggestion, _ field: CheckedField) -> String? {
  splitLabel(field.value.bytes.span).label == nil ? meant.label : nil
}

/// What to type, and whether the value can stay as it is.
private func help(for meant: FieldSuggestion, _ field: CheckedField) -> (text: String, isWhole: Bool) {
  let bytes = field.value.bytes.span
  let label = label(meant, field).map { " (\($0))" } ?? ""
  if meant.key == .url, urlFault(bytes.extracting(splitLabel(bytes).value)) != nil {
    return ("write the whole address, as in `url: https://…\(label)`", false)
  }
  let line = label.isEmpty ? meant.key.name : "\(meant.key.name): \(field.value.text)\(label)"
  return ("did you mean \(quoted(line))?", true)
}

private func fix(for meant: FieldSuggestion, _ field: CheckedField) -> Fix {
  var edits = [TextEdit(range: field.keyRange, replacement: meant.key.name)]
  var title = "write `\(meant.key.name)`"
  if let label = label(meant, field) {
    let end = field.value.fileRange.end
    edits.append(TextEdit(range: ByteRange(end, end), replacement: " (\(label))"))
    title += " and the label `(\(label))`"
  }
  return Fix(isSafe: false, title: title, edits: edits)
}
