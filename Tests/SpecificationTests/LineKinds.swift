import NetModel
import NetSyntax

/// The kind of each line of a file, two blanks, and the line without the blanks around it.
func lineKinds(_ bytes: [UInt8]) -> [String] {
  let file = ParsedFile(bytes)
  let lines = LineIndex(bytes.span)
  var kinds: [Int: String] = [:]
  var depth = 0
  var closers: [(node: Int, depth: Int)] = []
  for node in 0..<file.tree.nodeCount {
    while let last = closers.last, node >= last.node {
      closers.removeLast()
      depth = last.depth
    }
    let kind = file.tree.kind(ofNode: node)
    if kind == .item {
      name(lines, file, node, "item \(depth)", then: "continuation", &kinds)
      closers.append((file.tree.end(ofNode: node), depth))
      depth += 1
    } else if let names = names[kind] {
      name(lines, file, node, names.first, then: names.then, &kinds)
    }
  }
  let hasLastLine = bytes.last != 0x0A
  return (1...max(1, lines.lineCount - (hasLastLine ? 0 : 1))).map { line in
    let range = lines.lineRange(line)
    let text = trimmed(bytes.span, range)
    let found = kinds[line] ?? "blank"
    let kind = text.isEmpty && found != "code" && found != "quote" ? "blank" : found
    return text.isEmpty ? kind : "\(kind)  \(String(decoding: bytes[text.start..<text.end], as: UTF8.self))"
  }
}

private let names: [NodeKind: (first: String, then: String)] = [
  .heading: ("heading", "heading"), .meetingHeading: ("heading", "heading"), .field: ("field", "continuation"),
  .section: ("section", "section"), .paragraph: ("text", "text"), .quote: ("quote", "quote"),
  .fence: ("fence", "code"), .separator: ("separator", "separator"), .comment: ("comment", "comment"),
]

/// Names the lines of a node, the first by another name than the others.
private func name(
  _ lines: LineIndex, _ file: borrowing ParsedFile, _ node: Int, _ first: String, then: String,
  _ kinds: inout [Int: String]
) {
  let tokens = file.tree.ownTokens(ofNode: node)
  let start = lines.line(of: file.tree.start(ofToken: tokens.lowerBound))
  let end = lines.line(of: max(file.tree.start(ofToken: tokens.upperBound) - 1, 0))
  for line in start...max(start, end) { kinds[line] = line == start ? first : then }
  if first == "fence" { kinds[end] = "fence" }
}

private func trimmed(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
  if skipSpace(bytes, from: range.start, end: range.end) == range.end { return ByteRange(range.end, range.end) }
  var start = range.start
  while blankLength(bytes, at: start, end: range.end) > 0 { start += blankLength(bytes, at: start, end: range.end) }
  return ByteRange(start, trimBlanks(bytes, from: start, to: range.end))
}
