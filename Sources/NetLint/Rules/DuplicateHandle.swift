import NetModel

/// duplicate-handle: two records with one handle.
let duplicateHandle = Rule(
  "duplicate-handle", "N203", .error, page: PackageResources.duplicate_handle_md,
  .notebook(reading: .records) { notebook, lookups, findings in
    var free = FreeHandles(notebook)
    let misread = Set(
      notebook.files.enumerated().flatMap { file, facts in
        facts.extraHandles.map { RecordID(file: file, record: $0.record) }
      })
    for symbol in lookups.sharedNames(in: notebook) {
      let holders = notebook.holders(of: symbol).filter { !misread.contains($0) }
      guard let first = holders.first else { continue }
      for id in holders.dropFirst() {
        let name = notebook.name(of: first)
        findings.report(
          notebook.placeOfHandle(id),
          name.isEmpty
            ? "`\(notebook.shown(id))` is a handle already"
            : "`\(notebook.shown(id))` is the handle of \(name) already",
          in: id.file,
          help: isSame(first, id, notebook)
            ? helpToMerge(notebook.facts(of: id))
            : "write another one, such as `\(free.handle(for: id))`",
          labels: [
            Label(file: first.file, range: notebook.placeOfHandle(first), message: "the first is here")
          ], about: notebook.text(of: symbol))
      }
    }
  })

/// Whether two records are of one kind and have the very same name.
private func isSame(_ first: RecordID, _ other: RecordID, _ notebook: Notebook) -> Bool {
  let name = notebook.name(of: first)
  return !name.isEmpty && name == notebook.name(of: other)
    && notebook.facts(of: first).kind == notebook.facts(of: other).kind
}

private func helpToMerge(_ record: RecordFacts) -> String {
  let mayBePage = record.kind == .person && record.handle == nil && !record.hasFields
  return "one \(noun(record.kind)) needs one record: merge them"
    + (mayBePage ? "; for a page of notes, write `kind: page` below the heading" : "")
}

private func noun(_ kind: RecordKind) -> String {
  switch kind {
  case .group: "group"
  case .org: "organisation"
  case .person, .page, .meeting: "person"
  }
}
