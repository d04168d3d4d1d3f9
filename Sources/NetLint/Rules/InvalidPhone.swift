import NetModel
import NetSyntax

/// invalid-phone: a `phone` that is no number.
let invalidPhone = Rule(
  "invalid-phone", "N114", .error, page: PackageResources.invalid_phone_md,
  labelledFields(.phone) { bytes, part, field, findings in
    guard let fault = phoneFault(bytes) else { return }
    var help = "write a number, as in `phone: +974 5555 0101 (work)`"
    if let meant = fault.suggestion {
      help = "write \(quoted(meant))"
    } else if holdsSeveral(bytes, atBlanks: false, where: { phoneFault($0) == nil }) {
      help = "write one number a line"
    }
    findings.report(
      field.value.fileRange(part), "\(quoted(field.value.text(part))) is not a phone number", help: help,
      fix: fault.suggestion.flatMap { field.value.replace(part, with: $0, isSafe: true) })
  })
