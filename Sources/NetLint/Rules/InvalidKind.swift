import NetModel
import NetSyntax

/// invalid-kind: a record's `kind`, or a meeting's `kind` or `status`, that is none.
let invalidKind = Rule(
  "invalid-kind", "N118", .error, page: PackageResources.invalid_kind_md,
  .values([.recordKind, .status, .word]) { file, field, findings in
    guard let type = field.type else { return }
    let bytes = field.value.bytes.span
    switch type {
    case .recordKind where RecordKind(value: bytes) == nil:
      report(
        field, "is not a kind of record", meant: RecordKind.suggestion(for: bytes)?.name,
        of: ["person", "group", "org", "page"], &findings)
    case .status where MeetingStatus(bytes) == nil:
      report(
        field, "is not a status of a meeting", meant: MeetingStatus.suggestion(for: bytes)?.name,
        of: MeetingStatus.allCases.map(\.name), &findings)
    case .word:
      guard let joined = joinedWords(bytes) else { return }
      findings.report(
        field.value.fileRange, "\(quoted(field.value.text)) is not one word", help: "write \(quoted(joined))",
        fix: field.value.replace(0..<bytes.count, with: joined, isSafe: !joined.utf8.contains(UInt8(ascii: "#"))))
    default: return
    }
  })

private func report(
  _ field: CheckedField, _ message: String, meant: String?, of words: [String], _ findings: inout Findings
) {
  let written = field.value.text
  findings.report(
    field.value.fileRange, "\(quoted(written)) \(message)",
    help: meant.map { "did you mean \(quoted($0))?" } ?? "write \(alternatives(words))",
    fix: meant.flatMap { field.value.replace(0..<field.value.bytes.count, with: $0, isSafe: false) })
}

/// The words of a value with `-` between; nil if it is one word.
private func joinedWords(_ bytes: Span<UInt8>) -> String? {
  var joined: [UInt8] = []
  var hasBlank = false
  var offset = 0
  while offset < bytes.count {
    let length = blankLength(bytes, at: offset, end: bytes.count)
    if length > 0 {
      if joined.last != UInt8(ascii: "-") { joined.append(UInt8(ascii: "-")) }
      hasBlank = true
    } else {
      joined.append(bytes[offset])
    }
    offset += max(1, length)
  }
  return hasBlank ? String(decoding: joined, as: UTF8.self) : nil
}
