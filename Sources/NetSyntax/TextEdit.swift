/// One replacement of bytes of a file by text.
public struct TextEdit: Hashable, Sendable {
  /// The bytes to be replaced; an empty range inserts.
  public var range: ByteRange
  /// What stands there afterwards; empty to delete.
  public var replacement: String

  /// An edit that puts `replacement` in the place of `range`.
  public init(range: ByteRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}
