/// Parses a file into a lossless tree.
///
/// Total: every sequence of bytes has a tree, and what is wrong with it stands in the tree's faults. One line after
/// another is looked at, once, so the time is linear in the bytes, and there is no recursion over the input.
///
/// - Parameters:
///   - bytes: The file, UTF-8. Bytes that are not are kept as text. More than ``Tree/maximumByteCount`` of them give an
///     empty tree with the fault `tooLarge`.
///   - tree: A tree whose memory is used again.
public func parse(_ bytes: Span<UInt8>, reusing tree: consuming Tree) -> Tree {
  tree.reset()
  guard bytes.count <= Tree.maximumByteCount else {
    tree.faults.append(Fault(kind: .tooLarge, token: 0))
    tree.tokenStarts.append(0)
    tree.addLeaf(.file, from: 0, to: 0)
    return tree
  }
  tree.reserve(forBytes: bytes.count)
  var parser = Parser(tree: tree)
  parser.parseFile(bytes)
  return parser.tree
}

/// The state of a parse between two lines: what is open, and so what the next line can continue.
struct Parser: ~Copyable {
  /// What a line can continue, apart from a header.
  enum Block {
    case none, field, paragraph, quote, list
  }

  /// How far a header has come.
  enum Header {
    /// Not in a header.
    case none
    /// Below a heading, without a field yet; blank lines may have come between.
    case heading(blankSeen: Bool)
    /// Below a field or its continuation, or a comment there.
    case fields
  }

  /// An item that may still get children.
  struct OpenItem: BitwiseCopyable {
    var indent: Int
    var node: Int
  }

  /// Items have depths from 0 to this.
  static let maximumDepth = 32

  var tree: Tree
  var codeSpans = CodeSpanIndex()
  var fences = FenceIndex()

  /// The preamble or the record that is open.
  var section: Int?
  var block = Block.none
  /// The node of `block`, where it is one.
  var blockNode = 0
  var header = Header.none
  var items = Column<OpenItem>(capacity: maximumDepth + 2)
  /// The indent of the first item of the open list.
  var listIndent = 0
  /// Whether blank lines stand below the last line of the open list.
  var listHasBlank = false
  /// The first token of the comments directly above, which belong to a heading if one follows.
  var pendingComments: Int?
  /// Behind the last token of the last line that was not blank.
  var contentTokenEnd = 0
  /// Whether a line with content has been seen.
  var hasContent = false
  /// What was noticed on the line at hand, before its first token was there to note it at.
  var pendingFault: Fault.Kind?

  init(tree: consuming Tree) {
    self.tree = tree
  }

  mutating func parseFile(_ bytes: Span<UInt8>) {
    let file = tree.open(.file, atToken: 0)
    if isPajek(bytes) {
      addForeignLines(bytes)
    } else {
      tree.frontMatterEnd = findFrontMatterEnd(bytes)
      var offset = 0
      while offset < bytes.count { offset = parseLine(bytes, at: offset) }
      closeBlock()
      flushComments()
      closeSection()
    }
    tree.close(file, atToken: tree.tokenCount)
    tree.tokenStarts.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Parses the line at an offset, or a whole fence, and returns where the next line starts.
  private mutating func parseLine(_ bytes: Span<UInt8>, at offset: Int) -> Int {
    let line = readLine(bytes, at: offset)
    if line.isBlank {
      parseBlank(bytes, line)
      return line.next
    }
    // A letter is no mark.
    if !bytes[line.lead].isAsciiLetter, let next = parseMarkedLine(bytes, line) { return next }
    if !parseHeaderLine(bytes, line) { parseText(bytes, line) }
    return line.next
  }

  /// Parses a line that is told by its first mark, or a whole fence, and returns where the next line starts; nil where it
  /// is none.
  private mutating func parseMarkedLine(_ bytes: Span<UInt8>, _ line: Line) -> Int? {
    if line.isInColumnZero, parseColumnZero(bytes, line) { return line.next }
    let fence = bytes[line.lead] == UInt8(ascii: "`") ? fenceLength(bytes, line) : 0
    if fence > 0, let next = parseFence(bytes, line, length: fence) { return next }
    return parseItem(bytes, line) ? line.next : nil
  }

  /// The kinds of line whose mark stands in column 0: comment, headings, separator, quote.
  private mutating func parseColumnZero(_ bytes: Span<UInt8>, _ line: Line) -> Bool {
    switch bytes[line.lead] {
    case UInt8(ascii: "/"):
      guard line.lead + 1 < line.end, bytes[line.lead + 1] == UInt8(ascii: "/") else { return false }
      parseComment(bytes, line)
      return true
    case UInt8(ascii: "#"): return parseHeading(bytes, line)
    case UInt8(ascii: "-"): return parseSeparator(bytes, line)
    case UInt8(ascii: ">"):
      parseQuote(bytes, line)
      return true
    default: return false
    }
  }
}
