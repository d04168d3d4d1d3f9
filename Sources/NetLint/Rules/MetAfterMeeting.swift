import NetModel
import NetSyntax

/// met-after-meeting: somebody who was met before they were met.
let metAfterMeeting = Rule(
  "met-after-meeting", "N301", .warning, page: PackageResources.met_after_meeting_md,
  .notebook(reading: [.lifeDates, .meetings]) { notebook, _, findings in
    for conflict in notebook.conflicts(of: .met, where: { met, meeting in meeting.isSurelyBefore(met) }) {
      findings.report(
        conflict.life.range,
        "`\(notebook.shown(conflict.id))` was at a meeting before you met on `\(conflict.life.date.edtf)`",
        in: conflict.id.file, help: "write the earlier date, or mend that of the meeting",
        labels: [conflict.other.label("the meeting is dated")])
    }
  })
