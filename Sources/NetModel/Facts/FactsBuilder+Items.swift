import NetSyntax

extension FactsBuilder {
  /// The first two different names of some people, and whether there are more.
  private struct Names {
    var first: Int?
    var second: Int?
    var hasMore = false

    mutating func add(_ name: Int) {
      if first == nil || first == name {
        first = name
      } else if second == nil || second == name {
        second = name
      } else {
        hasMore = true
      }
    }
  }

  /// An item with people, that are those of the items below it.
  private struct Enclosing {
    /// The first node that is not below the item.
    var end: Int
    var people: Names
  }

  /// Keeps the labelled items among some nodes of which it takes the notebook to say whom they are about.
  ///
  /// - Parameters:
  ///   - hasContext: Whether items without people are about somebody all the same.
  ///   - firstMention: A mention that stands before the first of the items, or in it.
  mutating func readItems(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ nodes: Range<Int>, record: Int?, hasContext: Bool,
    firstMention: Int
  ) {
    var enclosing: [Enclosing] = []
    var mention = firstMention
    for node in nodes where tree.kind(ofNode: node) == .item {
      while let last = enclosing.last, last.end <= node { enclosing.removeLast() }
      let hasChildren = tree.end(ofNode: node) > node + 1
      if mayPassOver(tree, bytes, node, isCertain: hasContext && !hasChildren) { continue }
      let parts = tree.itemParts(ofNode: node)
      guard parts.checkbox == nil, let head = parts.head else { continue }
      var label: (range: ByteRange, value: ItemLabel)?
      if let token = parts.label {
        let range = tree.range(ofToken: token)
        guard let value = ItemLabel(bytes, in: range) else { continue }
        label = (range, value)
      }
      // Most items are certain already: what is to be found out is only whether there are children of whom to say more.
      if hasContext, !hasChildren, let label, label.value != .intro { continue }
      var people = Names()
      var token = tree.nextMention(from: head.lowerBound, to: head.upperBound)
      while token < head.upperBound {
        let start = tree.start(ofToken: token)
        while mentions[mention].range.start < start { mention += 1 }
        people.add(mentions[mention].name)
        token = tree.nextMention(from: token + 1, to: head.upperBound)
      }
      if people.first != nil, hasChildren {
        enclosing.append(Enclosing(end: tree.end(ofNode: node), people: people))
      }
      guard let label else { continue }
      if people.first == nil, let last = enclosing.last { people = last.people }
      guard label.value == .intro ? !people.hasMore : people.first == nil && !hasContext else { continue }
      openItems.append(
        OpenItem(
          record: record, label: label.value, range: label.range, first: people.first, second: people.second))
    }
  }

  /// Whether an item is told by its third token to be none to keep: text or a checkbox stands there, or a label other
  /// than `intro`, which is enough where people are certain.
  @inline(__always)
  private func mayPassOver(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ node: Int, isCertain: Bool
  ) -> Bool {
    let tokens = tree.tokens(ofNode: node)
    guard tokens.count > 2, tree.kind(ofToken: tokens.lowerBound) == .bullet else { return false }
    let third = tokens.lowerBound + 2
    switch tree.kind(ofToken: third) {
    case .text, .checkbox: return true
    case .label: return isCertain && bytes[tree.start(ofToken: third)] | 0x20 != UInt8(ascii: "i")
    default: return false
    }
  }

  /// Whether items without people are about somebody: the record's own people, or the only participant.
  ///
  /// - Parameter firstMention: The first mention of the record, the last being that of its header.
  func hasContext(_ record: RecordFacts, index: Int, firstMention: Int) -> Bool {
    guard record.kind == .meeting else { return RecordKinds.mentionable.contains(record.kind) }
    let role: MentionFact.Role = record.hasWith ? .with : .title
    var only: Int?
    for index in firstMention..<mentions.count where mentions[index].role == role {
      let name = mentions[index].name
      if names.isMe(name) { continue }
      if let only, only != name { return false }
      only = name
    }
    return only != nil && !entries.reversed().prefix { $0.record == index }.contains { $0.role == .with }
  }
}
