import NetModel
import NetSyntax

/// invalid-email: an `email` that is no address.
let invalidEmail = Rule(
  "invalid-email", "N113", .error, page: PackageResources.invalid_email_md,
  labelledFields(.email) { bytes, part, field, findings in
    guard let fault = emailFault(bytes) else { return }
    let written = field.value.text(part)
    var help = "write one address, as in `email: amara@katara.example (work)`"
    var fix: Fix?
    if let meant = fault.suggestion ?? spelledOutEmail(written) {
      help = "did you mean \(quoted(meant))?"
      // Of `Amara <amara@katara.example>` the name would be lost.
      let isSafe = [meant, "<\(meant)>", "mailto:\(meant)", "<mailto:\(meant)>"].contains(written)
      fix = field.value.replace(part, with: meant, isSafe: isSafe)
    } else if holdsSeveral(bytes, atBlanks: true, where: { emailFault($0) == nil }) {
      help = "write one address a line"
    }
    findings.report(
      field.value.fileRange(part), "\(quoted(written)) is not an e-mail address", help: help, fix: fix)
  })
