import NetSyntax

/// Calls a closure for each tag of a `tags:` value, in order, without making strings.
///
/// Entries are separated by commas if there is one, else by blanks. An entry whose words all begin with `#` is several
/// tags, any other is one of all its words. The range is that of the tag's words without a leading `#`; whether they
/// make a tag is for `Tag(words:)` to say.
public func forEachTag(of bytes: Span<UInt8>, _ body: (Range<Int>) -> Void) {
  let hasCommas = isList(bytes)
  forEachEntry(of: bytes) { entry in
    let words = words(of: bytes, in: entry.whole)
    if hasCommas, !words.allSatisfy({ bytes[$0.lowerBound] == UInt8(ascii: "#") }) {
      body(withoutMark(bytes, entry.whole))
    } else {
      for word in words { body(withoutMark(bytes, word)) }
    }
  }
}

/// The runs in a range that hold no blank.
private func words(of bytes: Span<UInt8>, in range: Range<Int>) -> [Range<Int>] {
  var words: [Range<Int>] = []
  var offset = range.lowerBound
  while offset < range.upperBound {
    let start = skipSpace(bytes, from: offset, end: range.upperBound)
    offset = start
    while offset < range.upperBound, blankLength(bytes, at: offset, end: range.upperBound) == 0 { offset += 1 }
    if offset > start { words.append(start..<offset) }
  }
  return words
}

private func withoutMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
  guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "#") else { return range }
  return (range.lowerBound + 1)..<range.upperBound
}
