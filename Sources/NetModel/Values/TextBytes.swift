import NetSyntax

/// Reading UTF-8 bytes where they stand, so that values are recognised without making a `String` of them.
///
/// Every function here is total: an index outside the bytes reads as their end, and bytes that are not
/// UTF-8 read as U+FFFD, one at a time.
enum TextBytes {
  /// The byte at an index, or nil at and behind the end.
  @inline(__always)
  static func byte(_ bytes: Span<UInt8>, _ index: Int) -> UInt8? {
    index >= 0 && index < bytes.count ? bytes[index] : nil
  }

  /// The Unicode scalar that starts at an index, and its length in bytes; nil at and behind the end.
  @inline(__always)
  static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (value: Unicode.Scalar, length: Int)? {
    guard let first = byte(bytes, index) else { return nil }
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let decoded = decodeScalar(bytes, at: index, end: bytes.count)
    return (decoded.scalar, decoded.length)
  }

  /// The length of the blank at an index, or 0.
  @inline(__always)
  static func blankLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    index < 0 ? 0 : NetSyntax.blankLength(bytes, at: index, end: bytes.count)
  }

  /// The length of the implicit directional mark at an index (U+200E, U+200F, U+061C), or 0.
  static func directionalMarkLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    index < 0 ? 0 : NetSyntax.directionalMarkLength(bytes, at: index, end: bytes.count)
  }

  /// The first index at or behind another where no blank stands.
  @inline(__always)
  static func skipBlanks(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    var index = index
    while true {
      let length = blankLength(bytes, index)
      if length == 0 { return index }
      index += length
    }
  }

  /// A range without the blanks at its two ends.
  static func trimBlanks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let upper = min(range.upperBound, bytes.count)
    let start = min(skipBlanks(bytes, range.lowerBound), upper)
    return start..<NetSyntax.trimBlanks(bytes, from: start, to: upper)
  }

  /// The bytes, to keep.
  static func copy(_ bytes: Span<UInt8>) -> [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(bytes.count)
    for index in bytes.indices { copy.append(bytes[index]) }
    return copy
  }

  /// Appends a scalar's value as UTF-8.
  @inline(__always)
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    func next(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) | 0x80 }
    if scalar < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
      return
    }
    if scalar < 0x800 {
      bytes.append(UInt8(truncatingIfNeeded: scalar >> 6) | 0xC0)
    } else {
      if scalar < 0x10000 {
        bytes.append(UInt8(truncatingIfNeeded: scalar >> 12) | 0xE0)
      } else {
        bytes.append(UInt8(truncatingIfNeeded: scalar >> 18) | 0xF0)
        bytes.append(next(12))
      }
      bytes.append(next(6))
    }
    bytes.append(next(0))
  }

  /// The text of bytes, with U+FFFD for what is not UTF-8.
  static func string(_ bytes: Span<UInt8>) -> String {
    if let valid = try? UTF8Span(validating: bytes) { return String(copying: valid) }
    return String(decoding: copy(bytes), as: UTF8.self)
  }

  /// The text of a part of bytes; the part is cut to what there is.
  static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    string(bytes.extracting(range.clamped(to: 0..<bytes.count)))
  }

  @inline(__always)
  static func isDigit(_ byte: UInt8?) -> Bool { byte?.isAsciiDigit ?? false }

  @inline(__always)
  static func isLetter(_ byte: UInt8?) -> Bool { byte?.isAsciiLetter ?? false }

  /// The lower-case form of an ASCII byte; other bytes stay.
  @inline(__always)
  static func lowercased(_ byte: UInt8) -> UInt8 { byte.asciiLowercased }
}
