import NetJSON
import NetLint
import NetModel
import NetSyntax

/// What does not hold of a notebook whose fixes are applied to their fixed point, the unsafe ones too or only the others: the
/// edits of all passes together lead to the same text, a fresh check agrees, and nothing is left that was wanted.
package func appliedFixViolations(_ files: [CheckedNotebook.File], withUnsafe: Bool) -> [String] {
  var linted = lint(files)
  let isWanted = { (diagnostic: Diagnostic) in withUnsafe || diagnostic.fix?.isSafe == true }
  let applied: AppliedFixes
  do throws(FixFault) { applied = try linted.applyFixes(where: isWanted) } catch { return ["\(error)"] }
  var violations: [String] = []
  for (number, file) in files.enumerated() {
    let edits = applied.edits[number] ?? []
    violations += editViolations(edits, file.bytes)
    if file.bytes.applying(edits) != linted.files[number].bytes { violations.append("the edits lead elsewhere") }
  }
  let again = lint(zip(files, linted.files).map { ($0.name, $1.bytes) })
  if again.diagnostics != linted.diagnostics { violations.append("a fresh check finds something else") }
  violations += again.diagnostics.filter {
    $0.fix != nil && isWanted($0) && !applied.heldBack.contains($0)
  }.map {
    "left: \($0.rule.name) \($0.message)"
  }
  return violations
}

/// What no comment is written for.
private let notIgnored = ["pajek-file", "front-matter", "secret", "merge-conflict"]

/// What does not hold of a notebook in which comments ignore all that is found: hardly anything is left to report, and the
/// notes say what they said.
package func ignoreViolations(_ files: [CheckedNotebook.File]) -> [String] {
  var linted = lint(files)
  _ = linted.addIgnores(reason: "as it was") { _ in true }
  var violations = linted.diagnostics.filter {
    !$0.rule.code.hasPrefix("N6") && !notIgnored.contains($0.rule.name)
  }.map {
    "left: \($0.rule.name) \($0.message)"
  }
  // Lines of bytes, since to a string CR LF is one character.
  for line in linted.files.flatMap({ $0.bytes.split(separator: UInt8(ascii: "\n")) }) {
    let comment = /^\/\/ kith: ignore(?:-file)? (.*) -- as it was/
    guard let names = String(decoding: line, as: UTF8.self).firstMatch(of: comment)?.output.1 else { continue }
    violations += names.split(separator: ", ").filter { notIgnored.contains(String($0)) }.map { "\($0) is ignored" }
  }
  let new = zip(files, linted.files).map { (name: $0.name, bytes: $1.bytes) }
  if notes(files) != notes(new) { violations.append("the notes are others") }
  return violations
}

private func lint(_ files: [CheckedNotebook.File]) -> LintedNotebook {
  LintedNotebook(files.map(\.bytes), linter: Linter())
}

/// The JSON of some files, without the lines that records stand in.
private func notes(_ files: [CheckedNotebook.File]) -> String {
  var options = NotebookJSON.Options()
  options.includesPrivate = true
  // A longer number of a line could break another line.
  options.layout = .compact
  return String(decoding: json(files, options), as: UTF8.self).replacing(/"line": ?\d+/, with: "")
}

/// Some files as the JSON of a notebook.
package func json(_ files: [CheckedNotebook.File], _ options: NotebookJSON.Options) -> [UInt8] {
  let notebook = Notebook(files.map { ParsedFile($0.bytes).facts })
  let parts = files.enumerated().map { NotebookJSON.File(number: $0, path: $1.name, bytes: $1.bytes) }
  var output: [UInt8] = []
  _ = writeJSON(notebook, files: parts, options: options) { piece in
    for index in piece.indices { output.append(piece[index]) }
  }
  return output
}
