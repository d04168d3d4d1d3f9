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
  /// What is reported of those that are reported on, in the order of files and places.
  public private(set) var diagnostics: [Diagnostic] = []
  private let linter: Linter
  private let isReported: @Sendable (Diagnostic) -> Bool

  /// Checks all files of a notebook together.
  ///
  /// - Parameters:
  ///   - files: The files, each checked by itself.
  ///   - linter: The linter that has checked them.
  ///   - isReported: Whether a finding is reported: not, for one, in files that nobody asked for.
  public init(_ files: [File], linter: Linter, isReported: @escaping @Sendable (Diagnostic) -> Bool = { _ in true }) {
    self.files = files
    self.linter = linter
    self.isReported = isReported
    notebook = Notebook(files.map(\.facts))
    settle()
  }

  /// Checks all files of a notebook, given by their bytes in the order of their numbers.
  public init(_ files: [[UInt8]], linter: Linter) {
    self.init(files.enumerated().map { File($1, number: $0, linter: linter) }, linter: linter)
  }

  /// Puts other bytes in the place of some files', by their numbers, and checks those files and the notebook again.
  public mutating func replace(_ texts: [Int: [UInt8]]) {
    if texts.isEmpty { return }
    for (number, bytes) in texts { files[number] = File(bytes, number: number, linter: linter) }
    notebook = Notebook(files.map(\.facts))
    settle()
  }

  private mutating func settle() {
    let all = linter.check(notebook) { files[$0].bytes }
    diagnostics = linter.settled(files.map(\.findings) + [all]).filter(isReported)
  }
}
