import NetSyntax

/// The folded names of one file while it is read.
///
/// A handle is hashed where it stands, eight bytes at a time, and is nearly always its own folded form: nothing is
/// copied and no string is made. Other spellings are folded once.
struct NameTable: ~Copyable {
  private var folded = NameSet()
  private var spellings = NameSet()
  /// By spelling: the name that it comes to.
  private var nameOfSpelling: [UInt32] = []
  /// For the forms that do not stand in the file.
  private var scratch: [UInt8] = []
  private var key: [UInt8] = []

  /// The names.
  var names: NameColumn { folded.names }

  /// How many bytes the names have.
  var byteCount: Int { folded.names.bytes.count }

  /// Forgets all names, and keeps the memory.
  mutating func removeAll() {
    folded.removeAll()
    spellings.removeAll()
    nameOfSpelling.removeAll(keepingCapacity: true)
  }

  /// The index of the handle that a range of the file spells, without `@`.
  @inline(__always)
  mutating func index(ofHandle range: ByteRange, in bytes: Span<UInt8>) -> Int {
    let hash = NameHash(bytes, range.start, range.end)
    if hash.isPlain { return folded.index(of: bytes, range.start..<range.end, hash: hash.value) }
    return index(ofSpelling: bytes, range.start..<range.end, hash: hash.value)
  }

  /// The index of a handle in lower case as written: mostly that of its folded form.
  mutating func index(ofWritten range: ByteRange, in bytes: Span<UInt8>) -> Int {
    var written = takeScratch()
    appendLowercasedAsWritten(bytes.extracting(range.start..<range.end), to: &written)
    let hash = NameHash(written.span, 0, written.count)
    let index = folded.index(of: written.span, 0..<written.count, hash: hash.value)
    scratch = written
    return index
  }

  /// The index of the handle that a name gives, folded and in lower case as written; nil if it gives none.
  mutating func index(ofSlugOf name: Span<UInt8>) -> (folded: Int, written: Int)? {
    var slug = takeScratch()
    appendSlug(of: name, to: &slug)
    var found: (folded: Int, written: Int)?
    if !slug.isEmpty {
      let range = 0..<slug.count
      let hash = NameHash(slug.span, 0, slug.count)
      let written = folded.index(of: slug.span, range, hash: hash.value)
      let isFolded = hash.isPlain || HandleText.isKey(ofLowercased: slug.span)
      found = (isFolded ? written : index(ofSpelling: slug.span, range, hash: hash.value), written)
    }
    scratch = slug
    return found
  }

  /// Whether a range of the file holds the very bytes of a name.
  func isSpelled(_ name: Int, as range: ByteRange, in bytes: Span<UInt8>) -> Bool {
    folded.names.isEqual(name, bytes, range.start..<range.end, hash: folded.names.hash(of: name))
  }

  /// Whether a name is the writer's: `me`.
  func isMe(_ name: Int) -> Bool {
    let range = folded.names.range(of: name)
    return range.count == 2 && folded.names.bytes[range.lowerBound] == UInt8(ascii: "m")
      && folded.names.bytes[range.lowerBound + 1] == UInt8(ascii: "e")
  }

  /// The index of a handle that is not plain.
  @inline(never)
  private mutating func index(ofSpelling bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    let spelling = spellings.index(of: bytes, range, hash: hash)
    if spelling < nameOfSpelling.count { return Int(nameOfSpelling[spelling]) }
    var text: [UInt8] = []
    swap(&text, &key)
    text.removeAll(keepingCapacity: true)
    appendFolded(bytes.extracting(range), to: &text)
    let name = folded.index(of: text.span, 0..<text.count, hash: NameHash(text.span, 0, text.count).value)
    key = text
    nameOfSpelling.append(UInt32(truncatingIfNeeded: name))
    return name
  }

  /// The scratch buffer, empty, to be put back.
  private mutating func takeScratch() -> [UInt8] {
    var buffer: [UInt8] = []
    swap(&buffer, &scratch)
    buffer.removeAll(keepingCapacity: true)
    return buffer
  }
}

/// Names, each once, found by their hash.
private struct NameSet: ~Copyable {
  private(set) var names = NameColumn()
  /// Open addressing with linear probing: one more than the index of a name, 0 where there is none.
  private var slots = [UInt32](repeating: 0, count: smallest)

  private static var smallest: Int { 256 }

  mutating func removeAll() {
    // A table that one great file has made large is not emptied slot by slot for each small one behind it.
    if slots.count > Self.smallest, names.count < slots.count / 16 {
      slots = [UInt32](repeating: 0, count: Self.smallest)
    } else if names.count > 0 {
      for slot in slots.indices { slots[slot] = 0 }
    }
    names.removeAll()
  }

  /// The index of a name, which is added if it is new.
  @inline(__always)
  mutating func index(of bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let name = Int(truncatingIfNeeded: slots[slot]) &- 1
      if names.isEqual(name, bytes, range, hash: hash) { return name }
      slot = (slot &+ 1) & mask
    }
    return add(bytes, range, hash: hash, at: slot)
  }

  @inline(never)
  private mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32, at slot: Int) -> Int {
    slots[slot] = UInt32(truncatingIfNeeded: names.count &+ 1)
    names.append(bytes, range, hash: hash)
    if names.count &* 2 > slots.count { grow() }
    return names.count &- 1
  }

  private mutating func grow() {
    let count = slots.count * 2
    slots = [UInt32](repeating: 0, count: count)
    for name in 0..<names.count {
      var slot = Int(truncatingIfNeeded: names.hash(of: name)) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: name + 1)
    }
  }
}
