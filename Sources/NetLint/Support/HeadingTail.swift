import NetSyntax

/// What stands at the end of a heading, or of what should be one.
struct HeadingTail {
  /// Where the tags and the mention at the end start; the end where there are none.
  var start: Int
  /// The mention among them.
  var handle: ByteRange?
}

/// The tags and one mention at the end of a line, each a word of its own.
func headingTail(_ bytes: Span<UInt8>, from start: Int, to end: Int, lineStart: Int) -> HeadingTail {
  var tail = HeadingTail(start: end)
  var wordEnd = end
  while wordEnd > start {
    var word = wordEnd
    while word > start, blankLength(bytes, before: word, start: start) == 0 { word -= 1 }
    if bytes[word] == UInt8(ascii: "@"), tail.handle == nil,
      scanMention(bytes, at: word, start: lineStart, end: wordEnd) == wordEnd
    {
      tail.handle = ByteRange(word, wordEnd)
    } else if bytes[word] != UInt8(ascii: "#")
      || scanTag(bytes, at: word, start: lineStart, end: wordEnd) != wordEnd
    {
      break
    }
    tail.start = word
    wordEnd = trimBlanks(bytes, from: start, to: word)
  }
  return tail
}
