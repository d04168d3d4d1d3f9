extension Parser {
  /// item = [ indent ] bullet [ checkbox ] [ date [ ":" ] ] [ head ":" ] text
  mutating func parseItem(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    switch bytes[line.lead] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    default: return false
    }
    guard isBlankOrEnd(bytes, at: line.lead + 1, end: line.end) else { return false }
    header = .none
    openItem(line)
    addLead(line)
    tree.append(.bullet, at: line.lead)
    lexItem(bytes, line)
    addTail(line)
    return true
  }

  /// Finds the item's place in the open list, or opens a list.
  private mutating func openItem(_ line: Line) {
    if block != .list || (listHasBlank && line.indent <= listIndent) {
      openBlock(.list, .list)
      listIndent = line.indent
    }
    listHasBlank = false
    var depth = items.count
    while depth > 0, items[depth - 1].indent >= line.indent { depth -= 1 }
    var indent = line.indent
    if depth > Self.maximumDepth {
      pendingFault = .tooDeep
      depth = Self.maximumDepth
      indent = items[depth].indent  // It counts as a sibling of those there.
    }
    closeItems(downTo: depth)
    flushComments()
    items.append(OpenItem(indent: indent, node: tree.open(.item, atToken: tree.tokenCount)))
  }

  private mutating func lexItem(_ bytes: Span<UInt8>, _ line: Line) {
    var offset = lexSpace(bytes, from: line.lead + 1, line)
    var isTask = false
    if isCheckbox(bytes, at: offset, line) {
      isTask = true
      tree.append(.checkbox, at: offset)
      offset = lexSpace(bytes, from: offset + 3, line)
    }
    if let dateEnd = scanItemDate(bytes, at: offset, end: line.contentEnd) {
      tree.append(.date, at: offset)
      offset = dateEnd
      if offset < line.contentEnd, bytes[offset] == UInt8(ascii: ":") {
        tree.append(.colon, at: offset)
        offset += 1
      }
      offset = lexSpace(bytes, from: offset, line)
    }
    if let text = lexHead(bytes, at: offset, end: line.contentEnd, lineStart: line.start, isTask: isTask) {
      offset = text
    }
    lexInline(bytes, from: offset, to: line.contentEnd, lineStart: line.start)
  }

  /// Adds the blanks behind a mark, but not those at the line's end; returns where they end.
  private mutating func lexSpace(_ bytes: Span<UInt8>, from start: Int, _ line: Line) -> Int {
    let end = max(start, min(skipSpace(bytes, from: start, end: line.end), line.contentEnd))
    addSpace(from: start, to: end)
    return end
  }

  /// checkbox = "[ ]" | "[x]" | "[-]", with a blank or the end behind it.
  private func isCheckbox(_ bytes: Span<UInt8>, at offset: Int, _ line: Line) -> Bool {
    guard offset + 3 <= line.contentEnd, bytes[offset] == UInt8(ascii: "["), bytes[offset + 2] == UInt8(ascii: "]")
    else {
      return false
    }
    switch bytes[offset + 1] {
    case Ascii.space, UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "-"): break
    default: return false
    }
    return isBlankOrEnd(bytes, at: offset + 3, end: line.end)
      || directionalMarkLength(bytes, at: offset + 3, end: line.end) > 0
  }
}
