extension Parser {
  /// Adds the tokens before a line's first mark.
  @inline(__always)
  mutating func addLead(_ line: Line) {
    // Nearly all lines start with their mark, and nothing was noticed on them.
    if line.start == line.lead, line.lead < line.contentEnd, pendingFault == nil {
      hasContent = true
    } else {
      addUncommonLead(line)
    }
  }

  @inline(never)
  private mutating func addUncommonLead(_ line: Line) {
    if line.start < line.indentStart {
      if hasContent, line.start > 0 { addFault(.misplacedByteOrderMark) }
      tree.append(.byteOrderMark, at: line.start)
    }
    addSpace(from: line.indentStart, to: line.lead)
    if let kind = pendingFault {
      addFault(kind)
      pendingFault = nil
    }
    hasContent = hasContent || !line.isBlank
  }

  /// Adds the tokens behind a line's text, and marks the line as content.
  @inline(__always)
  mutating func addTail(_ line: Line) {
    addSpace(from: line.contentEnd, to: line.end)
    addLineEnd(line)
    contentTokenEnd = tree.tokenCount
  }

  @inline(__always)
  mutating func addLineEnd(_ line: Line) {
    if line.end < line.next { tree.append(.lineEnd, at: line.end) }
  }

  /// Notes a fault at the token that is added next.
  mutating func addFault(_ kind: Fault.Kind) {
    tree.faults.append(Fault(kind: kind, token: tree.tokenCount))
  }

  // MARK: Opening and closing

  /// Closes the paragraph, quote, list or field that is open.
  mutating func closeBlock() {
    switch block {
    case .none: return
    case .field, .paragraph, .quote: tree.close(blockNode, atToken: contentTokenEnd)
    case .list:
      closeItems(downTo: 0)
      tree.close(blockNode, atToken: contentTokenEnd)
    }
    block = .none
  }

  /// Closes the open items from a depth on.
  mutating func closeItems(downTo depth: Int) {
    while items.count > depth {
      tree.close(items[items.count - 1].node, atToken: contentTokenEnd)
      items.truncate(to: items.count - 1)
    }
  }

  /// Closes the preamble or record that is open.
  mutating func closeSection() {
    if let section { tree.close(section, atToken: contentTokenEnd) }
    section = nil
  }

  /// Makes sure that a preamble or a record is open at a token.
  mutating func openSectionIfNeeded(atToken token: Int) {
    if section == nil { section = tree.open(.preamble, atToken: token) }
  }

  /// Opens a block at the line that comes: closes what was open, gives the comments above their nodes.
  mutating func openBlock(_ newBlock: Block, _ kind: NodeKind) {
    closeBlock()
    flushComments()
    openSectionIfNeeded(atToken: tree.tokenCount)
    blockNode = tree.open(kind, atToken: tree.tokenCount)
    block = newBlock
  }

  /// Gives the comments directly above their nodes, below what is open.
  mutating func flushComments() {
    guard let start = pendingComments else { return }
    openSectionIfNeeded(atToken: start)
    addCommentNodes(from: start)
    pendingComments = nil
    contentTokenEnd = tree.tokenCount
  }

  /// One node for each comment line from a token on.
  mutating func addCommentNodes(from start: Int) {
    var first = start
    var token = start
    while token < tree.tokenCount {
      let isLast = tree.kind(ofToken: token) == .lineEnd
      token += 1
      if isLast {
        tree.addLeaf(.comment, from: first, to: token)
        first = token
      }
    }
    if first < token { tree.addLeaf(.comment, from: first, to: token) }
  }

  // MARK: Blank lines, comments, separators, quotes, text

  mutating func parseBlank(_ bytes: Span<UInt8>, _ line: Line) {
    switch block {
    case .list: listHasBlank = true
    case .field, .paragraph, .quote: closeBlock()
    case .none: break
    }
    flushComments()
    switch header {
    case .heading: header = .heading(blankSeen: true)
    case .fields: header = .none
    case .none: break
    }
    if line.start < line.end {
      addLead(line)
      addSpace(from: line.lead, to: line.end)
    }
    addLineEnd(line)
  }

  mutating func parseComment(_ bytes: Span<UInt8>, _ line: Line) {
    if pendingComments == nil { pendingComments = tree.tokenCount }
    addLead(line)
    tree.append(.comment, at: line.lead)
    addLineEnd(line)
  }

  /// separator = "---" { "-" }, and only blanks behind it.
  mutating func parseSeparator(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    guard line.contentEnd - line.lead >= 3, bytes[line.lead + 1] == UInt8(ascii: "-") else { return false }
    for offset in line.lead..<line.contentEnd where bytes[offset] != UInt8(ascii: "-") { return false }
    header = .none
    openBlock(.none, .separator)
    let node = blockNode
    addLead(line)
    tree.append(.separator, at: line.lead)
    addTail(line)
    tree.close(node, atToken: contentTokenEnd)
    return true
  }

  mutating func parseQuote(_ bytes: Span<UInt8>, _ line: Line) {
    header = .none
    if block == .quote { flushComments() } else { openBlock(.quote, .quote) }
    addLead(line)
    tree.append(.quoteMark, at: line.lead)
    let blank = blankLength(bytes, at: line.lead + 1, end: line.contentEnd)
    let text = min(line.lead + 1 + blank, line.contentEnd)
    addSpace(from: line.lead + 1, to: text)
    lexInline(bytes, from: text, to: line.contentEnd, lineStart: line.start)
    addTail(line)
  }

  /// Any other line: a continuation of the item directly above, or text.
  mutating func parseText(_ bytes: Span<UInt8>, _ line: Line) {
    header = .none
    let continues = block == .paragraph || (block == .list && !listHasBlank)
    if continues { flushComments() } else { openBlock(.paragraph, .paragraph) }
    addLead(line)
    lexInline(bytes, from: line.lead, to: line.contentEnd, lineStart: line.start)
    addTail(line)
  }
}
