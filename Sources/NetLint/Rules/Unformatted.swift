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
    findings.report(
      first.range, "the file differs from its canonical form in \(places(edits, bytes))",
      help: "`kith format` rewrites it, and changes nothing of what it says",
      fix: Fix(isSafe: true, title: "format the file", edits: edits), isOfWholeFile: true)
  })

/// How many places there are, and what in them where that cannot be seen.
private func places(_ edits: [TextEdit], _ bytes: Span<UInt8>) -> String {
  let count = edits.count == 1 ? "one place" : "\(edits.count) places"
  let isOfLineEnds = edits.allSatisfy {
    $0.replacement.isEmpty && $0.range.count == 1 && bytes[$0.range.start] == Ascii.carriageReturn
  }
  return isOfLineEnds ? count + ": lines end in CR LF" : count
}
