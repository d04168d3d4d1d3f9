import NetLint
import NetModel
import NetSyntax

/// The rules that are on by default and ask what notes say, not how they look.
package let rulesOfContent = allRules.filter { $0.info.isDefault && $0.info.name != "unformatted" }

/// A notebook of a test, checked with all that must hold for any text: the tree loses nothing, its nodes nest, and
/// formatting keeps what it says.
package struct CheckedNotebook {
  /// A file by its name.
  package typealias File = (name: String, bytes: [UInt8])

  package let files: [File]
  package let notebook: Notebook
  package let diagnostics: [Diagnostic]
  /// What does not hold; empty for every text.
  package let violations: [String]

  /// Parses and checks files.
  package init(_ files: [File], rules: [Rule] = rulesOfContent) {
    let linter = Linter(rules: rules)
    var facts: [FileFacts] = []
    var findings: [Findings] = []
    var violations: [String] = []
    for (number, file) in files.enumerated() {
      let parsed = ParsedFile(file.bytes)
      violations += treeViolations(parsed.tree, file.bytes) + formatViolations(file.bytes)
      facts.append(parsed.facts)
      findings.append(linter.check(parsed, number: number))
    }
    self.files = files
    notebook = Notebook(facts)
    findings.append(linter.check(notebook) { files[$0].bytes })
    diagnostics = linter.settled(findings)
    self.violations = violations + diagnostics.flatMap { strayRanges(of: $0, in: files) }
  }

  /// `LINE:COLUMN` of an offset of a file.
  package func place(_ offset: Int, in file: Int) -> String {
    let bytes = files[file].bytes
    let position = LineIndex(bytes.span).position(of: offset, in: bytes.span)
    return "\(position.line):\(position.column)"
  }

  /// A diagnostic as rule pages write it: with its help and the other places involved.
  package func report(_ diagnostic: Diagnostic) -> String {
    let rule = diagnostic.rule
    let place = place(diagnostic.range.start, in: diagnostic.file)
    var lines = ["\(place): \(rule.severity.rawValue)[\(rule.code)] \(rule.name): \(diagnostic.message)"]
    if let help = diagnostic.help { lines.append("help: \(help)") }
    for label in diagnostic.labels {
      lines.append("note: \(self.place(label.range.start, in: label.file)): \(label.message)")
    }
    return lines.joined(separator: "\n")
  }
}

/// What a diagnostic points at that is not there.
package func strayRanges(of diagnostic: Diagnostic, in files: [CheckedNotebook.File]) -> [String] {
  var ranges = diagnostic.labels.map { (file: $0.file, range: $0.range) }
  ranges.append((diagnostic.file, diagnostic.range))
  ranges += diagnostic.fix?.edits.map { (diagnostic.file, $0.range) } ?? []
  return ranges.filter { !files.indices.contains($0.file) || $0.range.end > files[$0.file].bytes.count }
    .map { "\(diagnostic.rule.name) points at \($0.range) of file \($0.file)" }
    + editViolations(diagnostic.fix?.edits ?? [], files[diagnostic.file].bytes)
}

/// What does not hold of edits that must hold of all: they stand in order, apart, and between characters.
package func editViolations(_ edits: [TextEdit], _ bytes: [UInt8]) -> [String] {
  var end = 0
  var violations: [String] = []
  for edit in edits {
    if edit.range.start < end || edit.range.end > bytes.count { violations.append("\(edit) is out of order") }
    for place in [edit.range.start, edit.range.end] where place < bytes.count && bytes[place] & 0xC0 == 0x80 {
      violations.append("\(edit) cuts a character in two")
    }
    end = edit.range.end
  }
  return violations
}

/// What does not hold of a tree that must hold of every one.
package func treeViolations(_ tree: borrowing Tree, _ bytes: [UInt8]) -> [String] {
  var violations: [String] = []
  var offset = 0
  for token in 0..<tree.tokenCount {
    let range = tree.range(ofToken: token)
    if range.start != offset { violations.append("token \(token) does not start where the one before it ends") }
    if range.isEmpty { violations.append("token \(token) is empty") }
    offset = range.end
  }
  if offset != bytes.count { violations.append("the tokens end at \(offset) of \(bytes.count) bytes") }
  for node in 0..<tree.nodeCount {
    let tokens = tree.tokens(ofNode: node)
    if tree.end(ofNode: node) <= node || tree.end(ofNode: node) > tree.nodeCount {
      violations.append("node \(node) ends at \(tree.end(ofNode: node))")
    }
    var child = node + 1
    var token = tokens.lowerBound
    while child < tree.end(ofNode: node) {
      let inner = tree.tokens(ofNode: child)
      if inner.lowerBound < token || inner.upperBound > tokens.upperBound {
        violations.append(
          "node \(child), a \(tree.kind(ofNode: child)), is not inside \(node), a \(tree.kind(ofNode: node))")
      }
      token = inner.upperBound
      child = tree.end(ofNode: child)
    }
  }
  return violations
}
