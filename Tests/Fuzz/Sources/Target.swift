import NetFormat
import NetJSON
import NetLint
import NetModel
import NetSyntax
import Support

/// What is fuzzed, each with what must hold of any bytes.
enum Target: String, CaseIterable {
  /// The tree loses no byte, its nodes nest, and facts and records can be read of it.
  case parse
  /// Formatting keeps what a text says and what rules report, and formatting again changes nothing.
  case format
  /// Another reader and our own read the JSON of a notebook, whatever its layout.
  case json
  /// Every rule points at what is there; fixes come to an end, after which none is left; comments ignore what is found.
  case lint
  /// The JSON reader takes what another takes and reads the same; the settings are taken or all their mistakes told.
  case settings
  /// Nothing that a terminal would obey comes out of notes, their names or settings.
  case terminal

  /// What does not hold of an input.
  func violations(_ bytes: [UInt8]) -> [String] {
    switch self {
    case .parse: parseViolations(bytes)
    case .format: formatViolations(bytes)
    case .json: jsonViolations(bytes)
    case .lint: lintViolations(bytes)
    case .settings: settingsViolations(bytes)
    case .terminal: terminalViolations(bytes)
    }
  }
}

private func parseViolations(_ bytes: [UInt8]) -> [String] {
  let file = ParsedFile(bytes)
  let notebook = Notebook([file.facts])
  var reader = RecordReader(notebook, file: 0, path: "a.net", of: file, includesPrivate: true)
  _ = reader.preamble(of: file)
  for index in file.facts.records.indices { _ = reader.record(index, of: file) }
  return treeViolations(file.tree, bytes)
}

private func lintViolations(_ bytes: [UInt8]) -> [String] {
  let files = notebook(bytes)
  let linter = Linter(rules: allRules)
  let linted = LintedNotebook(files.map(\.bytes), linter: linter)
  var violations = linted.diagnostics.flatMap { strayRanges(of: $0, in: files) }
  // Only text is ever written to.
  if files.contains(where: { (try? UTF8Span(validating: $0.bytes.span)) == nil }) { return violations }
  violations += appliedFixViolations(files, withUnsafe: false) + appliedFixViolations(files, withUnsafe: true)
  return violations + ignoreViolations(files)
}

/// The files that an input stands for: they are parted by a record separator (U+001E).
func notebook(_ bytes: [UInt8]) -> [CheckedNotebook.File] {
  bytes.split(separator: 0x1E, maxSplits: 2, omittingEmptySubsequences: false).enumerated()
    .map { (name: "\($0).net", bytes: Array($1)) }
}
