import NetModel

/// shadowed-name: a handle that somebody else is called by.
let shadowedName = Rule(
  "shadowed-name", "N205", .warning, page: PackageResources.shadowed_name_md,
  .notebook(reading: .records) { notebook, lookups, findings in
    var free = FreeHandles(notebook)
    for symbol in lookups.sharedNames(in: notebook) {
      // Where the handle is shared, or is the other's derived handle too, that is the mistake.
      guard let id = notebook.record(of: symbol), notebook.holders(of: symbol) == [id]
      else {
        continue
      }
      let others = notebook.claimants(of: symbol).filter {
        $0.id != id && ($0.kind == .name || $0.kind == .aka)
      }
      guard let first = others.first else { continue }
      let handle = notebook.shown(id)
      findings.report(
        notebook.placeOfHandle(id), "`\(handle)` is also what \(notebook.name(of: first.id)) is called",
        in: id.file,
        help:
          "write a fuller handle, such as `\(free.handle(for: id))`, wherever \(notebook.name(of: id)) is meant",
        labels: others.map {
          Label(file: $0.id.file, range: notebook.place(of: $0), message: "the name is given here")
        }
      )
    }
  })
