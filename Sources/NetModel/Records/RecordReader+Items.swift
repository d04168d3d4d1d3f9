import NetSyntax

extension RecordReader {
  /// The people of items that have none in any head around them: the record's own, or a meeting's only participant.
  func context(of draft: RecordDraft) -> [String] {
    switch draft.facts.kind {
    case .person, .group, .org: return draft.handle.map { [$0] } ?? []
    case .page: return []
    case .meeting:
      guard draft.participants.count == 1, case .handle(let handle) = draft.participants[0].who else { return [] }
      return [handle]
    }
  }

  /// Reads an item with its children; nil if it is private and private things are left out.
  ///
  /// Calls itself for the children, at most 32 deep.
  ///
  /// - Parameters:
  ///   - context: The people of the nearest enclosing item that has some, else of the record.
  ///   - isCovered: Whether something around it is private.
  ///   - endsPrivate: Set if it or the last private item among its children covers the lines indented below.
  mutating func item(
    _ node: Int, _ parsed: borrowing ParsedFile, context: [String], isCovered: Bool, _ endsPrivate: inout Bool
  ) -> Item? {
    let parts = parsed.tree.itemParts(ofNode: node)
    var item = Item(range: parsed.tree.range(ofNode: node))
    let head = readHead(parts, parsed, &item)
    let (content, isPrivate) = runningText(head.text, parsed)
    item.content = content
    item.isPrivate = isCovered || isPrivate || head.isPrivate
    endsPrivate = endsPrivate || (item.isPrivate && !isCovered)
    guard includes(item.isPrivate) else { return nil }
    let people = head.people.isEmpty || item.task != nil ? context : head.people
    if item.task == nil { item.people = people } else { readTask(parts, head.people, parsed, &item) }
    if item.label == .intro { item.introducers = introducers(of: item, context: context) }
    var child = node + 1
    while child < parsed.tree.end(ofNode: node) {
      if parsed.tree.kind(ofNode: child) == .item,
        let read = self.item(child, parsed, context: people, isCovered: item.isPrivate, &endsPrivate)
      {
        item.items.append(read)
      }
      child = parsed.tree.end(ofNode: child)
    }
    return item
  }

  private struct Head {
    var people: [String] = []
    var isPrivate = false
    /// The tokens of the item's text.
    var text: Range<Int>
  }

  /// Reads checkbox, date and head. A head whose word is no label is text.
  private func readHead(_ parts: ItemParts, _ parsed: borrowing ParsedFile, _ item: inout Item) -> Head {
    let bytes = parsed.bytes.span
    if let checkbox = parts.checkbox {
      item.task = TaskState(mark: bytes[parsed.tree.start(ofToken: checkbox) + 1])
    }
    if let date = parts.date {
      let range = parsed.tree.range(ofToken: date)
      item.date = CalendarDate(bytes.extracting(range.start..<range.end))
    }
    var head = Head(text: parts.text)
    guard let tokens = parts.head else { return head }
    if let label = parts.label {
      let range = parsed.tree.range(ofToken: label)
      item.label = ItemLabel(bytes, in: range)
      guard item.label != nil else {
        head.text = tokens.lowerBound..<parts.text.upperBound
        return head
      }
    }
    var people = DistinctTexts()
    for token in tokens where parsed.tree.kind(ofToken: token) == .mention {
      let mentioned = resolve(token: token, parsed)
      people.append(mentioned.handle)
      head.isPrivate = head.isPrivate || mentioned.isPrivate
    }
    head.people = people.texts
    item.hasPeopleInHead = !head.people.isEmpty
    return head
  }

  private func readTask(
    _ parts: ItemParts, _ owners: [String], _ parsed: borrowing ParsedFile, _ item: inout Item
  ) {
    item.owners = owners.isEmpty ? ["me"] : owners
    item.due = firstDate(.due, length: 4, in: parts.text, parsed)
    item.done = firstDate(.done, length: 5, in: parts.text, parsed)
  }

  /// The date of the first `due:` or `done:`, if it is one with a year.
  private func firstDate(
    _ kind: TokenKind, length: Int, in tokens: Range<Int>, _ parsed: borrowing ParsedFile
  ) -> CalendarDate? {
    for token in tokens where parsed.tree.kind(ofToken: token) == kind {
      let range = parsed.tree.range(ofToken: token)
      let date = CalendarDate(parsed.bytes.span.extracting(range.start + length..<range.end))
      return date?.year == nil ? nil : date
    }
    return nil
  }

  /// Who made an introduction: the writer, unless among the introduced; then the people around, less the introduced.
  private func introducers(of item: Item, context: [String]) -> [String] {
    guard item.people.contains("me") else { return ["me"] }
    let introduced = Set(item.people)
    return context.filter { !introduced.contains($0) }
  }
}
