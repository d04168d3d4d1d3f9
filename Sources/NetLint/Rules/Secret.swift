import NetModel
import NetSyntax

/// secret: what should not stand in notes that are kept in git.
let secret = Rule(
  "secret", "N405", .error, page: PackageResources.secret_md,
  .file { file, findings in
    for secret in secrets(in: file.bytes.span) {
      findings.report(
        secret.range, "this looks like \(secret.kind.noun)",
        help: "take it out; if it was ever committed, git's history keeps it, so \(secret.kind.remedy)")
    }
  })
