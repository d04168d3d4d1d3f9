/// A set of bytes: what a class such as `[a-z]` in a pattern matches.
struct ByteSet: Hashable, Sendable {
  private var words = SIMD4<UInt64>()

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  mutating func insert(from first: UInt8, through last: UInt8) {
    guard first <= last else { return }
    for byte in first...last { insert(byte) }
  }

  mutating func invert() { words = ~words }
}

extension ByteSet {
  /// Reads the class that starts with the `[` at `index`, as git's wildmatch does, and moves behind its `]`.
  ///
  /// Nil where the class is not closed or names an unknown `[:kind:]`: git's matcher gives such a pattern up.
  init?(class pattern: [UInt8], at index: inout Int) {
    var place = index + 1
    func byte(_ place: Int) -> UInt8? { place < pattern.count ? pattern[place] : nil }
    let isNegated = byte(place) == UInt8(ascii: "!") || byte(place) == UInt8(ascii: "^")
    if isNegated { place += 1 }
    // The byte that a following `-` would start a range at; none behind a range or a named kind.
    var previous: UInt8?
    repeat {
      guard let current = byte(place) else { return nil }
      if current == UInt8(ascii: "\\") {
        place += 1
        guard let escaped = byte(place) else { return nil }
        insert(escaped)
        previous = escaped
      } else if current == UInt8(ascii: "-"), let first = previous, let end = byte(place + 1),
        end != UInt8(ascii: "]")
      {
        place += 1
        if end == UInt8(ascii: "\\") { place += 1 }
        guard let last = byte(place) else { return nil }
        insert(from: first, through: last)
        previous = nil
      } else if current == UInt8(ascii: "["), byte(place + 1) == UInt8(ascii: ":") {
        guard let close = pattern[(place + 2)...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close - 1 >= place + 2, pattern[close - 1] == UInt8(ascii: ":") {
          guard insert(kind: pattern[(place + 2)..<(close - 1)]) else { return nil }
          place = close
          previous = nil
        } else {
          insert(current)
          previous = current
        }
      } else {
        insert(current)
        previous = current
      }
      place += 1
    } while byte(place) != UInt8(ascii: "]")
    if isNegated { invert() }
    index = place + 1
  }

  /// Inserts the ASCII bytes of a named kind; false if there is none of that name.
  private mutating func insert(kind name: ArraySlice<UInt8>) -> Bool {
    guard let kind = Self.kinds.first(where: { $0.name.utf8.elementsEqual(name) }) else { return false }
    for range in kind.ranges { insert(from: range.lowerBound, through: range.upperBound) }
    return true
  }

  private static let digits: ClosedRange<UInt8> = 0x30...0x39
  private static let upper: ClosedRange<UInt8> = 0x41...0x5A
  private static let lower: ClosedRange<UInt8> = 0x61...0x7A

  /// POSIX's kinds as git knows them; its `space` holds neither vertical tab nor form feed.
  private static let kinds: [(name: String, ranges: [ClosedRange<UInt8>])] = [
    ("alnum", [digits, upper, lower]), ("alpha", [upper, lower]), ("blank", [0x20...0x20, 0x09...0x09]),
    ("cntrl", [0x00...0x1F, 0x7F...0x7F]), ("digit", [digits]), ("graph", [0x21...0x7E]), ("lower", [lower]),
    ("print", [0x20...0x7E]), ("punct", [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]),
    ("space", [0x20...0x20, 0x09...0x0A, 0x0D...0x0D]), ("upper", [upper]),
    ("xdigit", [digits, 0x41...0x46, 0x61...0x66]),
  ]
}
