import NetModel
import NetSyntax

/// The files of a notebook with what the rules find in them.
///
/// Files are checked one by one, on as many threads as one likes; then all of them together.
public struct LintedNotebook: Sendable {
  /// A file that has been checked by itself.
  public struct File: Sendable {
    /// The file, byte for byte.
    public let bytes: [UInt8]
    /// What it says.
    public let facts: FileFacts
    let findings: Findings

    /// What has been found in a file.
    public init(bytes: [UInt8], facts: FileFacts, findings: Findings) {
      self.bytes = bytes
      self.facts = facts
      self.findings = findings
    }

    fileprivate init(_ bytes: [UInt8], number: Int, linter: Linter) {
      let parsed = ParsedFile(bytes)
      self.init(bytes: bytes, facts: parsed.facts, findings: linter.check(parsed, number: number))
    }
  }

  /// The files in the order of their numbers.
  public private(set) var files: [File]
  /// What they say together.
  public private(set) var notebook: Notebook
  /// By the number of a file: what is reported of it, if it is reported on, in the order of places.
  public private(set) var diagnosticsByFile: [[Diagnostic]]
  var linter: Linter
  private let isReported: @Sendable (Diagnostic) -> Bool
  /// None before anybody has begun to settle the notebook.
  private var found: NotebookFindings?
  /// Files that are not checked yet by themselves, and how far that has come.
  private var unchecked: [Int: (file: KeptFile, check: CheckProgress)] = [:]
  /// How many nodes of a file are checked at a time.
  var nodesOfPiece = 5_000
  /// What has not been looked at yet.
  private var edits = NotebookEdits()
  /// By file: the handles that findings in it excuse.
  private var excused: [Int: Set<String>] = [:]

  /// Takes over the files of a notebook, to be checked together when it is settled.
  ///
  /// - Parameters:
  ///   - files: The files, each checked by itself.
  ///   - linter: The linter that has checked them.
  ///   - isReported: Whether a finding is reported: not, for one, in files that nobody asked for.
  public init(
    unsettled files: [File], linter: Linter, isReported: @escaping @Sendable (Diagnostic) -> Bool = { _ in true }
  ) {
    self.files = files
    self.linter = linter
    self.isReported = isReported
    diagnosticsByFile = [[Diagnostic]](repeating: [], count: files.count)
    notebook = Notebook(files.map(\.facts))
  }

  /// Checks all files of a notebook, given by their bytes in the order of their numbers.
  public init(_ files: [[UInt8]], linter: Linter) {
    self.init(unsettled: files.enumerated().map { File($1, number: $0, linter: linter) }, linter: linter)
    _ = settle()
  }

  /// What is reported of all files, in the order of files and places.
  public var diagnostics: [Diagnostic] { diagnosticsByFile.flatMap(\.self) }

  /// Puts other bytes in the place of some files', by their numbers, and checks again whatever that concerns.
  public mutating func replace(_ texts: [Int: [UInt8]]) {
    take(texts)
    _ = settle()
  }

  /// Puts other bytes in the place of some files', by their numbers: what names mean is then up to date, and what is found
  /// is not before ``settle()``.
  public mutating func take(_ texts: [Int: [UInt8]]) {
    if edits.files.isEmpty, notebook.forgetLostNames() { found?.forgetNames() }
    for (number, bytes) in texts {
      let parsed = KeptFile(ParsedFile(bytes))
      files[number] = File(bytes: bytes, facts: parsed.file.facts, findings: files[number].findings)
      unchecked[number] = nil
      edits.replace(number, with: parsed, in: &notebook)
    }
  }

  /// Brings what is found up to date.
  ///
  /// - Returns: The numbers of the files of which something else may be reported than before.
  public mutating func settle() -> Set<Int> { settle(between: {}) }

  /// Brings what is found up to date, piece by piece.
  ///
  /// - Parameter pause: Called between two pieces, each of which takes some milliseconds in a large file. Where it throws,
  ///   the work stops there: what is reported is as it was, and the next call goes on, also if texts have changed since.
  /// - Returns: The numbers of the files of which something else may be reported than before.
  public mutating func settle<Failure>(between pause: () throws(Failure) -> Void) throws(Failure) -> Set<Int> {
    noteEdits()
    while goOn() { try pause() }
    return reportConcerned()
  }

  /// Checks all files of a notebook together that nobody has checked so yet, on several threads, say.
  ///
  /// - Parameter step: Called when all is found, and is left to be settled.
  public mutating func settle(on workers: some Workers, whenFound step: () -> Void) {
    noteEdits()
    while !unchecked.isEmpty, goOn() {}
    let files = files
    found?.finish(notebook, linter, bytes: { files[$0].bytes }, on: workers)
    step()
    _ = reportConcerned()
  }

  private mutating func reportConcerned() -> Set<Int> {
    let concerned = found?.takeConcerned() ?? []
    return concerned.isEmpty ? [] : report(concerned)
  }

  /// Finds out what is to be done after edits.
  private mutating func noteEdits() {
    if found != nil, edits.files.isEmpty { return }
    for (number, file) in edits.parsed { unchecked[number] = (file, linter.newCheck(ofFile: number)) }
    if found == nil { found = NotebookFindings(notebook, linter) } else { found?.note(edits, notebook, linter) }
    edits = NotebookEdits()
  }

  /// Does one piece of what is to be done, and says whether there was any.
  private mutating func goOn() -> Bool {
    if let number = unchecked.keys.min(), let (file, progress) = unchecked.removeValue(forKey: number) {
      var check = consume progress
      if linter.goOn(file.file, &check, nodes: nodesOfPiece) {
        unchecked[number] = (file, check)
      } else {
        files[number] = File(bytes: files[number].bytes, facts: files[number].facts, findings: check.findings)
      }
      return true
    }
    let files = files
    return found?.goOn(notebook, linter) { files[$0].bytes } ?? false
  }

  /// Finds out what is reported of some files; or of all, if other handles are excused than before.
  private mutating func report(_ numbers: Set<Int>) -> Set<Int> {
    var all: [Int: [Finding]] = [:]
    let before = Set(excused.values.joined())
    for number in numbers {
      let findings = findings(in: number)
      all[number] = findings
      let own = Set(findings.lazy.flatMap(\.excused))
      excused[number] = own.isEmpty ? nil : own
    }
    let excused = Set(excused.values.joined())
    let numbers = excused == before ? numbers : Set(files.indices)
    for number in numbers {
      diagnosticsByFile[number] =
        linter.settled(
          all[number] ?? findings(in: number), files[number].findings.suppressions, excused: excused
        ).filter(isReported)
    }
    return numbers
  }

  private func findings(in file: Int) -> [Finding] { files[file].findings.found + (found?.found(in: file) ?? []) }
}
