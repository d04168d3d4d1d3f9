import NetModel
import NetSyntax

/// empty-heading: a heading without a name.
let emptyHeading = Rule(
  "empty-heading", "N106", .error, page: PackageResources.empty_heading_md,
  .several([
    .fault(.emptyHeading) { file, token, findings in
      let start = file.tree.start(ofToken: token)
      findings.report(
        ByteRange(start, start + 1), "the heading is empty",
        help: "write a name behind it, as in `# Amara Okafor`",
        silencing: ByteRange(start, fieldsEnd(file.bytes.span, from: start)))
    },
    .nodes([.heading]) { file, heading, findings in
      guard let record = heading.record, file.facts.records[record].name.isEmpty,
        RecordKinds.mentionable.contains(file.facts.records[record].kind),
        let mark = file.tree.first(.recordMark, in: file.tree.tokens(ofNode: heading.node))
      else { return }
      let handle = file.facts.records[record].handle.map { text(file.bytes.span, $0) }
      let start = file.facts.records[record].heading.start
      findings.report(
        file.tree.range(ofToken: mark), "the heading has no name",
        help: handle.map { "write the name before the handle: `# \(name(for: $0)) \($0)`" }
          ?? "write a name behind it, as in `# Amara Okafor`",
        fix: handle.map {
          Fix(
            isSafe: false, title: "write `\(name(for: $0))` before the handle",
            edits: [TextEdit(range: ByteRange(start, start), replacement: name(for: $0) + " ")])
        },
        silencing: file.tree.range(ofNode: heading.node))
    },
  ]))

/// The end of the lines below that look like fields: they were to be those of the heading.
private func fieldsEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var end = lineEnd(bytes, from: start, withLineFeed: true)
  while let key = scanKey(bytes, at: end, end: bytes.count), key < bytes.count,
    bytes[key] == UInt8(ascii: ":")
  {
    end = lineEnd(bytes, from: key, withLineFeed: true)
  }
  return end
}

/// What the name with a handle may be: `@jun-tanaka` is Jun Tanaka's.
private func name(for handle: String) -> String {
  let words = handle.dropFirst().split { $0 == "-" || $0 == "_" }
  let name = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  // A heading that begins with a digit would be a meeting's.
  return name.unicodeScalars.first?.isDigit == true ? "\\" + name : name
}
