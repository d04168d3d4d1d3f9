import NetModel
import NetSyntax

/// invalid-date: what stands in a date's place and is none.
let invalidDate = Rule(
  "invalid-date", "N120", .error, page: PackageResources.invalid_date_md,
  .dates { found, findings in
    guard case .invalid(let fault) = found.problem else { return }
    var excused: [String] = []
    if fault == nil, case .heading(_, let handle?) = found.place { excused = [handle] }
    findings.report(
      found.range, "\(quoted(found.written)) is not a date",
      help: fault.map { help(for: $0, found.written) } ?? help(for: found.place, found.written),
      excusing: excused)
  })

private func help(for place: DatePlace, _ written: String) -> String {
  switch place {
  case .heading(let text, _):
    (isInFigures(written) ? "write a date such as `2026-11-14`; " : "")
      + "for a name, write \(quoted("# \\" + text))"
  case .field: "write a date such as `1980-05-14` or `--05-14`"
  case .met, .item: "write a date such as `2026-11-03`"
  case .task(let word): "write a date such as `\(word)2026-11-30`"
  }
}

private func help(for fault: DateFault, _ written: String) -> String {
  switch fault {
  case .noSuchYear: return "years run from 0001 to 9999"
  case .noSuchMonth(let month): return schoolYear(written, month) ?? "months run from 01 to 12"
  case .noSuchDay(let day, let month, let year):
    guard day >= 1, day <= 31, let name = CalendarDate.nameOfMonth(month) else {
      return "days run from 01 to 31"
    }
    let of = year.map { " \($0)" } ?? ""
    return "\(name)\(of) has \(CalendarDate.daysInMonth(month, of: year)) days"
  case .endBeforeStart: return "an interval ends on or after its start"
  case .textAttached: return "write a blank behind the date"
  case .yearlessInterval, .brokenInterval, .timeAttached: return fault.reason
  }
}

/// `2026-27` has the shape of a month that does not exist, and is two years in one.
private func schoolYear(_ written: String, _ month: Int) -> String? {
  guard written.utf8.count == 7, let year = Int(written.prefix(4)), (year + 1) % 100 == month else {
    return nil
  }
  return "for the years \(year) to \(year + 1), write `\(year)/\(year + 1)`"
}

/// Whether a word is numbers with marks between, and so hardly a name: `14/05`.
private func isInFigures(_ word: String) -> Bool {
  word.utf8.allSatisfy { $0.isAsciiDigit || "/.-".utf8.contains($0) } && !word.utf8.allSatisfy(\.isAsciiDigit)
}
