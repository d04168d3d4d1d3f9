import NetFormat
import NetJSON
import NetSyntax

/// `textDocument/formatting`: the edits that give a document its canonical form, of which there is one for everybody, so
/// the options are passed over.
@Sendable func formatDocument(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  try format(try openDocument(params, of: server), range: nil, &json)
}

/// `textDocument/rangeFormatting`: the same of the lines that a range touches.
@Sendable func formatRange(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  let range = params.at("range")
  let (start, end) = (try range.place("start"), try range.place("end"))
  try format(try openDocument(params, of: server), range: min(start, end)..<max(start, end), &json)
}

private func openDocument(_ params: Params, of server: Server) throws(ResponseError) -> Document {
  let uri = try params.documentURI()
  guard let document = server.workspace.documents[uri] else {
    throw ResponseError(.invalidParams, "`\(uri)` is not open")
  }
  return document
}

private func format(
  _ document: Document, range: Range<TextPlace>?, _ json: inout JSONWriter
) throws(ResponseError) {
  let (bytes, lines) = (document.text.bytes, document.text.lines)
  let tree = parse(bytes.span, reusing: Tree())
  if let refusal = FormatRefusal(bytes, tree) {
    throw ResponseError(.requestFailed, sentences(refusal.message(about: document.shownName), refusal.help))
  }
  let asked = range.map { range in
    wholeLines(lines.offset(of: range.lowerBound, in: bytes), lines.offset(of: range.upperBound, in: bytes), in: bytes)
  }
  let formatted: FormattedText?
  do throws(FormatDifference) { formatted = try NetFormat.format(bytes, tree, in: asked) } catch {
    throw ResponseError(
      .requestFailed, "internal error: formatting would change more than the form (\(error.reason)); please report this"
    )
  }
  json.beginArray()
  for edit in placeable(formatted?.edits ?? [], in: bytes) {
    json.object { json in
      var end = lines.place(of: edit.range.end, in: bytes)
      // Neovim ends the last line of a file by itself, and does not do so twice if the edit reaches behind that line.
      if edit.range.end == bytes.count, end.character > 0, edit.replacement.hasSuffix("\n") {
        end = TextPlace(line: end.line + 1, character: 0)
      }
      json.range(lines.place(of: edit.range.start, in: bytes)..<end)
      json.member("newText", edit.replacement)
    }
  }
  json.endArray()
}

/// The bytes of the lines that a stretch touches, but for one of which it holds nothing: the last, where it ends at its start.
private func wholeLines(_ start: Int, _ end: Int, in bytes: [UInt8]) -> ByteRange {
  let first = lineStart(bytes, start)
  let endsAtStart = end > start && bytes[end - 1] == Ascii.lineFeed
  let last = endsAtStart ? end : bytes[end...].firstIndex(of: Ascii.lineFeed).map { $0 + 1 } ?? bytes.count
  return ByteRange(first, last)
}

/// The edits with both ends where the protocol has a place: none is between the two bytes of CR LF.
func placeable(_ edits: [TextEdit], in bytes: [UInt8]) -> [TextEdit] {
  func isInside(_ offset: Int) -> Bool {
    offset > 0 && offset < bytes.count && bytes[offset] == Ascii.lineFeed && bytes[offset - 1] == Ascii.carriageReturn
  }
  var placeable: [TextEdit] = []
  for edit in edits {
    var edit = edit
    if isInside(edit.range.start) {
      if let last = placeable.last, last.range.end > edit.range.start {
        // The one before has been led over the line feed, which is this one's to replace.
        placeable.removeLast()
        edit.replacement = last.replacement.dropLast() + edit.replacement
        edit.range = ByteRange(last.range.start, edit.range.end)
      } else {
        edit.replacement = "\r" + edit.replacement
        edit.range.start -= 1
      }
    }
    if isInside(edit.range.end) {
      edit.replacement += "\n"
      edit.range.end += 1
    }
    placeable.append(edit)
  }
  if let last = placeable.last.flatMap({ atEndOfLastLine($0, in: bytes) }),
    placeable.dropLast().allSatisfy({ $0.range.end < last.range.start })
  {
    placeable[placeable.count - 1] = last
  }
  return placeable
}

/// A line that is put in behind the last one, as an edit of the end of that: clients do not agree on what is behind the last
/// line end, and Neovim would leave an empty line there.
private func atEndOfLastLine(_ edit: TextEdit, in bytes: [UInt8]) -> TextEdit? {
  guard edit.range.start == bytes.count, bytes.last == Ascii.lineFeed, edit.replacement.utf8.last == Ascii.lineFeed
  else {
    return nil
  }
  let isPair = bytes.count > 1 && bytes[bytes.count - 2] == Ascii.carriageReturn
  let lineEnd = isPair ? "\r\n" : "\n"
  guard edit.replacement.hasSuffix(lineEnd) else { return nil }
  let place = bytes.count - lineEnd.utf8.count
  // A line end of two bytes is one character of a string.
  return TextEdit(range: ByteRange(place, place), replacement: lineEnd + edit.replacement.dropLast())
}
