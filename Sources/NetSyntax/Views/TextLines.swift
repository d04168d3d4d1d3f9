extension Tree {
  /// The text that a run of tokens holds, as one range of bytes a line: without indents, quote marks, trailing blanks
  /// and line ends, and without comment lines.
  ///
  /// - Parameters:
  ///   - tokens: Running text, from behind a mark to the end of a node's own tokens.
  ///   - body: Called with the bytes of each line in turn. Only those of a quote may be empty.
  public func forEachTextLine(in tokens: Range<Int>, _ body: (ByteRange) -> Void) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      var lineEnd = token
      var isComment = false
      var isQuote = false
      while lineEnd < tokens.upperBound, kind(ofToken: lineEnd) != .lineEnd {
        isComment = isComment || kind(ofToken: lineEnd) == .comment
        isQuote = isQuote || kind(ofToken: lineEnd) == .quoteMark
        lineEnd += 1
      }
      if !isComment {
        let line = textRange(from: token, to: lineEnd)
        if isQuote || !line.isEmpty { body(line) }
      }
      token = lineEnd + 1
    }
  }

  /// The text of some tokens that stand on one line, without the blanks at its ends; empty where there is none.
  public func textOfLine(_ tokens: Range<Int>) -> ByteRange {
    var end = tokens.upperBound
    while end > tokens.lowerBound, kind(ofToken: end - 1) == .lineEnd { end -= 1 }
    return textRange(from: tokens.lowerBound, to: end)
  }

  /// The text of some tokens if they stand on one line, as the values of nearly all fields do; nil if they run over
  /// several.
  @inlinable
  public func onlyTextLine(in tokens: Range<Int>) -> ByteRange? {
    isPlainText(tokens) ? range(ofToken: tokens.lowerBound) : onlyMarkedLine(in: tokens)
  }

  /// Whether some tokens are one text on one line, without anything else in it.
  @inlinable @inline(__always)
  public func isPlainText(_ tokens: Range<Int>) -> Bool {
    switch tokens.count {
    case 1: kind(ofToken: tokens.lowerBound) == .text
    case 2: kind(ofToken: tokens.lowerBound) == .text && kind(ofToken: tokens.lowerBound + 1) == .lineEnd
    default: false
    }
  }

  @usableFromInline
  func onlyMarkedLine(in tokens: Range<Int>) -> ByteRange? {
    precondition(holds(tokens), "no such tokens")
    var lineEnd = tokens.lowerBound
    // In the tree: checked above.
    while lineEnd < tokens.upperBound, unsafe kind(ofUncheckedToken: lineEnd) != .lineEnd { lineEnd += 1 }
    return lineEnd + 1 < tokens.upperBound ? nil : textRange(from: tokens.lowerBound, to: lineEnd)
  }

  /// The bytes from the first to the last token of a line that is text.
  private func textRange(from first: Int, to end: Int) -> ByteRange {
    precondition(holds(first..<end), "no such tokens")
    var first = first
    var end = end
    // In the tree: checked above.
    while first < end, isLayout(unsafe kind(ofUncheckedToken: first)) { first += 1 }
    while end > first, unsafe kind(ofUncheckedToken: end - 1) == .space { end -= 1 }
    return ByteRange(start(ofToken: first), start(ofToken: end))
  }

  private func isLayout(_ kind: TokenKind) -> Bool {
    switch kind {
    case .space, .byteOrderMark, .quoteMark: true
    default: false
    }
  }

  /// The text that a run of tokens holds, its lines joined.
  ///
  /// - Parameter separator: What stands between two lines: a line feed in notes, a space in the value of a field.
  public func text(in tokens: Range<Int>, of bytes: Span<UInt8>, joinedBy separator: UInt8) -> [UInt8] {
    var text: [UInt8] = []
    var isFirst = true
    forEachTextLine(in: tokens) { line in
      if !isFirst { text.append(separator) }
      isFirst = false
      for offset in line.start..<line.end { text.append(bytes[offset]) }
    }
    return text
  }

  /// The bytes of the text lines in a run of tokens, from the first to the last; empty where there are none.
  public func textExtent(in tokens: Range<Int>) -> ByteRange {
    var extent: ByteRange?
    forEachTextLine(in: tokens) { line in
      extent = ByteRange(extent?.start ?? line.start, max(extent?.end ?? 0, line.end))
    }
    let start = start(ofToken: tokens.lowerBound)
    return extent ?? ByteRange(start, start)
  }
}
