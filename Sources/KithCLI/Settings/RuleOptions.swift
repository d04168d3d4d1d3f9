import KithFiles
import NetLint

/// What the command line says of rules: `--select` and `--ignore`.
struct RuleOptions: Sendable {
  /// In place of what a notebook selects; nil if nothing was typed.
  private let select: [RuleSelector]?
  /// Besides what a notebook ignores.
  private let ignore: [RuleSelector]

  init(_ invocation: Invocation) throws(UsageError) {
    select = invocation.has(.select) ? try Self.selectors(.select, invocation) : nil
    ignore = try Self.selectors(.ignore, invocation)
  }

  /// The linter for a notebook; that it checks nothing is worth a note.
  func linter(for notebook: FoundNotebook, _ console: inout Console) -> Linter {
    var selection = notebook.configuration.selection
    if let select { selection.select = select }
    selection.ignore += ignore
    let rules = selection.rules
    if rules.isEmpty { console.note("no rule is left to check `\(notebook.root.shown)` by") }
    return Linter(rules: rules)
  }

  /// The selectors between the commas of all lists.
  private static func selectors(_ option: Option, _ invocation: Invocation) throws(UsageError) -> [RuleSelector] {
    var selectors: [RuleSelector] = []
    for list in invocation.paths(option).map(\.shown) {
      let words = list.split { $0 == "," || $0 == " " }
      if words.isEmpty {
        throw UsageError(message: "`--\(option.name)` names no rule", help: "as in `--\(option.name) N201,N3`")
      }
      for word in words {
        do throws(UnknownRule) { selectors.append(try RuleSelector(String(word))) } catch {
          throw UsageError(message: error.message, help: error.help)
        }
      }
    }
    return selectors
  }
}

/// Where the configuration of notebooks comes from: `--config` and `--isolated`.
func configurationSource(_ invocation: Invocation) throws(UsageError) -> ConfigurationSource {
  guard let file = invocation.path(.config) else { return invocation.has(.isolated) ? .none : .notebook }
  if invocation.has(.isolated) {
    throw UsageError(message: "`--config` names settings, and `--isolated` takes none", help: "leave one of them out")
  }
  return .file(file)
}
