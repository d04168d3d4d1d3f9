import NetModel
import NetSyntax

/// invisible-character: what cannot be seen and says nothing where it stands.
let invisibleCharacter = Rule(
  "invisible-character", "N402", .warning, page: PackageResources.invisible_character_md,
  .file(holding: .hidden) { file, findings in
    let bytes = file.bytes.span
    forEachHiddenLine(bytes, where: { isAtFault($0, file) }) { line in
      if findings.isFull { return }
      let holdsBreak = line.first.kind == .lineBreak
      line.report(
        "\(name(of: line.first)) stands here, which cannot be seen", bytes,
        isSafe: line.isAllSafe && losesNothing(line, file), blanks: holdsBreak, &findings)
    }
  })

private func isAtFault(_ hidden: HiddenCharacter, _ file: borrowing ParsedFile) -> Bool {
  switch hidden.kind {
  case .turn, .direction: return false
  case .joiner, .selector, .mongolian, .tag, .wordBreak, .filler, .markJoiner, .layout, .lineBreak, .wrapping, .other:
    if hidden.isOfUse(in: file.bytes.span) { return false }
    switch file.tree.kind(ofToken: file.tree.token(at: hidden.range.start)) {
    // These are misplaced-byte-order-mark's, or need no mention.
    case .byteOrderMark: return false
    // These are unnormalised-handle's.
    case .mention, .tag: return hidden.kind != .joiner
    default: return true
    }
  }
}

private func name(of hidden: HiddenCharacter) -> String {
  let name: String? =
    switch hidden.scalar.value {
    case 0xAD: "a soft hyphen"
    case 0x200B: "a zero-width space"
    case 0x200C, 0x200D: "a joiner"
    case 0x2028, 0x2029: "a line separator"
    case 0x2060: "a word joiner"
    case 0xFEFF: "a byte-order mark"
    default:
      switch hidden.kind {
      case .selector: "a variation selector"
      case .tag: "hidden text"
      case .turn, .direction, .joiner, .mongolian, .wordBreak, .filler, .markJoiner, .layout, .lineBreak, .wrapping,
        .other:
        nil
      }
    }
  return name.map { "`\(hidden.code)`, \($0)," } ?? "`\(hidden.code)`"
}

/// Whether taking the characters away changes nothing that is recognised in the line: neither its marks nor what they
/// mark, nor a name.
private func losesNothing(_ line: HiddenLine, _ file: borrowing ParsedFile) -> Bool {
  let bytes = file.bytes.span
  let first = file.tree.token(at: line.first.range.start)
  if file.tree.kind(ofToken: first) == .comment { return true }
  for run in line.runs where file.tree.kind(ofToken: file.tree.token(at: run.start)) != .text { return false }
  if isInHeader(line.first.range.start, file) { return false }
  let range = lineRange(bytes, around: line.first.range.start)
  // Below a heading, so that what would become a field shows as one.
  let heading = Array("# A\n".utf8)
  var mended = heading
  var offset = range.start
  for run in line.runs {
    for place in offset..<run.start { mended.append(bytes[place]) }
    offset = run.end
  }
  for place in offset..<range.end { mended.append(bytes[place]) }
  // A fence may be closed by it, which the line alone does not show.
  let lead = skipSpace(mended.span, from: heading.count, end: mended.count)
  if lead < mended.count, mended[lead] == UInt8(ascii: "`") { return false }
  return tokenKinds(mended) == tokenKinds(heading + (range.start..<range.end).map { bytes[$0] })
}

private func tokenKinds(_ bytes: [UInt8]) -> [TokenKind] {
  let tree = parse(bytes.span, reusing: Tree())
  return (0..<tree.tokenCount).map { tree.kind(ofToken: $0) }
}

/// Whether an offset lies in a record's heading or header.
private func isInHeader(_ offset: Int, _ file: borrowing ParsedFile) -> Bool {
  var (low, high) = (0, file.facts.records.count)
  while low < high {
    let middle = (low + high) / 2
    if file.tree.range(ofNode: file.facts.records[middle].node).start <= offset {
      low = middle + 1
    } else {
      high = middle
    }
  }
  guard low > 0 else { return false }
  let notes = file.facts.records[low - 1].notes
  return notes.isEmpty || offset < file.tree.range(ofNode: notes.lowerBound).start
}
