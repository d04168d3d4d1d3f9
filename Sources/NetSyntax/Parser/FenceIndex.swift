/// The lines of a file that could close a code fence, so that every opener knows at once whether it has a closer.
///
/// A fence without a closer is text, and asking each opener to look for its own would make many of them quadratic. The
/// lines are found once, at the first opener, and the longest closer from each on is kept beside it.
struct FenceIndex {
  private struct Closer {
    var line: Int
    var length: Int
    /// The longest run of this closer and all behind it.
    var longestBehind: Int
  }

  private var closers: [Closer] = []
  private var cursor = 0
  private var isBuilt = false

  /// The start of the line that closes a fence of `length` backticks whose content starts at `offset`, or nil.
  ///
  /// Offsets are asked for in rising order.
  mutating func closer(_ bytes: Span<UInt8>, ofLength length: Int, from offset: Int) -> Int? {
    if !isBuilt { build(bytes, from: offset) }
    while cursor < closers.count, closers[cursor].line < offset { cursor += 1 }
    guard cursor < closers.count, closers[cursor].longestBehind >= length else { return nil }
    while closers[cursor].length < length { cursor += 1 }
    return closers[cursor].line
  }

  private mutating func build(_ bytes: Span<UInt8>, from start: Int) {
    isBuilt = true
    var offset = findBacktick(bytes, from: start)
    while offset < bytes.count {
      let line = readLine(bytes, at: lineStart(bytes, of: offset, from: start))
      let length = fenceLength(bytes, line)
      if length > 0, line.lead + length == line.contentEnd {
        closers.append(Closer(line: line.start, length: length, longestBehind: length))
      }
      offset = findBacktick(bytes, from: line.next)
    }
    for index in closers.indices.dropLast().reversed() {
      closers[index].longestBehind = max(closers[index].length, closers[index + 1].longestBehind)
    }
  }
}

/// The start of the line that holds the byte at an offset; not before `start`.
private func lineStart(_ bytes: Span<UInt8>, of offset: Int, from start: Int) -> Int {
  var offset = offset
  while offset > start, bytes[offset - 1] != Ascii.lineFeed { offset -= 1 }
  return offset
}

/// The number of backticks a line starts with behind its indent, or 0 if they are fewer than three.
func fenceLength(_ bytes: Span<UInt8>, _ line: Line) -> Int {
  let length = CodeSpanIndex.runLength(bytes, at: line.lead, end: line.contentEnd)
  return length >= 3 ? length : 0
}
