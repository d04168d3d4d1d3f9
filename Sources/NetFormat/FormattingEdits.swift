import NetModel
import NetSyntax

/// The edits that give a file its canonical form, in order and without overlap; none where it has it.
///
/// They never change what the notes say, and what they give has no edits of its own. Comments, code, running text and
/// whatever cannot be read stay as they are; so does a file that is no notation at all.
///
/// - Parameters:
///   - tree: The file's tree.
///   - bytes: The file, which is valid UTF-8.
///   - lines: The bytes of the lines to be formatted, from the first of the first line to the first behind the last; nil
///     for all. Other lines stay as they are to the last byte, and a list that reaches out of these lines keeps its indents.
///   - heedsSwitches: Whether `// kith: format off` keeps lines as they are; without, what it keeps from being formatted shows.
public func formattingEdits(
  of tree: borrowing Tree, _ bytes: Span<UInt8>, in lines: ByteRange? = nil, heedsSwitches: Bool = true
) -> [TextEdit] {
  var pass = FormatPass(tree, bytes, KeptLines(tree, bytes, asked: lines, heedsSwitches: heedsSwitches))
  pass.run(tree, bytes)
  return pass.edits.edits
}

/// One walk over a file's lines, in which each is given its form.
///
/// Nodes are visited in the order of the file. Between two lines with something on them stands a *gap* of blank lines,
/// perhaps none, whose form depends on both.
struct FormatPass {
  /// What the last line with something on it was.
  private enum Above {
    case nothing, heading, field, notes
  }

  var edits = EditList()
  let kept: KeptLines
  private var keptIndents: KeptIndents
  /// The first token that no line has been made of.
  private var cursor = 0
  /// The record that is open: what it is of, and what its header has had.
  var record = OpenRecord()

  // The gap above the next line.

  private var above = Above.nothing
  /// Where the blank lines above begin; nil where there are none.
  private var gapStart: Int?
  /// Whether nothing but blank lines stands above the line at hand.
  var isFirstLine = false
  /// Whether the next line begins a record.
  private var beginsRecord = false
  /// Whether a field is still to come below the heading.
  private var awaitsField = false

  // The list that is open.

  /// Behind the last node of each open item that has others below it.
  private var itemEnds: [Int] = []
  /// The depth of the open item.
  private(set) var depth = 0
  private(set) var keepsIndents = false
  /// The least indent of the further lines of the item last looked at.
  var furtherLines: (node: Int, indent: Int)?

  init(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ kept: KeptLines) {
    self.kept = kept
    keptIndents = KeptIndents(tree, bytes, kept)
  }

  mutating func run(_ tree: borrowing Tree, _ bytes: Span<UInt8>) {
    for node in 0..<tree.nodeCount {
      switch tree.kind(ofNode: node) {
      case .foreign: return
      case .file, .preamble: break
      case .record:
        beginsRecord = true
        record = OpenRecord(tree, node, bytes)
      case .list: keepsIndents = keptIndents.contain(list: node)
      case .item:
        while let end = itemEnds.last, end <= node { itemEnds.removeLast() }
        depth = itemEnds.count
        let end = tree.end(ofNode: node)
        if end > node + 1 { itemEnds.append(end) }
        formatLines(tree, bytes, tree.ownTokens(ofNode: node), of: node)
      case .heading, .meetingHeading, .field, .section, .paragraph, .quote, .fence, .separator, .comment:
        let tokens = tree.tokens(ofNode: node)
        // Comments inside a block are among its lines.
        if tokens.lowerBound >= cursor { formatLines(tree, bytes, tokens, of: node) }
      }
    }
    if cursor < tree.tokenCount { addBlank(tree, bytes, cursor..<tree.tokenCount) }
    if gapStart != nil { setGap(bytes, before: bytes.count, isBlank: false) }
  }

  /// Gives the lines of a block their form, and the gap above each.
  private mutating func formatLines(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, of node: Int) {
    if cursor < tokens.lowerBound { addBlank(tree, bytes, cursor..<tokens.lowerBound) }
    cursor = tokens.upperBound
    let kind = tree.kind(ofNode: node)
    if kind == .fence {
      resolveGap(tree, bytes, above: tokens, of: node, kind)
      formatFence(tree, bytes, tokens)
      return
    }
    var first = tokens.lowerBound
    var isFirst = true
    while first < tokens.upperBound {
      let line = TokenLine(tree, bytes, from: first, to: tokens.upperBound)
      if line.isBlank {
        addBlank(tree, bytes, line.tokens)
      } else {
        let kind = line.isComment ? .comment : kind
        resolveGap(tree, bytes, above: line.tokens, of: node, kind)
        formatLine(tree, bytes, line, of: node, kind, isFirst: isFirst)
        if !line.isComment { isFirst = false }
      }
      first = line.tokens.upperBound
    }
  }

  /// Gives one line its form, as far as it may have it.
  ///
  /// - Parameter kind: What the node is; a comment if the line is one inside it.
  @inline(__always)
  private mutating func formatLine(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ line: TokenLine, of node: Int, _ kind: NodeKind, isFirst: Bool
  ) {
    let care = kept.isEmpty ? .free : kept.care(at: tree.start(ofToken: line.tokens.lowerBound))
    if care == .free || (care == .kept && isFirstLine) { removeByteOrderMark(tree, line) }
    if care == .free {
      switch kind {
      case .heading: formatHeading(tree, bytes, line, node)
      case .meetingHeading: formatMeetingHeading(tree, bytes, line)
      case .field where isFirst: formatField(tree, bytes, line, node, isKept: false)
      case .field: indent(tree, bytes, line, to: 2)
      case .section: formatSection(tree, bytes, line)
      case .quote: formatQuote(tree, bytes, line)
      case .item:
        if isFirst { formatItem(tree, bytes, line, node) } else { formatContinuation(tree, bytes, line, node) }
      case .paragraph, .separator, .comment, .fence, .file, .preamble, .record, .list, .foreign: break
      }
    } else if kind == .field, isFirst {
      formatField(tree, bytes, line, node, isKept: true)
    }
    if care != .outside { endLine(tree, bytes, line, keepingBlanks: care == .kept) }
  }

  // MARK: Gaps

  private mutating func addBlank(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>) {
    if gapStart == nil { gapStart = tree.start(ofToken: tokens.lowerBound) }
  }

  /// Gives the blank lines above a line their form: none, or one.
  ///
  /// - Parameters:
  ///   - node: The block the line belongs to.
  ///   - kind: What the block is; a comment if the line is one inside it.
  private mutating func resolveGap(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, above tokens: Range<Int>, of node: Int, _ kind: NodeKind
  ) {
    let wanted = wantsBlank(tree, bytes, node, kind)
    isFirstLine = above == .nothing
    if wanted || gapStart != nil { setGap(bytes, before: tree.start(ofToken: tokens.lowerBound), isBlank: wanted) }
    let isBlankAbove = wanted || gapStart != nil
    gapStart = nil
    beginsRecord = false
    switch kind {
    case .heading, .meetingHeading:
      above = .heading
      awaitsField = record.hasFields
    case .field:
      above = .field
      awaitsField = false
    case .comment:
      if above == .nothing || (isBlankAbove && !awaitsField) { above = .notes }
    case .file, .preamble, .record, .section, .paragraph, .quote, .fence, .separator, .list, .item, .foreign:
      above = .notes
    }
  }

  private func wantsBlank(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int, _ kind: NodeKind) -> Bool {
    if above == .nothing { return false }
    if beginsRecord { return true }
    if awaitsField { return false }
    if gapStart != nil { return true }
    guard above == .heading || above == .field else { return false }
    return kind != .field && kind != .comment && !record.mayHoldField(tree, bytes, node)
  }

  /// Replaces the gap above the line that starts at an offset.
  private mutating func setGap(_ bytes: Span<UInt8>, before start: Int, isBlank: Bool) {
    guard let from = gapStart else {
      if isBlank, !kept.joinsLines(at: start) { edits.insert("\n", at: start) }
      return
    }
    let gap = ByteRange(from, start)
    // Nearly all gaps are as they should be.
    if isBlank, gap.count == 1, bytes[from] == Ascii.lineFeed { return }
    if kept.touch(gap) {
      endKeptLines(bytes, gap)
    } else {
      edits.replace(gap, with: isBlank ? [Ascii.lineFeed] : [], in: bytes)
    }
  }

  /// Takes the carriage returns off the ends of blank lines that keep their form.
  private mutating func endKeptLines(_ bytes: Span<UInt8>, _ gap: ByteRange) {
    var offset = gap.start
    while offset < gap.end {
      let line = readLine(bytes, at: offset)
      if kept.care(at: offset) != .outside { endLine(bytes, ByteRange(line.end, line.next)) }
      offset = line.next
    }
  }
}
