import NetModel
import NetSyntax

/// check-without-done: a task that was done, nobody knows when.
let checkWithoutDone = Rule(
  "check-without-done", "N306", .info, isDefault: false, page: PackageResources.check_without_done_md,
  .nodes([.item]) { file, item, findings in
    guard taskState(ofItem: item.node, in: file) == .done else { return }
    let parts = file.tree.itemParts(ofNode: item.node)
    guard let checkbox = parts.checkbox, parts.date == nil, file.tree.first(.done, in: parts.text) == nil else {
      return
    }
    findings.report(
      file.tree.range(ofToken: checkbox), "this task does not say when it was done",
      help: "add the day, as in `done:2026-11-16`")
  })
