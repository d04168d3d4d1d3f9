import NetModel
import NetSyntax

/// almost-task: what was meant as a task, or as its due date, and is text.
let almostTask = Rule(
  "almost-task", "N127", .warning, page: PackageResources.almost_task_md,
  .lines(
    [.item, .paragraph], holding: [.checkbox, .startsWithBracket, .startsWithMark, .startsWithDigit, .wide]
  ) { file, line, findings in
    guard line.node.kind == .item, line.isFirst else { return checkText(file, line, &findings) }
    switch taskState(ofItem: line.node.node, in: file) {
    case .open: checkDueDate(file, line, &findings)
    case .done, .dropped: break
    case nil: checkItem(file, line, &findings)
    }
  })

/// A checkbox without a bullet, behind a number, or directly behind a bullet.
private func checkText(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  let (start, end) = (line.text.start, line.text.end)
  let bullet = tightBulletEnd(bytes, at: start, end: end)
  let number = bytes[start].isAsciiDigit ? numberEnd(bytes, at: start, end: end) : nil
  let box = bullet ?? number ?? start
  guard let found = checkbox(bytes, at: box, end: end), found.isWhole else { return }
  let span = ByteRange(start, found.end)
  let mended = "- \(found.mended ?? "[ ]")"
  let isAlone = line.node.kind == .paragraph && file.tree.tokens(ofNode: line.node.node) == line.tokens
  let lack = bullet == nil ? "a bullet" : "a blank behind the bullet"
  findings.report(
    span, "`\(text(bytes, span))` is not a task without \(lack)", help: "write `\(mended)`",
    fix: .replace(span, with: mended, isSafe: isAlone && standsApartAsItem(line, in: file)))
}

/// What almost is a checkbox behind a bullet.
private func checkItem(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  let bytes = file.bytes.span
  let end = line.text.end
  let start = skipSpace(bytes, from: line.text.start + 1, end: end)
  guard start < end, let found = checkbox(bytes, at: start, end: end, acceptsAlmost: true) else { return }
  let span = ByteRange(start, found.end)
  let written = text(bytes, span)
  guard found.isTight else {
    findings.report(
      span, "`\(written)` is not a checkbox",
      help: "write \(found.mended.map { "`\($0)`" } ?? "`[ ]`, `[x]` or `[-]`")",
      fix: found.mended.map { .replace(span, with: $0, isSafe: true) })
    return
  }
  var word = found.end
  while word < end, blankLength(bytes, at: word, end: end) == 0 { word += 1 }
  findings.report(
    span, "`\(written)` is not a checkbox without a blank behind it",
    help: "write `\(written) \(text(bytes, ByteRange(found.end, word)))`",
    fix: Fix(
      isSafe: true, title: "put a blank behind it",
      edits: [TextEdit(range: ByteRange(found.end, found.end), replacement: " ")]))
}

/// `due: 2026-11-30` and `by 2026-11-30` in an open task that has no due date.
private func checkDueDate(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
  if line.signs.contains(.due) { return }
  let bytes = file.bytes.span
  var spoken: DueWords?
  for token in line.tokens where file.tree.kind(ofToken: token) == .text {
    guard let found = DueWords(bytes, in: file.tree.range(ofToken: token), lineStart: line.start) else {
      continue
    }
    if found.hasColon || spoken == nil { spoken = found }
    if found.hasColon { break }
  }
  guard let spoken, file.tree.first(.due, in: file.tree.ownTokens(ofNode: line.node.node)) == nil else {
    return
  }
  findings.report(
    spoken.span, "`\(text(bytes, spoken.span))` is not a due date", help: "write `due:\(spoken.date)`",
    fix: .replace(spoken.span, with: "due:\(spoken.date)", isSafe: spoken.hasColon))
}
