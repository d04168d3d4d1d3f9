import NetModel

/// confusable-handle: a handle or name that looks like somebody else's and is another.
let confusableHandle = Rule(
  "confusable-handle", "N407", .warning, page: PackageResources.confusable_handle_md,
  .notebook(reading: .records) { notebook, lookups, findings in
    var reported: Set<RecordID> = []
    for claims in confusables(notebook, &lookups) {
      guard let first = claims.first else { continue }
      for other in claims where other.symbol != first.symbol && other.claimant.id != first.claimant.id {
        guard !isAscii(notebook.text(of: other.symbol)) || !isAscii(notebook.text(of: first.symbol)),
          reported.insert(other.claimant.id).inserted
        else { continue }
        findings.report(
          notebook.place(of: other.claimant), likeness(other.symbol, first.symbol, notebook),
          in: other.claimant.id.file,
          help: "if one person is meant, write the same letters; if two are, give one a handle that looks different",
          labels: [
            Label(
              file: first.claimant.id.file, range: notebook.place(of: first.claimant), message: "the first is here")
          ], about: notebook.text(of: other.symbol))
      }
    }
  })

/// What two names are that look alike: of two scripts, if that is the difference.
private func likeness(_ name: Notebook.Symbol, _ first: Notebook.Symbol, _ notebook: Notebook) -> String {
  let texts = [name, first].map { String(notebook.shown($0).dropFirst()) }
  let scripts = texts.map { text in text.unicodeScalars.lazy.map { ScriptSet(of: $0).name }.first { !$0.isEmpty } ?? ""
  }
  let areOfTwo = scripts[0] != scripts[1] && !scripts.contains("")
  let words = zip(texts, scripts).map { areOfTwo ? "\(quoted($0)) in \($1) letters" : quoted($0) }
  return "\(words[0]) looks like \(words[1]) and is another"
}

/// Somebody who goes by a name.
private struct Named {
  let symbol: Notebook.Symbol
  let claimant: Notebook.Claimant

  /// In the order of files and places.
  static func comesBefore(_ left: Named, _ right: Named) -> Bool {
    (left.claimant.id.file, left.claimant.claim) < (right.claimant.id.file, right.claimant.claim)
  }
}

/// Those whose names look like each other, of which at least one is not plain ASCII: what is typed on one keyboard is told
/// apart by whoever types it.
private func confusables(_ notebook: Notebook, _ lookups: inout Lookups) -> [[Named]] {
  let names = (0..<notebook.symbolCount).filter { !notebook.claimants(of: $0).isEmpty }
    .map { (symbol: $0, look: lookups.look(of: $0, in: notebook)) }
  let hashes = Set(names.lazy.filter { !$0.look.isASCII }.map(\.look.hash))
  let perhaps = names.filter { hashes.contains($0.look.hash) }
  let alike = placesOfEqual(perhaps.map(\.look.hash)).flatMap { places in
    Dictionary(grouping: places.map { perhaps[$0].symbol }) { skeleton(of: notebook.text(of: $0)) }.values
      .filter { $0.count > 1 }
  }
  // By those who come first, since a set has no order.
  return alike.map { symbols in
    symbols.flatMap { symbol in notebook.claimants(of: symbol).map { Named(symbol: symbol, claimant: $0) } }
      .sorted(by: Named.comesBefore)
  }.sorted { Named.comesBefore($0[0], $1[0]) }
}
