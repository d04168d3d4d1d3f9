import NetModel
import NetSyntax

/// Whether a line can become an item without any other item standing deeper or less deep for it: one of a paragraph that
/// has no list above or below it, or the last of a list.
func standsApartAsItem(_ line: CheckedLine, in file: borrowing ParsedFile) -> Bool {
  let node = line.node.node
  var next = file.tree.end(ofNode: node)
  while next < file.tree.nodeCount, file.tree.kind(ofNode: next) == .comment { next += 1 }
  let below = next < file.tree.nodeCount ? file.tree.kind(ofNode: next) : .file
  if below == .list || below == .item { return false }
  if line.node.kind == .item { return file.tree.end(ofNode: node) == node + 1 }
  var above = node - 1
  while above > 0, file.tree.kind(ofNode: above) == .comment { above -= 1 }
  return file.tree.kind(ofNode: above) != .item
}
