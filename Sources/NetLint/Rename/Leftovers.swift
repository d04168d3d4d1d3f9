import NetModel
import NetSyntax

/// Where a handle stands in a notebook without being a mention of anybody: in comments, code and labels. What is escaped
/// or part of an address names nobody and is left out.
func leftovers(of handle: Handle, in notebook: Notebook, _ bytes: [[UInt8]]) -> [Label] {
  notebook.files.indices.flatMap { file in
    let ranges = strayHandles(handle, notebook.files[file], bytes[file])
    return ranges.isEmpty ? [] : labels(of: ranges, in: file, bytes[file])
  }
}

/// Where the bytes of a file spell a handle, what the facts know of left out.
private func strayHandles(_ handle: Handle, _ facts: FileFacts, _ bytes: [UInt8]) -> [ByteRange] {
  let known = Set(facts.mentions.map(\.range.start) + facts.claims.map(\.range.start))
  var found: [ByteRange] = []
  for offset in bytes.indices where bytes[offset] == UInt8(ascii: "@") && !known.contains(offset) {
    guard let end = scanMention(bytes.span, at: offset, start: 0, end: bytes.count),
      foldHandle(bytes.span.extracting(offset + 1..<end)) == handle.key
    else { continue }
    found.append(ByteRange(offset, end))
  }
  return found
}

private func labels(of ranges: [ByteRange], in file: Int, _ bytes: [UInt8]) -> [Label] {
  let tree = parse(bytes.span, reusing: Tree())
  var token = 0
  var labels: [Label] = []
  for range in ranges {
    while tree.range(ofToken: token).end <= range.start { token += 1 }
    guard let place = place(tree.kind(ofToken: token)) else { continue }
    labels.append(Label(file: file, range: range, message: "stands in \(place)"))
  }
  return labels
}

/// What text a token is part of; nil where a person has said that nobody is meant.
private func place(_ kind: TokenKind) -> String? {
  switch kind {
  case .comment: "a comment"
  case .code, .fenceInfo, .codeSpan: "code"
  // In running text it would be known.
  case .mention: "a value that is no text"
  case .lineEnd, .space, .byteOrderMark, .recordMark, .sectionMark, .bullet, .checkbox, .quoteMark, .separator,
    .fenceMark, .key, .colon, .label, .joiner, .headColon, .date, .time, .text, .tag, .address, .bracketedAddress,
    .linkOpen, .linkMiddle, .linkAddress, .linkClose, .escape, .due, .done, .foreign:
    nil
  }
}
