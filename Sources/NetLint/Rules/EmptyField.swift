import NetModel
import NetSyntax

/// empty-field: a key without a value.
let emptyField = Rule(
  "empty-field", "N111", .warning, page: PackageResources.empty_field_md,
  .fields { file, field, findings in
    guard field.saysNothing else { return }
    let bytes = file.bytes.span
    let key = bytes.extracting(field.keyRange.start..<field.keyRange.end)
    guard ItemLabel(key) == nil else { return }
    let other = field.key == nil ? "put a blank line above to make it text" : "remove the line"
    findings.report(
      field.keyRange, "\(quoted(text(bytes, field.keyRange))) has no value",
      help: "write a value behind it, or \(other)", silencing: file.tree.range(ofNode: field.node))
  })
