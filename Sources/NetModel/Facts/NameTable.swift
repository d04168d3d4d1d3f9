import NetSyntax

/// The folded names of one file, each once.
///
/// A name that was seen before in the same spelling, which is nearly always, is found by its bytes: nothing is folded
/// and no string is made.
struct NameTable: ~Copyable {
  private(set) var texts: [String] = []
  private var indexes: [String: Int] = [:]

  private struct Spelling {
    var hash: UInt32
    /// Where the spelling stood first.
    var start: UInt32
    var length: UInt32
    var name: UInt32
  }

  /// Open addressing with linear probing; a length of 0 marks a free slot.
  private var slots = [Spelling](repeating: Spelling(hash: 0, start: 0, length: 0, name: 0), count: 64)
  private var spellings = 0

  /// The index of the handle that a range of the file spells, without `@`.
  mutating func index(ofHandle range: ByteRange, in bytes: Span<UInt8>) -> Int {
    let hash = Self.hash(bytes, range)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot].length > 0 {
      let known = slots[slot]
      if known.hash == hash, Int(known.length) == range.count, Self.isEqual(bytes, Int(known.start), range) {
        return Int(known.name)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let name = index(of: foldHandle(bytes.extracting(range.start..<range.end)))
    guard range.count > 0 else { return name }
    slots[slot] = Spelling(
      hash: hash, start: UInt32(truncatingIfNeeded: range.start), length: UInt32(truncatingIfNeeded: range.count),
      name: UInt32(truncatingIfNeeded: name))
    spellings += 1
    if spellings * 2 > slots.count { grow() }
    return name
  }

  /// The index of a folded name.
  mutating func index(of text: String) -> Int {
    if let known = indexes[text] { return known }
    indexes[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Spelling](repeating: Spelling(hash: 0, start: 0, length: 0, name: 0), count: old.count * 2)
    for spelling in old where spelling.length > 0 {
      var slot = Int(truncatingIfNeeded: spelling.hash) & (slots.count - 1)
      while slots[slot].length > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = spelling
    }
  }

  /// FNV-1a.
  private static func hash(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for offset in range.start..<range.end { hash = (hash ^ UInt32(bytes[offset])) &* 0x0100_0193 }
    return hash
  }

  private static func isEqual(_ bytes: Span<UInt8>, _ start: Int, _ range: ByteRange) -> Bool {
    for offset in 0..<range.count where bytes[start + offset] != bytes[range.start + offset] { return false }
    return true
  }
}
