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
  init?(_ bytes: Span<UInt8>) {
    guard bytes.count <= Word.longest, bytes.count > 0 else { return nil }
    var packed: UInt128 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte > 0, byte < 0x80 else { return nil }
      packed = packed << 8 | UInt128(TextBytes.lowercased(byte))
    }
    self.packed = packed << UInt128(8 * (Word.longest - bytes.count))
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

/// Values found by their word: sorted once, then searched in a logarithmic number of comparisons.
struct WordTable<Value: Sendable>: Sendable {
  private let words: [Word]
  private let values: [Value]

  /// A table of pairs; where two have the same word, both are kept, in the order given.
  init(_ pairs: [(String, Value)]) {
    let sorted = pairs.map { (Word($0.0), $0.1) }.enumerated()
      .sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    self.words = sorted.map(\.element.0)
    self.values = sorted.map(\.element.1)
  }

  /// The value of a word, the first where it has several.
  subscript(word: Word) -> Value? {
    let index = firstIndex(of: word)
    return index < words.count && words[index] == word ? values[index] : nil
  }

  /// All values of a word, in the order they were given.
  func all(_ word: Word) -> ArraySlice<Value> {
    let start = firstIndex(of: word)
    var end = start
    while end < words.count, words[end] == word { end += 1 }
    return values[start..<end]
  }

  /// The words of the table, sorted.
  var allWords: [Word] { words }

  private func firstIndex(of word: Word) -> Int {
    var low = 0
    var high = words.count
    while low < high {
      let middle = low + (high - low) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
