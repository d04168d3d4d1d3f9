import NetModel
import NetSyntax

extension FormatPass {
  // MARK: Both ends of a line

  @inline(__always)
  mutating func removeByteOrderMark(_ tree: borrowing Tree, _ line: TokenLine) {
    let first = line.tokens.lowerBound
    if first < line.lead, tree.kind(ofToken: first) == .byteOrderMark { edits.remove(tree.range(ofToken: first)) }
  }

  /// Ends a line in a line feed, and takes the blanks before it away.
  mutating func endLine(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, keepingBlanks: Bool) {
    let end = tree.start(ofToken: line.tokens.upperBound)
    var start = line.contentEnd
    if keepingBlanks {
      let last = line.tokens.upperBound - 1
      start = tree.kind(ofToken: last) == .lineEnd ? last : line.tokens.upperBound
    }
    endLine(bytes, ByteRange(tree.start(ofToken: start), end))
  }

  /// Puts a line feed in the place of a line's end.
  mutating func endLine(_ bytes: Span<UInt8>, _ range: ByteRange) {
    if range.count == 1, bytes[range.start] == Ascii.lineFeed { return }
    edits.replace(range, with: [Ascii.lineFeed], in: bytes)
  }

  /// Gives a line an indent of so many blanks.
  mutating func indent(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, to width: Int) {
    if width == 0, line.lead == line.tokens.lowerBound { return }
    var start = tree.start(ofToken: line.tokens.lowerBound)
    if tree.kind(ofToken: line.tokens.lowerBound) == .byteOrderMark {
      start = tree.start(ofToken: line.tokens.lowerBound + 1)
    }
    let old = ByteRange(start, tree.start(ofToken: line.lead))
    var isPlain = old.count == width
    for offset in old.start..<old.end where bytes[offset] != Ascii.space { isPlain = false }
    if isPlain { return }
    edits.replace(
      old, with: [UInt8](repeating: Ascii.space, count: width) + directionalMarks(bytes, old), in: bytes)
  }

  // MARK: Between the parts of a line

  /// Puts one space behind a mark if something follows on the line; directional marks stay.
  ///
  /// - Parameter token: The first token behind the mark, which may be blanks.
  /// - Returns: The first token behind the blanks.
  @discardableResult
  mutating func space(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, behindMark token: Int, of line: TokenLine
  ) -> Int {
    guard token < line.contentEnd else { return token }
    if line.hasOneSpace(tree, bytes, at: token) { return token + 1 }
    guard tree.kind(ofToken: token) == .space else {
      edits.insert(" ", at: tree.start(ofToken: token))
      return token
    }
    space(bytes, tree.range(ofToken: token))
    return token + 1
  }

  /// Makes one space of some blanks, and keeps the directional marks among them.
  mutating func space(_ bytes: Span<UInt8>, _ range: ByteRange) {
    if range.count == 1, bytes[range.start] == Ascii.space { return }
    var spaces = 0
    var others = 0
    var offset = range.start
    while offset < range.end {
      let length = blankLength(bytes, at: offset, end: range.end)
      if length > 0 { if bytes[offset] == Ascii.space { spaces += 1 } else { others += 1 } }
      offset += max(1, length)
    }
    if spaces == 1, others == 0 { return }
    edits.replace(range, with: [Ascii.space] + directionalMarks(bytes, range), in: bytes)
  }

  /// Puts a handle or tag in lower case.
  mutating func lowercase(_ bytes: Span<UInt8>, _ range: ByteRange) {
    if isLowercase(bytes, range) { return }
    var lower: [UInt8] = []
    appendLowercasedWithJoiners(bytes.extracting(range.start..<range.end), to: &lower)
    edits.replace(range, with: lower, in: bytes)
  }

  // MARK: Headings, sections, quotes, fences

  mutating func formatHeading(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, _ node: Int) {
    space(tree, bytes, behindMark: line.lead + 1, of: line)
    // A page's title is running text.
    if record.kind == .page { return }
    let parts = tree.headingParts(ofNode: node, in: bytes)
    var token = parts.name.upperBound
    let end = parts.title.upperBound
    guard token < end else { return }
    if !parts.name.isEmpty {
      let last = tree.range(ofToken: token - 1)
      let blanks = ByteRange(trimBlanks(bytes, from: last.start, to: last.end), last.end)
      if !blanks.isEmpty { space(bytes, blanks) }
    }
    var isBehindMark = false
    while token < end {
      let range = tree.range(ofToken: token)
      if tree.kind(ofToken: token) == .text {
        space(bytes, range)
        isBehindMark = false
      } else {
        if isBehindMark { edits.insert(" ", at: range.start) }
        lowercase(bytes, range)
        isBehindMark = true
      }
      token += 1
    }
  }

  /// `# DATE [TIME[-TIME]] Title`. Where the date is none, all of the heading is a title.
  mutating func formatMeetingHeading(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) {
    let date = space(tree, bytes, behindMark: line.lead + 1, of: line)
    guard date < line.contentEnd, tree.kind(ofToken: date) == .date else { return }
    if isPlain(tree, bytes, line, date: date) { return }
    let range = tree.range(ofToken: date)
    guard DateExpression(bytes.extracting(range.start..<range.end)) != nil else { return }
    var token = dropColon(tree, at: date + 1, of: line)
    token = space(tree, bytes, behindMark: token, of: line)
    guard token < line.contentEnd, tree.kind(ofToken: token) == .time else { return }
    let timeRange = tree.range(ofToken: token)
    guard let time = TimeRange(bytes.extracting(timeRange.start..<timeRange.end)) else { return }
    if timeRange.count != 5, timeRange.count != 11 { edits.replace(timeRange, with: Array(time.text.utf8), in: bytes) }
    token = dropColon(tree, at: token + 1, of: line)
    space(tree, bytes, behindMark: token, of: line)
  }

  /// Whether a meeting's heading is written as it should be, be its date one or not: with one space behind the date and
  /// the time, and two digits for each number of the time.
  private func isPlain(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, date: Int) -> Bool {
    if date + 1 == line.contentEnd { return true }
    guard line.hasOneSpace(tree, bytes, at: date + 1) else { return false }
    let time = date + 2
    guard time < line.contentEnd, tree.kind(ofToken: time) == .time else { return true }
    let length = tree.range(ofToken: time).count
    guard length == 5 || length == 11 else { return false }
    return time + 1 == line.contentEnd || line.hasOneSpace(tree, bytes, at: time + 1)
  }

  /// Takes a colon directly behind a leading date or time away; the first token behind it.
  mutating func dropColon(_ tree: borrowing Tree, at token: Int, of line: TokenLine) -> Int {
    guard token < line.contentEnd, tree.kind(ofToken: token) == .colon else { return token }
    edits.remove(tree.range(ofToken: token))
    return token + 1
  }

  mutating func formatSection(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) {
    space(tree, bytes, behindMark: line.lead + 1, of: line)
  }

  /// One blank behind `>` is not part of the text; all others are. What is quoted twice may stay `>>`, as in letters.
  mutating func formatQuote(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine) {
    let text = line.lead + 1
    guard text < line.contentEnd else { return }
    guard tree.kind(ofToken: text) == .space else {
      let start = tree.start(ofToken: text)
      if bytes[start] != UInt8(ascii: ">") { edits.insert(" ", at: start) }
      return
    }
    edits.replace(tree.range(ofToken: text), with: [Ascii.space], in: bytes)
  }

  /// A fence keeps its bytes, line ends aside.
  mutating func formatFence(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>) {
    var first = tokens.lowerBound
    while first < tokens.upperBound {
      let line = TokenLine(tree, bytes, from: first, to: tokens.upperBound)
      if kept.care(at: tree.start(ofToken: first)) != .outside {
        if isFirstLine { removeByteOrderMark(tree, line) }
        endLine(tree, bytes, line, keepingBlanks: true)
      }
      isFirstLine = false
      first = line.tokens.upperBound
    }
  }
}
