import NetModel

/// unknown-mention: a mention of nobody.
let unknownMention = Rule(
  "unknown-mention", "N201", .error, page: PackageResources.unknown_mention_md,
  .notebook { notebook, findings in
    var near: NearHandles?
    // A handle is looked up once, however often it is mentioned.
    var words: [Notebook.Symbol: (message: String, help: String)] = [:]
    notebook.forEachMention {
      if case .unknown = $0 { true } else { false }
    } _: { mention, symbol, file in
      var said = words[symbol]
      if said == nil {
        if near == nil { near = NearHandles(notebook) }
        let handle = notebook.shown(symbol)
        let suggestions = near?.suggestions(for: notebook.text(of: symbol)) ?? []
        said = (
          message: "no one has the handle `\(handle)`",
          help: suggestions.isEmpty
            ? "add a record: `# \(name(ofHandle: handle)) \(handle)`"
            : "did you mean \(alternatives(suggestions))?"
        )
        words[symbol] = said
      }
      findings.report(
        mention.range, said?.message ?? "", in: file, help: said?.help, about: notebook.text(of: symbol))
    }
  })

/// The name that a handle with its `@` stands for: its words with capitals. One that starts with a digit needs the
/// backslash that keeps it from being a date.
private func name(ofHandle handle: String) -> String {
  var name = ""
  var startsWord = true
  for scalar in handle.unicodeScalars.dropFirst() {
    if scalar == "-" || scalar == "_" {
      if !startsWord { name += " " }
      startsWord = true
    } else {
      if startsWord { name += scalar.properties.titlecaseMapping } else { name.unicodeScalars.append(scalar) }
      startsWord = false
    }
  }
  let isDigit = name.unicodeScalars.first?.properties.generalCategory == .decimalNumber
  return isDigit ? "\\" + name : name
}
