import NetSyntax

/// One entry of a list of people: a mention or a name, with an optional label. Offsets into the value's bytes.
public struct PeopleEntry: Sendable {
  /// The mention with its `@`, or the name.
  public var value: Range<Int>
  /// What stands between the label's parentheses.
  public var label: Range<Int>?
  /// Whether the value is exactly one mention; otherwise it is a name.
  public var isMention: Bool
}

/// The entries of a list of people: between commas, or mentions separated by blanks alone.
///
/// Of several mentions without commas, a label belongs to the last.
public func peopleEntries(of bytes: Span<UInt8>) -> [PeopleEntry] {
  var entries: [PeopleEntry] = []
  forEachPeopleEntry(of: bytes) { entries.append($0) }
  return entries
}

/// Calls a closure for each entry of a list of people, in order.
func forEachPeopleEntry(of bytes: Span<UInt8>, _ body: (PeopleEntry) -> Void) {
  forEachEntry(of: bytes) { entry in
    let end = entry.value.upperBound
    guard isMentionsAlone(bytes, in: entry.value) else {
      body(PeopleEntry(value: entry.value, label: entry.label, isMention: false))
      return
    }
    var offset = entry.value.lowerBound
    while offset < end, let mentionEnd = scanMention(bytes, at: offset, start: entry.value.lowerBound, end: end) {
      let next = skipSpace(bytes, from: mentionEnd, end: end)
      body(PeopleEntry(value: offset..<mentionEnd, label: next < end ? nil : entry.label, isMention: true))
      offset = next
    }
  }
}

/// Whether a range holds nothing but mentions and blanks between them.
private func isMentionsAlone(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
  var offset = range.lowerBound
  while offset < range.upperBound {
    guard bytes[offset] == UInt8(ascii: "@"),
      let end = scanMention(bytes, at: offset, start: range.lowerBound, end: range.upperBound)
    else { return false }
    offset = skipSpace(bytes, from: end, end: range.upperBound)
    if offset == end, end < range.upperBound { return false }
  }
  return offset > range.lowerBound
}
