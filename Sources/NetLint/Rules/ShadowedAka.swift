import NetModel

/// shadowed-aka: an earlier handle that is somebody else's.
let shadowedAka = Rule(
  "shadowed-aka", "N204", .error, page: PackageResources.shadowed_aka_md,
  .notebook(reading: .records) { notebook, lookups, findings in
    for symbol in lookups.sharedNames(in: notebook) {
      let claimants = notebook.claimants(of: symbol)
      let earlier = claimants.filter { $0.kind == .akaHandle }
      guard let first = earlier.first else { continue }
      let holders = notebook.holders(of: symbol)
      let ownHolders = Set(holders)
      for claimant in earlier where !ownHolders.contains(claimant.id) {
        let id = claimant.id
        guard let other = holders.first ?? (first.id == id ? nil : first.id) else { continue }
        let owned = holders.isEmpty ? "an earlier handle" : "the handle"
        let range = holders.isEmpty ? notebook.place(of: first) : notebook.placeOfHandle(other)
        let name = notebook.name(of: id)
        findings.report(
          notebook.place(of: claimant),
          "`\(notebook.shown(symbol))` is \(owned) of \(notebook.name(of: other))",
          in: id.file, help: "remove it here, and write `\(notebook.shown(id))` where \(name) is meant",
          labels: [Label(file: other.file, range: range, message: "the handle is given here")])
      }
    }
  })
