/// The names of all files of a notebook, each once, as numbers that stay the same.
///
/// The hashes that files keep with their names are used again, so that no name is folded, hashed or made a string of
/// here.
struct SymbolTable: Sendable {
  private var bytes: [UInt8] = []
  /// By symbol: where its bytes end; they start where those of the symbol before end.
  private var ends: [Int] = []
  /// Open addressing with linear probing: one more than a symbol below the hash of its name, 0 where there is none.
  private var slots: [UInt64]

  /// A table with room for some names.
  init(capacity: Int) {
    var count = 64
    while count < 2 * capacity { count *= 2 }
    slots = [UInt64](repeating: 0, count: count)
    ends.reserveCapacity(capacity)
    bytes.reserveCapacity(12 * capacity)
  }

  /// The number of symbols.
  var count: Int { ends.count }

  /// The text of a symbol.
  func text(of symbol: Int) -> String { String(decoding: text(ofSymbol: symbol), as: UTF8.self) }

  /// The same in UTF-8, without a string.
  func text(ofSymbol symbol: Int) -> ArraySlice<UInt8> { bytes[range(of: symbol)] }

  /// The symbol of a handle, folded or not, if there is one.
  func symbol(of handle: Span<UInt8>) -> Int? {
    let hash = NameHash(handle, 0, handle.count)
    if hash.isPlain { return find(handle, 0..<handle.count, hash.value).symbol }
    var text: [UInt8] = []
    appendFolded(handle, to: &text)
    return find(text.span, 0..<text.count, NameHash(text.span, 0, text.count).value).symbol
  }

  /// The symbol of a name, which is added if it is new.
  @inline(__always)
  mutating func add(_ text: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    let found = find(text, range, hash)
    if let symbol = found.symbol { return symbol }
    let symbol = ends.count
    slots[found.slot] = UInt64(hash) &<< 32 | UInt64(truncatingIfNeeded: symbol &+ 1)
    bytes.append(contentsOf: text, in: range)
    ends.append(bytes.count)
    if ends.count &* 2 > slots.count { grow() }
    return symbol
  }

  @inline(__always)
  private func range(of symbol: Int) -> Range<Int> { (symbol == 0 ? 0 : ends[symbol &- 1])..<ends[symbol] }

  @inline(__always)
  private func find(_ text: Span<UInt8>, _ range: Range<Int>, _ hash: UInt32) -> (symbol: Int?, slot: Int) {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot] &>> 32) == hash {
        let symbol = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) &- 1
        let known = self.range(of: symbol)
        if known.count == range.count,
          ByteWords.areEqual(bytes.span, at: known.lowerBound, text, at: range.lowerBound, count: range.count)
        {
          return (symbol, slot)
        }
      }
      slot = (slot &+ 1) & mask
    }
    return (nil, slot)
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: slots.count * 2)
    for entry in slots where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (larger.count - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
      larger[slot] = entry
    }
    slots = larger
  }
}
