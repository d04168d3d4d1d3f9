import NetJSON
import NetModel
import NetSyntax

/// `textDocument/onTypeFormatting`, behind a new line: an item is followed by another, and an empty one ends the list.
@Sendable func formatWhatIsTyped(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let edit = params["ch"]?.string == "\n" ? file.editBehindLineEnd(at: try file.offset(params)) : nil
  json.textEdits(edit.map { [(file.range($0.range), $0.replacement)] } ?? [])
}

extension OpenFile {
  fileprivate func editBehindLineEnd(at offset: Int) -> TextEdit? {
    let new = line(at: offset)
    guard new.start > 0 else { return nil }
    let above = line(at: new.start - 1)
    guard let token = token(at: above.start), let bullet = bullet(from: token, to: above.end) else { return nil }
    var mark = String(decoding: bytes[above.start..<bullet.end], as: UTF8.self) + " "
    var next = bullet.token + 1
    if parsed.tree.kind(ofToken: next) == .space { next += 1 }
    var end = bullet.end
    if next < parsed.tree.tokenCount, parsed.tree.kind(ofToken: next) == .checkbox {
      mark += TaskState.open.checkbox + " "
      end = parsed.tree.range(ofToken: next).end
    }
    let isBlank = bytes[end..<above.end].allSatisfy { $0 == Ascii.space || $0 == Ascii.tab }
    // The line that was empty is taken back, so that the cursor stands where it was.
    if isBlank { return TextEdit(range: ByteRange(above.start, new.start), replacement: "") }
    let indent = bytes[new.start..<new.end].prefix { $0 == Ascii.space || $0 == Ascii.tab }
    return TextEdit(range: ByteRange(new.start, new.start + indent.count), replacement: mark)
  }

  /// The bullet of an item's first line, which begins at a token.
  private func bullet(from token: Int, to end: Int) -> (token: Int, end: Int)? {
    var token = token
    while token < parsed.tree.tokenCount, parsed.tree.start(ofToken: token) < end {
      switch parsed.tree.kind(ofToken: token) {
      case .bullet: return (token, parsed.tree.range(ofToken: token).end)
      case .space, .byteOrderMark: token += 1
      default: return nil
      }
    }
    return nil
  }
}
