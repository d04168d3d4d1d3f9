import NetModel
import NetSyntax

/// front-matter: facts about a file, where other programs keep them.
let frontMatter = Rule(
  "front-matter", "N107", .error, page: PackageResources.front_matter_md,
  .fault(.frontMatter) { file, token, findings in
    let bytes = file.bytes.span
    guard let mark = file.tree.first(.separator, in: token..<file.tree.tokenCount) else { return }
    let second = lineEnd(bytes, from: file.tree.start(ofToken: mark), withLineFeed: true)
    let start = skipSpace(bytes, from: second, end: bytes.count)
    let end = trimBlanks(bytes, from: start, to: lineEnd(bytes, from: start))
    let comment = quoted("// " + text(bytes, ByteRange(start, end)))
    findings.report(
      file.tree.range(ofToken: mark), "nothing reads the facts between these `---`",
      help: "remove both lines of `---`; write \(comment) to keep a line as a comment, or put it below a heading",
      silencing: ByteRange(0, file.tree.frontMatterEnd))
  })
