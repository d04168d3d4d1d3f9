/// A constant table of small numbers, kept in the text of a literal.
///
/// A digit d, at most 78, is written as the character U+0030 + d, so that the source stays readable text. A
/// literal lies in the program's constant data: it costs nothing at start, needs no memory of its own, and
/// compiles at once, where an array literal of this size takes the compiler seconds and a lazy initialiser
/// stands before each use.
@usableFromInline
package struct StaticDigits: Sendable {
  @usableFromInline let text: StaticString

  @inlinable @inline(__always)
  package init(_ text: StaticString) { self.text = text }

  /// The number of digits.
  @inlinable @inline(__always)
  package var count: Int { text.utf8CodeUnitCount }

  /// The digit at an index.
  @inlinable @inline(__always)
  package subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "no such digit")
    // A literal's bytes are never freed, and the index has just been checked against their count.
    return unsafe Int(text.utf8Start[index]) &- 0x30
  }

  /// The number that two digits from an index on are in base 64.
  @inlinable @inline(__always)
  package func pair(at index: Int) -> Int { self[index] << 6 | self[index + 1] }

  /// The number that three digits from an index on are in base 64.
  @inlinable @inline(__always)
  package func triple(at index: Int) -> Int { pair(at: index) << 6 | self[index + 2] }
}
