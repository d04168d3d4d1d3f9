/// Searches that look at sixteen bytes at a time.
///
/// Each is a table of comparisons on a vector, whose lanes are 0xFF where they hold; the first such lane is found in the
/// two halves of the vector as integers. Against a loop over bytes the search for a mark takes a third of the time.

/// The offset of the first line feed from `offset` on, or the number of bytes.
@inline(__always)
package func findLineFeed(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  search(bytes, from: offset, to: bytes.count, isFound: { $0 == Ascii.lineFeed }) { block in
    block .== SIMD16(repeating: Ascii.lineFeed)
  }
}

/// The offset of the first backtick from `offset` on, or the number of bytes.
package func findBacktick(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  search(bytes, from: offset, to: bytes.count, isFound: { $0 == UInt8(ascii: "`") }) { block in
    block .== SIMD16(repeating: UInt8(ascii: "`"))
  }
}

/// The offset of the first slash from `offset` on, or the number of bytes.
package func findSlash(_ bytes: Span<UInt8>, from offset: Int) -> Int {
  search(bytes, from: offset, to: bytes.count, isFound: { $0 == UInt8(ascii: "/") }) { block in
    block .== SIMD16(repeating: UInt8(ascii: "/"))
  }
}

/// The offset of the first character from `offset` on that may begin a span of running text, or `end`:
/// `@`, `#`, `:`, `<`, `[`, `\`, `]` or a backtick.
@inline(__always)
func findInlineMark(_ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  search(bytes, from: offset, to: end, isFound: { $0.isInlineMark }) { block in
    // `@` and the backtick differ in one bit, and the three brackets and the backslash stand in a row.
    ((block | SIMD16(repeating: 0x20)) .== SIMD16(repeating: 0x60))
      .| ((block &- SIMD16(repeating: 0x5B)) .< SIMD16(repeating: 3))
      .| (block .== SIMD16(repeating: 0x23)) .| (block .== SIMD16(repeating: 0x3A))
      .| (block .== SIMD16(repeating: 0x3C))
  }
}

/// The offset of the first byte from `offset` on that is no ASCII letter or digit, `-` or `_`, or `end`.
///
/// Eight bytes at a time in one integer: of the comparisons of a vector of bytes only `.==` is sure to become one
/// instruction. A range is tested by two sums that carry into the high bit of each byte.
@inline(__always)
func findHandleEnd(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var offset = start
  while offset < end {
    guard offset &+ 8 <= bytes.count else {
      return searchSingly(bytes, from: offset, to: end) { !$0.isAsciiHandleByte }
    }
    // In bounds: eight bytes are left. The first byte is to be the lowest.
    let word = UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    let stops = ~handleBytes(word) & 0x8080_8080_8080_8080
    if stops != 0 { return min(offset &+ stops.trailingZeroBitCount / 8, end) }
    offset &+= 8
  }
  return end
}

/// The high bit of each byte that is an ASCII letter or digit, `-` or `_`; the other bits mean nothing.
@inline(__always)
private func handleBytes(_ word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let low = word & (0x7F &* ones)
  let lowered = low | (0x20 &* ones)
  let isLetter = (lowered &+ (0x1F &* ones)) & ~(lowered &+ (0x05 &* ones))
  let isDigit = (low &+ (0x50 &* ones)) & ~(low &+ (0x46 &* ones))
  let isHyphen = ~((low ^ (0x2D &* ones)) &+ (0x7F &* ones))
  let isUnderscore = ~((low ^ (0x5F &* ones)) &+ (0x7F &* ones))
  return (isLetter | isDigit | isHyphen | isUnderscore) & ~word
}

extension UInt8 {
  fileprivate var isInlineMark: Bool {
    self | 0x20 == 0x60 || self &- 0x5B < 3 || self == 0x23 || self == 0x3A || self == 0x3C
  }

  fileprivate var isAsciiHandleByte: Bool {
    isAsciiAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}

/// A block may reach over `end`, so that short texts take one look; only at the end of the file are bytes taken singly.
@inline(__always)
private func search(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, isFound: (UInt8) -> Bool,
  _ compare: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
) -> Int {
  var offset = start
  while offset < end {
    if offset &+ 16 > bytes.count { return searchSingly(bytes, from: offset, to: end, isFound) }
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
  _ bytes: Span<UInt8>, from start: Int, to end: Int, _ isFound: (UInt8) -> Bool
) -> Int {
  var offset = start
  while offset < end, !isFound(bytes[offset]) { offset &+= 1 }
  return offset
}
