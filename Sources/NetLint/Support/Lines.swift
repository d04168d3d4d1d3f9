import NetSyntax

/// The line around an offset, with its line feed.
func lineRange(_ bytes: Span<UInt8>, around offset: Int) -> ByteRange {
  var start = offset
  while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
  return ByteRange(start, lineEnd(bytes, from: offset, withLineFeed: true))
}

/// The offset of the first line feed from an offset on, or the one behind it; the end where there is none.
func lineEnd(_ bytes: Span<UInt8>, from offset: Int, withLineFeed: Bool = false) -> Int {
  var end = offset
  while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
  return end < bytes.count && withLineFeed ? end + 1 : end
}

extension Tree {
  /// The first token of a kind in a run of tokens.
  func first(_ kind: TokenKind, in tokens: Range<Int>) -> Int? {
    tokens.first { self.kind(ofToken: $0) == kind }
  }
}
