/// A place in a file as people count it.
public struct Position: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int

  /// The place in `line` at `column`, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The starts of a file's lines, to turn byte offsets into lines and columns.
///
/// Made only for files of which something is printed. Lines end at a line feed, as in the notation. A byte
/// that is not part of valid UTF-8 counts as one column, and a byte-order mark at the very start of the file
/// as none, since no editor shows it.
///
///     starts   0     12      40 …   one for each line; a line feed at the end opens one more, empty line
///     ends    11     38     120 …   the same lines without their line ends; only kept if there are CRs in them
///     marks    0   1021    2040 …   scalars before each multiple of `markDistance`, if a line is long
///
/// The marks keep a position cheap in a file that is a single line: at most `markDistance` bytes are counted.
public struct LineIndex: Sendable {
  private var starts: [UInt32] = [0]
  private var ends: [UInt32] = []
  private var marks: [UInt32] = []
  private let byteCount: Int
  /// The length of the byte-order mark before the first column, 3 or 0.
  private let leadingMark: Int

  private static let markDistance = 1024

  /// Finds the lines of `bytes`, which hold less than 2 GiB.
  public init(_ bytes: Span<UInt8>) {
    byteCount = bytes.count
    leadingMark =
      bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    starts.reserveCapacity(bytes.count / 40 + 2)
    let longest = findLines(bytes)
    if longest > Self.markDistance { countMarks(bytes) }
  }

  /// The number of lines; at least one, and one more than there are line feeds.
  public var lineCount: Int { starts.count }

  /// The line and column of a byte; an offset behind the end counts as the end.
  ///
  /// `bytes` are those the index was made of. Inside a scalar's bytes the column is that of the next scalar.
  public func position(of offset: Int, in bytes: Span<UInt8>) -> Position {
    let offset = min(max(offset, 0), byteCount)
    let line = line(of: offset)
    let start = Int(starts[line - 1]) + (line == 1 ? leadingMark : 0)
    guard offset > start else { return Position(line: line, column: 1) }
    return Position(line: line, column: 1 + scalars(from: start, to: offset, in: bytes))
  }

  /// The line (from 1) that holds the byte at `offset`; a line feed belongs to the line it ends.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The offset of the first byte of `line` (from 1).
  public func start(ofLine line: Int) -> Int { Int(starts[line - 1]) }

  /// The bytes of `line` (from 1) without its line end: neither the line feed nor carriage returns before it.
  public func lineRange(_ line: Int) -> ByteRange {
    let start = Int(starts[line - 1])
    if !ends.isEmpty { return ByteRange(start, Int(ends[line - 1])) }
    return ByteRange(start, line == starts.count ? byteCount : Int(starts[line]) - 1)
  }
}

extension LineIndex {
  /// Fills `starts` and `ends` and returns the length of the longest line, in bytes with its line feed.
  private mutating func findLines(_ bytes: Span<UInt8>) -> Int {
    var longest = 0
    var start = 0
    var lineFeed = findLineFeed(bytes, from: 0)
    while lineFeed < bytes.count {
      longest = max(longest, lineFeed + 1 - start)
      noteEnd(at: lineFeed, lineStart: start, bytes)
      start = lineFeed + 1
      starts.append(UInt32(start))
      lineFeed = findLineFeed(bytes, from: start)
    }
    noteEnd(at: bytes.count, lineStart: start, bytes)
    return max(longest, bytes.count - start)
  }

  /// Keeps the end of the line last begun, once there is a line that ends in carriage returns.
  private mutating func noteEnd(at lineFeed: Int, lineStart: Int, _ bytes: Span<UInt8>) {
    var end = lineFeed
    while end > lineStart, bytes[end - 1] == 0x0D { end -= 1 }
    if ends.isEmpty {
      guard end < lineFeed else { return }
      ends = starts.dropFirst().map { $0 - 1 }
    }
    ends.append(UInt32(end))
  }

  private mutating func countMarks(_ bytes: Span<UInt8>) {
    marks.reserveCapacity(bytes.count / Self.markDistance + 1)
    marks.append(0)
    var total = 0
    var mark = Self.markDistance
    while mark <= bytes.count {
      total += countScalars(from: mark - Self.markDistance, to: mark, in: bytes)
      marks.append(UInt32(total))
      mark += Self.markDistance
    }
  }

  /// The scalars whose first byte is in `start..<end`.
  private func scalars(from start: Int, to end: Int, in bytes: Span<UInt8>) -> Int {
    if end - start <= Self.markDistance || marks.isEmpty {
      return countScalars(from: start, to: end, in: bytes)
    }
    return scalars(before: end, in: bytes) - scalars(before: start, in: bytes)
  }

  private func scalars(before offset: Int, in bytes: Span<UInt8>) -> Int {
    let mark = offset / Self.markDistance
    return Int(marks[mark]) + countScalars(from: mark * Self.markDistance, to: offset, in: bytes)
  }
}

/// Counts the scalars that begin in `start..<end`, a byte outside valid UTF-8 as one.
///
/// Where `start` is inside a scalar, that scalar began earlier and is not counted, so counts of neighbouring
/// stretches add up.
private func countScalars(from start: Int, to end: Int, in bytes: Span<UInt8>) -> Int {
  var offset = start
  if offset < end, bytes[offset] & 0xC0 == 0x80 {
    for back in 1...3 where start - back >= 0 && bytes[start - back] >= 0xC0 {
      offset = max(start, start - back + scalarLength(at: start - back, in: bytes))
      break
    }
  }
  var count = 0
  while offset < end {
    offset += bytes[offset] < 0x80 ? 1 : scalarLength(at: offset, in: bytes)
    count += 1
  }
  return count
}

/// Whether all is UTF-8; the library's own validation, which also says where it is not, takes four times as long.
package func isUTF8(_ bytes: Span<UInt8>) -> Bool {
  var offset = findNonASCII(bytes, from: 0, to: bytes.count)
  while offset < bytes.count {
    let length = scalarLength(at: offset, in: bytes)
    if length == 1 { return false }
    offset += length
    // Those beyond ASCII mostly stand side by side.
    if offset < bytes.count, bytes[offset] < 0x80 { offset = findNonASCII(bytes, from: offset, to: bytes.count) }
  }
  return true
}

/// The length of the valid UTF-8 sequence at `offset` (RFC 3629), or 1 where there is none.
@inlinable @inline(__always)
package func scalarLength(at offset: Int, in bytes: Span<UInt8>) -> Int {
  // Most beyond ASCII have two bytes, and need no call.
  if bytes[offset] &- 0xC2 < 0x1E { return offset + 1 < bytes.count && bytes[offset + 1] & 0xC0 == 0x80 ? 2 : 1 }
  return longScalarLength(at: offset, in: bytes)
}

/// The same where no sequence of two bytes begins.
@usableFromInline
func longScalarLength(at offset: Int, in bytes: Span<UInt8>) -> Int {
  let first = bytes[offset]
  let length = first < 0xE0 ? 1 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
  guard length > 1, offset + length <= bytes.count else { return 1 }
  let second = bytes[offset + 1]
  let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
  let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
  guard second >= lowest, second <= highest else { return 1 }
  for next in 2..<length where bytes[offset + next] & 0xC0 != 0x80 { return 1 }
  return length
}
