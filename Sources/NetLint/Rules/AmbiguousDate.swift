import NetModel
import NetSyntax

/// ambiguous-date: a date that can be read in more than one way.
let ambiguousDate = Rule(
  "ambiguous-date", "N122", .error, page: PackageResources.ambiguous_date_md,
  .dates { found, findings in
    guard case .ambiguous(let readings) = found.problem else { return }
    findings.report(
      found.range, "\(quoted(found.written)) can be read in more than one way", help: help(for: readings))
  })

private func help(for readings: [String]) -> String {
  guard readings.count == 2, isYearKnown(readings[0], readings[1]) else {
    return "write it as in `2026-11-14`"
  }
  return "write \(alternatives(readings))"
}

/// Whether only day and month are in doubt, not the century.
private func isYearKnown(_ one: String, _ other: String) -> Bool {
  one.prefix(4) == other.prefix(4) || (one.hasPrefix("--") && other.hasPrefix("--"))
}
