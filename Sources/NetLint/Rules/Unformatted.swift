import NetFormat
import NetModel
import NetSyntax

/// unformatted: a file that is not in canonical form.
let unformatted = Rule(
  "unformatted", "N501", .warning, page: PackageResources.unformatted_md,
  .file { file, findings in
    let bytes = file.bytes.span
    // Without a record it may be another program's file.
    if file.facts.records.isEmpty || endsLinesInReturns(bytes) { return }
    let edits = formattingEdits(of: file.tree, bytes)
    // What is no text is never rewritten; that has been said.
    guard let first = edits.first, (try? UTF8Span(validating: bytes)) != nil else { return }
    let places = edits.count == 1 ? "one place" : "\(edits.count) places"
    findings.report(
      first.range, "the file differs from its canonical form in \(places)",
      help: "`kith format` rewrites it, and changes nothing of what it says",
      fix: Fix(isSafe: true, title: "format the file", edits: edits), isOfWholeFile: true)
  })
