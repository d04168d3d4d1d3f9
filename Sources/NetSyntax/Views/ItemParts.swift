/// The parts of an item's first line, as tokens.
///
/// ```
/// - [x] 2026-11-20: gave @amara & @lena: two contacts
/// │ │   │           └label └─── head ──┘  └ text
/// ```
public struct ItemParts: Sendable {
  /// `[ ]`, `[x]` or `[-]`.
  public var checkbox: Int?
  /// A full date.
  public var date: Int?
  /// The word in a label's place. Whether it is a label is for the model to say; if not, all of the head is text.
  public var label: Int?
  /// What stands before the head's colon: the label, mentions, joiners and blanks.
  public var head: Range<Int>?
  /// The text behind the head, to the end of the item's own lines; empty where there is none.
  public var text: Range<Int>
}

extension Tree {
  /// The parts of the item that is a node.
  public func itemParts(ofNode node: Int) -> ItemParts {
    let tokens = ownTokens(ofNode: node)
    precondition(holds(tokens), "no such tokens")
    var parts = ItemParts(text: tokens)
    var token = tokens.lowerBound
    scanning: while token < tokens.upperBound {
      switch unsafe kind(ofUncheckedToken: token) {  // In the tree: checked above.
      case .checkbox: parts.checkbox = token
      case .date: parts.date = token
      case .byteOrderMark, .space, .bullet, .colon: break
      default: break scanning
      }
      token += 1
    }
    parts.text = token..<tokens.upperBound
    guard let colon = headColon(from: token, to: tokens.upperBound) else { return parts }
    if kind(ofToken: token) == .label { parts.label = token }
    parts.head = token..<colon
    var text = colon + 1
    if text < tokens.upperBound, kind(ofToken: text) == .space { text += 1 }
    parts.text = text..<tokens.upperBound
    return parts
  }

  /// The colon that ends a head which starts at a token, if one does.
  private func headColon(from start: Int, to end: Int) -> Int? {
    precondition(holds(start..<end), "no such tokens")
    var token = start
    while token < end {
      switch unsafe kind(ofUncheckedToken: token) {  // In the tree: checked above.
      case .headColon: return token
      case .label, .mention, .joiner, .space: token += 1
      default: return nil
      }
    }
    return nil
  }
}
