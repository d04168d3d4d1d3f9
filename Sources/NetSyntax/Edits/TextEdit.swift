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

extension [UInt8] {
  /// The text that these bytes become by `edits`, in time linear in both.
  ///
  /// Several inserts at one place stand there in their order.
  ///
  /// - Precondition: The edits are in the order of their ranges, which do not overlap and lie inside the bytes.
  public func applying(_ edits: [TextEdit]) -> [UInt8] { self[...].applying(edits) }
}

extension ArraySlice<UInt8> {
  /// The text that a part of a file becomes by `edits` inside it; their offsets are those of the whole file.
  package func applying(_ edits: [TextEdit]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count + edits.reduce(0) { $0 + $1.replacement.utf8.count })
    var done = startIndex
    for edit in edits {
      precondition(done <= edit.range.start, "edits overlap or are out of order")
      precondition(edit.range.end <= endIndex, "an edit reaches over the end of the text")
      text += self[done..<edit.range.start]
      text += edit.replacement.utf8
      done = edit.range.end
    }
    text += self[done...]
    return text
  }
}

extension [TextEdit] {
  /// Where the replacements stand in the text that these edits make, in order as `applying` takes them.
  package var newRanges: [ByteRange] {
    var growth = 0
    return map { edit in
      let start = edit.range.start + growth
      growth += edit.replacement.utf8.count - edit.range.count
      return ByteRange(start, start + edit.replacement.utf8.count)
    }
  }
}
