import NetModel

/// ambiguous-mention: a mention of one of several people, nobody knows which.
let ambiguousMention = Rule(
  "ambiguous-mention", "N202", .error, page: PackageResources.ambiguous_mention_md,
  .names { file, _, findings in
    let notebook = file.notebook
    var known: [Notebook.Symbol: Words?] = [:]
    file.forEachMention {
      if case .ambiguous = $0 { true } else { false }
    } _: { mention, symbol in
      let words = known[symbol] ?? wording(symbol, notebook)
      known[symbol] = words
      guard let words else { return }
      findings.report(
        mention.range, words.message, help: words.help, labels: words.labels,
        proposals: words.handles.compactMap { replacement(of: mention, in: file, by: $0) },
        about: notebook.text(of: symbol))
    }
  })

/// What is said about a handle, wherever it is mentioned.
private struct Words {
  var message: String
  var help: String
  var labels: [Label]
  /// The handles that are certain, with their `@`.
  var handles: [String]
}

/// Nil where another rule has said already why the handle means several.
private func wording(_ symbol: Notebook.Symbol, _ notebook: Notebook) -> Words? {
  guard case .ambiguous(let ids) = notebook.resolution(of: symbol), !isExplained(symbol, notebook) else {
    return nil
  }
  let shown = ids.count > 4 ? Array(ids.prefix(3)) : ids
  var names = shown.map(notebook.name)
  if Set(names).count < names.count {
    names = shown.map { "\(notebook.name(of: $0)) (`\(notebook.shown($0))`)" }
  }
  if shown.count < ids.count { names.append("\(ids.count - shown.count) others") }
  let claimants = notebook.claimants(of: symbol)
  return Words(
    message: "`\(notebook.shown(symbol))` can be \(enumeration(names, "or"))",
    help: help(shown, symbol, notebook),
    labels: shown.compactMap { id in
      claimants.first { $0.id == id }.map {
        Label(
          file: id.file, range: notebook.place(of: $0), message: "\(notebook.name(of: id)) is called so here")
      }
    },
    handles: shown.compactMap { id in
      notebook.holders(of: symbol).contains(id) ? nil : notebook.handle(of: id).map { "@" + $0 }
    })
}

/// The handles that are certain; whoever has only the name for a handle needs one first.
private func help(_ ids: [RecordID], _ symbol: Notebook.Symbol, _ notebook: Notebook) -> String {
  let holders = notebook.holders(of: symbol)
  let certain = alternatives(ids.filter { !holders.contains($0) }.map(notebook.shown))
  guard let unwritten = holders.first else { return "did you mean \(certain)?" }
  return
    "write \(certain), or give the other a handle first, as in `# \(notebook.name(of: unwritten)) @handle`"
}

/// Whether duplicate-handle or shadowed-aka speaks about the handle.
private func isExplained(_ symbol: Notebook.Symbol, _ notebook: Notebook) -> Bool {
  let holders = notebook.holders(of: symbol)
  if holders.count > 1 { return true }
  let earlier = notebook.claimants(of: symbol).lazy.filter { $0.kind == .akaHandle }.map(\.id)
  guard let first = earlier.first else { return false }
  return holders.contains { $0 != first } || earlier.contains { $0 != first }
}
