import NetLint

/// How much was found, for the line that ends each run.
struct Tally: Sendable {
  /// The files that were checked.
  var checkedFiles = 0
  private(set) var errors = 0
  private(set) var warnings = 0
  private(set) var infos = 0
  /// The findings that were fixed, or ignored from now on.
  var settled = 0
  private var fixable = 0
  private var unsafelyFixable = 0
  private var files: Set<FileKey> = []

  /// Files have numbers in their notebook only.
  private struct FileKey: Hashable {
    var notebook: Int
    var file: Int
  }

  /// Counts a finding in the notebook with this number.
  ///
  /// - Parameter isTried: Whether this run was to fix it if it can be, so that another one would leave it, too.
  mutating func count(_ diagnostic: Diagnostic, notebook: Int, isTried: Bool = false) {
    switch diagnostic.rule.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .info: infos += 1
    }
    if let fix = diagnostic.fix, !isTried {
      if fix.isSafe { fixable += 1 } else { unsafelyFixable += 1 }
    }
    files.insert(FileKey(notebook: notebook, file: diagnostic.file))
  }

  /// `2 errors, 1 warning in 3 files; 1 can be fixed with --fix`.
  ///
  /// - Parameter settling: How what was settled was: `fixed`.
  func line(settling: String = "") -> String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0 > 0 }
    let done = settled > 0 ? "\(settled) \(settling); " : ""
    if counts.isEmpty {
      return "\(done)nothing\(settled > 0 ? " else" : "") found in \(Self.number(checkedFiles, "file"))"
    }
    let findings = counts.map { Self.number($0.0, $0.1) }.joined(separator: ", ")
    let place =
      files.count == checkedFiles
      ? Self.number(checkedFiles, "file") : "\(files.count) of \(Self.number(checkedFiles, "file"))"
    return "\(done)\(findings) in \(place)\(offer)"
  }

  /// What the person can do about it with one option.
  private var offer: String {
    switch (fixable, unsafelyFixable) {
    case (0, 0): ""
    case (let safe, 0): "; \(safe) can be fixed with `--fix`"
    case (0, let unsafe): "; \(unsafe) can be fixed with `--fix --unsafe-fixes`"
    case (let safe, let unsafe): "; \(safe) can be fixed with `--fix`, \(unsafe) more with `--unsafe-fixes`"
    }
  }

  /// `1 file`, `2 files`.
  static func number(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
