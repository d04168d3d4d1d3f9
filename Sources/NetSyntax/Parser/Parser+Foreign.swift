extension Parser {
  /// Whether the file is a Pajek network: its first line with content is `*Vertices` and a number, or `*Network`, alone
  /// or with a name behind it.
  func isPajek(_ bytes: Span<UInt8>) -> Bool {
    var offset = 0
    while offset < bytes.count {
      let line = readLine(bytes, at: offset)
      if !line.isBlank { return isPajekHeader(bytes, line) }
      offset = line.next
    }
    return false
  }

  private func isPajekHeader(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    guard bytes[line.lead] == UInt8(ascii: "*"), let wordEnd = scanWord(bytes, at: line.lead + 1, end: line.contentEnd)
    else {
      return false
    }
    let rest = skipSpace(bytes, from: wordEnd, end: line.contentEnd)
    if equalsIgnoringCase(bytes, from: line.lead + 1, to: wordEnd, "vertices") {
      return rest > wordEnd && rest < line.contentEnd && bytes[rest].isAsciiDigit
    }
    guard equalsIgnoringCase(bytes, from: line.lead + 1, to: wordEnd, "network") else { return false }
    // `*Network thinking* is …` is prose with a word set off.
    for offset in rest..<line.contentEnd where bytes[offset] == UInt8(ascii: "*") { return false }
    return rest == line.contentEnd || rest > wordEnd
  }

  /// One token for each line, and a node for them all.
  mutating func addForeignLines(_ bytes: Span<UInt8>) {
    addFault(.pajekFile)
    let node = tree.open(.foreign, atToken: 0)
    var offset = 0
    while offset < bytes.count {
      let next = min(findLineFeed(bytes, from: offset) + 1, bytes.count)
      tree.append(.foreign, at: offset)
      offset = next
    }
    tree.close(node, atToken: tree.tokenCount)
  }

  /// Where YAML front matter ends, in bytes; 0 where there is none.
  ///
  /// Its first line is `---`, its second looks like `word:`, and a `---` closes it. The lines are parsed like any others.
  mutating func findFrontMatterEnd(_ bytes: Span<UInt8>) -> Int {
    guard bytes.count > 0 else { return 0 }
    let first = readLine(bytes, at: 0)
    guard isFrontMatterMark(bytes, first), first.next < bytes.count else { return 0 }
    var line = readLine(bytes, at: first.next)
    guard let keyEnd = scanKey(bytes, at: line.lead, end: line.contentEnd), keyEnd < line.contentEnd,
      bytes[keyEnd] == UInt8(ascii: ":"), isBlankOrEnd(bytes, at: keyEnd + 1, end: line.end)
    else { return 0 }
    while line.next < bytes.count {
      line = readLine(bytes, at: line.next)
      if isFrontMatterMark(bytes, line) {
        addFault(.frontMatter)
        return line.next
      }
    }
    return 0
  }

  private func isFrontMatterMark(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    guard line.isInColumnZero, line.contentEnd - line.lead == 3 else { return false }
    return (line.lead..<line.contentEnd).allSatisfy { bytes[$0] == UInt8(ascii: "-") }
  }
}
