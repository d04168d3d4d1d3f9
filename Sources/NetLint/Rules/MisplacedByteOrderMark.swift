import NetModel
import NetSyntax

/// misplaced-byte-order-mark: an invisible character where files were joined.
let misplacedByteOrderMark = Rule(
  "misplaced-byte-order-mark", "N103", .error, page: PackageResources.misplaced_byte_order_mark_md,
  .fault(.misplacedByteOrderMark) { file, token, findings in
    let bytes = file.bytes.span
    let start = file.tree.start(ofToken: token)
    let marks = ByteRange(start, skipByteOrderMarks(bytes, from: start, end: bytes.count))
    findings.report(
      marks, "a byte-order mark stands inside the file",
      help: "remove the invisible `U+FEFF` at the start of this line", fix: .remove(marks, isSafe: true))
  })
