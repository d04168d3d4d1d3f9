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
  forEachEntry(of: bytes) { entry in
    let mentions = mentionsAlone(bytes, in: entry.value)
    for mention in mentions.dropLast() {
      entries.append(PeopleEntry(value: mention, label: nil, isMention: true))
    }
    entries.append(
      PeopleEntry(value: mentions.last ?? entry.value, label: entry.label, isMention: !mentions.isEmpty))
  }
  return entries
}

/// The mentions in a range that holds nothing but mentions and blanks; otherwise none.
private func mentionsAlone(_ bytes: Span<UInt8>, in range: Range<Int>) -> [Range<Int>] {
  var mentions: [Range<Int>] = []
  var offset = range.lowerBound
  while offset < range.upperBound {
    guard bytes[offset] == UInt8(ascii: "@"),
      let end = scanMention(bytes, at: offset, start: range.lowerBound, end: range.upperBound)
    else { return [] }
    mentions.append(offset..<end)
    offset = skipSpace(bytes, from: end, end: range.upperBound)
    if offset == end, end < range.upperBound { return [] }
  }
  return mentions
}
