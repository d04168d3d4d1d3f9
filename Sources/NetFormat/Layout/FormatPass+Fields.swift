import NetModel
import NetSyntax

/// What is known of the record that is open.
struct OpenRecord {
  var kind = RecordKind.person
  /// Whether its header has a field.
  var hasFields = false
  /// The keys of the fields with a value that have been seen, and of what stands in the heading instead.
  var keys: Set<FieldKey> = []

  init() {}

  init(_ tree: borrowing Tree, _ node: Int, _ bytes: Span<UInt8>) {
    let heading = tree.heading(ofRecord: node)
    kind = tree.recordKind(headingNode: heading, recordNode: node, in: bytes)
    var next = heading + 1
    while next < tree.end(ofNode: node), tree.kind(ofNode: next) == .comment { next += 1 }
    hasFields = next < tree.end(ofNode: node) && tree.kind(ofNode: next) == .field
  }
}

extension FormatPass {
  /// The first line of a field.
  mutating func formatField(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    let parts = tree.fieldParts(ofNode: node)
    let keyRange = tree.range(ofToken: parts.key)
    let written = bytes.extracting(keyRange.start..<keyRange.end)
    let key = FieldKey(written)
    // `K` (U+212A) has `k` for its lower case: such a key would become a known one.
    if key != nil || FieldKey(lowercasedAsWritten(written).utf8.span) == nil { lowercase(bytes, keyRange) }
    space(tree, bytes, behindMark: parts.key + 2, of: line)
    guard let key, let type = key.valueType(on: record.kind), let value = tree.onlyTextLine(in: parts.value),
      !value.isEmpty
    else {
      if let key, !tree.textExtent(in: parts.value).isEmpty { record.keys.insert(key) }
      return
    }
    let isFirst = record.keys.insert(key).inserted
    // A second value of a key that stands once is kept as it is written.
    guard key.isRepeatable || isFirst else { return }
    if let canonical = canonicalValue(bytes.extracting(value.start..<value.end), type) {
      edits.replace(value, with: canonical, in: bytes)
    }
  }

  /// Whether a block directly below a header may hold a field gone wrong, which a blank line above would hide.
  func mayHoldField(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int) -> Bool {
    let range = tree.range(ofNode: node)
    var line = readLine(bytes, at: range.start)
    switch tree.kind(ofNode: node) {
    case .paragraph:
      if !line.isInColumnZero { return true }
      while !startsWithKey(bytes, from: line.lead, to: line.contentEnd) {
        if line.next >= range.end { return false }
        line = readLine(bytes, at: line.next)
      }
      return true
    case .item:
      let start = skipSpace(bytes, from: line.lead + 1, end: line.contentEnd)
      guard let keyEnd = scanKey(bytes, at: start, end: line.contentEnd),
        FieldKey(bytes.extracting(start..<keyEnd)) != nil
      else { return false }
      return startsWithKey(bytes, from: start, to: line.contentEnd)
    case .file, .preamble, .record, .heading, .meetingHeading, .field, .section, .quote, .fence, .separator, .list,
      .comment, .foreign:
      return false
    }
  }

  /// A key, perhaps blanks, and a colon, be it a wide one.
  private func startsWithKey(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard let keyEnd = scanKey(bytes, at: start, end: end) else { return false }
    let colon = skipSpace(bytes, from: keyEnd, end: end)
    guard colon < end else { return false }
    let mark = decodeScalar(bytes, at: colon, end: end).scalar
    return mark == ":" || mark == "："
  }
}
