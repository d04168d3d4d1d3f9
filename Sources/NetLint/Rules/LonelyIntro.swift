import NetModel
import NetSyntax

/// lonely-intro: an introduction of fewer than two people.
let lonelyIntro = Rule(
  "lonely-intro", "N133", .error, page: PackageResources.lonely_intro_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    var known: (record: RecordID, people: Set<Somebody>)?
    for item in facts.openItems where item.label == .intro {
      let owner = item.record.map { file.id(ofRecord: $0) }
      // A wide mark above it may be what keeps people from being read.
      let cause = item.record.map { wideMark(above: item, in: facts.records[$0]) }
      var people = Set([item.first, item.second].compactMap { $0.map { notebook.somebody($0, in: number) } })
      if people.isEmpty, let owner {
        if known?.record != owner { known = (owner, context(of: owner, notebook)) }
        people = known?.people ?? []
      }
      guard people.count < 2 else { continue }
      let (lack, help, isCertain) = advice(people.first, in: owner, notebook)
      findings.report(
        item.range, "an `intro` needs two people, and this one has \(lack)", help: help,
        fix: isCertain ? owner.flatMap { fix(for: item, facts, adding: notebook.mention(of: .record($0))) } : nil,
        unless: item.first == nil ? cause : nil)
    }
  })

/// Whom an item without people is about in a record.
private func context(of id: RecordID, _ notebook: Notebook) -> Set<Somebody> {
  let kind = notebook.facts(of: id).kind
  if RecordKinds.mentionable.contains(kind) { return [.record(id)] }
  guard kind == .meeting else { return [] }
  let (people, hasNames) = notebook.participants(of: id)
  return people.count == 1 && !hasNames ? Set(people) : []
}

private func advice(
  _ only: Somebody?, in owner: RecordID?, _ notebook: Notebook
) -> (lack: String, help: String, isCertain: Bool) {
  guard let only else { return ("none", "write `intro @one, @other:`", false) }
  let mention = notebook.mention(of: only)
  let lack = "only `\(mention)`"
  if let owner, RecordKinds.mentionable.contains(notebook.facts(of: owner).kind), only != .record(owner) {
    // The handle may be another record's too, which is duplicate-handle's.
    let isOwn =
      notebook.handle(of: owner).flatMap { notebook.symbol(of: foldHandle($0.utf8.span)) }
      .map { notebook.record(of: $0) == owner } ?? false
    return (lack, "write `intro \(mention), \(notebook.mention(of: .record(owner))):`", isOwn)
  }
  if mention == "@me" { return (lack, "write `intro @me, @other:`", false) }
  return (lack, "write `intro @me, \(mention):` if it was you who met them", false)
}

/// Adds somebody behind the mention in an item's head, if one stands there and is not that of an item around it.
private func fix(for item: OpenItem, _ facts: FileFacts, adding mention: String) -> Fix? {
  let index = facts.mentions.partitioned { $0.range.start < item.range.end }
  guard index < facts.mentions.count, case let place = facts.mentions[index].range,
    place.start == item.range.end + 1
  else { return nil }
  return Fix(
    isSafe: false, title: "add `\(mention)`",
    edits: [TextEdit(range: ByteRange(place.end, place.end), replacement: ", \(mention)")])
}
