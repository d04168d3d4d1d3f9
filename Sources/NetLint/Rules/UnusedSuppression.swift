import NetFormat
import NetModel
import NetSyntax

/// unused-suppression: a comment that keeps nothing from being reported, or formatted.
let unusedSuppression = Rule(
  "unused-suppression", "N601", .warning, page: PackageResources.unused_suppression_md,
  .several([
    .unused { unused, findings in report(unused, &findings) },
    .directives { file, directives, findings in
      guard directives.contains(where: { $0.command == .formatOff || $0.command == .formatOn }) else { return }
      reportSwitches(directives, file, &findings)
    },
  ]))

private func report(_ unused: UnusedSuppression, _ findings: inout Findings) {
  let suppression = unused.suppression
  let place =
    switch suppression.scope {
    case .line: "on the next line"
    case .record: "in the record below"
    case .file: "in this file"
    }
  let names = alternatives(unused.names.map { suppression.names[$0].text })
  let message =
    suppression.covered == nil
    ? "no line stands below for \(names) to be ignored in" : "nothing \(place) is reported by \(names)"
  if unused.names.count == suppression.names.count {
    findings.report(
      suppression.comment, message, in: suppression.file, help: "remove the comment",
      fix: Fix(isSafe: true, title: "remove the comment", edits: [.remove(suppression.line)]))
  } else {
    findings.report(
      suppression.names[unused.names[0]].range, message, in: suppression.file, help: "remove \(names)",
      fix: Fix(isSafe: true, title: "remove \(names)", edits: removals(of: unused)))
  }
}

/// The edits that take some names out of a list that keeps others.
private func removals(of unused: UnusedSuppression) -> [TextEdit] {
  let names = unused.suppression.names
  let removed = Set(unused.names)
  guard let firstKept = names.indices.first(where: { !removed.contains($0) }) else { return [] }
  let leading = firstKept > 0 ? [TextEdit.remove(ByteRange(names[0].range.start, names[firstKept].range.start))] : []
  return leading
    + unused.names.filter { $0 > firstKept }.map { .remove(ByteRange(names[$0 - 1].range.end, names[$0].range.end)) }
}

// MARK: format off and on

private func reportSwitches(_ directives: [Directive], _ file: borrowing ParsedFile, _ findings: inout Findings) {
  let stretches = SwitchedOff(file)
  var open: Directive?
  for directive in directives {
    switch (directive.command, open) {
    case (.formatOff, nil): open = directive
    case (.formatOff, let off?):
      reportIdle(
        [directive], "the formatter is off here already", file, &findings,
        labels: [Label(file: findings.file, range: off.comment, message: "since here")])
    case (.formatOn, nil):
      reportIdle([directive], "no `format off` stands above for `format on` to end", file, &findings)
    case (.formatOn, let off?):
      reportStretch(off, directive, stretches, file, &findings)
      open = nil
    case (.ignore, _), (.ignoreFile, _), (.unknown, _): break
    }
  }
  if let open { reportStretch(open, nil, stretches, file, &findings) }
}

private func reportStretch(
  _ off: Directive, _ on: Directive?, _ stretches: SwitchedOff, _ file: borrowing ParsedFile, _ findings: inout Findings
) {
  let stretch = ByteRange(off.comment.start, on?.comment.end ?? file.bytes.count)
  if stretches.keepSomething(in: stretch) { return }
  reportIdle([off] + (on.map { [$0] } ?? []), "`format off` keeps nothing from being formatted", file, &findings)
}

/// What the formatter would change besides if it were nowhere off.
private struct SwitchedOff {
  /// Nil where the file is not formatted at all.
  private var edits: [TextEdit]?
  private var lists: [ByteRange] = []

  init(_ file: borrowing ParsedFile) {
    guard (try? UTF8Span(validating: file.bytes.span)) != nil else { return }
    let made = Set(formattingEdits(of: file.tree, file.bytes.span))
    edits = formattingEdits(of: file.tree, file.bytes.span, heedsSwitches: false).filter { !made.contains($0) }
    for node in 0..<file.tree.nodeCount where file.tree.kind(ofNode: node) == .list {
      lists.append(file.tree.range(ofNode: node))
    }
  }

  /// Whether something in a stretch would be formatted, or in a list that reaches into it, which keeps its indents.
  func keepSomething(in stretch: ByteRange) -> Bool {
    guard let edits else { return true }
    // Lists, and edits, stand in order and apart, so that their ends are in order, too.
    let firstList = lists.partitioned { $0.end <= stretch.start }
    let endOfLists = lists.partitioned { $0.start < stretch.end }
    let reached = lists[min(firstList, endOfLists)..<endOfLists]
    let start = min(stretch.start, reached.first?.start ?? stretch.start)
    let end = max(stretch.end, reached.last?.end ?? stretch.end)
    let edit = edits.partitioned { $0.range.end < start }
    return edit < edits.count && edits[edit].range.start < end
  }
}

/// Reports comments that change nothing, at the first of them.
private func reportIdle(
  _ directives: [Directive], _ message: String, _ file: borrowing ParsedFile, _ findings: inout Findings,
  labels: [Label] = []
) {
  let bytes = file.bytes.span
  let help = directives.count == 1 ? "remove the comment" : "remove both comments"
  let edits = directives.map { TextEdit.remove(lineRange(bytes, around: $0.comment.start)) }
  findings.report(
    directives[0].comment, message, help: help, labels: labels, fix: Fix(isSafe: true, title: help, edits: edits))
}
