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
  searchFar(bytes, from: offset, to: bytes.count, isFound: { $0 == UInt8(ascii: "`") }) { block in
    block .== SIMD16(repeating: UInt8(ascii: "`"))
  }
}

/// The offset of the first of a byte from `offset` on, or `end`.
package func find(_ byte: UInt8, _ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  searchFar(bytes, from: offset, to: end, isFound: { $0 == byte }) { block in block .== SIMD16(repeating: byte) }
}

/// The offset of the first of two bytes from `offset` on, or `end`.
package func find(_ byte: UInt8, or other: UInt8, _ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  searchFar(bytes, from: offset, to: end, isFound: { $0 == byte || $0 == other }) { block in
    (block .== SIMD16(repeating: byte)) .| (block .== SIMD16(repeating: other))
  }
}

/// The offset of the first `<`, `>`, `|` or `~` from `offset` on, or the number of bytes: the four differ in two bits.
package func findDrawnSign(_ bytes: Span<UInt8>, from start: Int) -> Int {
  precondition(start >= 0, "a search starts in the text")
  var offset = start
  // Most files have none, and so four blocks are looked at together.
  while offset &+ 64 <= bytes.count {
    let isFound =
      (drawnSigns(bytes, offset) .| drawnSigns(bytes, offset &+ 16))
      .| (drawnSigns(bytes, offset &+ 32) .| drawnSigns(bytes, offset &+ 48))
    let lanes = unsafe unsafeBitCast(isFound, to: SIMD2<UInt64>.self)
    if lanes[0] | lanes[1] != 0 { break }
    offset &+= 64
  }
  return search(bytes, from: offset, to: bytes.count, isFound: { $0 | 0x42 == 0x7E }) { block in
    (block | SIMD16(repeating: 0x42)) .== SIMD16(repeating: 0x7E)
  }
}

/// Which of sixteen bytes are drawn signs. The caller has made sure that so many are left.
@inline(__always)
private func drawnSigns(_ bytes: Span<UInt8>, _ offset: Int) -> SIMDMask<SIMD16<Int8>> {
  let block = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
  return (block | SIMD16(repeating: 0x42)) .== SIMD16(repeating: 0x7E)
}

/// The offset of the first byte from `offset` on that a control character other than a line feed may begin with, or `end`.
package func findControl(_ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  searchFar(
    bytes, from: offset, to: end, isFound: { ($0 < 0x20 && $0 != Ascii.lineFeed) || $0 == 0x7F || $0 == 0xC2 }
  ) { block in
    // Those below a space have none of the three upper bits, the line feed among them.
    (((block & SIMD16(repeating: 0xE0)) .== SIMD16(repeating: 0)) .^ (block .== SIMD16(repeating: Ascii.lineFeed)))
      .| (block .== SIMD16(repeating: 0x7F)) .| (block .== SIMD16(repeating: 0xC2))
  }
}

/// The offset of the first byte from `offset` on that is not ASCII, a control character other than a line feed, `/`,
/// `<` or `>`, or `end`.
package func findUnusual(_ bytes: Span<UInt8>, from offset: Int, to end: Int) -> Int {
  search(bytes, from: offset, to: end, isFound: { $0.isUnusual }) { block in
    (((block & SIMD16(repeating: 0xE0)) .== SIMD16(repeating: 0)) .^ (block .== SIMD16(repeating: Ascii.lineFeed)))
      .| ((block & SIMD16(repeating: 0x80)) .== SIMD16(repeating: 0x80)) .| (block .== SIMD16(repeating: 0x7F))
      // `<` and `>` differ in one bit.
      .| ((block | SIMD16(repeating: 0x02)) .== SIMD16(repeating: 0x3E)) .| (block .== SIMD16(repeating: 0x2F))
  }
}

/// The offset of the first byte from `offset` on that is not ASCII, or `end`.
package func findNonASCII(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  precondition(start >= 0 && end <= bytes.count, "a search goes no further than the text")
  let highBits: UInt64 = 0x8080_8080_8080_8080
  var offset = start
  while offset &+ 32 <= end {
    let found =
      loadUncheckedWord(bytes, offset) | loadUncheckedWord(bytes, offset &+ 8) | loadUncheckedWord(bytes, offset &+ 16)
      | loadUncheckedWord(bytes, offset &+ 24)
    if found & highBits != 0 { break }
    offset &+= 32
  }
  while offset &+ 8 <= end {
    let found = loadUncheckedWord(bytes, offset) & highBits
    if found != 0 { return offset &+ found.trailingZeroBitCount / 8 }
    offset &+= 8
  }
  if offset < end, end &- start >= 8 {
    // The last eight bytes, some of which have been looked at.
    let found = loadUncheckedWord(bytes, end &- 8) & highBits
    return found == 0 ? end : end &- 8 &+ found.trailingZeroBitCount / 8
  }
  while offset < end, bytes[offset] < 0x80 { offset &+= 1 }
  return offset
}

/// Whether a range holds nothing but ASCII, and no capital.
@inlinable package func isLowercaseASCII(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  precondition(range.start >= 0 && range.end <= bytes.count, "a search goes no further than the text")
  var offset = range.start
  while offset &+ 8 <= range.end {
    if !isLowercaseASCII(loadUncheckedWord(bytes, offset)) { return false }
    offset &+= 8
  }
  if offset < range.end, offset &+ 8 <= bytes.count {
    // What stands behind the range is shifted out.
    return isLowercaseASCII(
      loadUncheckedWord(bytes, offset) &<< UInt64(truncatingIfNeeded: 8 &* (offset &+ 8 &- range.end)))
  }
  while offset < range.end {
    if bytes[offset] >= 0x80 || bytes[offset] &- 0x41 < 26 { return false }
    offset &+= 1
  }
  return true
}

/// Whether eight bytes are all ASCII, and none a capital.
@inlinable @inline(__always)
package func isLowercaseASCII(_ word: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let low = word & (0x7F &* ones)
  // Two sums that carry into the high bit of each byte: from `A` on, and from behind `Z` on.
  let capitals = (low &+ (0x3F &* ones)) & ~(low &+ (0x25 &* ones))
  return (capitals | word) & (0x80 &* ones) == 0
}

/// Eight bytes as a number, the first as its lowest byte. It is for the callers to make sure that so many are left, best
/// before a loop: before one with a check in it the compiler reckons for seventy instructions where it may be left out.
@inlinable @inline(__always)
package func loadUncheckedWord(_ bytes: Span<UInt8>, _ offset: Int) -> UInt64 {
  UInt64(
    littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
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
  precondition(start >= 0, "a search starts in the text")
  var offset = start
  while offset < end {
    guard offset &+ 8 <= bytes.count else {
      return searchSingly(bytes, from: offset, to: end) { !$0.isAsciiHandleByte }
    }
    let stops = ~handleBytes(loadUncheckedWord(bytes, offset)) & 0x8080_8080_8080_8080
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
  fileprivate var isUnusual: Bool {
    (self < 0x20 && self != Ascii.lineFeed) || self >= 0x7F || self | 0x02 == 0x3E || self == 0x2F
  }

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
  precondition(start >= 0, "a search starts in the text")
  var offset = start
  while offset < end {
    if offset &+ 16 > bytes.count { return searchSingly(bytes, from: offset, to: end, isFound) }
    // In bounds: sixteen bytes are left.
    let block = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
    let lanes = unsafe unsafeBitCast(compare(block), to: SIMD2<UInt64>.self)
    if lanes[0] != 0 { return min(offset &+ lanes[0].trailingZeroBitCount / 8, end) }
    if lanes[1] != 0 { return min(offset &+ 8 &+ lanes[1].trailingZeroBitCount / 8, end) }
    offset &+= 16
  }
  return end
}

/// The same for what is seldom found: thirty-two bytes at a time, which takes half as many instructions.
@inline(__always)
private func searchFar(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, isFound: (UInt8) -> Bool,
  _ compare: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>
) -> Int {
  precondition(start >= 0 && end <= bytes.count, "a search goes no further than the text")
  var offset = start
  while offset &+ 32 <= end {
    // In bounds: thirty-two bytes are left.
    let first = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD16<UInt8>.self)
    let second = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ 16, as: SIMD16<UInt8>.self)
    let lanes = unsafe unsafeBitCast(compare(first) .| compare(second), to: SIMD2<UInt64>.self)
    if lanes[0] | lanes[1] != 0 { break }
    offset &+= 32
  }
  return search(bytes, from: offset, to: end, isFound: isFound, compare)
}

@inline(never)
private func searchSingly(
  _ bytes: Span<UInt8>, from start: Int, to end: Int, _ isFound: (UInt8) -> Bool
) -> Int {
  var offset = start
  while offset < end, !isFound(bytes[offset]) { offset &+= 1 }
  return offset
}
