import NetSyntax

/// Lists of people as they are nearly always written: mentions with commas between them, some with a label.
///
/// ```
/// knows: @amara (neighbour), @jun-tanaka
///        └ mention └─ behind ──┘└ mention
/// ```
/// The lexer has found the mentions already, so what stands between them is all there is to look at. Any other list is
/// read as bytes.
extension FactsBuilder {
  /// What stands behind a mention in a plain list.
  private struct Behind {
    /// What stands between the label's parentheses.
    var label: Range<Int>?
  }

  /// Reads a plain list on one line; false if it is none, and then nothing has been read.
  mutating func readPlainPeople(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, _ key: FieldKey, _ record: inout RecordFacts,
    index: Int
  ) -> Bool {
    let role: MentionFact.Role
    switch key {
    case .via: role = .via
    case .knows: role = .knows
    case .members: role = .members
    case .with: role = .with
    case .kind, .aka, .pronouns, .role, .org, .place, .email, .phone, .url, .address, .birthday, .anniversary, .died,
      .met, .cadence, .language, .time, .tz, .status, .tags:
      return false
    }
    let count = mentions.count
    guard readPlainPeople(tree, bytes, tokens, role, index: index) else { return false }
    if role == .with, mentions.count > count { record.hasWith = true }
    return true
  }

  private mutating func readPlainPeople(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, _ role: MentionFact.Role, index: Int
  ) -> Bool {
    var token = tokens.lowerBound
    let count = mentions.count
    let relationCount = relations.count
    while token < tokens.upperBound, tree.kind(ofToken: token) == .mention {
      addMention(tree, bytes, token, record: index, role: role)
      token += 1
      guard token < tokens.upperBound, tree.kind(ofToken: token) == .text else { break }
      let range = tree.range(ofToken: token)
      guard let behind = readBehind(bytes, range) else { break }
      if role == .knows, let label = behind.label {
        addRelation(bytes, .line(at: 0), label, index: index)
      }
      token += 1
    }
    while token < tokens.upperBound, tree.kind(ofToken: token) == .space || tree.kind(ofToken: token) == .lineEnd {
      token += 1
    }
    if token == tokens.upperBound { return true }
    mentions.removeSubrange(count...)
    relations.removeSubrange(relationCount...)
    return false
  }

  /// Blanks, a label, a comma, and blanks; nil for anything else.
  private func readBehind(_ bytes: Span<UInt8>, _ range: ByteRange) -> Behind? {
    var offset = skipSpaces(bytes, range.start, range.end)
    var behind = Behind()
    if offset < range.end, offset > range.start, bytes[offset] == UInt8(ascii: "(") {
      let open = offset
      offset += 1
      while offset < range.end, bytes[offset] != UInt8(ascii: ")") {
        if bytes[offset] == UInt8(ascii: "(") || bytes[offset] == UInt8(ascii: "\\") { return nil }
        offset += 1
      }
      guard offset < range.end else { return nil }
      let start = skipSpaces(bytes, open + 1, offset)
      behind.label = start..<max(start, trimBlanks(bytes, from: start, to: offset))
      offset = skipSpaces(bytes, offset + 1, range.end)
      guard offset == range.end || bytes[offset] == UInt8(ascii: ",") else { return nil }
    }
    if offset < range.end, bytes[offset] == UInt8(ascii: ",") { offset = skipSpaces(bytes, offset + 1, range.end) }
    return offset == range.end ? behind : nil
  }

  @inline(__always)
  private func skipSpaces(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] == Ascii.space { offset += 1 }
    return offset
  }
}
