/// Options of a command that say together what cannot be done, or of which one would be passed over without a word.
struct OptionConflict: Sendable {
  let option: Option
  let others: [Option]
  /// Values of the others with which they do go together.
  var harmless: [String] = []
  let help: String

  init(_ option: Option, with others: Option..., unless harmless: [String] = [], help: String) {
    self.option = option
    self.others = others
    self.harmless = harmless
    self.help = help
  }
}

extension OptionConflict {
  /// Those of each command that has any, by its name; the first that is found is told.
  static let all: [String: [OptionConflict]] = [
    "lint": [
      OptionConflict(
        .showFiles, with: .fix, .fixDiff, .addIgnore, .unsafeFixes, .statistics, .outputFile, .outputFormat,
        .errorOnWarning, help: "`--show-files` checks nothing; leave it out to have the files checked"),
      OptionConflict(
        .addIgnore, with: .fix, .fixDiff, .unsafeFixes, help: "fix first, then ignore what is left"),
      OptionConflict(.fixDiff, with: .fix, help: "`--diff` alone shows what `--fix` would change"),
      OptionConflict(
        .fixDiff, with: .statistics, .outputFile, help: "run `kith lint` once more for what is found"),
      OptionConflict(
        .fixDiff, with: .outputFormat, unless: [OutputFormat.full.rawValue],
        help: "a diff has one form; run `kith lint` once more for what is found"),
      OptionConflict(
        .statistics, with: .outputFormat, unless: [OutputFormat.full, .concise, .json, .jsonLines].map(\.rawValue),
        help: "numbers are written as text, or with `--output-format json` or `json-lines`"),
      OptionConflict(.exitZero, with: .errorOnWarning, help: "leave one of them out"),
    ],
    "format": [
      OptionConflict(.list, with: .check, .diff, help: "each says in its own way what would change; choose one")
    ],
  ]
}

/// Refuses a command line with options that do not go together.
func refuseConflicts(in invocation: Invocation) throws(UsageError) {
  for conflict in OptionConflict.all[invocation.command?.name ?? ""] ?? [] where invocation.has(conflict.option) {
    for other in conflict.others where invocation.has(other) {
      let value = conflict.harmless.isEmpty ? nil : invocation.path(other)?.shown
      if let value, conflict.harmless.contains(value) { continue }
      throw UsageError(
        message: "`--\(conflict.option.name)` does not go with `--\(other.name)\(value.map { " \($0)" } ?? "")`",
        help: conflict.help)
    }
  }
}
