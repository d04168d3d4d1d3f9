import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `textDocument/selectionRange`: for each place what may be selected around it, from the word to the file.
@Sendable func listSelections(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  var offsets: [Int] = []
  for position in params.at("positions").elements {
    guard let place = Params(position).place else {
      throw ResponseError(.invalidParams, "`positions` holds what is no position")
    }
    offsets.append(file.lines.offset(of: place, in: file.bytes))
  }
  let around = Surroundings(of: file)
  json.beginArray()
  for offset in offsets {
    let ranges = around.ranges(at: offset, of: file)
    for (index, range) in ranges.enumerated() {
      if index > 0 { json.key("parent") }
      json.beginObject()
      json.range(file.range(range))
    }
    for _ in ranges { json.endObject() }
  }
  json.endArray()
}

/// What the places of a file are part of.
private struct Surroundings {
  /// By node: the one that it is directly below.
  private var parents: [Int] = []
  private let sections: [Section]

  init(of file: borrowing OpenFile) {
    sections = file.sections()
    var open: [Int] = []
    for node in 0..<file.parsed.tree.nodeCount {
      while let last = open.last, file.parsed.tree.end(ofNode: last) <= node { open.removeLast() }
      parents.append(open.last ?? 0)
      open.append(node)
    }
  }

  /// What holds an offset, each strictly wider than the one before; the file is the last.
  func ranges(at offset: Int, of file: borrowing OpenFile) -> [ByteRange] {
    let word = word(at: offset, file.bytes)
    // Behind a word, its marks count.
    let byte = word.map { min(offset, $0.end - 1) } ?? max(0, min(offset, file.bytes.count - 1))
    var ranges = [word, file.line(at: offset)].compactMap(\.self)
    if let token = file.token(at: byte) { add(&ranges, token, file) }
    var node = (0..<file.parsed.tree.nodeCount).partitioned { file.parsed.tree.range(ofNode: $0).start <= byte } - 1
    while node > 0 {
      addParts(&ranges, ofNode: node, file)
      node = parents[node]
    }
    var section: Int? = sections.partitioned { $0.range.start <= offset } - 1
    while let index = section, index >= 0 {
      ranges.append(sections[index].range)
      section = sections[index].parent
    }
    ranges.append(ByteRange(0, file.bytes.count))
    return nested(ranges.filter { $0.start <= offset && offset <= $0.end })
  }

  /// Those of some ranges that hold each other, the narrowest first.
  private func nested(_ ranges: [ByteRange]) -> [ByteRange] {
    var nested: [ByteRange] = []
    for range in ranges.sorted(by: { $0.count < $1.count }) {
      guard let last = nested.last else {
        nested.append(range)
        continue
      }
      if range.start <= last.start, last.end <= range.end, range.count > last.count { nested.append(range) }
    }
    return nested
  }

  /// The word that an offset is in, or directly behind.
  private func word(at offset: Int, _ bytes: [UInt8]) -> ByteRange? {
    func isWord(_ byte: UInt8) -> Bool { byte.isAsciiAlphanumeric || byte == UInt8(ascii: "_") || byte >= 0x80 }
    let start = bytes[..<offset].lastIndex { !isWord($0) }.map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex { !isWord($0) } ?? bytes.count
    return start < end ? ByteRange(start, end) : nil
  }

  /// A token that is more than words, such as a mention with its `@`.
  private func add(_ ranges: inout [ByteRange], _ token: Int, _ file: borrowing OpenFile) {
    switch file.parsed.tree.kind(ofToken: token) {
    case .text, .space, .lineEnd, .byteOrderMark, .code, .comment, .foreign: break
    case .recordMark, .sectionMark, .bullet, .checkbox, .quoteMark, .separator, .fenceMark, .fenceInfo, .key, .colon,
      .label, .joiner, .headColon, .date, .time, .mention, .tag, .address, .bracketedAddress, .codeSpan, .linkOpen,
      .linkMiddle, .linkAddress, .linkClose, .escape, .due, .done:
      ranges.append(file.parsed.tree.range(ofToken: token))
    }
  }

  /// A node without blank lines at its end, and what it is made of.
  private func addParts(_ ranges: inout [ByteRange], ofNode node: Int, _ file: borrowing OpenFile) {
    let whole = file.parsed.tree.range(ofNode: node)
    switch file.parsed.tree.kind(ofNode: node) {
    case .field: ranges.append(file.parsed.tree.textExtent(in: file.parsed.tree.fieldParts(ofNode: node).value))
    case .item:
      let parts = file.parsed.tree.itemParts(ofNode: node)
      if let head = parts.head { ranges.append(file.parsed.tree.textOfLine(head)) }
      ranges.append(file.parsed.tree.textExtent(in: parts.text))
    case .heading, .meetingHeading:
      let parts = file.parsed.tree.headingParts(ofNode: node, in: file.bytes.span)
      for text in [parts.name, parts.title].map({ file.parsed.tree.textOfLine($0) }) {
        ranges.append(ByteRange(text.start, textEnd(file.bytes, text.start, text.end)))
      }
    case .section, .paragraph, .quote:
      var tokens = file.parsed.tree.tokens(ofNode: node)
      while !tokens.isEmpty, file.parsed.tree.kind(ofToken: tokens.lowerBound) == .sectionMark {
        tokens.removeFirst()
      }
      ranges.append(file.parsed.tree.textExtent(in: tokens))
    case .record:
      if let record = file.record(at: whole.start) {
        let id = RecordID(file: file.place.file, record: record)
        ranges.append(file.notebook.recordRange(id, in: file.bytes))
      }
    case .file, .preamble, .fence, .separator, .list, .comment, .foreign: break
    }
    ranges.append(ByteRange(whole.start, textEnd(file.bytes, whole.start, whole.end)))
  }
}
