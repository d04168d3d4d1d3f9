/// A text by its lines from 0, each with its line feed; behind the last line feed there is no further line.
struct WholeLines {
  let bytes: [UInt8]
  /// How many there are; none in an empty text.
  let count: Int
  private let index: LineIndex

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = LineIndex(bytes.span)
    count = index.lineCount - (bytes.isEmpty || bytes.last == Ascii.lineFeed ? 1 : 0)
  }

  subscript(line: Int) -> ArraySlice<UInt8> { bytes[start(of: line)..<start(of: line + 1)] }

  /// The offset at which a line begins, or that of the text's end.
  func start(of line: Int) -> Int { line < count ? index.start(ofLine: line + 1) : bytes.count }

  /// The line that holds the byte at an offset; the number of lines for what would begin behind the last line feed.
  func line(of offset: Int) -> Int { index.line(of: offset) - 1 }

  /// Whether a line begins at an offset, or would begin there at the text's end.
  func beginsLine(at offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == Ascii.lineFeed }
}

/// Neighbouring lines of which none stays as it was, and those that take their place; one of the two may be empty.
struct ChangedLines {
  var old: Range<Int>
  var new: Range<Int>

  /// Leaves out the lines at both ends that are the same on both sides.
  mutating func trim(from oldLines: WholeLines, to newLines: WholeLines) {
    while let line = old.first, let other = new.first, oldLines[line] == newLines[other] {
      old = old.dropFirst()
      new = new.dropFirst()
    }
    while let line = old.last, let other = new.last, oldLines[line] == newLines[other] {
      old = old.dropLast()
      new = new.dropLast()
    }
  }
}

/// The lines that `edits` change, in order: between two stands at least one line that stays.
///
/// `new` is what `old` becomes by them.
func changedLines(from old: WholeLines, to new: WholeLines, by edits: [TextEdit]) -> [ChangedLines] {
  var changes: [ChangedLines] = []
  for (edit, written) in zip(edits, edits.newRanges) {
    let first = old.line(of: edit.range.start)
    var end = old.line(of: edit.range.end)
    // An edit that stops between two lines, in the old text and in the new one, leaves the second as it was.
    if !old.beginsLine(at: edit.range.end) || !new.beginsLine(at: written.end) { end = min(end + 1, old.count) }
    let newEnd =
      end == old.count ? new.count : new.line(of: old.start(of: end) + written.end - edit.range.end)
    if let last = changes.last, first <= last.old.upperBound {
      changes[changes.count - 1].old = last.old.lowerBound..<end
      changes[changes.count - 1].new = last.new.lowerBound..<newEnd
    } else {
      let newFirst = first - (changes.last.map { $0.old.upperBound - $0.new.upperBound } ?? 0)
      changes.append(ChangedLines(old: first..<end, new: newFirst..<newEnd))
    }
  }
  for index in changes.indices { changes[index].trim(from: old, to: new) }
  return changes.filter { !$0.old.isEmpty || !$0.new.isEmpty }
}
