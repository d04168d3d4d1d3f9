import NetSyntax

/// Reading up to eight bytes as one number, the first byte lowest, and looking at all of them at once.
///
/// Names and words are short, and are hashed, compared and folded in one or two such steps. No read goes outside the
/// bytes, so that the end of a file needs no care.
enum ByteWords {
  static let ones: UInt64 = 0x0101_0101_0101_0101
  static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The eight bytes from an offset on.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= bytes.count, "eight bytes are read outside the bytes")
    return loadUncheckedWord(bytes, offset)
  }

  /// The next bytes from an offset on, fewer than eight, with zeros for those that are missing.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
    precondition(offset >= 0 && count >= 0 && offset &+ count <= bytes.count, "bytes are read outside the bytes")
    // All eight are read where there are so many, and those behind them cut off.
    guard offset &+ 8 <= bytes.count else { return loadLast(bytes, at: offset, count: count) }
    return loadUncheckedWord(bytes, offset) & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
  }

  /// The same at the end of the bytes.
  @inline(never)
  private static func loadLast(_ bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
    if count >= 4 {
      // In bounds: the caller has checked it. The two halves overlap where the bytes are fewer than eight.
      let low = UInt32(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
      let last = offset &+ count &- 4
      let high = UInt32(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: last, as: UInt32.self))
      return UInt64(low) | UInt64(high) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 4))
    }
    if count == 0 { return 0 }
    let middle = count &>> 1
    return UInt64(bytes[offset]) | UInt64(bytes[offset &+ middle]) &<< UInt64(truncatingIfNeeded: 8 &* middle)
      | UInt64(bytes[offset &+ count &- 1]) &<< UInt64(truncatingIfNeeded: 8 &* (count &- 1))
  }

  /// The high bit of each byte that is an ASCII letter in upper case.
  @inline(__always)
  static func capitals(_ word: UInt64) -> UInt64 {
    let low = word & ~highBits
    return (low &+ (0x3F &* ones)) & ~(low &+ (0x25 &* ones)) & ~word & highBits
  }

  /// The word with ASCII letters in lower case.
  @inline(__always)
  static func lowercased(_ word: UInt64) -> UInt64 { word | capitals(word) >> 2 }

  /// Whether one of the bytes is 0.
  @inline(__always)
  static func holdsZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & highBits != 0 }

  /// Whether two parts of some bytes, as long as each other, hold the same.
  @inline(__always)
  static func areEqual(
    _ left: Span<UInt8>, at leftStart: Int, _ right: Span<UInt8>, at rightStart: Int, count: Int
  ) -> Bool {
    precondition(
      leftStart >= 0 && rightStart >= 0 && count <= left.count &- leftStart && count <= right.count &- rightStart,
      "bytes are compared outside the bytes")
    var offset = 0
    while offset &+ 8 <= count {
      // In bounds: checked above.
      if loadUncheckedWord(left, leftStart &+ offset) != loadUncheckedWord(right, rightStart &+ offset) { return false }
      offset &+= 8
    }
    return load(left, at: leftStart &+ offset, count: count &- offset)
      == load(right, at: rightStart &+ offset, count: count &- offset)
  }
}

/// A hash of some bytes, and whether they are plain: ASCII without an upper-case letter, as nearly all handles are.
struct NameHash {
  private(set) var value: UInt32
  private(set) var isPlain: Bool

  /// The hash of a part of some bytes. It is the same on every machine; whoever makes names collide makes their own
  /// notebook slow.
  @inline(__always)
  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    var hash = UInt64(truncatingIfNeeded: end &- start)
    var marks: UInt64 = 0
    precondition(start >= 0 && end <= bytes.count, "bytes are hashed outside the bytes")
    var offset = start
    while offset &+ 8 <= end {
      let word = loadUncheckedWord(bytes, offset)  // In bounds: checked above.
      marks |= word & ByteWords.highBits | ByteWords.capitals(word)
      hash = NameHash.mixed(hash, word)
      offset &+= 8
    }
    let word = ByteWords.load(bytes, at: offset, count: end &- offset)
    marks |= word & ByteWords.highBits | ByteWords.capitals(word)
    hash = NameHash.mixed(hash, word)
    value = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    isPlain = marks == 0
  }

  /// A hash with a further word in it: all bits of both take part in all bits of the outcome.
  @inline(__always)
  static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
