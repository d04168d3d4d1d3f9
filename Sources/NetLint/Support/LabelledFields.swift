import NetModel
import NetSyntax

/// A check of the fields whose value is one thing with an optional label: an address, a number.
///
/// - Parameter body: Given the value's bytes without its label, and where they stand in the value.
func labelledFields(
  _ type: FieldValueType,
  _ body: @escaping @Sendable (Span<UInt8>, Range<Int>, CheckedField, inout Findings) -> Void
) -> Check {
  .values([type]) { file, field, findings in
    let bytes = field.value.bytes.span
    let part = splitLabel(bytes).value
    body(bytes.extracting(part), part, field, &findings)
  }
}

/// Whether several values stand between commas, semicolons or blanks, at least two of which can be read.
func holdsSeveral(_ bytes: Span<UInt8>, atBlanks: Bool, where isValue: (Span<UInt8>) -> Bool) -> Bool {
  var values = 0
  var start = 0
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: ";"),
      commaLength(bytes, at: end, end: bytes.count) == 0,
      !atBlanks || blankLength(bytes, at: end, end: bytes.count) == 0
    {
      end += 1
    }
    let first = skipSpace(bytes, from: start, end: end)
    let part = bytes.extracting(first..<max(first, trimBlanks(bytes, from: first, to: end)))
    if part.count > 0, isValue(part) { values += 1 }
    start = end + max(1, commaLength(bytes, at: end, end: bytes.count))
  }
  return values > 1
}
