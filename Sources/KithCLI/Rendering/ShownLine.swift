import KithFiles
import NetSyntax

/// A line of a file, or as much of it as fits, as it is shown on a terminal.
struct ShownLine {
  /// What is printed: tabs as blanks, and escapes for whatever a terminal would hide or obey.
  private(set) var text = ""
  /// The columns it takes.
  private(set) var width = 0
  private var cells: [Cell] = []
  private var masked: MaskedRanges

  /// One scalar, or one byte that is none.
  private struct Cell {
    var start: Int
    var end: Int
    var column: Int
    var width: Int
  }

  private static let tabWidth = 4
  private static let ellipsis = "…"

  /// Shows `line` of `bytes`, at most `limit` columns of it, and of a longer line those around `focus`.
  ///
  /// A mark stands for each character that is masked.
  init(
    _ bytes: Span<UInt8>, line: ByteRange, focus: ByteRange, limit: Int, masking masked: MaskedRanges = MaskedRanges([])
  ) {
    self.masked = masked
    // A column takes four bytes at most, if not for marks without width, which may be cut off all the same.
    if line.count <= 8 * limit {
      add(bytes, from: line.start, to: line.end, limit: .max)
      if width <= limit { return }
    }
    self = ShownLine(masking: masked)
    let focus = min(max(focus.start, line.start), line.end)
    let start = Self.start(bytes, before: focus, lineStart: line.start, columns: limit / 3)
    if start > line.start { addText(Self.ellipsis, width: 1, at: start, start) }
    let end = add(bytes, from: start, to: line.end, limit: limit - 1)
    if end < line.end { addText(Self.ellipsis, width: 1, at: end, end) }
  }

  private init(masking masked: MaskedRanges) { self.masked = masked }

  /// The columns that a range of bytes takes, at least one; nil where the range is not shown.
  func columns(of range: ByteRange) -> Range<Int>? {
    guard let first = cells.first, let last = cells.last else { return range.isEmpty ? 0..<1 : nil }
    guard range.start <= last.end, range.start >= first.start, range.isEmpty || range.end > first.start else {
      return nil
    }
    guard let start = cells.firstIndex(where: { $0.end > range.start }) else { return width..<width + 1 }
    let column = cells[start].column
    let end =
      cells.last { $0.start < range.end && $0.end > range.start }.map { $0.column + $0.width } ?? column
    // A mark without width stands above the column before it.
    if end <= column {
      return cells[start].width == 0 ? max(column - 1, 0)..<max(column, 1) : column..<column + 1
    }
    return column..<end
  }

  /// The place to start at so that at most `columns` scalars stand before `focus`.
  private static func start(_ bytes: Span<UInt8>, before focus: Int, lineStart: Int, columns: Int) -> Int {
    var start = focus
    for _ in 0..<columns where start > lineStart {
      start -= 1
      var back = 0
      while back < 3, start > lineStart, bytes[start] & 0xC0 == 0x80 {
        start -= 1
        back += 1
      }
    }
    return start
  }

  /// Adds scalars while they fit, and returns the offset behind the last.
  @discardableResult
  private mutating func add(_ bytes: Span<UInt8>, from start: Int, to end: Int, limit: Int) -> Int {
    var counter = ColumnCounter()
    let longest = limit == .max ? .max : 8 * limit
    var offset = start
    while offset < end {
      let next = decodeScalar(bytes, at: offset)
      let behind = min(offset + next.length, end)
      let (shown, columns) =
        masked.holds(offset) ? (MaskedRanges.mark, 1) : show(next.scalar, bytes[offset], &counter)
      // A line of nothing but marks without width ends too.
      if width + columns > limit || cells.count > longest { return offset }
      addText(shown, width: columns, at: offset, behind)
      offset = behind
    }
    return offset
  }

  private func show(
    _ scalar: Unicode.Scalar?, _ byte: UInt8, _ counter: inout ColumnCounter
  ) -> (String, Int) {
    guard let scalar else { return (escape(byte: byte), 4) }
    if scalar == "\t" {
      let count = Self.tabWidth - width % Self.tabWidth
      return (String(repeating: " ", count: count), count)
    }
    if isUnseen(scalar) {
      let shown = escape(scalar)
      return (shown, shown.utf8.count)
    }
    return (String(scalar), counter.width(of: scalar))
  }

  private mutating func addText(_ shown: String, width columns: Int, at start: Int, _ end: Int) {
    cells.append(Cell(start: start, end: end, column: width, width: columns))
    text += shown
    width += columns
  }
}
