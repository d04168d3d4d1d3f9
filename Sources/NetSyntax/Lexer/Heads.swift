extension Parser {
  /// head = label { people } | people, then a colon with a blank or the line's end behind it.
  ///
  /// Any word of ASCII letters may stand in the label's place; only mentions may where the item is a task. Nothing is added to the tree
  /// when what stands before the colon does not match all through.
  ///
  /// - Returns: Where the text behind the head starts, or nil if there is no head.
  mutating func lexHead(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int, isTask: Bool) -> Int? {
    let tokenCount = tree.tokenCount
    var offset = start
    var mayBePerson = true
    if !isTask, let wordEnd = scanLabel(bytes, at: start, end: end) {
      tree.append(.label, at: start)
      offset = skipSpace(bytes, from: wordEnd, end: end)
      mayBePerson = offset > wordEnd
      addSpace(from: wordEnd, to: offset)
    }
    var endsInJoiner = false
    while mayBePerson, offset < end, bytes[offset] == UInt8(ascii: "@"),
      let mentionEnd = scanMention(bytes, at: offset, start: lineStart, end: end)
    {
      tree.append(.mention, at: offset)
      (offset, endsInJoiner) = lexJoiners(bytes, from: mentionEnd, end: end)
      mayBePerson = offset > mentionEnd
    }
    guard offset > start, offset < end, bytes[offset] == UInt8(ascii: ":"),
      isBlankOrEnd(bytes, at: offset + 1, end: end), !endsInJoiner  // `@a, : text` is no head.
    else {
      tree.truncateTokens(to: tokenCount)
      return nil
    }
    tree.append(.headColon, at: offset)
    let text = skipSpace(bytes, from: offset + 1, end: end)
    addSpace(from: offset + 1, to: text)
    return text
  }

  /// separator { separator }: blanks, commas, "&", or "+" with a blank before it.
  ///
  /// - Returns: Where they end, and whether one of them is more than blanks.
  private mutating func lexJoiners(
    _ bytes: Span<UInt8>, from start: Int, end: Int
  ) -> (end: Int, hasJoiner: Bool) {
    var offset = start
    var hasJoiner = false
    while offset < end {
      let behindSpace = skipSpace(bytes, from: offset, end: end)
      addSpace(from: offset, to: behindSpace)
      let length = joinerLength(bytes, at: behindSpace, hasBlank: behindSpace > offset, end: end)
      if length > 0 {
        tree.append(.joiner, at: behindSpace)
        hasJoiner = true
      }
      if behindSpace + length == offset { break }
      offset = behindSpace + length
    }
    return (offset, hasJoiner)
  }

  private func joinerLength(_ bytes: Span<UInt8>, at offset: Int, hasBlank: Bool, end: Int) -> Int {
    guard offset < end else { return 0 }
    switch bytes[offset] {
    case UInt8(ascii: "&"): return 1
    case UInt8(ascii: "+"): return hasBlank ? 1 : 0
    default: return commaLength(bytes, at: offset, end: end)
    }
  }

  /// Adds a token for blanks, if there are any.
  @inline(__always)
  mutating func addSpace(from start: Int, to end: Int) {
    if start < end { tree.append(.space, at: start) }
  }
}

/// A word that may be a head's label: ASCII letters, and behind them what can go on in a head. Most items start with a
/// word of prose, which is seen here for what it is before anything is added to the tree.
private func scanLabel(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  precondition(start >= 0 && end <= bytes.count, "a label is sought in the text")
  var offset = start
  // In bounds: checked above.
  while offset < end, unsafe bytes[unchecked: offset].isAsciiLetter { offset &+= 1 }
  guard offset > start else { return nil }
  let next = skipSpace(bytes, from: offset, end: end)
  guard next < end, bytes[next] == UInt8(ascii: ":") || bytes[next] == UInt8(ascii: "@") else { return nil }
  return offset
}

/// The length of the comma at an offset, or 0: `,`, `،` (U+060C) or `、` (U+3001).
package func commaLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  guard offset < end else { return 0 }
  switch bytes[offset] {
  case UInt8(ascii: ","): return 1
  case 0xD8: return offset + 1 < end && bytes[offset + 1] == 0x8C ? 2 : 0
  case 0xE3:
    return offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x81 ? 3 : 0
  default: return 0
  }
}
