import NetModel
import NetSyntax

/// before-birth: a meeting with somebody who was not born.
let beforeBirth = Rule(
  "before-birth", "N303", .warning, page: PackageResources.before_birth_md,
  .notebook(reading: [.lifeDates, .meetings]) { notebook, _, findings in
    let conflicts = notebook.conflicts(
      of: .birthday, with: [.contact, .met], where: { birthday, contact in contact.isSurelyBefore(birthday) })
    for conflict in conflicts {
      findings.report(
        conflict.life.range,
        "`\(notebook.shown(conflict.id))` was met before they were born on `\(conflict.life.date.edtf)`",
        in: conflict.id.file,
        help: "mend one of the dates", labels: [conflict.other.label("this is dated")])
    }
  })
