/// A half-open range of byte offsets in one file.
///
/// Stored in 32 bits, since trees and facts keep many of them; files of 2 GiB or more are refused before
/// anything has an offset in them.
public struct ByteRange: Hashable, Sendable {
  @usableFromInline var lower: UInt32
  @usableFromInline var upper: UInt32

  /// The bytes from `start` up to, not including, `end`.
  @inlinable public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a range ends before it starts")
    lower = UInt32(start)
    upper = UInt32(end)
  }

  /// The offset of the first byte.
  @inlinable public var start: Int {
    get { Int(lower) }
    set { lower = UInt32(newValue) }
  }

  /// The offset behind the last byte.
  @inlinable public var end: Int {
    get { Int(upper) }
    set { upper = UInt32(newValue) }
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// Whether the range holds no byte; it still marks a place.
  @inlinable public var isEmpty: Bool { lower == upper }

  /// Whether the byte at `offset` is in the range.
  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two ranges have a byte in common.
  @inlinable public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
}

/// By start, then by end: the order in which findings are shown.
extension ByteRange: Comparable {
  /// Whether `left` starts before `right`, or starts with it and ends before it.
  @inlinable public static func < (left: ByteRange, right: ByteRange) -> Bool {
    left.lower != right.lower ? left.lower < right.lower : left.upper < right.upper
  }
}

extension ByteRange: CustomStringConvertible {
  /// The offsets as they are written in a debugger: `12..<17`.
  public var description: String { "\(lower)..<\(upper)" }
}
