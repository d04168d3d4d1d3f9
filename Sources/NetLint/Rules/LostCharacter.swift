import NetModel
import NetSyntax

/// lost-character: what a program has written where it could not read a character.
let lostCharacter = Rule(
  "lost-character", "N137", .warning, page: PackageResources.lost_character_md,
  .file(holding: .replacement) { file, findings in
    let bytes = file.bytes.span
    var offset = 0
    while let start = nextReplacement(bytes, from: offset) {
      if findings.isFull { return }
      var end = start + 3
      while isReplacement(bytes, at: end) { end += 3 }
      findings.report(
        ByteRange(start, end), "`U+FFFD` stands here for a character that is lost",
        help: "write it again; perhaps an older copy of the file still has it")
      offset = lineEnd(bytes, from: end, withLineFeed: true)
    }
  })

private func nextReplacement(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var offset = find(0xEF, bytes, from: start, to: bytes.count)
  while offset < bytes.count, !isReplacement(bytes, at: offset) {
    offset = find(0xEF, bytes, from: offset + 1, to: bytes.count)
  }
  return offset < bytes.count ? offset : nil
}

/// Whether the bytes of U+FFFD stand at an offset.
private func isReplacement(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
  offset + 2 < bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF && bytes[offset + 2] == 0xBD
}
