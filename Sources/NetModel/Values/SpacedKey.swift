import NetSyntax

/// A line that would be a field if its key were one word: `job title: Head of School`.
package struct SpacedKey {
  /// Where the words stand.
  package let range: ByteRange
  /// Where the value stands.
  package let value: ByteRange
  /// The words in lower case, each behind the other.
  private var joined: [UInt8] = []

  /// Two or three words of ASCII letters with a blank between, a colon, a blank and a value; nil for all else.
  package init?(_ bytes: Span<UInt8>, at start: Int, end: Int) {
    var words = 0
    var offset = start
    while true {
      var wordEnd = offset
      while wordEnd < end, bytes[wordEnd].isAsciiLetter { wordEnd += 1 }
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

  /// The known key that the words stand for, if they do.
  package func knownKey(on kind: RecordKind) -> FieldSuggestion? {
    FieldKey(joined.span).map { FieldSuggestion($0) } ?? FieldSuggestion(synonym: joined.span, on: kind)
  }
}
