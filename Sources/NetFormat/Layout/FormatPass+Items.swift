import NetModel
import NetSyntax

extension FormatPass {
  /// The first line of an item: indent, bullet, checkbox, date, head, each with one space behind it.
  mutating func formatItem(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    if !keepsIndents { indent(tree, bytes, line, to: 2 * depth) }
    let bullet = tree.range(ofToken: line.lead)
    let end = tree.start(ofToken: line.contentEnd)
    // `* * *` is no item to other programs.
    if isRuler(bytes, from: bullet.start, to: end) { return }
    if bytes[bullet.start] != UInt8(ascii: "-") { edits.replace(bullet, with: "-") }
    var token = space(tree, bytes, behindMark: line.lead + 1, of: line)
    guard token < line.contentEnd else { return }
    if tree.kind(ofToken: token) == .checkbox {
      let mark = tree.start(ofToken: token) + 1
      if bytes[mark] == UInt8(ascii: "X") { edits.replace(ByteRange(mark, mark + 1), with: "x") }
      token = space(tree, bytes, behindMark: token + 1, of: line)
    }
    if token < line.contentEnd, tree.kind(ofToken: token) == .date {
      token = dropColon(tree, at: token + 1, of: line)
      token = space(tree, bytes, behindMark: token, of: line)
    }
    if mayNeedHead(tree, bytes, line, at: token) { formatHead(tree, bytes, line, node) }
  }

  /// Whether a line holds nothing but a bullet, thrice or more.
  private func isRuler(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    guard end - start >= 3, bytes[end - 1] == bytes[start] else { return false }
    var count = 0
    for offset in start..<end {
      if bytes[offset] == bytes[start] { count += 1 } else if bytes[offset] > Ascii.space { return false }
    }
    return count >= 3
  }

  /// Whether what stands at a token may be a head in need of another form. Nearly all items are told here: those whose
  /// head is as it should be, with a label or another word, and those that begin with a word of prose or a mention.
  private func mayNeedHead(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, at first: Int) -> Bool {
    var token = first
    if line.holds(.label, tree, at: token) {
      guard isLowercase(bytes, tree.range(ofToken: token)) else { return true }
      token += 1
      if line.hasOneSpace(tree, bytes, at: token) { token += 1 }
    } else if !line.holds(.mention, tree, at: token) {
      return false
    }
    while line.holds(.mention, tree, at: token) {
      guard isLowercase(bytes, tree.range(ofToken: token)) else { return true }
      token += 1
      if line.holds(.joiner, tree, at: token) {
        let joiner = tree.range(ofToken: token)
        guard joiner.count == 1, bytes[joiner.start] == UInt8(ascii: ","), line.hasOneSpace(tree, bytes, at: token + 1)
        else { return true }
        token += 2
      }
    }
    guard token < line.contentEnd else { return false }
    switch tree.kind(ofToken: token) {
    case .headColon:
      let isTight = tree.kind(ofToken: token - 1) != .space
      return !isTight || (token + 1 < line.contentEnd && !line.hasOneSpace(tree, bytes, at: token + 1))
    case .space, .joiner: return true
    default: return false
    }
  }

  /// A head of which the word is a label, or which has none.
  private mutating func formatHead(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    let parts = tree.itemParts(ofNode: node)
    guard let head = parts.head else { return }
    if let label = parts.label {
      let range = tree.range(ofToken: label)
      guard ItemLabel(bytes, in: range) != nil else { return }
      lowercase(bytes, range)
    }
    formatPeople(
      tree, bytes, parts.label.map { $0 + 1 } ?? head.lowerBound, head.upperBound, hasLabel: parts.label != nil)
    space(tree, bytes, behindMark: head.upperBound + 1, of: line)
  }

  /// The people of a head: `@a, @b`, one space behind the label and none before the colon.
  private mutating func formatPeople(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ start: Int, _ colon: Int, hasLabel: Bool
  ) {
    var token = start
    var isFirst = true
    while token < colon {
      let gap = token
      while token < colon, tree.kind(ofToken: token) != .mention { token += 1 }
      let range = ByteRange(tree.start(ofToken: gap), tree.start(ofToken: token))
      let between: StaticString = token == colon ? "" : isFirst ? (hasLabel ? " " : "") : ", "
      join(bytes, range, by: between)
      if token < colon { lowercase(bytes, tree.range(ofToken: token)) }
      isFirst = false
      token += 1
    }
  }

  /// Puts a joiner in the place of what stands between two people, and keeps directional marks.
  private mutating func join(_ bytes: Span<UInt8>, _ range: ByteRange, by joiner: StaticString) {
    // Nearly all heads are written as they should be.
    if equalsIgnoringCase(bytes, from: range.start, to: range.end, joiner) { return }
    edits.replace(range, with: Array("\(joiner)".utf8) + directionalMarks(bytes, range), in: bytes)
  }

  /// A further line of an item, two deeper than its bullet, or as much more as it is indented more than the others: what
  /// is set in steps, such as a poem or numbered lines, stays so.
  mutating func formatContinuation(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    if keepsIndents || mayBeLostMark(tree, bytes, line) { return }
    let indent = readLine(bytes, at: tree.start(ofToken: line.tokens.lowerBound)).indent
    let least = leastIndent(tree, bytes, ofItem: node)
    self.indent(tree, bytes, line, to: 2 * depth + 2 + max(0, indent - least))
  }

  /// The least indent of the further lines of an item that are indented.
  private mutating func leastIndent(_ tree: borrowing Tree, _ bytes: Span<UInt8>, ofItem node: Int) -> Int {
    if let known = furtherLines, known.node == node { return known.indent }
    let range = tree.range(ofTokens: tree.ownTokens(ofNode: node))
    var line = readLine(bytes, at: range.start)
    var least = Int.max
    while line.next < range.end {
      line = readLine(bytes, at: line.next)
      if !line.isBlank, !line.isInColumnZero { least = min(least, line.indent) }
    }
    furtherLines = (node, least)
    return least
  }

  /// Whether a line in column 0 may be a heading, an item, a task or a field gone wrong, of which the indent is a part, or
  /// is a numbered line or one of a table, which other programs do not take for a part of the item.
  private func mayBeLostMark(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) -> Bool {
    let start = tree.start(ofToken: line.lead)
    let lineStart = tree.start(ofToken: line.tokens.lowerBound)
    guard !holdsBlank(bytes, from: lineStart, to: start) else { return false }
    let end = tree.start(ofToken: line.contentEnd)
    if let colon = scanKey(bytes, at: start, end: end), colon < end, bytes[colon] == UInt8(ascii: ":"),
      isBlankOrEnd(bytes, at: colon + 1, end: end), FieldKey(bytes.extracting(start..<colon)) != nil
    {
      return true
    }
    if bytes[start].isAsciiDigit {
      var behind = start
      while behind < bytes.count, bytes[behind].isAsciiDigit { behind += 1 }
      return behind < end && (bytes[behind] == UInt8(ascii: ".") || bytes[behind] == UInt8(ascii: ")"))
        && isBlankOrEnd(bytes, at: behind + 1, end: end)
    }
    return lineMarks.contains(decodeScalar(bytes, at: start, end: bytes.count).scalar)
  }
}

/// What headings, items, checkboxes and tables begin with, and what people type or paste in its place.
private let lineMarks: Set<Unicode.Scalar> = [
  "#", "＃", "-", "–", "—", "−", "－", "*", "＊", "+", "＋", "•", "‣", "◦", "▪", "●", "・", "·", "○", "■", "□", "➢", "➤",
  "►", "→", "☐", "☑", "☒", "✓", "✔", "✗", "✘", "[", "|", "=", "~",
]
