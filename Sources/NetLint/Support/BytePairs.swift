/// By any two bytes side by side: what they may begin or belong to.
///
/// What is looked for in a text may begin with nearly every byte, but with few pairs of them.
struct BytePairs<Trigger: OptionSet & Sendable & BitwiseCopyable>: Sendable where Trigger.RawValue == UInt8 {
  /// By the first byte and 256 times the second.
  private var triggers = [Trigger](repeating: [], count: 1 << 16)
  /// What is looked for; other triggers are only kept.
  private let wanted: Trigger

  /// Pairs that belong to nothing yet.
  init(wanted: Trigger) { self.wanted = wanted }

  mutating func add(_ trigger: Trigger, _ first: UInt8, _ second: UInt8) {
    triggers[Int(first) | Int(second) << 8].formUnion(trigger)
  }

  /// Adds what a byte may begin whatever stands behind it.
  mutating func add(_ trigger: Trigger, _ first: UInt8) {
    for second in UInt8.min...UInt8.max { add(trigger, first, second) }
  }

  subscript(first: UInt8, second: UInt8) -> Trigger { triggers[Int(first) | Int(second) << 8] }

  /// The trigger of the two bytes at an offset, of which the callers make sure.
  @inline(__always)
  private func trigger(_ bytes: Span<UInt8>, _ offset: Int) -> Trigger {
    // Any two bytes are a number, and the table has an entry for each.
    let pair = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
    return unsafe triggers.span[unchecked: Int(UInt16(littleEndian: pair))]
  }

  /// The next two bytes from an offset on that may belong to something that is looked for.
  ///
  /// Eight pairs at a time are looked up, and only where one of them counts each by itself: the search for secrets takes 4
  /// instructions a byte, and took 24 with a look at each byte.
  @inline(__always)
  func next(in bytes: Span<UInt8>, from start: Int) -> (offset: Int, trigger: Trigger)? {
    precondition(start >= 0, "a search starts in the text")
    var offset = start
    while offset &+ 8 < bytes.count {
      var found = Trigger()
      for ahead in 0..<8 { found.formUnion(trigger(bytes, offset &+ ahead)) }
      if !found.isDisjoint(with: wanted) { break }
      offset &+= 8
    }
    while offset &+ 1 < bytes.count {
      let found = trigger(bytes, offset)
      if !found.isDisjoint(with: wanted) { return (offset, found) }
      offset &+= 1
    }
    return nil
  }
}
