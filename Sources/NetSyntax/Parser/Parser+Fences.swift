extension Parser {
  /// A code fence, from its opener to its closer; the start of the line behind it, or nil if it has no closer.
  ///
  /// ```
  /// opener = [ indent ] "```" { "`" } [ text without a backtick ]
  /// closer = [ indent ] at least as many backticks
  /// ```
  mutating func parseFence(_ bytes: Span<UInt8>, _ line: Line, length: Int) -> Int? {
    let markEnd = line.lead + length
    for offset in markEnd..<line.contentEnd where bytes[offset] == UInt8(ascii: "`") { return nil }
    guard let closer = fences.closer(bytes, ofLength: length, from: line.next) else {
      pendingFault = .unclosedFence
      return nil
    }
    header = .none
    openBlock(.none, .fence)
    let node = blockNode
    addLead(line)
    tree.append(.fenceMark, at: line.lead)
    let info = min(skipSpace(bytes, from: markEnd, end: line.end), line.contentEnd)
    addSpace(from: markEnd, to: info)
    if info < line.contentEnd { tree.append(.fenceInfo, at: info) }
    addTail(line)
    var offset = line.next
    while offset < closer { offset = addCodeLine(bytes, at: offset) }
    let last = readLine(bytes, at: offset)
    if last.start < last.indentStart { addFault(.misplacedByteOrderMark) }
    addSpace(from: last.start, to: last.lead)
    tree.append(.fenceMark, at: last.lead)
    addTail(last)
    tree.close(node, atToken: contentTokenEnd)
    return last.next
  }

  private mutating func addCodeLine(_ bytes: Span<UInt8>, at start: Int) -> Int {
    let line = readLine(bytes, at: start)
    if line.start < line.indentStart { addFault(.misplacedByteOrderMark) }
    if readsAsRecordHeading(bytes, line) { addFault(.headingInFence) }
    if line.start < line.end { tree.append(.code, at: line.start) }
    addLineEnd(line)
    return line.next
  }

  /// Whether a line of code is a heading that a fence has swallowed: it ends with a handle, or with one and
  /// tags behind it, or starts with a date. Any other `# …` is a comment in many languages.
  private func readsAsRecordHeading(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    guard line.isInColumnZero, line.lead + 1 < line.contentEnd, bytes[line.lead] == UInt8(ascii: "#"),
      blankLength(bytes, at: line.lead + 1, end: line.contentEnd) > 0
    else { return false }
    let text = skipSpace(bytes, from: line.lead + 1, end: line.contentEnd)
    guard text < line.contentEnd else { return false }
    if scanItemDate(bytes, at: text, end: line.contentEnd) != nil { return true }
    var end = line.contentEnd
    while end > text {
      var word = end
      while word > text, blankLength(bytes, before: word, start: text) == 0 { word -= 1 }
      let wordEnd = end
      end = trimBlanks(bytes, from: text, to: word)
      if bytes[word] == UInt8(ascii: "#"),
        scanTag(bytes, at: word, start: line.start, end: wordEnd) == wordEnd
      {
        continue
      }
      return word > text && bytes[word] == UInt8(ascii: "@")
        && scanMention(bytes, at: word, start: line.start, end: wordEnd) == wordEnd
    }
    return false
  }
}
