import NetModel
import NetSyntax

/// A line that would be a field if its key were one word: `job title: Head of School`.
struct SpacedKey {
  /// Where the words stand.
  let range: ByteRange
  let value: ByteRange
  /// The words in lower case, each behind the other.
  private var joined: [UInt8] = []

  /// Two or three words of ASCII letters with a blank between, a colon, a blank and a value; nil for all else.
  init?(_ bytes: Span<UInt8>, at start: Int, end: Int) {
    var words = 0
    var offset = start
    while true {
      let wordEnd = asciiWordEnd(bytes, at: offset, end: end)
      guard wordEnd > offset, wordEnd < end, words < 3 else { return nil }
      for place in offset..<wordEnd { joined.append(bytes[place].asciiLowercased) }
      words += 1
      offset = wordEnd
      if bytes[offset] != UInt8(ascii: " ") { break }
      offset += 1
    }
    let value = skipSpace(bytes, from: offset + 1, end: end)
    guard words > 1, bytes[offset] == UInt8(ascii: ":"), value > offset + 1, value < end else { return nil }
    range = ByteRange(start, offset)
    self.value = ByteRange(value, end)
  }

  /// The field with a known key that the words stand for, if the value could be its.
  func knownField(_ bytes: Span<UInt8>, on kind: RecordKind) -> String? {
    let key = FieldKey(joined.span).map { FieldSuggestion($0) } ?? FieldSuggestion(synonym: joined.span, on: kind)
    let written = bytes.extracting(value.start..<value.end)
    guard let key, couldBeValue(written, of: key.key, on: kind) else { return nil }
    let label = key.label.flatMap { splitLabel(written).label == nil ? " (\($0))" : nil } ?? ""
    return "\(key.key.name): \(text(bytes, value))\(label)"
  }

  /// The field with a key of the writer's own.
  func ownField(_ bytes: Span<UInt8>) -> String {
    let key = text(bytes, range).lowercased().split(separator: " ").joined(separator: "-")
    return "\(key): \(text(bytes, value))"
  }
}
