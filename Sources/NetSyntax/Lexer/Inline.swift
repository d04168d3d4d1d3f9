extension Parser {
  /// Lexes running text: mentions, tags, addresses, links, code spans and escapes; everything else is text.
  ///
  /// Spans never cross a line, and the leftmost one wins. Nothing else is recognised inside addresses and code.
  ///
  /// - Parameters:
  ///   - start: Where the text starts.
  ///   - end: Where it ends, its trailing blanks left out.
  ///   - lineStart: Where the line starts, for what is asked of the character before a mark.
  mutating func lexInline(_ bytes: Span<UInt8>, from start: Int, to end: Int, lineStart: Int) {
    var text = InlineText(start: start, end: end, lineStart: lineStart)
    codeSpans.reset()
    var offset = findInlineMark(bytes, from: start, to: end)
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "@"): offset = lexMention(bytes, at: offset, &text)
      case UInt8(ascii: "#"): offset = lexTag(bytes, at: offset, &text)
      case UInt8(ascii: ":"): offset = lexColon(bytes, at: offset, &text)
      case UInt8(ascii: "<"): offset = lexBracketedAddress(bytes, at: offset, &text)
      case UInt8(ascii: "["): offset = lexOpeningBracket(bytes, at: offset, &text)
      case UInt8(ascii: "]"): offset = lexClosingBracket(bytes, at: offset, &text)
      case UInt8(ascii: "`"): offset = lexBackticks(bytes, at: offset, &text)
      case UInt8(ascii: "\\"): offset = lexBackslash(bytes, at: offset, &text)
      default: offset += 1
      }
      offset = findInlineMark(bytes, from: offset, to: end)
    }
    flush(&text, to: end)
  }

  /// Adds a token in the text, and returns where lexing goes on: behind it.
  @inline(__always)
  private mutating func add(_ kind: TokenKind, from start: Int, to end: Int, _ text: inout InlineText) -> Int {
    flush(&text, to: start)
    tree.append(kind, at: start)
    text.start = end
    return end
  }

  @inline(__always)
  private mutating func flush(_ text: inout InlineText, to end: Int) {
    if text.start < end { tree.append(.text, at: text.start) }
    text.start = end
  }

  private mutating func lexMention(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    guard let end = scanMention(bytes, at: offset, start: text.lineStart, end: text.end) else { return offset + 1 }
    return add(.mention, from: offset, to: end, &text)
  }

  private mutating func lexTag(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    guard let end = scanTag(bytes, at: offset, start: text.lineStart, end: text.end) else { return offset + 1 }
    return add(.tag, from: offset, to: end, &text)
  }

  /// A colon: of an address, or of `due:` and `done:`.
  private mutating func lexColon(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    let next = offset + 1
    guard next < text.end, offset > text.start else { return next }
    // No scheme ends in this letter and has a digit behind its colon.
    if bytes[offset - 1] | 0x20 == UInt8(ascii: "e"), bytes[next].isAsciiDigit {
      return lexTaskDate(bytes, at: offset, &text)
    }
    if let start = schemeStart(
      bytes, colon: offset, start: text.start, lineStart: text.lineStart, end: text.end)
    {
      let body = bytes[next] == UInt8(ascii: "/") ? offset + 3 : next
      let end = addressEnd(bytes, from: body, end: text.end)
      if end > body { return add(.address, from: start, to: end, &text) }
    }
    return next
  }

  /// The colon of `due:` or `done:`.
  private mutating func lexTaskDate(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    let isDone = offset - text.start >= 4 && bytes[offset - 2] | 0x20 == UInt8(ascii: "n")
    let start = offset - (isDone ? 4 : 3)
    guard start >= text.start, equalsIgnoringCase(bytes, from: start, to: offset, isDone ? "done" : "due"),
      !isHandleCharacter(bytes, before: start, start: text.lineStart),
      let end = scanTaskDate(bytes, at: offset + 1, end: text.end)
    else { return offset + 1 }
    return add(isDone ? .done : .due, from: start, to: end, &text)
  }

  private mutating func lexBracketedAddress(
    _ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText
  ) -> Int {
    guard let end = scanBracketedAddress(bytes, at: offset, end: text.end) else { return offset + 1 }
    return add(.bracketedAddress, from: offset, to: end, &text)
  }

  /// A `[` is a token of its own, since the text behind it may turn out to be a link's.
  private mutating func lexOpeningBracket(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    if offset > 0, bytes[offset - 1] == UInt8(ascii: "[") { tree.mayHoldWikiLinks = true }
    let next = add(.text, from: offset, to: offset + 1, &text)
    text.bracket = tree.tokenCount - 1
    return next
  }

  private mutating func lexClosingBracket(
    _ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText
  ) -> Int {
    guard let bracket = text.bracket else { return offset + 1 }
    text.bracket = nil
    guard offset + 1 < text.end, bytes[offset + 1] == UInt8(ascii: "("),
      let close = scanLinkAddress(bytes, at: offset + 2, end: text.end)
    else { return offset + 1 }
    tree.tokenKinds[bracket] = .linkOpen
    _ = add(.linkMiddle, from: offset, to: offset + 2, &text)
    _ = add(.linkAddress, from: offset + 2, to: close, &text)
    return add(.linkClose, from: close, to: close + 1, &text)
  }

  private mutating func lexBackticks(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    let length = CodeSpanIndex.runLength(bytes, at: offset, end: text.end)
    let behind = offset + length
    guard let end = codeSpans.closer(bytes, ofLength: length, from: behind, end: text.end) else { return behind }
    return add(.codeSpan, from: offset, to: end, &text)
  }

  private mutating func lexBackslash(_ bytes: Span<UInt8>, at offset: Int, _ text: inout InlineText) -> Int {
    guard offset + 1 < text.end, bytes[offset + 1].isAsciiPunctuation else { return offset + 1 }
    return add(.escape, from: offset, to: offset + 2, &text)
  }
}

/// Where the lexer stands in running text.
struct InlineText {
  /// Where the text that is no token yet starts.
  var start: Int
  let end: Int
  let lineStart: Int
  /// The token of the last `[` that no `]` has closed.
  var bracket: Int?
}
