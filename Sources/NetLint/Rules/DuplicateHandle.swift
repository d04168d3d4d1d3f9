import NetModel

/// duplicate-handle: two records with one handle.
let duplicateHandle = Rule(
  "duplicate-handle", "N203", .error, page: PackageResources.duplicate_handle_md,
  .notebook { notebook, findings in
    var free = FreeHandles(notebook)
    let misread = Set(
      notebook.files.enumerated().flatMap { file, facts in
        facts.extraHandles.map { RecordID(file: file, record: $0.record) }
      })
    for symbol in 0..<notebook.symbolCount where notebook.claimants(of: symbol).count > 1 {
      let holders = notebook.holders(of: symbol).filter { !misread.contains($0) }
      guard let first = holders.first else { continue }
      for id in holders.dropFirst() {
        let handle = free.handle(for: id)
        findings.report(
          notebook.placeOfHandle(id),
          "`\(notebook.shown(id))` is the handle of \(notebook.name(of: first)) already",
          in: id.file, help: "write another one, such as `\(handle)`",
          labels: [
            Label(file: first.file, range: notebook.placeOfHandle(first), message: "the first is here")
          ], about: notebook.text(of: symbol))
      }
    }
  })
