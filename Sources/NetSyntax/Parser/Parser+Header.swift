extension Parser {
  /// A line of hashes: a record heading, a section heading, or neither.
  ///
  /// ```
  /// record  = "#" blank something
  /// section = "##" to "######", a blank or the end
  /// ```
  mutating func parseHeading(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    var behind = line.lead
    while behind < line.contentEnd, bytes[behind] == UInt8(ascii: "#") { behind += 1 }
    let level = behind - line.lead
    let text = skipSpace(bytes, from: behind, end: line.end)
    guard level <= 6, text >= line.end || holdsBlank(bytes, from: behind, to: text) else { return false }
    if level > 1 {
      parseSectionHeading(bytes, line, markEnd: behind)
      return true
    }
    guard text < line.contentEnd else {
      pendingFault = .emptyHeading  // And it is read as one of the kinds that follow.
      return false
    }
    parseRecordHeading(bytes, line, text: text)
    return true
  }

  private mutating func parseSectionHeading(_ bytes: Span<UInt8>, _ line: Line, markEnd: Int) {
    header = .none
    openBlock(.none, .section)
    let node = blockNode
    addLead(line)
    tree.append(.sectionMark, at: line.lead)
    let text = min(skipSpace(bytes, from: markEnd, end: line.end), line.contentEnd)
    addSpace(from: markEnd, to: text)
    lexInline(bytes, from: text, to: line.contentEnd, lineStart: line.start)
    addTail(line)
    tree.close(node, atToken: contentTokenEnd)
  }

  private mutating func parseRecordHeading(_ bytes: Span<UInt8>, _ line: Line, text: Int) {
    closeBlock()
    closeSection()
    let comments = pendingComments
    section = tree.open(.record, atToken: comments ?? tree.tokenCount)
    if let comments { addCommentNodes(from: comments) }
    pendingComments = nil
    let isMeeting = decodeScalar(bytes, at: text, end: line.contentEnd).scalar.isDigit
    let node = tree.open(isMeeting ? .meetingHeading : .heading, atToken: tree.tokenCount)
    addLead(line)
    tree.append(.recordMark, at: line.lead)
    addSpace(from: line.lead + 1, to: text)
    let rest = isMeeting ? lexWhen(bytes, from: text, line) : lexEscapedDigit(bytes, at: text, line)
    lexInline(bytes, from: rest, to: line.contentEnd, lineStart: line.start)
    addTail(line)
    tree.close(node, atToken: contentTokenEnd)
    header = .heading(blankSeen: false)
  }

  /// DATE [ ":" ] [ TIME [ "-" TIME ] [ ":" ] ] at the start of a meeting's heading; where its title starts.
  private mutating func lexWhen(_ bytes: Span<UInt8>, from start: Int, _ line: Line) -> Int {
    guard let dateEnd = scanHeadingDate(bytes, at: start, end: line.contentEnd) else { return start }
    tree.append(.date, at: start)
    let time = lexColonAndSpace(bytes, from: dateEnd, line)
    guard let timeEnd = scanHeadingTime(bytes, at: time, end: line.contentEnd) else { return time }
    tree.append(.time, at: time)
    return lexColonAndSpace(bytes, from: timeEnd, line)
  }

  private mutating func lexColonAndSpace(_ bytes: Span<UInt8>, from start: Int, _ line: Line) -> Int {
    var offset = start
    if offset < line.contentEnd, bytes[offset] == UInt8(ascii: ":") {
      tree.append(.colon, at: offset)
      offset += 1
    }
    let behind = min(skipSpace(bytes, from: offset, end: line.end), line.contentEnd)
    addSpace(from: offset, to: behind)
    return max(behind, offset)
  }

  /// `\5` at the start of a heading: the backslash keeps a name that starts with a digit from being a date.
  private mutating func lexEscapedDigit(_ bytes: Span<UInt8>, at start: Int, _ line: Line) -> Int {
    guard bytes[start] == UInt8(ascii: "\\"), start + 1 < line.contentEnd else { return start }
    let next = decodeScalar(bytes, at: start + 1, end: line.contentEnd)
    guard next.scalar.isDigit else { return start }
    tree.append(.escape, at: start)
    return start + 1 + next.length
  }

  /// A field or the continuation of one, if the line stands in a header and is either.
  ///
  /// ```
  /// field        = key ":" blank value      in column 0
  /// continuation = blank { blank } text     below a field or its continuation
  /// ```
  mutating func parseHeaderLine(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    switch header {
    case .none: return false
    case .fields:
      if !line.isInColumnZero {
        guard block == .field else { return false }
        flushComments()
        addLead(line)
        lexInline(bytes, from: line.lead, to: line.contentEnd, lineStart: line.start)
        addTail(line)
        return true
      }
      return parseField(bytes, line, mustBeKnown: false)
    case .heading(let blankSeen):
      guard line.isInColumnZero else { return false }
      return parseField(bytes, line, mustBeKnown: blankSeen)
    }
  }

  private mutating func parseField(_ bytes: Span<UInt8>, _ line: Line, mustBeKnown: Bool) -> Bool {
    guard let keyEnd = scanKey(bytes, at: line.lead, end: line.contentEnd), keyEnd < line.contentEnd,
      bytes[keyEnd] == UInt8(ascii: ":"), isBlankOrEnd(bytes, at: keyEnd + 1, end: line.end)
    else { return false }
    if mustBeKnown, !isKnownKey(bytes, from: line.lead, to: keyEnd) {
      pendingFault = .fieldAfterBlank
      return false
    }
    openBlock(.field, .field)
    addLead(line)
    tree.append(.key, at: line.lead)
    let value = lexColonAndSpace(bytes, from: keyEnd, line)
    lexInline(bytes, from: value, to: line.contentEnd, lineStart: line.start)
    addTail(line)
    header = .fields
    return true
  }
}
