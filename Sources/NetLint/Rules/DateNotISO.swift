import NetModel
import NetSyntax

/// date-not-iso: a date that is certain, and written otherwise.
let dateNotISO = Rule(
  "date-not-iso", "N121", .error, page: PackageResources.date_not_iso_md,
  .dates { found, findings in
    guard case .otherForm(let iso, let isSafe) = found.problem else { return }
    // The parts of a field's value that runs over lines may have comments between.
    let isWhole = found.range.count == found.written.utf8.count
    findings.report(
      found.range, "\(quoted(found.written)) is not read as a date",
      help: found.silenced == nil ? "write `\(iso)`" : "for a meeting, begin the heading with `\(iso)`",
      fix: isWhole ? .replace(found.range, with: iso, isSafe: isSafe) : nil, silencing: found.silenced,
      excusing: found.excused)
  })
