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

/// Whether a line's end or the file's, a space or a tab stands at an offset.
func isGap(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
  guard offset < bytes.count else { return true }
  let byte = bytes[offset]
  return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
}

/// What stands around a range without a blank between.
func word(_ bytes: Span<UInt8>, around run: ByteRange) -> ByteRange {
  var word = run
  while word.start > 0, !isGap(bytes, word.start - 1) { word.start -= 1 }
  while !isGap(bytes, word.end) { word.end += 1 }
  return word
}

extension Tree {
  /// The token that holds the byte at an offset.
  func token(at offset: Int) -> Int {
    var (low, high) = (0, tokenCount)
    while low < high {
      let middle = (low + high) / 2
      if start(ofToken: middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }
}
