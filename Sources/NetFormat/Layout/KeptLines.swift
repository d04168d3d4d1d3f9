import NetSyntax

/// The lines that keep their form: between `// kith: format off` and `on`, in front matter, in what git leaves of two
/// versions that it could not merge, between `~~~`, and outside the lines that are to be formatted.
///
/// Stretches include the lines that begin and end them, so that what stands between two of their lines is theirs too.
struct KeptLines {
  /// What may be done to a line.
  enum Care {
    /// It may have its form.
    case free
    /// Its line end may change, nothing else.
    case kept
    /// It is not to be formatted: not even its line end changes.
    case outside
  }

  /// In order, and apart.
  private var stretches: [ByteRange] = []
  /// The lines to be formatted, from their first to behind their last byte; nil for all.
  private let asked: ByteRange?

  init(_ tree: borrowing Tree, _ bytes: Span<UInt8>, asked: ByteRange?, heedsSwitches: Bool) {
    self.asked = asked
    var found = mayHoldStretches(bytes) ? mergeConflicts(in: bytes).map { $0.lines(bytes) } + tildeStretches(bytes) : []
    if heedsSwitches { found += switchedOff(tree, bytes) }
    if tree.frontMatterEnd > 0 { found.append(ByteRange(0, tree.frontMatterEnd)) }
    for stretch in found.sorted() {
      if let last = stretches.last, stretch.start <= last.end {
        stretches[stretches.count - 1].end = max(last.end, stretch.end)
      } else {
        stretches.append(stretch)
      }
    }
  }

  /// Whether all lines may have their form.
  var isEmpty: Bool { stretches.isEmpty && asked == nil }

  /// Whether some part of a range keeps its form.
  func touch(_ range: ByteRange) -> Bool {
    if let asked, range.start < asked.start || range.end > asked.end { return true }
    return stretch(endingBehind: range.start).map { $0.overlaps(range) } ?? false
  }

  /// What may be done to the line that starts at an offset.
  func care(at offset: Int) -> Care {
    if let asked, !asked.contains(offset) { return .outside }
    return stretch(endingBehind: offset).map { $0.start <= offset } ?? false ? .kept : .free
  }

  /// Whether no line may come or go between two that stand directly below each other, of which the lower one starts at
  /// an offset.
  func joinsLines(at offset: Int) -> Bool {
    if let asked, !asked.contains(offset) { return true }
    return stretch(endingBehind: offset).map { $0.start < offset } ?? false
  }

  /// The first stretch that ends behind an offset.
  private func stretch(endingBehind offset: Int) -> ByteRange? {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count ? stretches[low] : nil
  }
}

/// From each `// kith: format off` to the next `on`, or the end.
private func switchedOff(_ tree: borrowing Tree, _ bytes: Span<UInt8>) -> [ByteRange] {
  var stretches: [ByteRange] = []
  var start: Int?
  for node in 0..<tree.nodeCount where tree.kind(ofNode: node) == .comment {
    let range = tree.range(ofNode: node)
    switch (Directive(ofNode: node, in: tree, bytes)?.command, start) {
    case (.formatOn?, let first?):
      stretches.append(ByteRange(first, range.end))
      start = nil
    case (.formatOff?, nil): start = range.start
    case (.formatOn?, nil), (.formatOff?, _?), (.ignore?, _), (.ignoreFile?, _), (.unknown?, _), (nil, _): break
    }
  }
  if let start { stretches.append(ByteRange(start, bytes.count)) }
  return stretches
}

/// Whether two of `<`, of `>`, of `|` or of `~` stand in a row somewhere, as conflicts and `~~~` begin. In nearly all files
/// none do, so that one search is enough.
private func mayHoldStretches(_ bytes: Span<UInt8>) -> Bool {
  var offset = findDrawnSign(bytes, from: 0)
  while offset + 1 < bytes.count {
    if bytes[offset] == bytes[offset + 1] { return true }
    offset = findDrawnSign(bytes, from: offset + 1)
  }
  return false
}

/// From each line of three or more `~` to the next that is at least as long: other programs take what stands there for code.
private func tildeStretches(_ bytes: Span<UInt8>) -> [ByteRange] {
  var stretches: [ByteRange] = []
  var open: (start: Int, length: Int)?
  var offset = readLine(bytes, at: 0).indentStart
  while offset < bytes.count {
    let start = offset
    offset = min(findLineFeed(bytes, from: start) + 1, bytes.count)
    let length = bytes[start] == UInt8(ascii: "~") ? runLength(bytes, at: start, to: offset) : 0
    if let fence = open {
      guard length >= fence.length, readLine(bytes, at: start).contentEnd == start + length else { continue }
      stretches.append(ByteRange(fence.start, offset))
      open = nil
    } else if length >= 3 {
      open = (start, length)
    }
  }
  return stretches
}

/// How often the byte at an offset stands there in a row.
private func runLength(_ bytes: Span<UInt8>, at start: Int, to end: Int) -> Int {
  var offset = start
  while offset < end, bytes[offset] == bytes[start] { offset += 1 }
  return offset - start
}
