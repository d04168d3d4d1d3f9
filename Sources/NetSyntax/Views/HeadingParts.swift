/// The parts of a record heading, as tokens.
///
/// ```
/// # Amara Okafor @amara #founder          # 2026-11-14 15:00-16:30 Coffee with @lena
///   └── name ──┘ handle   tags              └─ date ─┘ └── time ─┘ └──── title ────┘
/// ```
public struct HeadingParts: Sendable {
  /// The date, or what is shaped like one; of meetings.
  public var date: Int?
  /// The time, or what is shaped like one; of meetings.
  public var time: Int?
  /// All running text of the heading, behind the date and the time.
  public var title: Range<Int>
  /// The title without the tags and the handle at its end: a name.
  public var name: Range<Int>
  /// The mention that is the record's handle.
  public var handle: Int?
}

extension Tree {
  /// Whether the file has a record heading.
  public var holdsRecord: Bool { (0..<nodeCount).contains { kind(ofNode: $0) == .record } }

  /// The node of a record's heading.
  public func heading(ofRecord record: Int) -> Int {
    var node = record + 1
    while kind(ofNode: node) == .comment { node += 1 }
    return node
  }

  /// The parts of the heading that is a node.
  public func headingParts(ofNode node: Int, in bytes: Span<UInt8>) -> HeadingParts {
    let tokens = tokens(ofNode: node)
    precondition(holds(tokens), "no such tokens")
    var parts = HeadingParts(title: tokens, name: tokens)
    var first = tokens.lowerBound
    scanning: while first < tokens.upperBound {
      switch unsafe kind(ofUncheckedToken: first) {  // In the tree: checked above.
      case .date: parts.date = first
      case .time: parts.time = first
      case .byteOrderMark, .space, .recordMark, .colon: break
      default: break scanning
      }
      first += 1
    }
    var end = tokens.upperBound
    while end > first, kind(ofToken: end - 1) == .lineEnd || kind(ofToken: end - 1) == .space { end -= 1 }
    parts.title = first..<end
    readTail(&parts, in: bytes)
    return parts
  }

  /// Reads tags and one mention from the end, up to the first other word.
  private func readTail(_ parts: inout HeadingParts, in bytes: Span<UInt8>) {
    var end = parts.title.upperBound
    reading: while end > parts.title.lowerBound {
      switch kind(ofToken: end - 1) {
      case .tag: break
      case .mention:
        if parts.handle != nil { break reading }
        parts.handle = end - 1
      case .text: if !isBlank(token: end - 1, in: bytes) { break reading }
      default: break reading
      }
      end -= 1
    }
    // A tag or handle that touches the word before it belongs to the name: `C#minor`, `(@amara`.
    while end < parts.title.upperBound, end > parts.title.lowerBound,
      !endsInBlank(token: end - 1, in: bytes), !isBlank(token: end, in: bytes)
    {
      if parts.handle == end { parts.handle = nil }
      end += 1
    }
    parts.name = parts.title.lowerBound..<end
  }

  /// Whether a token holds nothing but blanks and directional marks.
  package func isBlank(token: Int, in bytes: Span<UInt8>) -> Bool {
    let range = range(ofToken: token)
    return skipSpace(bytes, from: range.start, end: range.end) == range.end
  }

  private func endsInBlank(token: Int, in bytes: Span<UInt8>) -> Bool {
    let range = range(ofToken: token)
    return blankLength(bytes, before: range.end, start: range.start) > 0
  }
}
