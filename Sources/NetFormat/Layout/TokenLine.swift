import NetSyntax

/// The tokens of one line.
struct TokenLine {
  /// All of them, the line end included.
  let tokens: Range<Int>
  /// The first that is no byte-order mark and no indent.
  let lead: Int
  /// Behind the last that is neither the blanks at the line's end nor the line end.
  let contentEnd: Int
  let isComment: Bool

  /// Whether nothing stands on the line.
  var isBlank: Bool { lead >= contentEnd }

  /// The line that starts at a token, cut off at another.
  @inline(__always)
  init(_ tree: borrowing Tree, _ bytes: Span<UInt8>, from first: Int, to limit: Int) {
    var end = first
    while end < limit, tree.kind(ofToken: end) != .lineEnd { end &+= 1 }
    tokens = first..<min(end + 1, limit)
    var lead = first
    while lead < end, tree.kind(ofToken: lead) == .byteOrderMark || tree.kind(ofToken: lead) == .space { lead += 1 }
    if end > lead, tree.kind(ofToken: end - 1) == .space, isBlanks(bytes, tree.range(ofToken: end - 1)) { end -= 1 }
    self.lead = lead
    contentEnd = max(lead, end)
    isComment = lead < end && tree.kind(ofToken: lead) == .comment
  }
}

extension TokenLine {
  /// Whether a token is part of the line's content, and of a kind.
  @inline(__always)
  func holds(_ kind: TokenKind, _ tree: borrowing Tree, at token: Int) -> Bool {
    token < contentEnd && tree.kind(ofToken: token) == kind
  }

  /// Whether a token is part of the line's content, and one space.
  @inline(__always)
  func hasOneSpace(_ tree: borrowing Tree, _ bytes: Span<UInt8>, at token: Int) -> Bool {
    guard holds(.space, tree, at: token) else { return false }
    let range = tree.range(ofToken: token)
    return range.count == 1 && bytes[range.start] == Ascii.space
  }
}

/// Whether a range holds blanks and no directional mark.
private func isBlanks(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  trimBlanks(bytes, from: range.start, to: range.end) == range.start
}

/// The directional marks of a range, in order.
func directionalMarks(_ bytes: Span<UInt8>, _ range: ByteRange) -> [UInt8] {
  var marks: [UInt8] = []
  var offset = range.start
  while offset < range.end {
    let length = directionalMarkLength(bytes, at: offset, end: range.end)
    for index in offset..<offset + length { marks.append(bytes[index]) }
    offset += max(1, length)
  }
  return marks
}
