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
      found.range, message(found, fault),
      help: fault.map { help(for: $0, found) } ?? help(for: found.place, found.written),
      fix: fix(for: fault, found), excusing: excused)
  })

/// The fix, where the help names one text to type.
private func fix(for fault: DateFault?, _ found: FoundDate) -> Fix? {
  switch fault {
  case nil:
    guard case .heading = found.place, !isInFigures(found.written) else { return nil }
    return Fix(
      isSafe: false, title: "put a backslash before it, which makes it a name",
      edits: [TextEdit(range: ByteRange(found.range.start, found.range.start), replacement: "\\")])
  case .noSuchMonth(let month):
    guard let years = schoolYear(found, month) else { return nil }
    return .replace(found.range, with: years.written, isSafe: false)
  case .textAttached:
    let bytes = found.written.utf8.span
    let end = scanDate(bytes, from: 0, behind: .blankOrColon).length
    guard end < bytes.count, decodeScalar(bytes, at: end, end: bytes.count).scalar.isLetter else { return nil }
    let place = found.range.start + end
    return Fix(
      isSafe: false, title: "write a blank behind the date",
      edits: [TextEdit(range: ByteRange(place, place), replacement: " ")])
  case .noSuchYear, .noSuchDay, .endBeforeStart, .yearlessInterval, .brokenInterval, .timeAttached: return nil
  }
}

private func message(_ found: FoundDate, _ fault: DateFault?) -> String {
  guard fault == nil, case .heading = found.place else { return "\(quoted(found.written)) is not a date" }
  return "a heading that begins with a digit is a meeting's, and \(quoted(found.written)) is not a date"
}

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

private func help(for fault: DateFault, _ found: FoundDate) -> String {
  switch fault {
  case .noSuchYear: return "years run from 0001 to 9999"
  case .noSuchMonth(let month):
    return schoolYear(found, month).map { "for the years \($0.first) to \($0.first + 1), write `\($0.written)`" }
      ?? "months run from 01 to 12"
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

/// `2026-27` has the shape of a month that does not exist, and is two years in one, where an interval may stand.
private func schoolYear(_ found: FoundDate, _ month: Int) -> (first: Int, written: String)? {
  switch found.place {
  case .heading, .met: break
  case .field, .item, .task: return nil
  }
  guard found.written.utf8.count == 7, let year = Int(found.written.prefix(4)), (year + 1) % 100 == month else {
    return nil
  }
  return (year, "\(year)/\(year + 1)")
}

/// Whether a word is numbers with marks between, and so hardly a name: `14/05`.
private func isInFigures(_ word: String) -> Bool {
  word.utf8.allSatisfy { $0.isAsciiDigit || "/.-".utf8.contains($0) } && !word.utf8.allSatisfy(\.isAsciiDigit)
}
