/// What several rounds of edits come to, as edits of the text before the first of them.
///
/// The present text is kept in pieces, which are ranges of the first text or have come since:
///
/// ```
/// kept 0..<12 │ new "@amara" │ kept 17..<80
/// ```
public struct ComposedEdits: Sendable {
  private enum Piece {
    case kept(ByteRange)
    case new([UInt8])

    var count: Int {
      switch self {
      case .kept(let range): range.count
      case .new(let bytes): bytes.count
      }
    }

    /// A part of it, by offsets from its start.
    func part(_ start: Int, _ end: Int) -> Piece {
      switch self {
      case .kept(let range): .kept(ByteRange(range.start + start, range.start + end))
      case .new(let bytes): .new(Array(bytes[start..<end]))
      }
    }
  }

  private let first: [UInt8]
  private var pieces: [Piece]

  /// No edits of a text yet.
  public init(of text: [UInt8]) {
    first = text
    pieces = [.kept(ByteRange(0, text.count))]
  }

  /// Adds a round of edits of the present text, which are in order and do not overlap.
  public mutating func apply(_ edits: [TextEdit]) {
    var offset = 0
    var result: [Piece] = []
    /// The piece that comes next, and how much of it has been moved.
    var (next, moved) = (0, 0)
    /// Moves what comes next, up to an offset of the present text, into `body`.
    func take(to end: Int, _ body: (Piece) -> Void) {
      while offset < end, next < pieces.count {
        let piece = pieces[next]
        let count = min(piece.count - moved, end - offset)
        if count > 0 { body(piece.part(moved, moved + count)) }
        offset += count
        moved += count
        if moved == piece.count { (next, moved) = (next + 1, 0) }
      }
    }
    for edit in edits {
      take(to: edit.range.start) { result.append($0) }
      take(to: edit.range.end) { _ in }
      if !edit.replacement.isEmpty { result.append(.new(Array(edit.replacement.utf8))) }
    }
    if moved > 0 {
      result.append(pieces[next].part(moved, pieces[next].count))
      next += 1
    }
    pieces = result + pieces[next...]
  }

  /// The edits of the first text, in order and apart; what came back as it was is none.
  public var edits: [TextEdit] {
    var edits: [TextEdit] = []
    var done = 0
    var new: [UInt8] = []
    func close(before start: Int) {
      if !first[done..<start].elementsEqual(new) {
        edits.append(TextEdit(range: ByteRange(done, start), replacement: String(decoding: new, as: UTF8.self)))
      }
      new = []
    }
    for piece in pieces {
      switch piece {
      case .new(let bytes): new += bytes
      case .kept(let range):
        close(before: range.start)
        done = range.end
      }
    }
    close(before: first.count)
    return edits
  }
}
