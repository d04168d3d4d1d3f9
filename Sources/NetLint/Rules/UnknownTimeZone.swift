import NetModel
import NetSyntax

/// unknown-time-zone: a `tz` that is no name of the IANA database.
let unknownTimeZone = Rule(
  "unknown-time-zone", "N117", .error, page: PackageResources.unknown_time_zone_md,
  .values([.timeZone]) { file, field, findings in
    let bytes = field.value.bytes.span
    guard !TimeZoneName.contains(bytes) else { return }
    let names = TimeZoneName.suggestions(for: bytes)
    let isSafe = names.count == 1 && isSameButForCase(field.value.text, names[0])
    let fixes = names.compactMap { field.value.replace(0..<bytes.count, with: $0, isSafe: isSafe) }
    findings.report(
      field.value.fileRange, "\(quoted(field.value.text)) is not a time zone",
      help: names.isEmpty ? "write a name such as `Asia/Qatar`" : "did you mean \(alternatives(names))?",
      fix: names.count == 1 ? fixes.first : nil, proposals: names.count == 1 ? [] : fixes)
  })

/// Whether two names differ only in letter case, or in blanks and hyphens for `_`.
private func isSameButForCase(_ left: String, _ right: String) -> Bool {
  left.utf8.elementsEqual(right.utf8) { one, other in
    let (one, other) = (one.asciiLowercased, other.asciiLowercased)
    return one == other
      || (other == UInt8(ascii: "_") && (one == UInt8(ascii: " ") || one == UInt8(ascii: "-")))
  }
}
