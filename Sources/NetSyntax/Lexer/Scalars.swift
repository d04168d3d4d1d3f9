/// A Unicode scalar read from bytes, with its length; U+FFFD and 1 for a byte that starts none.
@usableFromInline
package struct DecodedScalar {
  @usableFromInline package var scalar: Unicode.Scalar
  @usableFromInline package var length: Int

  @inlinable @inline(__always)
  init(scalar: Unicode.Scalar, length: Int) {
    self.scalar = scalar
    self.length = length
  }
}

/// The scalar at an offset before `end`.
@inlinable
package func decodeScalar(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> DecodedScalar {
  let first = bytes[offset]
  if first < 0x80 { return DecodedScalar(scalar: Unicode.Scalar(first), length: 1) }
  // Most letters beyond ASCII have two bytes.
  if first &- 0xC2 < 0x1E, offset + 1 < end, bytes[offset + 1] & 0xC0 == 0x80,
    let scalar = Unicode.Scalar(UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F))
  {
    return DecodedScalar(scalar: scalar, length: 2)
  }
  return decodeLongScalar(bytes, at: offset, end: end)
}

/// A scalar of three or four bytes, or what is none.
@usableFromInline
func decodeLongScalar(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> DecodedScalar {
  let first = bytes[offset]
  let length = first < 0xE0 ? 0 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
  let broken = DecodedScalar(scalar: "\u{FFFD}", length: 1)
  guard length > 0, offset + length <= end else { return broken }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for index in offset + 1..<offset + length {
    guard bytes[index] & 0xC0 == 0x80 else { return broken }
    value = value << 6 | UInt32(bytes[index] & 0x3F)
  }
  // What could be written with fewer bytes is no scalar.
  guard value >= (length == 3 ? 0x800 : 0x1_0000), let scalar = Unicode.Scalar(value) else { return broken }
  return DecodedScalar(scalar: scalar, length: length)
}

/// The scalar that ends at an offset behind `start`.
package func decodeScalar(_ bytes: Span<UInt8>, before offset: Int, start: Int) -> DecodedScalar {
  var first = offset - 1
  while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
  let decoded = decodeScalar(bytes, at: first, end: offset)
  return first + decoded.length == offset ? decoded : DecodedScalar(scalar: "\u{FFFD}", length: 1)
}

extension Unicode.Scalar {
  /// A letter of any script: general category L*.
  package var isLetter: Bool {
    switch scalarClass(self) {
    case .letter, .capital: true
    case .mark, .digit, .closingPunctuation, .other: false
    }
  }

  /// A decimal digit of any script: general category Nd.
  package var isDigit: Bool { scalarClass(self) == .digit }

  /// A combining mark: general category M*.
  package var isMark: Bool { scalarClass(self) == .mark }

  /// U+200C and U+200D, which join or part letters in many scripts and belong to the word they stand in.
  package var isJoinControl: Bool { value == 0x200C || value == 0x200D }

  /// Punctuation that may close what an address stands in: quotes, brackets and sentence marks of any script.
  package var isClosingPunctuation: Bool { scalarClass(self) == .closingPunctuation }
}
