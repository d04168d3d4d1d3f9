import NetModel

/// confusable-handle: a handle or name that looks like somebody else's and is another.
let confusableHandle = Rule(
  "confusable-handle", "N407", .warning, page: PackageResources.confusable_handle_md,
  .notebook { notebook, findings in
    var reported: Set<RecordID> = []
    for alike in confusables(notebook) {
      let claims = alike.flatMap { symbol in notebook.claimants(of: symbol).map { (symbol: symbol, claimant: $0) } }
        .sorted { $0.claimant.id < $1.claimant.id }
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

/// The names that look like each other, of which at least one is not plain ASCII: what is typed on one keyboard is told
/// apart by whoever types it.
private func confusables(_ notebook: Notebook) -> [[Notebook.Symbol]] {
  let names = (0..<notebook.symbolCount).filter { !notebook.claimants(of: $0).isEmpty }
    .map { (symbol: $0, text: notebook.text(of: $0)) }
  var groups: [String: [Notebook.Symbol]] = [:]
  for name in names where !isAscii(name.text) { groups[skeleton(of: name.text), default: []].append(name.symbol) }
  if groups.isEmpty { return [] }
  for name in names where isAscii(name.text) {
    let key = skeleton(of: name.text)
    if groups[key] != nil { groups[key]?.append(name.symbol) }
  }
  // By their first names, since a set has no order.
  return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
}
