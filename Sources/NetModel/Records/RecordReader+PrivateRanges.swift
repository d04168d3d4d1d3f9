import NetSyntax

extension RecordReader {
  /// Where private things stand in the file: what is left out where it is read for others, in order and apart.
  public func privateRanges(of parsed: borrowing ParsedFile) -> [ByteRange] {
    var ranges: [ByteRange] = []
    if parsed.tree.nodeCount > 1, parsed.tree.kind(ofNode: 1) == .preamble {
      addNotes(2..<parsed.tree.end(ofNode: 1), parsed, to: &ranges)
    }
    for (index, facts) in parsed.facts.records.enumerated() {
      if notebook.isPrivate(RecordID(file: file, record: index)) {
        ranges.append(parsed.tree.range(ofNode: facts.node))
        continue
      }
      addFields(of: facts, parsed, to: &ranges)
      addNotes(facts.notes, parsed, to: &ranges)
    }
    return ranges
  }

  /// Fields that mention somebody private, and entries that are the name of one.
  private func addFields(of record: RecordFacts, _ parsed: borrowing ParsedFile, to ranges: inout [ByteRange]) {
    for node in record.node + 1..<max(record.notes.lowerBound, record.node + 1)
    where parsed.tree.kind(ofNode: node) == .field {
      let range = parsed.tree.range(ofNode: node)
      if parsed.facts.mentions[record.mentions].contains(where: { range.overlaps($0.range) && isPrivate($0.name) }) {
        ranges.append(range)
        continue
      }
      for entry in parsed.facts.entries[record.entries] where range.overlaps(entry.range) {
        switch entry.role {
        case .with, .via, .knows, .members: if isPrivate(entry.name) { ranges.append(entry.range) }
        case .mentionAndWords, .wikiLink, .wikiLinkInValue: break
        }
      }
    }
  }

  private func isPrivate(_ name: Int) -> Bool { notebook.isPrivate(notebook.symbol(ofName: name, in: file)) }

  /// Goes through notes as reading them does, and keeps what is private.
  private func addNotes(_ nodes: Range<Int>, _ parsed: borrowing ParsedFile, to ranges: inout [ByteRange]) {
    var cover = Cover(record: false)
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      let isIndented = parsed.tree.isIndented(node: node, in: parsed.bytes.span)
      let kind = parsed.tree.kind(ofNode: node)
      if !isIndented, kind != .comment, kind != .list { cover.item = false }
      var isPrivate = false
      switch kind {
      case .section: isPrivate = opensPrivate(section: node, parsed, &cover)
      case .paragraph, .quote: isPrivate = runningText(parsed.tree.tokens(ofNode: node), parsed).isPrivate
      case .list: addItems(of: node, parsed, &cover, to: &ranges)
      case .fence, .separator, .comment, .file, .preamble, .record, .heading, .meetingHeading, .field, .item, .foreign:
        break
      }
      if kind != .list, isPrivate || cover.covers(isIndented: isIndented) {
        ranges.append(parsed.tree.range(ofNode: node))
      }
      if kind != .comment { cover.isBelowList = kind == .list }
      node = parsed.tree.end(ofNode: node)
    }
  }

  private func opensPrivate(section node: Int, _ parsed: borrowing ParsedFile, _ cover: inout Cover) -> Bool {
    let tokens = parsed.tree.tokens(ofNode: node)
    var mark = tokens.lowerBound
    while parsed.tree.kind(ofToken: mark) != .sectionMark { mark += 1 }
    let level = parsed.tree.range(ofToken: mark).count
    if let open = cover.section, level <= open { cover.section = nil }
    let isPrivate = runningText(mark + 1..<tokens.upperBound, parsed).isPrivate
    if isPrivate, cover.section == nil { cover.section = level }
    return isPrivate
  }

  private func addItems(
    of list: Int, _ parsed: borrowing ParsedFile, _ cover: inout Cover, to ranges: inout [ByteRange]
  ) {
    if cover.isBelowList { cover.item = cover.isInherited }
    cover.isInherited = cover.item
    var node = list + 1
    while node < parsed.tree.end(ofNode: list) {
      let isIndented = parsed.tree.isIndented(node: node, in: parsed.bytes.span)
      let isItem = parsed.tree.kind(ofNode: node) == .item
      if isItem {
        if !isIndented { cover.isInherited = false }
        cover.item = cover.isInherited
      }
      if cover.covers(isIndented: isIndented) {
        ranges.append(parsed.tree.range(ofNode: node))
      } else if isItem, addPrivateItems(node, parsed, to: &ranges) {
        cover.item = true
      }
      node = parsed.tree.end(ofNode: node)
    }
  }

  /// Adds an item that is private, or those below it that are; returns whether there are any.
  private func addPrivateItems(_ item: Int, _ parsed: borrowing ParsedFile, to ranges: inout [ByteRange]) -> Bool {
    let count = ranges.count
    var node = item
    while node < parsed.tree.end(ofNode: item) {
      if parsed.tree.kind(ofNode: node) == .item,
        runningText(parsed.tree.ownTokens(ofNode: node), parsed).isPrivate
      {
        ranges.append(parsed.tree.range(ofNode: node))
        node = parsed.tree.end(ofNode: node)
      } else {
        node += 1
      }
    }
    return ranges.count > count
  }
}
