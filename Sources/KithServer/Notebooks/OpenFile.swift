import NetLint
import NetModel
import NetSyntax

/// A file that a request is about, as it is by now: parsed, and in its notebook.
struct OpenFile: ~Copyable {
  /// The file in its notebook.
  let place: Workspace.Place
  /// Its address as the client knows it.
  let uri: String
  /// All files of its notebook.
  let notebook: Notebook
  let parsed: ParsedFile
  let lines: LineTable

  var bytes: [UInt8] { parsed.bytes }
  var facts: FileFacts { parsed.facts }

  /// Where some bytes of it stand.
  func range(_ range: ByteRange) -> Range<TextPlace> {
    lines.place(of: range.start, in: bytes)..<lines.place(of: range.end, in: bytes)
  }

  /// The byte offset of the place that a request is about.
  func offset(_ params: Params, _ key: String = "position") throws(ResponseError) -> Int {
    lines.offset(of: try params.place(key), in: bytes)
  }

  /// The bytes of the range that a request is about.
  func byteRange(_ params: Params, _ key: String = "range") throws(ResponseError) -> ByteRange {
    let range = params.at(key)
    let (start, end) = (try offset(range, "start"), try offset(range, "end"))
    return ByteRange(min(start, end), max(start, end))
  }

  /// What some bytes of it say.
  func text(_ range: ByteRange) -> String { parsed.text(range) }

  /// The line that holds an offset, without its line end.
  func line(at offset: Int) -> ByteRange {
    let start = lineStart(bytes, offset)
    var end = bytes[offset...].firstIndex(of: Ascii.lineFeed) ?? bytes.count
    while end > start, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
    return ByteRange(start, max(start, end))
  }

  /// The token that holds the byte at an offset; the last one at the end of the text; nil in an empty text.
  func token(at offset: Int) -> Int? {
    var (low, high) = (0, parsed.tree.tokenCount)
    while low < high {
      let middle = (low + high) / 2
      if parsed.tree.start(ofToken: middle) <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The nodes that hold an offset, the file first and the innermost last.
  func nodes(at offset: Int) -> [Int] {
    var path = [0]
    var node = 1
    var end = parsed.tree.end(ofNode: 0)
    // Behind the last line end there is one more line, which is nobody's.
    let isAtOpenEnd = offset == bytes.count && bytes.last != Ascii.lineFeed
    while node < end {
      let range = parsed.tree.range(ofNode: node)
      if range.start <= offset, offset < range.end || (isAtOpenEnd && range.end == bytes.count) {
        path.append(node)
        end = parsed.tree.end(ofNode: node)
        node += 1
      } else {
        node = parsed.tree.end(ofNode: node)
      }
    }
    return path
  }

  /// The record that holds an offset, as an index of the file's facts.
  func record(at offset: Int) -> Int? {
    let index = facts.records.partitioned { parsed.tree.range(ofNode: $0.node).start <= offset } - 1
    return index < 0 ? nil : index
  }
}

extension Server {
  /// The file that a request is about; nil for one that is in no notebook, such as one that settings exclude.
  mutating func file(_ params: Params) throws(ResponseError) -> OpenFile? {
    let uri = try params.documentURI()
    workspace.refresh()
    return workspace.place(of: uri).map { file($0) }
  }

  /// A file of a notebook, parsed.
  func file(_ place: Workspace.Place) -> OpenFile {
    let notebook = workspace.notebooks[place.notebook]
    let uri = notebook.uris[place.file]
    return OpenFile(
      place: place, uri: uri, notebook: notebook.linted.notebook,
      parsed: notebook.parsedFile(place.file),
      lines: workspace.documents[uri]?.text.lines
        ?? LineTable(notebook.linted.files[place.file].bytes, client.encoding))
  }
}
