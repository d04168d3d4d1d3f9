import NetSyntax

/// Whether a line is a comment.
func isComment(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
  line.isInColumnZero && line.lead + 1 < line.contentEnd && bytes[line.lead] == UInt8(ascii: "/")
    && bytes[line.lead + 1] == UInt8(ascii: "/")
}

/// Whether the line at an offset has no blank line above it, comments aside.
func standsBelowText(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  // Nearly always the line above is empty.
  if start > 1, bytes[start - 1] == Ascii.lineFeed, bytes[start - 2] == Ascii.lineFeed { return false }
  var end = start
  while end > 0 {
    let above = lineRange(bytes, around: end - 1).start
    let line = readLine(bytes, at: above)
    if line.isBlank { return false }
    if !isComment(bytes, line) { return true }
    end = above
  }
  return false
}
