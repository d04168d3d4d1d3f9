import NetSyntax

/// What formatting makes of a file.
public struct FormattedText: Sendable {
  /// The edits that lead to it.
  public let edits: [TextEdit]
  /// The file in its new form.
  public let bytes: [UInt8]

  /// A file in its new form, with the edits that lead to it.
  public init(edits: [TextEdit], bytes: [UInt8]) {
    self.edits = edits
    self.bytes = bytes
  }
}

/// Formats a file, and proves of the result that it says what the file said and is canonical.
///
/// - Parameters:
///   - bytes: The file, which is valid UTF-8.
///   - tree: Its tree.
///   - lines: The bytes of the lines to be formatted; nil for all. See ``formattingEdits(of:_:in:)``.
/// - Returns: The new form; nil if the file has it already.
/// - Throws: What would have changed beside the form. That is a fault of the formatter, and the file is better left alone.
public func format(
  _ bytes: [UInt8], _ tree: borrowing Tree, in lines: ByteRange? = nil
) throws(FormatDifference) -> FormattedText? {
  let edits = formattingEdits(of: tree, bytes.span, in: lines)
  if edits.isEmpty { return nil }
  let formatted = bytes.applying(edits)
  if let difference = difference(between: bytes, and: formatted) { throw difference }
  let again = parse(formatted.span, reusing: Tree())
  let growth = formatted.count - bytes.count
  let sameLines = lines.map { ByteRange($0.start, $0.end + growth) }
  guard formattingEdits(of: again, formatted.span, in: sameLines).isEmpty else { throw .unsettled }
  return FormattedText(edits: edits, bytes: formatted)
}
