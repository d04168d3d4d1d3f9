import NetSyntax

/// The words of an enumeration as constants, so that nothing has to be set up, and one is found in a third of the
/// instructions that a `WordTable` takes.
struct StaticWords: Sendable {
  /// The words in the order of the enumeration, each filled up with dots to sixteen characters.
  private let words: StaticString
  /// By a hash of eight characters: the place of the one word that may have it. Where a word is added,
  /// `Tables/generate-static-words.py` finds all of them anew, with another factor.
  private let places: StaticDigits
  private let factor: UInt64

  @inline(__always)
  init(_ words: StaticString, places: StaticString, factor: UInt64) {
    self.words = words
    self.places = StaticDigits(places)
    self.factor = factor
  }

  /// The place of the word that a part of some bytes spells in any letter case, or nil.
  @inline(__always)
  func place(of bytes: Span<UInt8>, _ range: ByteRange) -> Int? {
    let (start, count) = (range.start, range.count)
    // Dots at its end would be taken for what a shorter word is filled up with.
    guard count > 0, count <= 16, bytes[range.end &- 1] != UInt8(ascii: ".") else { return nil }
    let first = part(of: bytes, at: start, count: min(count, 8))
    let place = places[Int(truncatingIfNeeded: (first &* factor) &>> 58)]
    guard word(at: 16 &* place) == first,
      word(at: 16 &* place &+ 8) == (count > 8 ? part(of: bytes, at: start &+ 8, count: count &- 8) : StaticWords.dots)
    else { return nil }
    return place
  }

  private static var dots: UInt64 { 0x2E &* ByteWords.ones }

  /// Up to eight bytes in lower case, filled up with dots.
  @inline(__always)
  private func part(of bytes: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
    if count == 8 { return ByteWords.lowercased(ByteWords.load(bytes, at: offset)) }
    let word = ByteWords.lowercased(ByteWords.load(bytes, at: offset, count: count))
    return word | StaticWords.dots &<< UInt64(truncatingIfNeeded: 8 &* count)
  }

  /// Eight characters of the words.
  @inline(__always)
  private func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= words.utf8CodeUnitCount, "no such word")
    // A literal's bytes are never freed, and the offset has just been checked against their count.
    return UInt64(
      littleEndian: unsafe UnsafeRawPointer(words.utf8Start).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
