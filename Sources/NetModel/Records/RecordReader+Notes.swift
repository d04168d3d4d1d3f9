import NetSyntax

extension RecordReader {
  /// What covers the notes that follow, besides their own marks.
  struct Cover {
    /// Whether the whole record is private.
    var record: Bool
    /// The level of the private section that is open.
    var section: Int?
    /// Whether a private item stands above, and no line in column 0 since.
    var item = false
    /// Whether that item stands above the list that was read last, and not in it.
    var isInherited = false
    /// Whether that list stands directly above.
    var isBelowList = false

    /// Whether a note is covered, given whether it is indented.
    func covers(isIndented: Bool) -> Bool { record || section != nil || (item && isIndented) }
  }

  /// Reads the notes among some nodes.
  ///
  /// - Parameter context: The people of items that have none of their own.
  mutating func notes(
    _ nodes: Range<Int>, _ parsed: borrowing ParsedFile, context: [String], isPrivate: Bool
  ) -> [Note] {
    var notes: [Note] = []
    var cover = Cover(record: isPrivate)
    var node = nodes.lowerBound
    while node < nodes.upperBound {
      let isIndented = parsed.tree.isIndented(node: node, in: parsed.bytes.span)
      let kind = parsed.tree.kind(ofNode: node)
      // A list says so of each of its items.
      if !isIndented, kind != .comment, kind != .list { cover.item = false }
      let isCovered = cover.covers(isIndented: isIndented)
      switch kind {
      case .section: add(&notes, section(node, parsed, &cover))
      case .paragraph: add(&notes, text(node, parsed, isCovered).map(Note.paragraph))
      case .quote: add(&notes, text(node, parsed, isCovered).map(Note.quote))
      case .fence: add(&notes, code(node, parsed, isCovered).map(Note.code))
      case .list: list(node, parsed, context, &cover, &notes)
      case .separator, .comment, .file, .preamble, .record, .heading, .meetingHeading, .field, .item, .foreign: break
      }
      if kind != .comment { cover.isBelowList = kind == .list }
      node = parsed.tree.end(ofNode: node)
    }
    return notes
  }

  private func add(_ notes: inout [Note], _ note: Note?) {
    if let note { notes.append(note) }
  }

  private mutating func text(_ node: Int, _ parsed: borrowing ParsedFile, _ isCovered: Bool) -> TextNote? {
    let (content, isPrivate) = runningText(parsed.tree.tokens(ofNode: node), parsed)
    guard includes(isPrivate || isCovered) else { return nil }
    return TextNote(content: content, isPrivate: isPrivate || isCovered)
  }

  private mutating func section(_ node: Int, _ parsed: borrowing ParsedFile, _ cover: inout Cover) -> Note? {
    let tokens = parsed.tree.tokens(ofNode: node)
    var mark = tokens.lowerBound
    while parsed.tree.kind(ofToken: mark) != .sectionMark { mark += 1 }
    let level = parsed.tree.range(ofToken: mark).count
    if let open = cover.section, level <= open { cover.section = nil }
    let (content, isPrivate) = runningText(mark + 1..<tokens.upperBound, parsed)
    if isPrivate, cover.section == nil { cover.section = level }
    let isCovered = cover.covers(isIndented: false)
    guard includes(isCovered) else { return nil }
    return .section(TextNote(content: content, isPrivate: isCovered), level: level)
  }

  private mutating func code(_ node: Int, _ parsed: borrowing ParsedFile, _ isCovered: Bool) -> CodeNote? {
    guard includes(isCovered) else { return nil }
    var code = CodeNote(info: "", text: "", isPrivate: isCovered)
    let tokens = parsed.tree.tokens(ofNode: node)
    let marks = tokens.filter { parsed.tree.kind(ofToken: $0) == .fenceMark }
    guard let opener = marks.first, let closer = marks.last else { return nil }
    var body = opener + 1
    while parsed.tree.kind(ofToken: body) != .lineEnd {
      if parsed.tree.kind(ofToken: body) == .fenceInfo { code.info = parsed.text(parsed.tree.range(ofToken: body)) }
      body += 1
    }
    var line: [UInt8] = []
    for token in body + 1..<closer {
      switch parsed.tree.kind(ofToken: token) {
      case .code: line.append(contentsOf: parsed.bytes.span, in: parsed.tree.range(ofToken: token))
      case .lineEnd: line.append(Ascii.lineFeed)
      default: break  // The closer's indent.
      }
    }
    code.text = String(decoding: line.dropLast(), as: UTF8.self)
    return code
  }

  /// Reads the items of a list.
  ///
  /// One that begins with an indent below the fence or text of a private item goes with that item; among themselves the
  /// items of a list, and of lists with nothing but blank lines between them, cover only what is below each of them.
  private mutating func list(
    _ node: Int, _ parsed: borrowing ParsedFile, _ context: [String], _ cover: inout Cover, _ notes: inout [Note]
  ) {
    if cover.isBelowList { cover.item = cover.isInherited }
    cover.isInherited = cover.item
    var item = node + 1
    let end = parsed.tree.end(ofNode: node)
    while item < end {
      if parsed.tree.kind(ofNode: item) == .item {
        let isIndented = parsed.tree.isIndented(node: item, in: parsed.bytes.span)
        if !isIndented { cover.isInherited = false }
        cover.item = cover.isInherited
        let isCovered = cover.covers(isIndented: isIndented)
        var endsPrivate = false
        if let read = self.item(item, parsed, context: context, isCovered: isCovered, &endsPrivate) {
          notes.append(.item(read))
        }
        cover.item = cover.isInherited || endsPrivate
      }
      item = parsed.tree.end(ofNode: item)
    }
  }
}

extension Tree {
  /// Whether a node's first line starts with a blank.
  package func isIndented(node: Int, in bytes: Span<UInt8>) -> Bool {
    var token = tokens(ofNode: node).lowerBound
    if kind(ofToken: token) == .byteOrderMark { token += 1 }
    guard kind(ofToken: token) == .space else { return false }
    let range = range(ofToken: token)
    return holdsBlank(bytes, from: range.start, to: range.end)
  }
}
