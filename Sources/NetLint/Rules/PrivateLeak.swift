import NetModel
import NetSyntax

/// private-leak: what a private record keeps to itself, said where everybody may read it.
let privateLeak = Rule(
  "private-leak", "N406", .warning, page: PackageResources.private_leak_md,
  .names { file, lookups, findings in
    // In most notebooks no record is private, and that is all there is to do.
    guard let known = lookups.privateFacts else { return }
    let (notebook, number) = (file.notebook, file.number)
    let leaks = known.leaks(in: file.bytes.span).filter { !isOfPrivateRecord($0.range, in: number, notebook) }
    if leaks.isEmpty { return }
    // Only few files come here, and it takes their trees to say what is private in them.
    let parsed = ParsedFile(file.bytes)
    let covered = RecordReader(notebook, file: number, path: "", of: parsed).privateRanges(of: parsed)
    for leak in leaks where !isCovered(leak.range, covered) && !isMarkedComment(leak.range, parsed) {
      findings.report(
        leak.range, "this gives away the \(leak.fact.noun) of a private record",
        help: "leave it out, or mark this `#private`; what mentions a private record is private too",
        labels: [Label(file: leak.fact.id.file, range: leak.fact.range, message: "the private record is here")])
    }
  })

/// Whether a range touches the heading of a private record, or an address of one: there stands most of what is private.
private func isOfPrivateRecord(_ range: ByteRange, in file: Int, _ notebook: Notebook) -> Bool {
  let facts = notebook.files[file]
  let next = facts.records.partitioned { $0.heading.start < range.end }
  guard next > 0, notebook.isPrivate(RecordID(file: file, record: next - 1)) else { return false }
  if facts.records[next - 1].heading.overlaps(range) { return true }
  let contact = facts.contacts.partitioned { $0.range.end <= range.start }
  return contact < facts.contacts.count && facts.contacts[contact].record == next - 1
    && facts.contacts[contact].range.overlaps(range)
}

private func isCovered(_ range: ByteRange, _ covered: [ByteRange]) -> Bool {
  let first = covered.partitioned { $0.end <= range.start }
  return first < covered.count && covered[first].start < range.end
}

/// Whether a range lies in a comment that says that it is private.
private func isMarkedComment(_ range: ByteRange, _ parsed: borrowing ParsedFile) -> Bool {
  let bytes = parsed.bytes.span
  let line = lineRange(bytes, around: range.start)
  guard holds(bytes, "//", at: skipSpace(bytes, from: line.start, end: line.end)) else { return false }
  return (line.start..<line.end).contains { holds(bytes, "#private", at: $0) }
}
