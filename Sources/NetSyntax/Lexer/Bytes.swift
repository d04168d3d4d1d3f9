/// The bytes the notation gives a meaning, by name.
///
/// All of this file may be inlined into other modules, which ask it about every byte.
@usableFromInline
package enum Ascii {
  @inlinable package static var tab: UInt8 { 0x09 }
  @inlinable package static var lineFeed: UInt8 { 0x0A }
  @inlinable package static var carriageReturn: UInt8 { 0x0D }
  @inlinable package static var space: UInt8 { 0x20 }
}

extension UInt8 {
  @inlinable @inline(__always) package var isAsciiLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable @inline(__always) package var isAsciiDigit: Bool { self &- 0x30 < 10 }
  @inlinable @inline(__always) package var isAsciiAlphanumeric: Bool { isAsciiLetter || isAsciiDigit }

  /// A letter, digit or mark of ASCII: nearly every byte, and no blank nor the start of one.
  @inlinable @inline(__always) package var isAsciiGraphic: Bool { self &- 0x21 < 0x5E }

  /// ASCII punctuation: what a backslash escapes.
  package var isAsciiPunctuation: Bool {
    (self > 0x20 && self < 0x7F) && !isAsciiAlphanumeric
  }

  /// The ASCII letter in lower case; any other byte as it is.
  @inlinable @inline(__always) package var asciiLowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

  /// Whether it is one of some ASCII characters, which a literal names.
  ///
  /// The literal's bytes are constants, so that this becomes a few comparisons; to ask the UTF-8 view of a string the same
  /// was a tenth of all checking.
  @inlinable @inline(__always) package func isOne(of characters: StaticString) -> Bool {
    for index in 0..<characters.utf8CodeUnitCount {
      // A literal's bytes are never freed, and the index is below their count.
      if unsafe characters.utf8Start[index] == self { return true }
    }
    return false
  }
}

/// The length in bytes of the blank at an offset, or 0: a space, a tab, a CR inside a line, a no-break space
/// (U+00A0), an ideographic space (U+3000).
@inlinable @inline(__always)
package func blankLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  guard offset < end else { return 0 }
  switch bytes[offset] {
  case Ascii.space, Ascii.tab, Ascii.carriageReturn: return 1
  case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : 0
  case 0xE3:
    return offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80 ? 3 : 0
  default: return 0
  }
}

/// The length in bytes of the blank that ends at an offset, or 0.
@inlinable @inline(__always)
package func blankLength(_ bytes: Span<UInt8>, before offset: Int, start: Int) -> Int {
  guard offset > start else { return 0 }
  switch bytes[offset - 1] {
  case Ascii.space, Ascii.tab, Ascii.carriageReturn: return 1
  case 0xA0: return offset - 2 >= start && bytes[offset - 2] == 0xC2 ? 2 : 0
  case 0x80:
    return offset - 3 >= start && bytes[offset - 3] == 0xE3 && bytes[offset - 2] == 0x80 ? 3 : 0
  default: return 0
  }
}

/// Whether a blank or the end stands at an offset: what the notation wants behind a mark.
@inlinable @inline(__always)
package func isBlankOrEnd(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  offset >= end || blankLength(bytes, at: offset, end: end) > 0
}

/// The length of the implicit directional mark at an offset, or 0: U+200E, U+200F, U+061C. They have no width.
@inlinable @inline(__always)
package func directionalMarkLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  guard offset + 1 < end else { return 0 }
  switch bytes[offset] {
  case 0xD8: return bytes[offset + 1] == 0x9C ? 2 : 0
  case 0xE2:
    guard offset + 2 < end, bytes[offset + 1] == 0x80 else { return 0 }
    return bytes[offset + 2] == 0x8E || bytes[offset + 2] == 0x8F ? 3 : 0
  default: return 0
  }
}

/// The length of a byte-order mark (U+FEFF) at an offset, or 0.
@inlinable @inline(__always)
package func byteOrderMarkLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  offset + 2 < end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF ? 3 : 0
}

/// The first offset from `offset` on at which no byte-order mark stands.
@inlinable @inline(__always)
package func skipByteOrderMarks(_ bytes: Span<UInt8>, from offset: Int, end: Int) -> Int {
  var offset = offset
  while case let length = byteOrderMarkLength(bytes, at: offset, end: end), length > 0 { offset += length }
  return offset
}

/// The first offset from `offset` on that is neither a blank nor a directional mark.
@inlinable @inline(__always)
package func skipSpace(_ bytes: Span<UInt8>, from offset: Int, end: Int) -> Int {
  // Nearly always there is none, or one space, and a graphic character behind it. That is told without a loop, before
  // which the compiler would reckon for tens of instructions where its checks may be left out.
  guard offset < end else { return offset }
  if bytes[offset].isAsciiGraphic { return offset }
  let next = offset &+ 1
  if bytes[offset] == Ascii.space, next < end, bytes[next].isAsciiGraphic { return next }
  return skipAnySpace(bytes, from: offset, end: end)
}

@usableFromInline @inline(never)
func skipAnySpace(_ bytes: Span<UInt8>, from offset: Int, end: Int) -> Int {
  var offset = offset
  while offset < end {
    let length = blankLength(bytes, at: offset, end: end) | directionalMarkLength(bytes, at: offset, end: end)
    if length == 0 { break }
    offset += length
  }
  return offset
}

/// Whether a blank stands among the directional marks of a range.
package func holdsBlank(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  var offset = start
  while offset < end {
    if blankLength(bytes, at: offset, end: end) > 0 { return true }
    offset += max(1, directionalMarkLength(bytes, at: offset, end: end))
  }
  return false
}

/// The end of a text without the blanks at its end.
@inlinable @inline(__always)
package func trimBlanks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  // Nearly always there are none.
  guard end > start else { return end }
  return bytes[end &- 1].isAsciiGraphic ? end : trimAnyBlanks(bytes, from: start, to: end)
}

@usableFromInline @inline(never)
func trimAnyBlanks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var end = end
  while true {
    let length = blankLength(bytes, before: end, start: start)
    if length == 0 { return end }
    end -= length
  }
}
