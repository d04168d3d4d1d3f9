/// What git leaves where it could not merge two versions; or one of its markers that has lost the others.
///
/// Git begins a line with seven of a sign, and ends it or goes on behind a blank. (With more, where the attribute
/// `conflict-marker-size` asks for them, which is for files that hold seven of their own.)
package struct MergeConflict {
  /// The signs it begins with, or those of a marker alone, which may be `>>>>>>>`.
  package let first: ByteRange
  /// The signs `|||||||` above what both versions come from, where git was asked to show that.
  package fileprivate(set) var base: ByteRange?
  /// The signs `=======` between the two versions.
  package fileprivate(set) var middle: ByteRange?
  /// The signs `>>>>>>>` it ends with; nil of a marker alone.
  package fileprivate(set) var last: ByteRange?

  fileprivate init(_ first: ByteRange) { self.first = first }

  /// Of a beginning whose end is lost, all that is certain.
  fileprivate var beginning: MergeConflict { MergeConflict(first) }

  /// From its first signs to the end of its last line.
  package func lines(_ bytes: Span<UInt8>) -> ByteRange {
    ByteRange(first.start, lineEnd(bytes, from: (last ?? first).start))
  }
}

/// The conflicts in a text, in order and apart, wherever they stand.
///
/// A line of `=======` without a beginning is none: it underlines a heading in Markdown, or was drawn. Takes time linear in
/// the text; where no conflict is open, only a line that begins with `<` or `>` is looked at.
package func mergeConflicts(in bytes: Span<UInt8>) -> [MergeConflict] {
  var found: [MergeConflict] = []
  var open: MergeConflict?
  var start = nextEdge(bytes, from: 0)
  while start < bytes.count {
    let signs = ByteRange(start, start + markerLength)
    if isMarker(bytes, at: start) {
      switch bytes[start] {
      case UInt8(ascii: "<"):
        if let open { found.append(open.beginning) }
        open = MergeConflict(signs)
      case UInt8(ascii: "|") where open?.base == nil && open?.middle == nil: open?.base = signs
      case UInt8(ascii: "=") where open?.middle == nil: open?.middle = signs
      case UInt8(ascii: ">"):
        var conflict = open ?? MergeConflict(signs)
        if open != nil { conflict.last = signs }
        found.append(conflict)
        open = nil
      default: break
      }
    }
    let next = lineEnd(bytes, from: start)
    start = open == nil ? nextEdge(bytes, from: next) : skipByteOrderMarks(bytes, from: next, end: bytes.count)
  }
  if let open { found.append(open.beginning) }
  return found
}

private let markerLength = 7

/// The next line from the start of one on that begins with two of `<` or of `>`, as conflicts begin and end.
///
/// Byte-order marks may stand before them, which formatting takes away.
private func nextEdge(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var offset = start
  while true {
    offset = find(UInt8(ascii: "<"), or: UInt8(ascii: ">"), bytes, from: offset, to: bytes.count)
    if offset + 1 >= bytes.count { return bytes.count }
    if bytes[offset + 1] == bytes[offset], beginsLine(bytes, at: offset) { return offset }
    offset += 1
  }
}

/// Whether nothing but byte-order marks stands before an offset on its line.
private func beginsLine(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  var start = offset
  while start >= 3, byteOrderMarkLength(bytes, at: start - 3, end: start) > 0 { start -= 3 }
  return start == 0 || bytes[start - 1] == Ascii.lineFeed
}

/// The first byte of the line below the one that an offset is in.
private func lineEnd(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  min(findLineFeed(bytes, from: offset) + 1, bytes.count)
}

/// Whether a line begins with seven of a sign, and no more, and then ends or goes on behind a blank.
private func isMarker(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  let end = start + markerLength
  guard end <= bytes.count, end == bytes.count || bytes[end].isOne(of: " \t\r\n") else { return false }
  return (start + 1..<end).allSatisfy { bytes[$0] == bytes[start] }
}
