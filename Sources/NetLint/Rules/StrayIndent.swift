import NetModel
import NetSyntax

/// stray-indent: a heading, field, comment or quote with an indent.
let strayIndent = Rule(
  "stray-indent", "N131", .warning, page: PackageResources.stray_indent_md,
  .lines([.item, .paragraph, .field], holding: .indented) { file, line, findings in
    guard let mark = strayMark(file, line) else { return }
    let bytes = file.bytes.span
    let run = mark.isQuote ? quoteLines(file, line) : [line.start]
    guard run.first == line.start else { return }
    // What stands below it in a field would go on with it.
    let isLast = file.tree.tokens(ofNode: line.node.node).upperBound <= line.tokens.upperBound
    let isSafe = mark.isSafe && (line.node.kind != .field || isLast && leavesOthersAlone(file, line.node.node))
    let written = text(bytes, line.text)
    let isNewText = line.node.kind == .paragraph && line.isFirst
    findings.report(
      mark.range,
      "the indent makes `\(text(bytes, mark.range))` \(isNewText ? "plain text" : "a part of what stands above")",
      help: "write `\(written)` at the start of the line",
      fix: mark.mayGo
        ? Fix(
          isSafe: isSafe, title: "remove the indent",
          edits: run.map { TextEdit(range: ByteRange($0, readLine(bytes, at: $0).lead), replacement: "") }) : nil,
      silencing: mark.isHeading ? restOfNode(file, line) : line.text, excusing: mark.handle.map { [$0] } ?? []
    )
  })

/// What a line would be without its indent.
private struct StrayMark {
  var range: ByteRange
  var isHeading = false
  var isQuote = false
  /// Whether the indent may go, and whether nothing else is read anew then.
  var mayGo = true
  var isSafe = true
  /// The folded handle of a record's heading.
  var handle: String?
}

private func strayMark(_ file: borrowing ParsedFile, _ line: CheckedLine) -> StrayMark? {
  let bytes = file.bytes.span
  let (start, end) = (line.text.start, line.text.end)
  // An item starts where its indent says, and a field only where there is none.
  if line.node.kind != .paragraph, line.isFirst { return nil }
  switch bytes[start] {
  case UInt8(ascii: "#"): return headingMark(bytes, line.text, lineStart: line.start)
  case UInt8(ascii: "/"):
    guard start + 2 < end, bytes[start + 1] == UInt8(ascii: "/"),
      blankLength(bytes, at: start + 2, end: end) > 0
    else { return nil }
    // It may have been meant as text, which a comment is not.
    return StrayMark(range: ByteRange(start, start + 2), isSafe: false)
  case UInt8(ascii: ">"):
    guard line.node.kind == .paragraph, isBlankOrEnd(bytes, at: start + 1, end: end) else { return nil }
    return StrayMark(range: ByteRange(start, start + 1), isQuote: true)
  default:
    guard bytes[start].isAsciiLetter, isInHeader(file, line), let record = line.node.record,
      let field = FieldLine(bytes, at: start, end: end), field.isWellFormed,
      field.isPlausible(bytes, on: file.facts.records[record].kind)
    else { return nil }
    return StrayMark(
      range: field.keyRange, mayGo: field.isMissing(inRecord: record, of: file),
      isSafe: field.leavesOthersAlone(bytes) && othersAreLeftAlone(by: line.node.node, of: file, from: end))
  }
}

/// The starts of the lines of a quote that has an indent, of which only the first is reported.
private func quoteLines(_ file: borrowing ParsedFile, _ line: CheckedLine) -> [Int] {
  let bytes = file.bytes.span
  let paragraph = file.tree.range(ofNode: line.node.node)
  if line.start > paragraph.start {
    let above = lineRange(bytes, around: line.start - 1).start
    if isStrayQuote(bytes, at: above) { return [above] }
  }
  var starts: [Int] = []
  var offset = line.start
  while offset < paragraph.end, isStrayQuote(bytes, at: offset) {
    starts.append(offset)
    offset = readLine(bytes, at: offset).next
  }
  return starts
}

private func isStrayQuote(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  let line = readLine(bytes, at: start)
  return line.lead < line.contentEnd && !line.isInColumnZero && bytes[line.lead] == UInt8(ascii: ">")
    && isBlankOrEnd(bytes, at: line.lead + 1, end: line.contentEnd)
}

/// Whether the field that a line is taken from says nothing that others rest on.
private func leavesOthersAlone(_ file: borrowing ParsedFile, _ field: Int) -> Bool {
  let range = file.tree.range(ofNode: field)
  guard range.count < 4_096 else { return false }
  let line = readLine(file.bytes.span, at: range.start)
  // A field that is not known is the writer's own.
  let known = FieldLine(file.bytes.span, at: line.lead, end: range.end)
  return known?.leavesOthersAlone(file.bytes.span) ?? !text(file.bytes.span, range).lowercased().contains("private")
}

private func headingMark(_ bytes: Span<UInt8>, _ text: ByteRange, lineStart: Int) -> StrayMark? {
  var behind = text.start
  while behind < text.end, bytes[behind] == UInt8(ascii: "#") { behind += 1 }
  let level = behind - text.start
  guard level <= 6, blankLength(bytes, at: behind, end: text.end) > 0 else { return nil }
  var mark = StrayMark(range: ByteRange(text.start, behind), isHeading: true, isSafe: false)
  if level > 1 { return mark }
  let name = skipSpace(bytes, from: behind, end: text.end)
  if let handle = headingTail(bytes, from: name, to: text.end, lineStart: lineStart).handle {
    mark.handle = foldHandle(bytes.extracting(handle.start + 1..<handle.end))
    return mark
  }
  return fullDateEnd(bytes, at: name, end: text.end) == nil ? nil : mark
}

/// Whether a line continues a field, or stands in a paragraph directly below the heading or the header.
private func isInHeader(_ file: borrowing ParsedFile, _ line: CheckedLine) -> Bool {
  if line.node.kind == .field { return true }
  guard line.node.kind == .paragraph, let record = line.node.record else { return false }
  let notes = file.facts.records[record].notes.lowerBound
  // Comments are transparent; a record that begins with a hundred of them is not worth the time.
  guard line.node.node >= notes, line.node.node - notes <= 100,
    (notes..<line.node.node).allSatisfy({ file.tree.kind(ofNode: $0) == .comment })
  else { return false }
  return standsBelowText(file.bytes.span, at: file.tree.range(ofNode: line.node.node).start)
}

/// From a line to the end of its paragraph or item.
private func restOfNode(_ file: borrowing ParsedFile, _ line: CheckedLine) -> ByteRange {
  let tokens = file.tree.ownTokens(ofNode: line.node.node)
  return ByteRange(line.text.start, max(line.text.end, file.tree.start(ofToken: tokens.upperBound)))
}
