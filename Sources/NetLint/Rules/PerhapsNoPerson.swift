import NetModel
import NetSyntax

/// perhaps-no-person: a record that only its heading makes a person.
let perhapsNoPerson = Rule(
  "perhaps-no-person", "N212", .info, page: PackageResources.perhaps_no_person_md,
  .notebook(reading: [.records, .mentions]) { notebook, _, findings in
    var candidates: [RecordID] = []
    for (file, facts) in notebook.files.enumerated() {
      for (index, record) in facts.records.enumerated()
      where record.kind == .person && record.handle == nil && !record.hasFields && record.handleName != nil {
        candidates.append(RecordID(file: file, record: index))
      }
    }
    if candidates.isEmpty { return }
    let used = usedNames(notebook)
    for id in candidates {
      let record = notebook.facts(of: id)
      guard let name = record.handleName, let handle = notebook.handle(of: id),
        !used[notebook.symbol(ofName: name, in: id.file)]
      else { continue }
      let mention = handle.utf8.count > 40 ? "a handle" : "`@\(handle)`"
      findings.report(
        record.name, "\(quoted(notebook.nameText(of: id))) is read as a person", in: id.file,
        help:
          "for a page of notes, write `kind: page` below the heading; for a person, \(mention) behind the name",
        unless: Cause(
          rules: ["field-outside-header", "stray-indent", "wide-mark"], range: notebook.extent(of: id)))
    }
  })

/// By symbol: whether a mention, a wiki link or a list of people has the name.
private func usedNames(_ notebook: Notebook) -> [Bool] {
  var used = [Bool](repeating: false, count: notebook.symbolCount)
  for (file, facts) in notebook.files.enumerated() {
    for mention in facts.mentions { used[notebook.symbol(ofName: mention.name, in: file)] = true }
    for entry in facts.entries where entry.role != .mentionAndWords {
      used[notebook.symbol(ofName: entry.name, in: file)] = true
    }
  }
  return used
}
