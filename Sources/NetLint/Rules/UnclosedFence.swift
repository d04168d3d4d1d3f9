import NetModel
import NetSyntax

/// unclosed-fence: a code fence that would swallow the rest of the file, and so is none.
let unclosedFence = Rule(
  "unclosed-fence", "N104", .error, page: PackageResources.unclosed_fence_md,
  .fault(.unclosedFence) { file, token, findings in
    let range = backticks(file.bytes.span, at: file.tree.start(ofToken: token))
    findings.report(
      range, "this code fence is never closed",
      help: "write \(text(file.bytes.span, range)) on a line of its own below the last line of code")
  })

/// The run of backticks at an offset.
func backticks(_ bytes: Span<UInt8>, at start: Int) -> ByteRange {
  var end = start
  while end < bytes.count, bytes[end] == UInt8(ascii: "`") { end += 1 }
  return ByteRange(start, end)
}
