import NetModel

/// self-reference: a record that names itself in one of its lists.
let selfReference = Rule(
  "self-reference", "N216", .error, page: PackageResources.self_reference_md,
  .notebook { notebook, findings in
    for (file, facts) in notebook.files.enumerated() {
      for mention in facts.mentions {
        guard let list = list(mention.role), let record = mention.record,
          notebook.record(of: mention, in: file) == RecordID(file: file, record: record)
        else { continue }
        let handle = notebook.shown(notebook.symbol(ofName: mention.name, in: file))
        findings.report(
          mention.range, "`\(handle)` refers to itself in `\(list)`", in: file,
          help: "write the handle of somebody else, or remove this entry")
      }
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
