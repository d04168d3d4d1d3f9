import NetModel
import NetSyntax

/// merge-conflict: two versions of some lines, of which the writer is to choose.
let mergeConflict = Rule(
  "merge-conflict", "N136", .error, page: PackageResources.merge_conflict_md,
  .file(holding: .conflict) { file, findings in
    let (bytes, number) = (file.bytes.span, findings.file)
    for conflict in mergeConflicts(in: bytes) {
      let lines = silenced(conflict.lines(bytes), bytes)
      guard let last = conflict.last else {
        findings.report(
          conflict.first, "this line is left of two versions that git could not merge",
          help: "see that the lines around it are right, and remove it", silencing: lines, isFreezing: true)
        continue
      }
      let places = [
        (conflict.base, "what both versions come from begins here"), (conflict.middle, "the other version begins here"),
        (last, "it ends here"),
      ]
      findings.report(
        conflict.first, "git could not merge two versions of these lines",
        help: "leave only what is right, and remove the lines that git has put in",
        labels: places.compactMap { range, message in
          range.map { Label(file: number, range: $0, message: message) }
        }, silencing: lines, isFreezing: true)
    }
  })

/// The lines of a conflict, and those of text directly below, which are read as if they went on with it: a conflict in a
/// header ends the header.
private func silenced(_ conflict: ByteRange, _ bytes: Span<UInt8>) -> ByteRange {
  var end = conflict.end
  while end < bytes.count {
    let below = readLine(bytes, at: end)
    if below.isBlank || bytes[below.lead].isOne(of: "#-*+>`/<") { break }
    end = below.next
  }
  return ByteRange(conflict.start, end)
}
