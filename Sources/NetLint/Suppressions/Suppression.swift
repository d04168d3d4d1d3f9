import NetModel
import NetSyntax

/// A comment of a file that asks not to be told of what some rules find.
struct Suppression: Sendable {
  /// What it covers.
  enum Scope: Sendable {
    case line, record, file
  }

  /// One rule, or several by a prefix, as the comment names them.
  struct Name: Sendable {
    let range: ByteRange
    let text: String
    /// The rules that are meant; none if there is none of that name.
    let rules: [RuleInfo]
  }

  let file: Int
  /// The comment, without its line end.
  let comment: ByteRange
  /// The whole line of the comment, with its line end.
  let line: ByteRange
  let scope: Scope
  let names: [Name]
  /// The lines that it covers; nil where no line follows. What is found at the end of the file belongs to its last line.
  let covered: ByteRange?

  /// What the comment at a node covers; nil for a directive that asks for something else.
  init?(_ directive: Directive, at node: Int, of file: borrowing ParsedFile, number: Int) {
    switch directive.command {
    case .formatOff, .formatOn, .unknown: return nil
    case .ignoreFile:
      scope = .file
      covered = ByteRange(0, file.bytes.count + 1)
    case .ignore: (scope, covered) = linesBelow(node, of: file.tree, file.bytes.span)
    }
    self.file = number
    comment = directive.comment
    line = lineRange(file.bytes.span, around: comment.start)
    let bytes = file.bytes.span
    names = directive.rules.map { range in
      let name = text(bytes, range)
      return Name(range: range, text: name, rules: (try? rules(named: name).map(\.info)) ?? [])
    }
  }
}

/// The next line that is neither blank nor a comment, or the whole record where that is its heading.
private func linesBelow(
  _ node: Int, of tree: borrowing Tree, _ bytes: Span<UInt8>
) -> (Suppression.Scope, ByteRange?) {
  var token = tree.tokens(ofNode: node).upperBound
  skipping: while token < tree.tokenCount {
    switch tree.kind(ofToken: token) {
    case .lineEnd, .space, .byteOrderMark, .comment: token += 1
    default: break skipping
    }
  }
  if token == tree.tokenCount { return (.line, nil) }
  let isHeading = tree.kind(ofToken: token) == .recordMark
  var covered = lineRange(bytes, around: tree.start(ofToken: token))
  if isHeading { covered.end = endOfRecord(holding: token, from: node, of: tree) }
  if covered.end == bytes.count { covered.end += 1 }
  return (isHeading ? .record : .line, covered)
}

/// Behind the record with a heading at a token, which stands below a node.
private func endOfRecord(holding token: Int, from node: Int, of tree: borrowing Tree) -> Int {
  // The comment stands in that record, directly above its heading, or in what comes before it.
  var record = node
  while record > 0, tree.kind(ofNode: record) != .record { record -= 1 }
  while record < tree.nodeCount, tree.kind(ofNode: record) != .record || !tree.tokens(ofNode: record).contains(token) {
    record += 1
  }
  return record < tree.nodeCount ? tree.range(ofNode: record).end : tree.start(ofToken: token + 1)
}
