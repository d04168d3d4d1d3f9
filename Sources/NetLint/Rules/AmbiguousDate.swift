import NetModel
import NetSyntax

/// ambiguous-date: a date that can be read in more than one way.
let ambiguousDate = Rule(
  "ambiguous-date", "N122", .error, page: PackageResources.ambiguous_date_md,
  .dates { found, findings in
    guard case .ambiguous(let readings) = found.problem else { return }
    let isWhole = found.range.count == found.written.utf8.count
    findings.report(
      found.range, "\(quoted(found.written)) can be read in more than one way", help: help(for: readings),
      proposals: isWhole && areOfOneYear(readings)
        ? readings.map { .replace(found.range, with: $0, isSafe: false) } : [])
  })

private func help(for readings: [String]) -> String {
  areOfOneYear(readings) ? "write \(alternatives(readings))" : "write it as in `2026-11-14`"
}

/// Whether there are two readings, and only day and month are in doubt, not the century.
private func areOfOneYear(_ readings: [String]) -> Bool {
  guard readings.count == 2 else { return false }
  return readings[0].prefix(4) == readings[1].prefix(4) || readings.allSatisfy { $0.hasPrefix("--") }
}
