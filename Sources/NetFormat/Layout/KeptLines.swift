import NetSyntax

/// The lines that keep their form: between `// kith: format off` and `on`, in front matter, and outside the lines that
/// are to be formatted.
///
/// Stretches include the comments around them, so that what stands between two of their lines is theirs too. Places are
/// asked for in rising order.
struct KeptLines {
  /// What may be done to a line.
  enum Care {
    /// Everything.
    case none
    /// Its line end may change, nothing else.
    case form
    /// Nothing: not even its line end.
    case everything
  }

  private var stretches: [ByteRange] = []
  private var next = 0
  /// The lines to be formatted, from their first to behind their last byte; nil for all.
  private let asked: ByteRange?

  init(_ tree: borrowing Tree, _ bytes: Span<UInt8>, asked: ByteRange?) {
    self.asked = asked
    if tree.frontMatterEnd > 0 { stretches.append(ByteRange(0, tree.frontMatterEnd)) }
    var start: Int?
    for node in 0..<tree.nodeCount where tree.kind(ofNode: node) == .comment {
      let range = tree.range(ofNode: node)
      guard range.start >= tree.frontMatterEnd else { continue }
      switch (FormatSwitch(ofNode: node, in: tree, bytes), start) {
      case (.on?, let first?):
        stretches.append(ByteRange(first, range.end))
        start = nil
      case (.off?, nil): start = range.start
      case (.on?, nil), (.off?, _?), (nil, _): break
      }
    }
    if let start { stretches.append(ByteRange(start, bytes.count)) }
  }

  /// Whether some part of a range keeps its form.
  func touch(_ range: ByteRange) -> Bool {
    if let asked, range.start < asked.start || range.end > asked.end { return true }
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].overlaps(range)
  }

  /// What may be done to the line that starts at an offset.
  mutating func care(at offset: Int) -> Care {
    if let asked, !asked.contains(offset) { return .everything }
    while next < stretches.count, stretches[next].end <= offset { next += 1 }
    return next < stretches.count && stretches[next].start <= offset ? .form : .none
  }

  /// Whether no line may come or go between two that stand directly below each other, of which the lower one starts at
  /// an offset.
  mutating func joinsLines(at offset: Int) -> Bool {
    if let asked, !asked.contains(offset) { return true }
    while next < stretches.count, stretches[next].end <= offset { next += 1 }
    return next < stretches.count && stretches[next].start < offset
  }
}
