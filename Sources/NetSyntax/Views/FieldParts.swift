/// The parts of a field, as tokens.
public struct FieldParts: Sendable {
  /// The key.
  public var key: Int
  /// The value: what stands behind the colon, and the continuations.
  public var value: Range<Int>

  @inlinable @inline(__always)
  init(key: Int, value: Range<Int>) {
    self.key = key
    self.value = value
  }
}

extension Tree {
  /// The parts of the field that is a node.
  @inlinable
  public func fieldParts(ofNode node: Int) -> FieldParts {
    let tokens = tokens(ofNode: node)
    var key = tokens.lowerBound
    while kind(ofToken: key) != .key { key += 1 }
    var value = key + 2  // Behind the colon.
    if value < tokens.upperBound, kind(ofToken: value) == .space { value += 1 }
    return FieldParts(key: key, value: min(value, tokens.upperBound)..<tokens.upperBound)
  }
}
