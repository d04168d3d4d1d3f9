import NetModel
import NetSyntax

/// stray-due: a date of a task where a task's dates are not.
let strayDue = Rule(
  "stray-due", "N130", .warning, page: PackageResources.stray_due_md,
  .lines([.item, .paragraph], holding: [.due, .done, .date]) { file, line, findings in
    if line.node.kind == .item, line.isFirst, line.signs.contains(.date), line.signs.contains(.checkbox) {
      checkLeadingDate(file, line, &findings)
    }
    checkDates(file, line, &findings)
  })

/// `due:` and `done:` with a date outside of a task.
private func checkDates(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  guard !line.signs.isDisjoint(with: [.due, .done]) else { return }
  if line.node.kind == .item, taskState(ofItem: line.node.node, in: file) != nil { return }
  let bytes = file.bytes.span
  for token in line.tokens {
    let kind = file.tree.kind(ofToken: token)
    guard kind == .due || kind == .done else { continue }
    let range = file.tree.range(ofToken: token)
    let date = range.start + (kind == .due ? 4 : 5)
    guard CalendarDate(bytes.extracting(date..<range.end))?.year != nil else { continue }
    var mended: (help: String, fix: Fix)?
    if line.node.kind == .item, line.isFirst, mayBeTask(file.tree.itemParts(ofNode: line.node.node), file) {
      let box = kind == .due ? "[ ]" : "[x]"
      let behind = skipSpace(bytes, from: line.text.start + 1, end: line.text.end)
      let fix = Fix(
        isSafe: false, title: "make it a task",
        edits: [TextEdit(range: ByteRange(behind, behind), replacement: box + " ")])
      mended = ("write `- \(box) \(text(bytes, ByteRange(behind, line.text.end)))`", fix)
    }
    findings.report(
      range, "`\(text(bytes, range))` counts only in a task",
      help: mended?.help ?? help(box: kind == .due ? "[ ]" : "[x]", date: text(bytes, range)),
      fix: mended?.fix, unless: Cause(rules: ["almost-task"], range: line.text))
    return
  }
}

/// The date at the start of an open task.
private func checkLeadingDate(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  guard taskState(ofItem: line.node.node, in: file) == .open else { return }
  let parts = file.tree.itemParts(ofNode: line.node.node)
  guard let date = parts.date else { return }
  let range = file.tree.range(ofToken: date)
  let written = text(bytes, range)
  let message = "`\(written)` at the start of an open task is not its due date"
  let rest = ByteRange(
    min(file.tree.start(ofToken: (parts.head ?? parts.text).lowerBound), line.text.end), line.text.end)
  guard file.tree.first(.due, in: parts.text) == nil, !rest.isEmpty else {
    findings.report(range, message, help: help(box: "[ ]", date: "due:\(written)"))
    return
  }
  findings.report(
    range, message, help: "write `- [ ] \(text(bytes, rest)) due:\(written)`",
    fix: Fix(
      isSafe: false, title: "write it as `due:\(written)`",
      edits: [
        TextEdit(range: ByteRange(range.start, rest.start), replacement: ""),
        TextEdit(range: ByteRange(rest.end, rest.end), replacement: " due:\(written)"),
      ]))
}

private func help(box: String, date: String) -> String {
  "leave the date out, or write a task such as `- \(box) … \(date)`"
}

/// Whether an item has neither a date nor a head with a label.
private func mayBeTask(_ parts: ItemParts, _ file: borrowing ParsedFile) -> Bool {
  if parts.date != nil { return false }
  guard let range = parts.label.map({ file.tree.range(ofToken: $0) }) else { return true }
  return ItemLabel(file.bytes.span, in: range) == nil
}
