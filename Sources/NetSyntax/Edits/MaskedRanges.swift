/// Stretches of a text that are shown to nobody: a `•` stands for each of their characters, so that columns stay.
public struct MaskedRanges: Sendable {
  /// In order and apart.
  private let ranges: [ByteRange]

  /// What stands for a character.
  public static var mark: String { "•" }

  /// Some stretches, in any order.
  public init(_ ranges: [ByteRange]) {
    var merged: [ByteRange] = []
    for range in ranges.sorted() where !range.isEmpty {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1].end = max(last.end, range.end)
      } else {
        merged.append(range)
      }
    }
    self.ranges = merged
  }

  /// Whether the character at an offset is masked.
  public func holds(_ offset: Int) -> Bool { overlaps(ByteRange(offset, offset + 1)) }

  /// Whether some of a range is masked.
  public func overlaps(_ range: ByteRange) -> Bool {
    let first = firstRange(endingBehind: range.start)
    return first < ranges.count && ranges[first].start < range.end
  }

  /// Part of a text as it is shown; its line ends stay.
  ///
  /// - Parameters:
  ///   - bytes: The text that the ranges are of.
  ///   - part: From the first byte of a character to behind the last of one.
  public func shown(_ bytes: Span<UInt8>, _ part: ByteRange) -> [UInt8] {
    var shown: [UInt8] = []
    shown.reserveCapacity(part.count)
    var offset = part.start
    while offset < part.end {
      let length = min(decodeScalar(bytes, at: offset, end: part.end).length, part.end - offset)
      let isLineEnd = bytes[offset] == Ascii.lineFeed || bytes[offset] == Ascii.carriageReturn
      if !isLineEnd, holds(offset) {
        shown += Self.mark.utf8
      } else {
        for index in offset..<offset + length { shown.append(bytes[index]) }
      }
      offset += length
    }
    return shown
  }

  /// Where the stretches stand in the text that edits make; what an edit writes inside one is part of it.
  ///
  /// - Parameter edits: In the order of their ranges, which do not overlap.
  public func moved(by edits: [TextEdit]) -> [ByteRange] {
    let written = edits.newRanges
    return ranges.map { range in
      let start = Self.moved(range.start, edits, written)
      let end = Self.moved(range.end, edits, written)
      return ByteRange(start.start, max(start.start, end.end))
    }
  }

  /// Where an offset comes to stand; inside an edit, all that it writes.
  private static func moved(_ offset: Int, _ edits: [TextEdit], _ written: [ByteRange]) -> ByteRange {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, edits[low].range.start < offset { return written[low] }
    let growth = low == 0 ? 0 : written[low - 1].end - edits[low - 1].range.end
    return ByteRange(offset + growth, offset + growth)
  }

  private func firstRange(endingBehind offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
