import NetModel
import NetSyntax

/// unknown-mention: a mention of nobody.
let unknownMention = Rule(
  "unknown-mention", "N201", .error, page: PackageResources.unknown_mention_md,
  .names { file, lookups, findings in
    let notebook = file.notebook
    var budget = NearHandles.budget
    // A handle is looked up once, however often it is mentioned.
    var words: [Notebook.Symbol: Words] = [:]
    file.forEachMention {
      if case .unknown = $0 { true } else { false }
    } _: { mention, symbol in
      if findings.isFull { return }
      var said = words[symbol]
      if said == nil {
        let handle = notebook.shown(symbol)
        let suggestions = lookups.handles(near: notebook.text(of: symbol), in: notebook, &budget)
        said = Words(
          message: "no one has the handle `\(handle)`",
          help: suggestions.isEmpty
            ? "add a record: `# \(name(ofHandle: handle)) \(handle)`"
            : "did you mean \(alternatives(suggestions))?",
          meant: suggestions)
        words[symbol] = said
      }
      let fixes = (said?.meant ?? []).compactMap { replacement(of: mention, in: file, by: $0) }
      findings.report(
        mention.range, said?.message ?? "", help: said?.help, fix: said?.meant.count == 1 ? fixes.first : nil,
        proposals: said?.meant.count == 1 ? [] : fixes,
        about: notebook.text(of: symbol))
    }
  })

/// What is said about a handle, wherever it is mentioned.
private struct Words {
  var message: String
  var help: String
  /// The handles that are offered, with their `@`.
  var meant: [String]
}

/// Writes the handle that was meant, given with its `@`; not with words behind it, which a list or a head would not hold, and
/// not where somebody would stand in a list of their own.
func replacement(of mention: MentionFact, in file: NotebookFile, by handle: String) -> Fix? {
  let bytes = handle.utf8.span
  guard scanHandle(bytes, at: 1, end: bytes.count) == bytes.count else { return nil }
  if isListOfOthers(mention.role), let record = mention.record,
    file.notebook.isMeant(file.id(ofRecord: record), byMention: handle)
  {
    return nil
  }
  return .replace(mention.range, with: handle, isSafe: false)
}

private func isListOfOthers(_ role: MentionFact.Role) -> Bool {
  switch role {
  case .via, .knows, .members: true
  case .title, .with, .text: false
  }
}

/// The name that a handle with its `@` stands for: its words with capitals. One that starts with a digit needs the
/// backslash that keeps it from being a date.
package func name(ofHandle handle: String) -> String {
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
