import NetModel
import NetSyntax

/// The lists whose items keep their indents, in the order of the file.
///
/// What an indent says goes beyond one list: whether the list below is its child, and which item an indented fence or text
/// goes with. So lists are looked at together with all that stands between them and is indented or blank; such a group
/// keeps its indents, or does not, as a whole. It keeps them
///
/// - if one of its lines keeps its form,
/// - if an item is too deep, which is for the writer to mend,
/// - if it holds an indented fence or text, or begins with an indent directly below text, as the bullets below a numbered
///   line do.
struct KeptIndents {
  /// The node of each list that keeps its indents.
  private var lists: [Int] = []
  private var next = 0

  /// The group that is open, whose lists are the last ones.
  private struct Group {
    var start = 0
    var isKept = false
  }

  init(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ kept: KeptLines) {
    let deep = tree.faults.filter { $0.kind == .tooDeep }.map { tree.start(ofToken: $0.token) }
    var nextDeep = 0
    var group = Group()
    /// The paragraph directly above.
    var paragraph: Int?
    var node = 1
    while node < tree.nodeCount {
      switch tree.kind(ofNode: node) {
      case .list:
        if let paragraph, tree.isIndentedAtAll(node: tree.firstItem(ofList: node), in: bytes),
          !tree.hasBlankLine(between: paragraph, and: node)
        {
          group.isKept = true
        }
        lists.append(node)
        if !kept.isEmpty || !deep.isEmpty {
          let range = tree.contentRange(ofList: node)
          while nextDeep < deep.count, deep[nextDeep] < range.start { nextDeep += 1 }
          if kept.touch(range) || (nextDeep < deep.count && deep[nextDeep] < range.end) { group.isKept = true }
        }
        paragraph = nil
        node = tree.end(ofNode: node)
      case .preamble, .record, .heading, .meetingHeading:
        settle(&group)
        paragraph = nil
        node += 1
      case .comment: node += 1
      case .field, .section, .paragraph, .quote, .fence, .separator, .file, .item, .foreign:
        if group.start == lists.count || !tree.isIndentedAtAll(node: node, in: bytes) {
          settle(&group)
        } else {
          group.isKept = true
        }
        paragraph = tree.kind(ofNode: node) == .paragraph ? node : nil
        node = tree.end(ofNode: node)
      }
    }
    settle(&group)
  }

  private mutating func settle(_ group: inout Group) {
    if !group.isKept { lists.removeLast(lists.count - group.start) }
    group = Group(start: lists.count)
  }

  /// Whether the items of a list keep their indents. Lists are asked for in the order of the file.
  mutating func contain(list node: Int) -> Bool {
    while next < lists.count, lists[next] < node { next += 1 }
    return next < lists.count && lists[next] == node
  }
}

extension Tree {
  /// The bytes of a list without the comments behind its last line, which may as well stand below it.
  fileprivate func contentRange(ofList list: Int) -> ByteRange {
    let tokens = tokens(ofNode: list)
    var end = tokens.upperBound
    while end > tokens.lowerBound, !isContent(kind(ofToken: end - 1)) { end -= 1 }
    return ByteRange(start(ofToken: tokens.lowerBound), start(ofToken: end))
  }

  /// Whether a node begins with an indent. Nearly all begin with their mark, and need no look at the bytes.
  fileprivate func isIndentedAtAll(node: Int, in bytes: Span<UInt8>) -> Bool {
    switch kind(ofToken: tokens(ofNode: node).lowerBound) {
    case .space, .byteOrderMark: isIndented(node: node, in: bytes)
    default: false
    }
  }

  /// Whether a blank line stands between two nodes; comments are passed over.
  fileprivate func hasBlankLine(between upper: Int, and lower: Int) -> Bool {
    var isBlank = true
    for token in tokens(ofNode: upper).upperBound..<tokens(ofNode: lower).lowerBound {
      switch kind(ofToken: token) {
      case .lineEnd:
        if isBlank { return true }
        isBlank = true
      // Between blocks stand only comments and blanks.
      case let kind: isBlank = isBlank && kind != .comment
      }
    }
    return false
  }

  private func isContent(_ kind: TokenKind) -> Bool {
    switch kind {
    case .comment, .space, .lineEnd, .byteOrderMark: false
    case .recordMark, .sectionMark, .bullet, .checkbox, .quoteMark, .separator, .fenceMark, .fenceInfo, .code, .key,
      .colon,
      .label, .joiner, .headColon, .date, .time, .text, .mention, .tag, .address, .bracketedAddress, .codeSpan,
      .linkOpen, .linkMiddle, .linkAddress, .linkClose, .escape, .due, .done, .foreign:
      true
    }
  }

  /// The node of a list's first item.
  fileprivate func firstItem(ofList list: Int) -> Int {
    var node = list + 1
    while kind(ofNode: node) == .comment { node += 1 }
    return node
  }
}
