import NetModel
import NetSyntax

/// done-before-meeting: a task of a meeting that was done before the meeting.
let doneBeforeMeeting = Rule(
  "done-before-meeting", "N304", .warning, isDefault: false, page: PackageResources.done_before_meeting_md,
  .nodes([.item]) { file, item, findings in
    guard let record = item.record, let meeting = file.facts.records[record].date,
      taskState(ofItem: item.node, in: file) != nil, let done = doneDate(ofTask: item.node, in: file)
    else { return }
    guard DateExpression(done.date).isSurelyBefore(meeting) else { return }
    let bytes = file.bytes.span
    let heading = file.tree.heading(ofRecord: file.facts.records[record].node)
    let date = file.tree.headingParts(ofNode: heading, in: bytes).date.map { file.tree.range(ofToken: $0) }
    let number = findings.file
    findings.report(
      done.range, "`\(text(bytes, done.range))` is before the meeting", help: "mend one of the dates",
      labels: date.map { [Label(file: number, range: $0, message: "the meeting is dated `\(meeting.edtf)`")] }
        ?? [])
  })
