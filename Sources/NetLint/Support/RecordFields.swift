import NetModel
import NetSyntax

/// The value of a record's first field with a known key and a value, or nil.
///
/// For findings only: it walks over the header, and no further than its first two hundred fields.
func firstField(_ key: FieldKey, ofRecord record: Int, in file: borrowing ParsedFile) -> FieldValue? {
  let facts = file.facts.records[record]
  var node = file.tree.end(ofNode: file.tree.heading(ofRecord: facts.node))
  var seen = 0
  while node < facts.notes.lowerBound, seen < 200 {
    if file.tree.kind(ofNode: node) == .field {
      seen += 1
      let parts = file.tree.fieldParts(ofNode: node)
      let range = file.tree.range(ofToken: parts.key)
      if FieldKey(file.bytes.span, in: range) == key {
        let value = FieldValue(parts.value, of: file.tree, bytes: file.bytes.span)
        if !value.isEmpty { return value }
      }
    }
    node = file.tree.end(ofNode: node)
  }
  return nil
}

extension CheckedField {
  /// Whether the field says nothing: it has no value, or one of commas alone.
  var saysNothing: Bool { NetLint.saysNothing(value.bytes.span, ByteRange(0, value.bytes.count)) }
}

/// Whether a text is empty, or commas alone.
func saysNothing(_ bytes: Span<UInt8>, _ text: ByteRange) -> Bool {
  var offset = text.start
  while offset < text.end {
    let length = commaLength(bytes, at: offset, end: text.end) + blankLength(bytes, at: offset, end: text.end)
    if length == 0 { return false }
    offset += length
  }
  return true
}
