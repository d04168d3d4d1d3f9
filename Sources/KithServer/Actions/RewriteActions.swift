import NetModel
import NetSyntax

extension CodeActions {
  /// What can be done to the line that an offset is in.
  mutating func addRewrites(at offset: Int, in file: borrowing OpenFile, today: CalendarDate?) {
    let line = file.line(at: offset)
    // What goes on from the line above is not what the user is at.
    guard want(.rewrite), let node = file.nodes(at: line.start).last,
      file.line(at: file.parsed.tree.range(ofNode: node).start) == line
    else { return }
    switch file.parsed.tree.kind(ofNode: node) {
    case .heading: addWrittenHandle(at: offset, in: file)
    case .item: addTaskActions(node, in: file, today: today)
    case .paragraph: addTask(ofParagraph: node, in: file)
    case .file, .preamble, .record, .meetingHeading, .field, .section, .quote, .fence, .separator, .list, .comment,
      .foreign:
      break
    }
  }

  private mutating func addWrittenHandle(at offset: Int, in file: borrowing OpenFile) {
    guard let index = file.record(at: offset) else { return }
    let record = file.facts.records[index]
    guard record.handle == nil, let handle = file.facts.handleText(of: record) else { return }
    let end = ByteRange(record.name.end, record.name.end)
    addRewrite("write `@\(handle)` behind the name", [TextEdit(range: end, replacement: " @\(handle)")])
  }

  /// Ticks and unticks; an item that is no task can be made one.
  private mutating func addTaskActions(_ node: Int, in file: borrowing OpenFile, today: CalendarDate?) {
    let tree = file.parsed.tree.itemParts(ofNode: node)
    guard let checkbox = tree.checkbox else {
      // What begins with a bracket is a checkbox that is not quite one, which a finding speaks about.
      guard tree.label == nil, tree.date == nil, let bullet = file.bullet(ofItem: node),
        !file.text(ByteRange(bullet.end, file.line(at: bullet.end).end)).drop(while: \.isWhitespace).hasPrefix("[")
      else { return }
      let place = ByteRange(bullet.end, bullet.end)
      addRewrite("make it a task", [TextEdit(range: place, replacement: " " + TaskState.open.checkbox)])
      return
    }
    let range = file.parsed.tree.range(ofToken: checkbox)
    guard let state = TaskState(mark: file.bytes[range.start + 1]) else { return }
    let done = tree.text.first { file.parsed.tree.kind(ofToken: $0) == .done }
    if state != .done {
      var edits = [TextEdit(range: range, replacement: TaskState.done.checkbox)]
      if done == nil, let today {
        let end = file.endOfText(tree.text, from: range.end)
        edits.append(TextEdit(range: ByteRange(end, end), replacement: " done:\(today.edtf)"))
      }
      addRewrite(edits.count == 1 ? "tick it" : today.map { "tick it, done on \($0.edtf)" } ?? "tick it", edits)
    }
    if state != .open {
      var edits = [TextEdit(range: range, replacement: TaskState.open.checkbox)]
      if let done {
        var date = file.parsed.tree.range(ofToken: done)
        if file.bytes[date.start - 1] == Ascii.space { date.start -= 1 }
        edits.append(TextEdit(range: date, replacement: ""))
      }
      addRewrite("open it again", edits)
    }
    if state == .open {
      addRewrite("let it go", [TextEdit(range: range, replacement: TaskState.dropped.checkbox)])
    }
  }

  /// A paragraph of one line can become a task.
  private mutating func addTask(ofParagraph node: Int, in file: borrowing OpenFile) {
    let range = file.parsed.tree.range(ofNode: node)
    let line = file.line(at: range.start)
    guard file.bytes[line.end..<range.end].allSatisfy({ $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn }) else {
      return
    }
    let text = file.bytes[line.start..<line.end].prefix { $0 == Ascii.space || $0 == Ascii.tab }
    let place = ByteRange(line.start, line.start + text.count)
    addRewrite("make it a task", [TextEdit(range: place, replacement: "- \(TaskState.open.checkbox) ")])
  }

  private mutating func addRewrite(_ title: String, _ edits: [TextEdit]) {
    add(CodeAction(title: title, kind: .rewrite, edits: edits))
  }
}

extension OpenFile {
  /// The bullet of an item.
  fileprivate func bullet(ofItem node: Int) -> ByteRange? {
    parsed.tree.ownTokens(ofNode: node).first { parsed.tree.kind(ofToken: $0) == .bullet }
      .map { parsed.tree.range(ofToken: $0) }
  }

  /// Behind the last token of a text that is more than blanks, on the first line that has one.
  fileprivate func endOfText(_ tokens: Range<Int>, from start: Int) -> Int {
    var end = start
    for token in tokens {
      switch parsed.tree.kind(ofToken: token) {
      case .lineEnd: if end > start { return end }
      case .space: break
      default: end = parsed.tree.range(ofToken: token).end
      }
    }
    while end > start, bytes[end - 1] == Ascii.space || bytes[end - 1] == Ascii.tab { end -= 1 }
    return end
  }
}
