import NetLint

/// How much was found, for the line that ends each run.
struct Tally: Sendable {
  /// The files that were checked.
  var checkedFiles = 0
  private var errors = FindingCount()
  private var warnings = FindingCount()
  private var infos = FindingCount()
  /// The findings that were fixed, or ignored from now on.
  var settled = FindingCount()
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
    case .error: errors.add(diagnostic)
    case .warning: warnings.add(diagnostic)
    case .info: infos.add(diagnostic)
    }
    if let fix = diagnostic.fix, !isTried {
      if fix.isSafe { fixable += 1 } else { unsafelyFixable += 1 }
    }
    files.insert(FileKey(notebook: notebook, file: diagnostic.file))
  }

  /// Whether there is a finding of a severity.
  func has(_ severity: Severity) -> Bool {
    switch severity {
    case .error: errors.least > 0
    case .warning: warnings.least > 0
    case .info: infos.least > 0
    }
  }

  /// `2 errors, 1 warning in 3 files; 1 can be fixed with --fix`.
  ///
  /// - Parameter settling: How what was settled was: `fixed`.
  func line(settling: String = "") -> String {
    let counts = [(errors, "error"), (warnings, "warning"), (infos, "info")].filter { $0.0.least > 0 }
    let done = settled.least > 0 ? "\(settled.text) \(settling); " : ""
    if counts.isEmpty {
      return "\(done)nothing\(settled.least > 0 ? " else" : "") found in \(Self.number(checkedFiles, "file"))"
    }
    let findings = counts.map { $0.0.text($0.1) }.joined(separator: ", ")
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
