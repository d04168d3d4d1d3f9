import NetFormat
import NetLint
import NetModel
import NetSyntax

/// What does not hold of a text and its canonical form that must hold of every one.
///
/// Beside the proof that is made before a file is replaced, it is asked that rules report the same of both, that everything
/// is as private as it was when everybody mentioned is private, and that line ends and byte-order marks make no difference.
package func formatViolations(_ bytes: [UInt8], rules: [Rule] = rulesOfContent) -> [String] {
  guard (try? UTF8Span(validating: bytes.span)) != nil else { return [] }
  let tree = parse(bytes.span, reusing: Tree())
  let edits = formattingEdits(of: tree, bytes.span)
  if edits.isEmpty { return [] }
  var violations = editViolations(edits, bytes)
  for edit in edits where bytes[edit.range.start..<edit.range.end].elementsEqual(edit.replacement.utf8) {
    violations.append("\(edit) changes nothing")
  }
  do {
    guard let formatted = try format(bytes, tree) else { return violations }
    let (before, after) = (reports(bytes, rules), reports(formatted.bytes, rules))
    violations += before.symmetricDifference(after).map { "only \(before.contains($0) ? "before" : "after"): \($0)" }
    if privateNotes(bytes) != privateNotes(formatted.bytes) { violations.append("other notes are private") }
  } catch {
    violations.append("\(error): \(error.reason)")
  }
  return violations
}

/// What formatting cures, and with it what these rules say and keep others from saying.
private let cured: Set = [
  "misplaced-byte-order-mark", "control-character", "unformatted",
  // These look at code points wherever they stand, and see more in canonical values: a tag gets its `#`, an entry its comma.
  "bidirectional-control", "invisible-character", "unnormalised-handle", "secret", "private-leak",
  // What `format off` keeps may be a blank that formatting takes away beside it.
  "unused-suppression",
  // Silent in lines in column 0 below a `#` alone, which may be fields of the record that it was to begin.
  "almost-private",
]

/// What rules report of a file: rule, record, and how often; in a notebook that knows everybody it mentions.
private func reports(_ bytes: [UInt8], _ rules: [Rule]) -> Set<String> {
  let file = ParsedFile(bytes)
  let linter = Linter(rules: rules.filter { !cured.contains($0.info.name) })
  let notebook = Notebook([file.facts, strangers(file, tag: "")])
  let findings = [linter.check(file, number: 0), linter.check(notebook) { $0 == 0 ? bytes : [] }]
  let starts = file.facts.records.map(\.heading.start)
  var counts: [String: Int] = [:]
  for diagnostic in linter.settled(findings) where diagnostic.file == 0 {
    let record = starts.count { $0 <= diagnostic.range.start }
    counts["\(diagnostic.rule.name) in record \(record)", default: 0] += 1
  }
  return Set(counts.map { "\($0) × \($1)" })
}

/// A file with a record for everybody whom another one mentions and does not describe.
private func strangers(_ file: borrowing ParsedFile, tag: String) -> FileFacts {
  let own = Set(file.facts.claims.map { file.facts.name($0.name) })
  let others = Set(file.facts.mentions.map { file.facts.name($0.name) }).subtracting(own).sorted()
  let text = others.enumerated().map { "# Friend number \($0) @\($1) \(tag)\n" }.joined()
  return ParsedFile(Array(text.utf8)).facts
}

/// The notes of a file in order, as private as they are when all who are mentioned in it are private.
private func privateNotes(_ bytes: [UInt8]) -> [Bool] {
  let file = ParsedFile(bytes)
  let notebook = Notebook([file.facts, strangers(file, tag: "#private")])
  var reader = RecordReader(notebook, file: 0, path: "", of: file, includesPrivate: true)
  var isPrivate = (reader.preamble(of: file)?.notes ?? []).flatMap(\.allPrivate)
  for index in file.facts.records.indices {
    isPrivate += reader.record(index, of: file)?.base.notes.flatMap(\.allPrivate) ?? []
  }
  return isPrivate
}

extension Note {
  fileprivate var allPrivate: [Bool] {
    switch self {
    case .paragraph(let note), .quote(let note), .section(let note, level: _): [note.isPrivate]
    case .code(let note): [note.isPrivate]
    case .item(let item): item.allPrivate
    }
  }
}

extension Item {
  fileprivate var allPrivate: [Bool] { [isPrivate] + items.flatMap(\.allPrivate) }
}
