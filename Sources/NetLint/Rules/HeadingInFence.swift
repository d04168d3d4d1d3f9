import NetModel
import NetSyntax

/// heading-in-fence: people and meetings that a code fence has swallowed.
let headingInFence = Rule(
  "heading-in-fence", "N105", .warning, page: PackageResources.heading_in_fence_md,
  .nodes([.fence]) { file, fence, findings in
    let tokens = file.tree.tokens(ofNode: fence.node)
    guard let token = firstSwallowedHeading(in: tokens, of: file.tree),
      let opener = file.tree.first(.fenceMark, in: tokens), !showsNotation(file, tokens)
    else { return }
    let bytes = file.bytes.span
    var heading = file.tree.range(ofToken: token)
    heading.start = skipByteOrderMarks(bytes, from: heading.start, end: heading.end)
    heading.start = skipSpace(bytes, from: heading.start, end: heading.end)
    heading.end = trimBlanks(bytes, from: heading.start, to: heading.end)
    let marks = file.tree.range(ofToken: opener)
    let number = findings.file
    findings.report(
      heading, "a code fence swallows the heading \(quoted(text(bytes, heading)))",
      help: "close the fence above it, with \(text(bytes, marks)) on a line of its own",
      labels: [Label(file: number, range: marks, message: "the fence opens here")],
      excusing: handles(of: heading, bytes))
  })

/// The token of the first line that is a heading; faults stand in the order of their tokens.
private func firstSwallowedHeading(in tokens: Range<Int>, of tree: borrowing Tree) -> Int? {
  var (low, high) = (0, tree.faults.count)
  while low < high {
    let middle = (low + high) / 2
    if tree.faults[middle].token < tokens.lowerBound { low = middle + 1 } else { high = middle }
  }
  while low < tree.faults.count, tree.faults[low].token < tokens.upperBound {
    if tree.faults[low].kind == .headingInFence { return tree.faults[low].token }
    low += 1
  }
  return nil
}

/// Whether the fence says that it shows the notation itself.
private func showsNotation(_ file: borrowing ParsedFile, _ tokens: Range<Int>) -> Bool {
  guard let info = file.tree.first(.fenceInfo, in: tokens.prefix(8)) else { return false }
  let range = file.tree.range(ofToken: info)
  let bytes = file.bytes.span
  return range.count >= 3 && text(bytes, ByteRange(range.start, range.start + 3)) == "net"
    && isBlankOrEnd(bytes, at: range.start + 3, end: range.end)
}

/// The handle in the heading, folded: somebody has it who is to be found once the fence is mended.
private func handles(of heading: ByteRange, _ bytes: Span<UInt8>) -> [String] {
  guard let at = (heading.start..<heading.end).last(where: { bytes[$0] == UInt8(ascii: "@") }),
    let handle = scanHandle(bytes, at: at + 1, end: heading.end)
  else { return [] }
  return [foldHandle(bytes.extracting(at + 1..<handle))]
}
