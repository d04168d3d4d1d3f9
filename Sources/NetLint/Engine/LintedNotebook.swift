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
  public private(set) var diagnosticsByFile: [[Diagnostic]] = []
  var linter: Linter
  private let isReported: @Sendable (Diagnostic) -> Bool
  /// None before the notebook has been settled for the first time.
  private var found: NotebookFindings?
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
      edits.replace(number, with: parsed, in: &notebook)
    }
  }

  /// Brings what is found up to date.
  ///
  /// - Returns: The numbers of the files of which something else may be reported than before.
  public mutating func settle() -> Set<Int> {
    if found != nil, edits.files.isEmpty { return [] }
    for (number, parsed) in edits.parsed {
      files[number] = File(
        bytes: files[number].bytes, facts: files[number].facts, findings: linter.check(parsed.file, number: number))
    }
    let files = files
    guard var kept = found else {
      found = NotebookFindings(notebook, linter) { files[$0].bytes }
      diagnosticsByFile = [[Diagnostic]](repeating: [], count: files.count)
      edits = NotebookEdits()
      return report(Set(files.indices))
    }
    // What is held once is changed in place.
    found = nil
    let concerned = kept.update(edits, notebook, linter) { files[$0].bytes }
    found = kept
    edits = NotebookEdits()
    return report(concerned)
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
