import NetModel
import NetSyntax

/// after-death: a meeting with somebody who had died.
let afterDeath = Rule(
  "after-death", "N302", .warning, page: PackageResources.after_death_md,
  .notebook(reading: [.lifeDates, .meetings]) { notebook, _, findings in
    let conflicts = notebook.conflicts(
      of: .died, with: [.contact, .met], where: { died, contact in died.isSurelyBefore(contact) })
    for conflict in conflicts {
      findings.report(
        conflict.life.range,
        "`\(notebook.shown(conflict.id))` was met after they died on `\(conflict.life.date.edtf)`",
        in: conflict.id.file,
        help: "mend one of the dates; in the title of a memorial write the name without its `@`",
        labels: [conflict.other.label("this is dated")])
    }
  })
