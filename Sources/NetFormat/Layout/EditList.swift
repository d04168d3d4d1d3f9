import NetSyntax

/// The edits of a file, gathered in order and as small as they can be.
struct EditList {
  private(set) var edits: [TextEdit] = []

  /// Puts some bytes in the place of a range; what both begin and end with stays.
  ///
  /// Ranges come in rising order and do not overlap.
  mutating func replace(_ range: ByteRange, with bytes: [UInt8], in file: Span<UInt8>) {
    var start = 0
    let shorter = min(range.count, bytes.count)
    while start < shorter, file[range.start + start] == bytes[start] { start += 1 }
    if start == range.count, start == bytes.count { return }
    var end = 0
    while end < shorter - start, file[range.end - 1 - end] == bytes[bytes.count - 1 - end] { end += 1 }
    // An edit starts and ends between scalars.
    while start > 0, !isBoundary(file, range.start + start) || !isBoundary(bytes.span, start) { start -= 1 }
    while end > 0, !isBoundary(file, range.end - end) || !isBoundary(bytes.span, bytes.count - end) { end -= 1 }
    add(
      ByteRange(range.start + start, range.end - end),
      String(decoding: bytes[start..<(bytes.count - end)], as: UTF8.self))
  }

  /// Puts a short text in the place of a range that holds another.
  mutating func replace(_ range: ByteRange, with text: StaticString) { add(range, "\(text)") }

  /// Takes a range away.
  mutating func remove(_ range: ByteRange) {
    if !range.isEmpty { add(range, "") }
  }

  /// Puts a text before the byte at an offset.
  mutating func insert(_ text: StaticString, at offset: Int) { add(ByteRange(offset, offset), "\(text)") }

  private mutating func add(_ range: ByteRange, _ replacement: String) {
    if let last = edits.last, last.range.end == range.start {
      edits[edits.count - 1].range.end = range.end
      edits[edits.count - 1].replacement += replacement
    } else {
      edits.append(TextEdit(range: range, replacement: replacement))
    }
  }

  private func isBoundary(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
