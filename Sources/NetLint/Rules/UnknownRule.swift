import NetModel
import NetSyntax

/// unknown-rule: a comment that asks to ignore a rule that there is not.
let unknownRule = Rule(
  "unknown-rule", "N602", .warning, page: PackageResources.unknown_rule_md,
  .directives { file, directives, findings in
    for directive in directives where !findings.isFull {
      switch directive.command {
      case .ignore, .ignoreFile: check(directive, file.bytes.span, &findings)
      case .formatOff, .formatOn, .unknown: break
      }
    }
  })

private func check(_ directive: Directive, _ bytes: Span<UInt8>, _ findings: inout Findings) {
  if directive.rules.isEmpty {
    let words = text(bytes, directive.words)
    findings.report(
      directive.words, "`\(words)` names no rule",
      help: "write the rule's name behind it, as in `// kith: \(words) unknown-mention`")
  }
  var last: ByteRange?
  for range in directive.rules {
    if findings.isFull { return }
    defer { last = range }
    do throws(UnknownRule) { _ = try RuleSelector(text(bytes, range)) } catch {
      // Behind a rule and without a comma, further words are a reason.
      if let last, !holdsComma(bytes, from: last.end, to: range.start) {
        reportReason(from: range.start, of: directive, bytes, &findings)
        return
      }
      let nearest = error.nearest
      findings.report(
        range, error.message, help: error.help(nearest: nearest),
        fix: nearest.map { .replace(range, with: $0, isSafe: false) })
    }
  }
}

private func holdsComma(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  (start..<end).contains { bytes[$0] == UInt8(ascii: ",") }
}

/// Reports words that are no rules, behind some that are.
private func reportReason(
  from start: Int, of directive: Directive, _ bytes: Span<UInt8>, _ findings: inout Findings
) {
  let range = ByteRange(start, trimBlanks(bytes, from: start, to: directive.comment.end))
  // A dash of another length was to be this one.
  var dashEnd = range.start
  while dashEnd < range.end, case let scalar = decodeScalar(bytes, at: dashEnd, end: range.end), isDash(scalar.scalar) {
    dashEnd += scalar.length
  }
  let hasBlank = blankLength(bytes, at: dashEnd, end: range.end) > 0
  findings.report(
    range, "\(quoted(text(bytes, range))) is no rule", help: "write `--` before the reason",
    fix: Fix(
      isSafe: false, title: "write `--` before the reason",
      edits: [TextEdit(range: ByteRange(start, dashEnd), replacement: hasBlank ? "--" : "-- ")]))
}

private func isDash(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .dashPunctuation }
