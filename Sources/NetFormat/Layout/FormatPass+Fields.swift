import NetModel
import NetSyntax

/// What is known of the record that is open.
struct OpenRecord {
  private var node = 0
  var kind = RecordKind.person
  /// Whether its header has a field.
  var hasFields = false
  /// The keys seen whose values have a canonical form: a bit each, since a set of them is a hash for each field.
  private var keys: UInt32 = 0

  init() {}

  init(_ tree: borrowing Tree, _ node: Int, _ bytes: Span<UInt8>) {
    self.node = node
    let heading = tree.heading(ofRecord: node)
    kind = tree.recordKind(headingNode: heading, recordNode: node, in: bytes)
    var next = heading + 1
    while next < tree.end(ofNode: node), tree.kind(ofNode: next) == .comment { next += 1 }
    hasFields = next < tree.end(ofNode: node) && tree.kind(ofNode: next) == .field
  }

  /// Whether a value counts: its key may be repeated, or it is the first.
  mutating func takes(_ key: FieldKey, _ tree: borrowing Tree, _ bytes: Span<UInt8>) -> Bool {
    if key.isRepeatable { return true }
    let bit: UInt32 = 1 << UInt32(key.rawValue)
    if keys & bit != 0 { return false }
    keys |= bit
    return key != .time || kind != .meeting || !hasTimeInHeading(tree, bytes)
  }

  /// Whether a time stands in a meeting's heading, so that a `time:` field is a second one.
  private func hasTimeInHeading(_ tree: borrowing Tree, _ bytes: Span<UInt8>) -> Bool {
    let parts = tree.headingParts(ofNode: tree.heading(ofRecord: node), in: bytes)
    guard let date = parts.date.map({ tree.range(ofToken: $0) }), let time = parts.time.map({ tree.range(ofToken: $0) })
    else { return false }
    return DateExpression(bytes.extracting(date.start..<date.end)) != nil
      && TimeRange(bytes.extracting(time.start..<time.end)) != nil
  }
}

extension FormatPass {
  /// The first line of a field.
  ///
  /// - Parameter isKept: Whether it keeps its form; its record may have taken the value for all that.
  mutating func formatField(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int, isKept: Bool
  ) {
    let range = tree.range(ofToken: line.lead)
    let key = FieldKey(bytes, in: range)
    let field = takenField(key, tree, bytes, node)
    if isKept { return }
    if !isLowercase(bytes, range) {
      let lower = lowercasedAsWritten(bytes.extracting(range.start..<range.end))
      // `K` (U+212A) has `k` for its lower case: such a key would become a known one.
      if key != nil || FieldKey(lower.utf8.span) == nil { lowercase(bytes, range) }
    }
    space(tree, bytes, behindMark: line.lead + 2, of: line)
    guard let field, let value = field.value, !isPlainlyCanonical(tree, bytes, field.tokens, field.type),
      let canonical = canonicalValue(bytes.extracting(value.start..<value.end), field.type)
    else { return }
    edits.replace(value, with: canonical, in: bytes)
  }

  /// The type of a field's value and its tokens, and the value if it stands on one line.
  ///
  /// Nil where no value of the type has another form, and where the record does not take it: a second value of a key
  /// that stands once is kept as it is written.
  private mutating func takenField(
    _ key: FieldKey?, _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int
  ) -> (type: FieldValueType, tokens: Range<Int>, value: ByteRange?)? {
    guard let key, let type = key.valueType(on: record.kind), type.hasCanonicalForm else { return nil }
    let tokens = tree.fieldParts(ofNode: node).value
    let value = tree.onlyTextLine(in: tokens)
    guard !(value ?? tree.textExtent(in: tokens)).isEmpty, record.takes(key, tree, bytes) else { return nil }
    return (type, tokens, value)
  }
}

extension OpenRecord {
  /// Whether a block directly below a header may hold a field gone wrong, which a blank line above would hide.
  func mayHoldField(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int) -> Bool {
    let range = tree.range(ofNode: node)
    var line = readLine(bytes, at: range.start)
    switch tree.kind(ofNode: node) {
    case .paragraph:
      if !line.isInColumnZero { return true }
      // `job title: Head of School`
      let spaced = SpacedKey(bytes, at: line.lead, end: line.contentEnd)
      if spaced?.knownKey(on: kind) != nil { return true }
      while !startsWithKey(bytes, from: line.lead, to: line.contentEnd) {
        if line.next >= range.end { return false }
        line = readLine(bytes, at: line.next)
      }
      return true
    case .item:
      let text = skipSpace(bytes, from: line.lead + 1, end: line.contentEnd)
      let key = skipEmphasis(bytes, from: text, to: line.contentEnd)
      // `- agenda: bread` is a good note.
      guard let keyEnd = scanKey(bytes, at: key, end: line.contentEnd), FieldKey(bytes.extracting(key..<keyEnd)) != nil
      else { return false }
      return startsWithKey(bytes, from: text, to: line.contentEnd)
    case .file, .preamble, .record, .heading, .meetingHeading, .field, .section, .quote, .fence, .separator, .list,
      .comment, .foreign:
      return false
    }
  }

  /// A key, perhaps set off by `*` or `_`, perhaps blanks, and a colon, be it a wide one.
  private func startsWithKey(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard let keyEnd = scanKey(bytes, at: skipEmphasis(bytes, from: start, to: end), end: end) else { return false }
    let colon = skipSpace(bytes, from: skipEmphasis(bytes, from: keyEnd, to: end), end: end)
    guard colon < end else { return false }
    let mark = decodeScalar(bytes, at: colon, end: end).scalar
    return mark == ":" || mark == "："
  }

  private func skipEmphasis(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: "*") || bytes[offset] == UInt8(ascii: "_") { offset += 1 }
    return offset
  }
}
