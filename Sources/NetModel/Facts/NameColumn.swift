import NetSyntax

/// Folded names, each once, in one buffer and with a hash: what is left of a file's names when it has been read.
struct NameColumn: Sendable {
  private struct Entry: BitwiseCopyable {
    /// Where its bytes end; they start where those of the name before end.
    var end: UInt32
    var hash: UInt32
  }

  private(set) var bytes: [UInt8] = []
  private var entries: [Entry] = []

  /// The number of names.
  @inline(__always) var count: Int { entries.count }

  /// Where the bytes of a name stand.
  @inline(__always)
  func range(of name: Int) -> Range<Int> {
    let start = name == 0 ? 0 : Int(truncatingIfNeeded: entries[name &- 1].end)
    return start..<Int(truncatingIfNeeded: entries[name].end)
  }

  /// The hash of a name's bytes.
  @inline(__always)
  func hash(of name: Int) -> UInt32 { entries[name].hash }

  /// The text of a name.
  func text(of name: Int) -> String { String(decoding: bytes[range(of: name)], as: UTF8.self) }

  /// Whether a name is part of some bytes, of which the hash is known.
  @inline(__always)
  func isEqual(_ name: Int, _ other: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> Bool {
    guard entries[name].hash == hash else { return false }
    let own = self.range(of: name)
    return own.count == range.count
      && ByteWords.areEqual(bytes.span, at: own.lowerBound, other, at: range.lowerBound, count: range.count)
  }

  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, hash: UInt32) {
    bytes.append(contentsOf: text, in: range)
    entries.append(Entry(end: UInt32(truncatingIfNeeded: bytes.count), hash: hash))
  }

  /// A copy that takes no more memory than it needs.
  func trimmed() -> NameColumn {
    var copy = NameColumn()
    copy.bytes = bytes.trimmed()
    copy.entries = entries.trimmed()
    return copy
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }
}

extension Array {
  /// A copy in no more memory than it needs, which leaves the array its own memory to be used again.
  func trimmed() -> [Element] {
    // The array keeps its elements as long as the closure runs. A copy of a slice would share them.
    unsafe isEmpty ? [] : withUnsafeBufferPointer { unsafe Array($0) }
  }
}
