import NetModel
import NetSyntax

extension Fix {
  /// Puts a text in the place of a range.
  static func replace(_ range: ByteRange, with text: String, isSafe: Bool) -> Fix {
    Fix(
      isSafe: isSafe, title: "replace by \(quoted(text))", edits: [TextEdit(range: range, replacement: text)])
  }

  /// Takes a range away.
  static func remove(_ range: ByteRange, isSafe: Bool) -> Fix {
    Fix(isSafe: isSafe, title: "remove it", edits: [TextEdit(range: range, replacement: "")])
  }
}

extension FieldValue {
  /// Puts a text in the place of a part of the value; nil where that part runs over lines, between which comments may
  /// stand.
  func replace(_ part: Range<Int>, with text: String, isSafe: Bool) -> Fix? {
    let range = fileRange(part)
    return range.count == part.count ? .replace(range, with: text, isSafe: isSafe) : nil
  }
}

extension TextEdit {
  /// Takes a range away.
  static func remove(_ range: ByteRange) -> TextEdit { TextEdit(range: range, replacement: "") }
}
