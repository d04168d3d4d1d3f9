/// Searches that look at sixteen bytes at a time.
///
/// Each is a table of comparisons on a vector, whose lanes are 0xFF where they hold; the first such lane is found in the
/// two halves of the vector as integers. Against a loop over bytes the search for a mark takes a third of the time.

/// The offset of the first line feed from `offset` on, or the number of bytes.
@inline(__always)
package func findLineFeed(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  search(bytes, from: offset, to: bytes.count) { block in
    block .== SIMD16(repeating: Ascii.lineFeed)
  } matches: { $0 == Ascii.lineFeed }
}

/// The offset of the first backtick from `offset` on, or the number of bytes.
package func findBacktick(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  search(bytes, from: offset, to: bytes.count) { block in
    block .== SIMD16(repeating: UInt8(ascii: "`"))
  } matches: { $0 == UInt8(ascii: "`") }
}

/// The offset of the first character from `offset` on that may begin a span of running text, or `end`:
/// `@`, `#`, `:`, `<`, `[`, `\`, `]` or a backtick.
@inline(__always)
func findInlineMark(_ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  search(bytes, from: offset, to: end) { block in
    // `@` and the backtick differ in one bit, and the three brackets and the backslash stand in a row.
    ((block | SIMD16(repeating: 0x20)) .== SIMD16(repeating: 0x60))
      .| ((block &- SIMD16(repeating: 0x5B)) .< SIMD16(repeating: 3))
      .| (block .== SIMD16(repeating: 0x23)) .| (block .== SIMD16(repeating: 0x3A))
      .| (block .== SIMD16(repeating: 0x3C))
  } matches: { byte in
    byte | 0x20 == 0x60 || byte &- 0x5B < 3 || byte == 0x23 || byte == 0x3A || byte == 0x3C
  }
}

/// A block may reach over `end`, so that short texts take one look; only at the end of the file are bytes taken singly.
@inline(__always)
private func search(
  _ bytes: Span<UInt8>, from start: Int, to end: Int,
  _ compare: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>, matches: (UInt8) -> Bool
) -> Int {
  var offset = start
  while offset < end {
    if offset &+ 16 > bytes.count { return searchSingly(bytes, from: offset, to: end, matches) }
    // In bounds: sixteen bytes are left.
    let block = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
    let lanes = unsafe unsafeBitCast(compare(block), to: SIMD2<UInt64>.self)
    if lanes[0] != 0 { return min(offset &+ lanes[0].trailingZeroBitCount / 8, end) }
    if lanes[1] != 0 { return min(offset &+ 8 &+ lanes[1].trailingZeroBitCount / 8, end) }
    offset &+= 16
  }
  return end
}

@inline(never)
private func searchSingly(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, _ matches: (UInt8) -> Bool
) -> Int {
  var offset = start
  while offset < end, !matches(bytes[offset]) { offset &+= 1 }
  return offset
}
