import NetModel
import NetSyntax

/// Whether a line can become an item without any other item standing deeper or less deep for it, and nothing indented
/// being below it: one of a paragraph that has no list above or below it, or the last of a list.
func standsApartAsItem(_ line: CheckedLine, in file: borrowing ParsedFile) -> Bool {
  let node = line.node.node
  if let next = nodeBelow(node, in: file) {
    let below = file.tree.kind(ofNode: next)
    if below == .list || below == .item || standsIndented(next, in: file) { return false }
  }
  if line.node.kind == .item { return file.tree.end(ofNode: node) == node + 1 }
  var above = node - 1
  while above > 0, file.tree.kind(ofNode: above) == .comment { above -= 1 }
  return file.tree.kind(ofNode: above) != .item
}

/// Whether text or code is indented below an item, and so is private where the item is.
func holdsIndentedNotes(_ item: Int, in file: borrowing ParsedFile) -> Bool {
  nodeBelow(item, in: file).map { standsIndented($0, in: file) } ?? false
}

private func standsIndented(_ node: Int, in file: borrowing ParsedFile) -> Bool {
  !readLine(file.bytes.span, at: file.tree.range(ofNode: node).start).isInColumnZero
}

/// The first node behind one that is no comment.
private func nodeBelow(_ node: Int, in file: borrowing ParsedFile) -> Int? {
  var next = file.tree.end(ofNode: node)
  while next < file.tree.nodeCount, file.tree.kind(ofNode: next) == .comment { next += 1 }
  return next < file.tree.nodeCount ? next : nil
}
