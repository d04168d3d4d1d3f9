import NetModel
import NetSyntax

/// invalid-cadence: a `cadence` that cannot be counted.
let invalidCadence = Rule(
  "invalid-cadence", "N119", .error, page: PackageResources.invalid_cadence_md,
  .values([.cadence]) { file, field, findings in
    let bytes = field.value.bytes.span
    guard Cadence(bytes) == nil else { return }
    let meant = Cadence.suggestion(for: bytes)
    findings.report(
      field.value.fileRange, "\(quoted(field.value.text)) cannot be read as a cadence",
      help: meant.map { "write \(quoted($0.text))" } ?? "write a number and a unit, such as `3 months`, or `none`",
      fix: meant.flatMap { field.value.replace(0..<bytes.count, with: $0.text, isSafe: $0.isCertain) })
  })
