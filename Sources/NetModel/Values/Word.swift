/// A short ASCII word in lower case, held in one number so that tables of words are searched without strings.
///
/// The bytes stand from the most significant end, filled up with zeros: the order of two words is the order
/// of their texts. What is longer than 16 bytes, or not ASCII, or has a NUL in it, is no word and so in no
/// table.
///
///     byte   15   14   13   12   11 … 0
///            'r'  'o'  'l'  'e'   0 … 0
struct Word: Hashable, Comparable, Sendable {
  let packed: UInt128

  static let longest = 16

  /// A word from bytes in any letter case, or nil if they are too many, none, or not ASCII.
  @inline(__always)
  init?(_ bytes: Span<UInt8>) {
    let count = bytes.count
    guard count > 0, count <= Word.longest else { return nil }
    let isLong = count >= 8
    let first = isLong ? ByteWords.load(bytes, at: 0) : ByteWords.load(bytes, at: 0, count: count)
    var second: UInt64 = 0
    if count == 16 {
      second = ByteWords.load(bytes, at: 8)
    } else if isLong {
      second = ByteWords.load(bytes, at: 8, count: count &- 8)
    }
    // The bytes that are missing are no NULs.
    let firstGap = isLong ? 0 : ~0 &<< UInt64(truncatingIfNeeded: 8 &* count)
    let secondGap = count == 16 ? 0 : isLong ? ~0 &<< UInt64(truncatingIfNeeded: 8 &* (count &- 8)) : ~0
    guard (first | second) & ByteWords.highBits == 0, !ByteWords.holdsZero(first | firstGap),
      !ByteWords.holdsZero(second | secondGap)
    else { return nil }
    packed =
      UInt128(ByteWords.lowercased(first).byteSwapped) << 64 | UInt128(ByteWords.lowercased(second).byteSwapped)
  }

  /// A word as people type it in a key's place: hyphens, underscores, blanks and a number behind are left
  /// out, so that `Date-of-birth` is `dateofbirth` and `phone2` is `phone`.
  init?(loose bytes: Span<UInt8>) {
    var end = bytes.count
    while end > 0, TextBytes.isDigit(bytes[end - 1]) || Word.isJoiner(bytes[end - 1]) { end -= 1 }
    var packed: UInt128 = 0
    var count = 0
    for index in 0..<end {
      let byte = bytes[index]
      if Word.isJoiner(byte) { continue }
      guard byte > 0, byte < 0x80, count < Word.longest else { return nil }
      packed = packed << 8 | UInt128(TextBytes.lowercased(byte))
      count += 1
    }
    guard count > 0 else { return nil }
    self.packed = packed << UInt128(8 * (Word.longest - count))
  }

  /// A word of a table of ours; what is too long or not ASCII becomes the empty word, which matches nothing.
  init(_ text: String) {
    self.packed = Word(text.utf8.span)?.packed ?? 0
  }

  private static func isJoiner(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x5F || byte == 0x20
  }

  /// The word's text.
  var text: String {
    var text = ""
    for place in 0..<Word.longest {
      let byte = UInt8(truncatingIfNeeded: packed >> UInt128(8 * (Word.longest - 1 - place)))
      if byte == 0 { break }
      text.unicodeScalars.append(Unicode.Scalar(byte))
    }
    return text
  }

  static func < (left: Word, right: Word) -> Bool { left.packed < right.packed }
}

/// Values found by their word: in one step by a hash.
struct WordTable<Value: Sendable>: Sendable {
  /// The words, sorted.
  private let words: [Word]
  private let values: [Value]
  /// Open addressing: one more than the place of a word's first value, 0 where there is none. At most a quarter is
  /// taken.
  private let slots: [UInt16]

  /// A table of pairs; where two have the same word, both are kept, in the order given.
  init(_ pairs: [(String, Value)]) {
    let sorted = pairs.map { (Word($0.0), $0.1) }.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    self.words = sorted.map(\.element.0)
    self.values = sorted.map(\.element.1)
    var count = 8
    while count < 4 * pairs.count { count *= 2 }
    var slots = [UInt16](repeating: 0, count: count)
    for (place, word) in words.enumerated() where place == 0 || words[place - 1] != word {
      var slot = word.hash & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt16(place + 1)
    }
    self.slots = slots
  }

  /// The value of a word, the first where it has several.
  @inline(__always)
  subscript(word: Word) -> Value? {
    firstIndex(of: word).map { values[$0] }
  }

  /// All values of a word, in the order they were given.
  func all(_ word: Word) -> ArraySlice<Value> {
    guard let start = firstIndex(of: word) else { return [] }
    var end = start
    while end < words.count, words[end] == word { end += 1 }
    return values[start..<end]
  }

  /// The words of the table, sorted.
  var allWords: [Word] { words }

  @inline(__always)
  private func firstIndex(of word: Word) -> Int? {
    let mask = slots.count &- 1
    var slot = word.hash & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) &- 1
      if words[place].packed == word.packed { return place }
      slot = (slot &+ 1) & mask
    }
    return nil
  }
}

extension Word {
  /// A number that tells the words of a table apart.
  @inline(__always)
  fileprivate var hash: Int {
    let (high, low) = (UInt64(truncatingIfNeeded: packed >> 64), UInt64(truncatingIfNeeded: packed))
    return Int(truncatingIfNeeded: ((high ^ low &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93) >> 32)
  }
}
