import NetModel
import NetSyntax

extension FormatPass {
  /// The first line of an item: indent, bullet, checkbox, date, head, each with one space behind it.
  mutating func formatItem(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    if !keepsIndents { indent(tree, bytes, line, to: 2 * depth) }
    let bullet = tree.range(ofToken: line.lead)
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
      space(tree, bytes, behindMark: token, of: line)
    }
    formatHead(tree, bytes, line, node)
  }

  /// A head of which the word is a label, or which has none.
  private mutating func formatHead(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    let parts = tree.itemParts(ofNode: node)
    guard let head = parts.head else { return }
    if let label = parts.label {
      let range = tree.range(ofToken: label)
      guard ItemLabel(bytes.extracting(range.start..<range.end)) != nil else { return }
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

  /// A further line of an item, two deeper than its bullet.
  mutating func formatContinuation(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) {
    if keepsIndents || mayBeLostMark(tree, bytes, line) { return }
    indent(tree, bytes, line, to: 2 * depth + 2)
  }

  /// Whether a line in column 0 may be a heading, an item or a task gone wrong, of which the indent is a part.
  private func mayBeLostMark(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) -> Bool {
    let start = tree.start(ofToken: line.lead)
    let lineStart = tree.start(ofToken: line.tokens.lowerBound)
    guard !holdsBlank(bytes, from: lineStart, to: start) else { return false }
    return lineMarks.contains(decodeScalar(bytes, at: start, end: bytes.count).scalar)
  }
}

/// What headings, items and checkboxes begin with, and what people type in its place.
private let lineMarks: Set<Unicode.Scalar> = [
  "#", "＃", "-", "–", "—", "−", "－", "*", "＊", "+", "＋", "•", "‣", "◦", "▪", "●", "・", "[",
]
