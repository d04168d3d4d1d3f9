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
  init?(
    _ directive: Directive, at node: Int, of file: borrowing ParsedFile, number: Int, _ below: inout LinesBelow
  ) {
    let bytes = file.bytes.span
    switch directive.command {
    case .formatOff, .formatOn, .unknown: return nil
    case .ignoreFile:
      scope = .file
      covered = ByteRange(0, bytes.count + 1)
    case .ignore: (scope, covered) = below.covered(by: node, of: file.tree, bytes)
    }
    self.file = number
    comment = directive.comment
    line = lineRange(bytes, around: comment.start)
    names = directive.rules.map { range in
      let name = text(bytes, range)
      return Name(range: range, text: name, rules: RuleSelector.rules(meantBy: name))
    }
  }
}

/// Finds what comments cover, those of a file in order.
///
/// Many comments may stand above one line, which is then found once for all of them.
struct LinesBelow {
  /// The tokens between the last comment asked about and the line below it, that line's first among them.
  private var passed = 0..<0
  private var found: (scope: Suppression.Scope, covered: ByteRange?) = (.line, nil)

  /// The next line that is neither blank nor a comment, or the whole record where that is its heading; nil where no line
  /// follows.
  mutating func covered(
    by node: Int, of tree: borrowing Tree, _ bytes: Span<UInt8>
  ) -> (scope: Suppression.Scope, covered: ByteRange?) {
    let first = tree.tokens(ofNode: node).upperBound
    if passed.contains(first) { return found }
    var token = first
    skipping: while token < tree.tokenCount {
      switch tree.kind(ofToken: token) {
      case .lineEnd, .space, .byteOrderMark, .comment: token += 1
      default: break skipping
      }
    }
    passed = first..<token + 1
    if token == tree.tokenCount {
      found = (.line, nil)
      return found
    }
    let isHeading = tree.kind(ofToken: token) == .recordMark
    var covered = lineRange(bytes, around: tree.start(ofToken: token))
    if isHeading { covered.end = endOfRecord(holding: token, from: node, of: tree) }
    if covered.end == bytes.count { covered.end += 1 }
    found = (isHeading ? .record : .line, covered)
    return found
  }
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
