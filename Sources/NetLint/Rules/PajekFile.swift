import NetModel
import NetSyntax

/// pajek-file: another format with the same ending.
let pajekFile = Rule(
  "pajek-file", "N134", .error, page: PackageResources.pajek_file_md,
  .fault(.pajekFile) { file, token, findings in
    let bytes = file.bytes.span
    var start = 0
    while start < bytes.count, bytes[start] != UInt8(ascii: "*") { start += 1 }
    let end = scanWord(bytes, at: start + 1, end: bytes.count) ?? start
    findings.report(
      ByteRange(start, end), "this is a Pajek network, not a file of notes",
      help: "give it the ending `.paj`, or keep it out of the notebook's folder",
      silencing: ByteRange(0, bytes.count))
  })
