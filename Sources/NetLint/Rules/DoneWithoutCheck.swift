import NetModel
import NetSyntax

/// done-without-check: a task that says when it was done, and is open.
let doneWithoutCheck = Rule(
  "done-without-check", "N305", .warning, page: PackageResources.done_without_check_md,
  .lines([.item], holding: .checkbox) { file, line, findings in
    let item = line.node.node
    guard line.isFirst, taskState(ofItem: item, in: file) == .open, let done = doneDate(ofTask: item, in: file),
      let checkbox = file.tree.itemParts(ofNode: item).checkbox
    else { return }
    findings.report(
      done.range, "`\(text(file.bytes.span, done.range))` stands in an open task", help: "write `[x]`",
      fix: .replace(file.tree.range(ofToken: checkbox), with: "[x]", isSafe: true))
  })
