import NetModel
import NetSyntax

/// misplaced-byte-order-mark: an invisible character where files were joined.
let misplacedByteOrderMark = Rule(
  "misplaced-byte-order-mark", "N103", .error, page: PackageResources.misplaced_byte_order_mark_md,
  .fault(.misplacedByteOrderMark) { file, token, findings in
    let bytes = file.bytes.span
    let start = file.tree.start(ofToken: token)
    var end = start
    var length = byteOrderMarkLength(bytes, at: end, end: bytes.count)
    while length > 0 {
      end += length
      length = byteOrderMarkLength(bytes, at: end, end: bytes.count)
    }
    let marks = ByteRange(start, end)
    findings.report(
      marks, "a byte-order mark stands inside the file",
      help: "remove the invisible `U+FEFF` at the start of this line", fix: .remove(marks, isSafe: true))
  })
