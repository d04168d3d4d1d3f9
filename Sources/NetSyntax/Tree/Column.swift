/// One column of the tree: a growing buffer that has exactly one owner.
///
/// `Array` would do the same work, but its uniqueness check at each append costs 1.45 times as much where a
/// hundred million tokens are appended; a noncopyable type needs none. The memory is kept when the column is
/// emptied, so that a worker that parses a thousand files allocates once.
@safe
@usableFromInline
struct Column<Element: BitwiseCopyable & Sendable>: ~Copyable, @unchecked Sendable {
  // Unsafe because the buffer is ours to free: `base` holds `capacity` elements, the first `count` initialised.
  @usableFromInline var base: UnsafeMutablePointer<Element>
  @usableFromInline private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  @inlinable deinit {
    unsafe base.deallocate()
  }

  @usableFromInline
  subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(isInRange(index), "column index out of range")
      return unsafe base[index]  // In range: checked above.
    }
    @inline(__always) set {
      precondition(isInRange(index), "column index out of range")
      unsafe base[index] = newValue  // In range: checked above.
    }
  }

  /// An element that the caller has found to be in the column. Before a loop with a check in it the compiler reckons for
  /// tens of instructions where it may be left out, more than most loops over tokens take.
  @unsafe @inline(__always)
  func unchecked(_ index: Int) -> Element { unsafe base[index] }

  /// One comparison, since a negative number without its sign is greater than any count.
  @usableFromInline @inline(__always)
  func isInRange(_ index: Int) -> Bool { UInt(bitPattern: index) < UInt(bitPattern: count) }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    unsafe base[count] = element  // `grow` made room.
    count &+= 1
  }

  /// Whether the next element needs more memory.
  @inline(__always) var isFull: Bool { count == capacity }

  /// The number of elements that can come without more memory.
  var room: Int { capacity - count }

  /// Makes room for some more elements.
  mutating func reserve(_ more: Int) {
    if room >= more { return }
    var newCapacity = capacity * 2
    while newCapacity - count < more { newCapacity *= 2 }
    grow(to: newCapacity)
  }

  /// Appends where ``reserve(_:)`` has made room; in two columns that grow together one check is enough.
  @inline(__always)
  mutating func appendReserved(_ element: Element) {
    assert(count < capacity, "no room was reserved")
    unsafe base[count] = element  // Within the capacity: see above.
    count &+= 1
  }

  /// Forgets the elements from `newCount` on, and keeps the memory.
  mutating func truncate(to newCount: Int) {
    precondition(newCount >= 0 && newCount <= count, "a column only shrinks")
    count = newCount
  }

  @inline(never)
  private mutating func grow(to newCapacity: Int) {
    let newBase = UnsafeMutablePointer<Element>.allocate(capacity: newCapacity)
    // The old buffer holds `count` elements, the new one has room for more, and they do not overlap.
    unsafe newBase.moveInitialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = newBase
    capacity = newCapacity
  }
}

extension Column where Element: RawRepresentable, Element.RawValue == UInt8 {
  /// The first of some elements of one byte each that has a raw value, looked at eight at a time; `end` if none has.
  func firstByte(_ value: UInt8, from start: Int, to end: Int) -> Int {
    precondition(MemoryLayout<Element>.size == 1 && start >= 0 && end <= count, "column index out of range")
    let wanted = UInt64(value) &* 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= end {
      // In range: checked above. The first element is to be the lowest byte.
      let word = unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let others = UInt64(littleEndian: word) ^ wanted
      let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080
      if found != 0 { return index &+ found.trailingZeroBitCount / 8 }
      index &+= 8
    }
    guard index < end else { return end }
    guard end >= 8 else {
      while index < end, self[index].rawValue != value { index &+= 1 }
      return index
    }
    // The last eight, of which those that have been looked at, or stand before the first, are pushed out.
    let rest = UInt64(truncatingIfNeeded: 8 &* (end &- index))
    let word = unsafe UnsafeRawPointer(base).loadUnaligned(fromByteOffset: end &- 8, as: UInt64.self)
    let others = (UInt64(littleEndian: word) &>> (64 &- rest)) ^ wanted
    let found = (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 & ~(~0 &<< rest)
    return found == 0 ? end : index &+ found.trailingZeroBitCount / 8
  }
}
