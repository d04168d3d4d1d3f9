import NetModel
import NetSyntax

/// suppression-without-reason: a comment that asks to ignore something, and does not say why.
let suppressionWithoutReason = Rule(
  "suppression-without-reason", "N603", .warning, isDefault: false,
  page: PackageResources.suppression_without_reason_md,
  .directives { file, directives, findings in
    for directive in directives where directive.reason == nil && !directive.rules.isEmpty {
      let comment = text(file.bytes.span, directive.comment)
      findings.report(
        directive.comment, "nothing says why this is ignored",
        help: "write the reason behind it, as in \(quoted(comment + " -- she spells it so"))")
    }
  })
