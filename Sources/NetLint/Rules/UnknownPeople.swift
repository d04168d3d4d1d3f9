import NetModel
import NetSyntax

/// unknown-people: an item with a label, and nobody whom it is about.
let unknownPeople = Rule(
  "unknown-people", "N132", .info, page: PackageResources.unknown_people_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    var known: (record: Int, helps: [Somebody]?)?
    for item in facts.openItems where item.label != .intro {
      var candidates: [Somebody]? = []
      if let record = item.record, facts.records[record].kind == .meeting {
        if known?.record != record {
          known = (record, candidatesOf(file.id(ofRecord: record), notebook))
        }
        candidates = known?.helps
      }
      guard let candidates else { continue }
      let label = item.label.name
      let mentions = candidates.isEmpty ? ["@handle"] : candidates.prefix(3).map(notebook.mention)
      findings.report(
        item.range, "nobody is named for this `\(label)`",
        help: "write " + alternatives(mentions.map { "\(label) \($0):" }),
        fix: candidates.count == 1 ? fix(for: item, naming: mentions[0]) : nil,
        proposals: candidates.count > 1 ? mentions.map { fix(for: item, naming: $0) } : [],
        unless: item.record.map { wideMark(above: item, in: facts.records[$0]) })
    }
  })

private func fix(for item: OpenItem, naming mention: String) -> Fix {
  Fix(
    isSafe: false, title: "write `\(item.label.name) \(mention):`",
    edits: [TextEdit(range: ByteRange(item.range.end, item.range.end), replacement: " \(mention)")])
}

/// A wide mark above an item in its record may be what keeps people from being read.
func wideMark(above item: OpenItem, in record: RecordFacts) -> Cause {
  Cause(
    rules: ["wide-mark"], range: ByteRange(record.heading.start, max(record.heading.start, item.range.start)))
}

/// Of whom an item without people may be in a meeting; nil where it is certain, or where the meeting has no people at
/// all, which is a finding of its own.
private func candidatesOf(_ id: RecordID, _ notebook: Notebook) -> [Somebody]? {
  let (people, hasNames) = notebook.participants(of: id)
  return hasNames || people.count > 1 ? people : nil
}
