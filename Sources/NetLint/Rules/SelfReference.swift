import NetModel

/// self-reference: a record that names itself in one of its lists.
let selfReference = Rule(
  "self-reference", "N216", .error, page: PackageResources.self_reference_md,
  .names { file, _, findings in
    let (notebook, number, facts) = (file.notebook, file.number, file.facts)
    for mention in facts.mentions {
      guard let list = list(mention.role), let record = mention.record,
        notebook.record(of: mention, in: number) == file.id(ofRecord: record)
      else { continue }
      let handle = notebook.shown(file.symbol(ofName: mention.name))
      findings.report(
        mention.range, "`\(handle)` refers to itself in `\(list)`",
        help: "write the handle of somebody else, or remove this entry")
    }
  })

/// The key of the lists in which nobody stands for themselves.
private func list(_ role: MentionFact.Role) -> String? {
  switch role {
  case .via: "via"
  case .knows: "knows"
  case .members: "members"
  case .title, .with, .text: nil
  }
}
