import NetModel
import NetSyntax

/// unknown-directive: what seems to ask something of the tool, and asks nothing.
let unknownDirective = Rule(
  "unknown-directive", "N604", .warning, page: PackageResources.unknown_directive_md,
  .several([
    .directives { file, directives, findings in
      for directive in directives where directive.command == .unknown { report(directive, file.bytes.span, &findings) }
    },
    .nodes([.comment]) { file, node, findings in checkColon(file, node.node, &findings) },
    .file(holding: .directive) { file, findings in checkPlaces(file, &findings) },
  ]))

private let commands = ["ignore", "ignore-file", "format off", "format on"]

private func report(_ directive: Directive, _ bytes: Span<UInt8>, _ findings: inout Findings) {
  let words = text(bytes, directive.words)
  let guess = nearest(to: words, in: commands)
  findings.report(
    directive.words.isEmpty ? directive.comment : directive.words,
    words.isEmpty ? "`kith:` asks for nothing" : "kith does not know \(quoted(words))",
    help: guess.map { "did you mean `\($0)`?" }
      ?? "write `ignore` or `ignore-file` with a rule's name behind it, or `format off` or `format on`",
    fix: guess.map { .replace(directive.words, with: $0, isSafe: false) })
}

/// Reports `// kith ignore …`, which wants a colon. Only what is right but for that is meant so.
private func checkColon(_ file: borrowing ParsedFile, _ node: Int, _ findings: inout Findings) {
  let bytes = file.bytes.span
  guard let token = file.tree.first(.comment, in: file.tree.tokens(ofNode: node)) else { return }
  let comment = file.tree.range(ofToken: token)
  guard let directive = Directive(comment, bytes, wantsColon: false), isComplete(directive, bytes) else { return }
  let word = skipSpace(bytes, from: comment.start + 2, end: comment.end)
  let kith = ByteRange(word, word + 4)
  findings.report(
    kith, "a colon is missing behind `\(text(bytes, kith))`",
    help: "write \(quoted("// kith: " + text(bytes, directive.words)))",
    fix: .replace(kith, with: text(bytes, kith) + ":", isSafe: false))
}

/// Reports `// kith: ignore …` that is no comment, because words stand in front of it. (Of blanks stray-indent speaks.)
private func checkPlaces(_ file: borrowing ParsedFile, _ findings: inout Findings) {
  let bytes = file.bytes.span
  let slash = UInt8(ascii: "/")
  var offset = find(slash, bytes, from: 0, to: bytes.count)
  while offset + 1 < bytes.count {
    let start = offset
    if bytes[start + 1] == slash, addressesKith(bytes, from: start + 2) {
      // One look a line is enough, and long lines take no longer than short ones.
      offset = lineEnd(bytes, from: start)
      let comment = ByteRange(start, trimBlanks(bytes, from: start, to: offset))
      check(comment, file, &findings)
    }
    offset = find(slash, bytes, from: offset + 1, to: bytes.count)
  }
}

private func check(_ comment: ByteRange, _ file: borrowing ParsedFile, _ findings: inout Findings) {
  let bytes = file.bytes.span
  let lineStart = lineRange(bytes, around: comment.start).start
  guard skipSpace(bytes, from: lineStart, end: comment.start) < comment.start,
    file.tree.kind(ofToken: file.tree.token(at: comment.start)) == .text,
    let directive = Directive(comment, bytes), isComplete(directive, bytes)
  else { return }
  findings.report(
    comment, "a comment has a line of its own", help: "move \(quoted(text(bytes, comment))) to the line above")
}

/// Whether a directive asks for something that can be done.
private func isComplete(_ directive: Directive, _ bytes: Span<UInt8>) -> Bool {
  switch directive.command {
  case .formatOff, .formatOn: true
  case .ignore, .ignoreFile: directive.rules.first.map { (try? RuleSelector(text(bytes, $0))) != nil } ?? false
  case .unknown: false
  }
}
