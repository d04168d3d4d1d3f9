import NetModel

/// A file with its tree, which is kept until it has been checked.
final class KeptFile: Sendable {
  let file: ParsedFile

  init(_ file: consuming ParsedFile) { self.file = file }
}

/// What has been changed in a notebook since its findings were last up to date.
struct NotebookEdits: Sendable {
  /// By the numbers of files: what they said then.
  var files: [Int: FileFacts] = [:]
  /// The names of which something else is known than then.
  var names: Set<Notebook.Symbol> = []

  /// By the numbers of files: what they are by now.
  private(set) var parsed: [Int: KeptFile] = [:]

  /// Puts other facts in the place of a file's, and keeps what that changes.
  mutating func replace(_ file: Int, with new: KeptFile, in notebook: inout Notebook) {
    parsed[file] = new
    let facts = new.file.facts
    let old = notebook.files[file]
    if files[file] == nil { files[file] = old }
    let count = notebook.symbolCount
    let claimed = Set(old.claims.map { notebook.symbol(ofName: $0.name, in: file) })
    let before = claimed.map { ($0, notebook.impression(of: $0)) }
    _ = notebook.replace(file, with: facts)
    for (symbol, impression) in before where notebook.impression(of: symbol) != impression { names.insert(symbol) }
    for claim in facts.claims {
      let symbol = notebook.symbol(ofName: claim.name, in: file)
      // What nobody of the file went by before, somebody does now.
      if symbol >= count || !claimed.contains(symbol) { names.insert(symbol) }
    }
  }
}

/// What is found that takes a whole notebook to find, kept so that after an edit only that is looked at again which it
/// concerns.
///
/// Edits only say what has to be looked at; that is then done piece by piece, and more edits may come in between.
///
/// A file is concerned if it has been edited, if something else is known than before of one of its names, or if a
/// finding in it points into a file that has been edited, where places may have moved. A rule that compares records looks
/// at all of them again if they say something else of what it reads, if they are called something else, or if a place
/// of its findings may have moved.
struct NotebookFindings: Sendable {
  /// By file: what depends on whom its names mean.
  private var ofNames: [Findings]
  /// By file: the other files that those findings point into.
  private var pointedAt: [Set<Int>]
  /// By rule.
  private var compared: [Compared]
  private var lookups: Lookups
  /// The files whose names are to be looked at, the first one last.
  private var filesLeft: [Int]
  /// The rules that are to compare records, by their places in the list, the first one last.
  private var rulesLeft: [Int]
  /// The files in which other things may be found than when all was last up to date.
  private var concerned: Set<Int>

  /// What a rule has found that compares records.
  private struct Compared: Sendable {
    /// By the file that it is reported in.
    let byFile: [Int: [Finding]]
    /// All files in which a place of it is.
    let files: Set<Int>

    init(_ findings: Findings) {
      byFile = Dictionary(grouping: findings.found, by: \.diagnostic.file)
      files = Set(findings.found.flatMap { $0.diagnostic.labels.map(\.file) }).union(byFile.keys)
    }
  }

  /// Nothing of a notebook, all of which is to be looked at.
  init(_ notebook: Notebook, _ linter: Linter) {
    let files = notebook.files.indices
    ofNames = [Findings](repeating: Findings(), count: files.count)
    pointedAt = [Set<Int>](repeating: [], count: files.count)
    compared = linter.notebookChecks.map { _ in Compared(Findings()) }
    lookups = Lookups(notebook)
    (filesLeft, concerned) = (files.reversed(), Set(files))
    rulesLeft = compared.indices.reversed()
  }

  /// Forgets what it knows of names by their numbers.
  mutating func forgetNames() { lookups.forgetNames() }

  /// What is found in a file.
  func found(in file: Int) -> [Finding] { ofNames[file].found + compared.flatMap { $0.byFile[file] ?? [] } }

  /// Takes note of what edits concern.
  mutating func note(_ edits: NotebookEdits, _ notebook: Notebook, _ linter: Linter) {
    let edited = Set(edits.files.keys)
    let isRenamed = !edits.names.isEmpty
    let parts = edits.files.reduce(into: FactParts()) { parts, edit in
      parts.formUnion(FactDigest(edit.value).differences(from: FactDigest(notebook.files[edit.key])))
    }
    var files = edited.union(notebook.files(holding: edits.names))
    if lookups.update(notebook, edited: edited, isRenamed: isRenamed, parts) { files.formUnion(ofNames.indices) }
    for file in ofNames.indices
    where (isRenamed && !ofNames[file].found.isEmpty) || !pointedAt[file].isDisjoint(with: edited) {
      files.insert(file)
    }
    concerned.formUnion(files)
    filesLeft = files.union(filesLeft).sorted(by: >)
    var rules = Set(rulesLeft)
    for (index, rule) in linter.notebookChecks.enumerated()
    where isRenamed || !rule.parts.isDisjoint(with: parts) || !compared[index].files.isDisjoint(with: edited) {
      rules.insert(index)
    }
    rulesLeft = rules.sorted(by: >)
  }

  /// Looks at one file, or has one rule compare records.
  ///
  /// - Returns: Whether there was anything left to do.
  mutating func goOn(_ notebook: Notebook, _ linter: Linter, bytes: (Int) -> [UInt8]) -> Bool {
    if let file = filesLeft.popLast() {
      keep(linter.check(NotebookFile(notebook: notebook, number: file, bytes: bytes(file)), &lookups), ofFile: file)
      return true
    }
    guard let rule = rulesLeft.popLast() else { return false }
    keep(linter.check(notebook, linter.notebookChecks[rule], &lookups), ofRule: rule)
    return true
  }

  /// Does all that is left, divided among some workers, each of whom looks things up by itself.
  mutating func finish(
    _ notebook: Notebook, _ linter: Linter, bytes: @Sendable (Int) -> [UInt8], on workers: some Workers
  ) {
    // What takes longest comes first.
    let (rules, files) = (rulesLeft, filesLeft)
    let found = workers.map(count: rules.count + files.count, makeState: { [lookups] in lookups }) { lookups, index in
      if index < rules.count { return linter.check(notebook, linter.notebookChecks[rules[index]], &lookups) }
      let file = files[index - rules.count]
      return linter.check(NotebookFile(notebook: notebook, number: file, bytes: bytes(file)), &lookups)
    }
    for (rule, findings) in zip(rules, found) { keep(findings, ofRule: rule) }
    for (file, findings) in zip(files, found.dropFirst(rules.count)) { keep(findings, ofFile: file) }
    (rulesLeft, filesLeft) = ([], [])
  }

  /// Hands over which files are concerned, once nothing is left to do.
  mutating func takeConcerned() -> Set<Int> {
    defer { concerned = [] }
    return concerned
  }

  private mutating func keep(_ findings: Findings, ofFile file: Int) {
    ofNames[file] = findings
    pointedAt[file] = Set(findings.found.flatMap { $0.diagnostic.labels.map(\.file) })
    pointedAt[file].remove(file)
  }

  private mutating func keep(_ findings: Findings, ofRule rule: Int) {
    concerned.formUnion(compared[rule].byFile.keys)
    compared[rule] = Compared(findings)
    concerned.formUnion(compared[rule].byFile.keys)
  }
}
