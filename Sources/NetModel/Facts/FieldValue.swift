import NetSyntax

/// The value of a field with its lines joined by a space, and the way back to where each byte stands in the file.
public struct FieldValue: Sendable {
  /// The value, without indents and trailing blanks.
  public private(set) var bytes: [UInt8] = []

  /// Where the value's first line starts in the file, or would, if there is none.
  private let place: Int
  /// By each line behind the first: where it starts in `bytes`, and where in the file.
  private var lines: [(joined: Int, file: Int)] = []

  /// The value that a run of tokens of a field holds.
  public init(_ tokens: Range<Int>, of tree: borrowing Tree, bytes file: Span<UInt8>) {
    if let line = tree.onlyTextLine(in: tokens) {
      place = line.isEmpty ? tree.start(ofToken: tokens.lowerBound) : line.start
      bytes.append(contentsOf: file, in: line)
      return
    }
    var first: Int?
    var joined: [UInt8] = []
    var starts: [(joined: Int, file: Int)] = []
    tree.forEachTextLine(in: tokens) { line in
      if line.isEmpty { return }
      if first == nil {
        first = line.start
      } else {
        joined.append(Ascii.space)
        starts.append((joined.count, line.start))
      }
      joined.append(contentsOf: file, in: line)
    }
    place = first ?? tree.start(ofToken: tokens.lowerBound)
    bytes = joined
    lines = starts
  }

  /// Whether the field has no value.
  public var isEmpty: Bool { bytes.isEmpty }

  /// The value as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A part of the value as a string.
  public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Where a part of the value stands in the file; from its first to its last byte, if it runs over lines.
  public func fileRange(_ range: Range<Int>) -> ByteRange {
    guard !range.isEmpty else {
      let offset = fileOffset(min(range.lowerBound, max(bytes.count - 1, 0)))
      return ByteRange(offset, offset)
    }
    return ByteRange(fileOffset(range.lowerBound), fileOffset(range.upperBound - 1) + 1)
  }

  /// Where the whole value stands in the file.
  public var fileRange: ByteRange { fileRange(0..<bytes.count) }

  private func fileOffset(_ offset: Int) -> Int {
    // A value may run over a hundred thousand lines, with an entry on each.
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].joined <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? place + offset : lines[low - 1].file + (offset - lines[low - 1].joined)
  }
}

extension [UInt8] {
  /// Appends a range of bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: Span<UInt8>, in range: Range<Int>) {
    // The room that is added grows as it does with single bytes, so that a value of many lines is not copied once for
    // each of them. In one step, for byte by byte takes six times as many instructions.
    if range.isEmpty { return }
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a range of bytes.
  mutating func append(contentsOf bytes: Span<UInt8>, in range: ByteRange) {
    append(contentsOf: bytes, in: range.start..<range.end)
  }
}
