import KithFiles
import NetLint

/// The findings of a run, as they are shown, and what they come to.
struct LintReport: ~Copyable {
  var tally = Tally()
  private var reporter: Reporter
  private var statistics: Statistics?
  private let mode: LintMode
  private let failsOnWarnings: Bool
  private let failuresOnly: Bool
  /// Whether standard output is for the text alone.
  private let isFilter: Bool
  private let style: Style
  /// Where the report goes if not to a standard stream, and what it is written to meanwhile.
  private var file: ReportFile?
  private var fileOutput: Output?

  init(_ invocation: Invocation, _ mode: LintMode, isFilter: Bool, _ console: borrowing Console) {
    let format = invocation.choice(.outputFormat, OutputFormat.self) ?? .full
    let isTerminal: Bool
    let width: Int?
    if invocation.has(.outputFile) {
      // Whoever opens the file may be anyone, and may have no terminal.
      (style, isTerminal, width) = (Style(isColoured: console.colours == .always), false, nil)
    } else if isFilter {
      (style, isTerminal, width) = (console.errStyle, console.err.isTerminal, console.err.width)
    } else {
      (style, isTerminal, width) = (console.outStyle, console.out.isTerminal, console.out.width)
    }
    failsOnWarnings = invocation.has(.errorOnWarning)
    failuresOnly = invocation.has(.failuresOnly)
    reporter = Reporter(
      format, style: style, seesPrivate: isTerminal || invocation.has(.showPrivate), width: width,
      folders: ProjectFolders(of: console),
      failsOnWarnings: failsOnWarnings)
    statistics = invocation.has(.statistics) ? Statistics(format) : nil
    self.mode = mode
    self.isFilter = isFilter
  }

  /// Opens the file, if the report is to go to one, and begins.
  ///
  /// - Throws: An error if no report can be written there, or a note would be lost.
  mutating func begin(
    _ invocation: Invocation, _ notebooks: [FoundNotebook], _ console: inout Console
  ) throws(FileError) {
    if let typed = invocation.path(.outputFile) {
      let file = try ReportFile(typed, workingFolder: console.workingFolder)
      try file.refuse(notes: notebooks.flatMap(\.files).compactMap(\.path))
      fileOutput = try file.open()
      self.file = file
    }
    let troubles = console.troubles
    if statistics == nil, !isDiff { write(to: &console) { $0.begin(troubles, to: &$1) } }
  }

  /// Whether nobody takes the report any more.
  func hasFailed(_ console: borrowing Console) -> Bool {
    console.out.failure != nil || hasFileFailed
  }

  /// Shows what was found in one notebook.
  mutating func add(_ checked: CheckedNotes, notebook: Int, to console: inout Console) {
    let diagnostics = failuresOnly ? checked.diagnostics.filter { fails($0.rule.severity) } : checked.diagnostics
    for diagnostic in diagnostics {
      tally.count(diagnostic, notebook: notebook, isTried: mode.tries(diagnostic.fix))
      statistics?.count(diagnostic)
    }
    tally.checkedFiles += checked.found.askedFiles.count { checked.failures[$0] == nil }
    if statistics != nil || isDiff { return }
    write(to: &console) { $0.write(diagnostics, checked.sources, to: &$1) }
  }

  /// Ends the report, and says what it comes to.
  ///
  /// - Parameter isComplete: Whether all that was asked for could be done.
  /// - Returns: Whether what was found lets the run fail, or the report could not be written.
  mutating func end(isComplete: Bool, to console: inout Console) -> ExitStatus {
    if let statistics {
      let style = style
      write(to: &console) { statistics.write(style, to: &$1) }
    } else if !isDiff {
      write(to: &console) { $0.end(isComplete: isComplete, to: &$1) }
    }
    console.out.flush()
    // Where nobody takes the report the run has ended early, and a count would be of a part.
    let isWhole = !hasFailed(console)
    let status = max(status, finishFile(&console))
    if isWhole, tally.checkedFiles > 0, !console.isQuiet { console.err.writeLine(tally.line(settling: mode.settling)) }
    return status
  }

  /// Writes to the file, to standard output, or to standard error where the other is for the text alone.
  private mutating func write(to console: inout Console, _ body: (inout Reporter, inout Output) -> Void) {
    if var output = fileOutput.take() {
      body(&reporter, &output)
      fileOutput = consume output
    } else if isFilter {
      body(&reporter, &console.err)
    } else {
      body(&reporter, &console.out)
    }
  }

  /// Puts the file in its place.
  private mutating func finishFile(_ console: inout Console) -> ExitStatus {
    guard let file, var output = fileOutput.take() else { return .clean }
    do throws(FileError) { try file.finish(&output) } catch {
      // Whoever read along has seen enough: nothing to be said.
      if error.reason != .brokenPipe { console.error(error.message) }
      return .trouble
    }
    return .clean
  }

  private var hasFileFailed: Bool {
    switch fileOutput {
    case .some(let output): output.failure != nil
    case .none: false
    }
  }

  /// Whether what was found lets the run fail.
  private var status: ExitStatus {
    let wouldChange = isDiff && tally.settled.least > 0
    return wouldChange || Severity.allCases.contains { tally.has($0) && fails($0) } ? .findings : .clean
  }

  private func fails(_ severity: Severity) -> Bool { severity.fails(onWarnings: failsOnWarnings) }

  private var isDiff: Bool {
    switch mode {
    case .diff: true
    case .report, .fix, .addIgnores: false
    }
  }
}

extension Severity {
  /// Whether such a finding lets a run fail.
  ///
  /// - Parameter onWarnings: Whether warnings do, too.
  func fails(onWarnings: Bool) -> Bool {
    switch self {
    case .error: true
    case .warning: onWarnings
    case .info: false
    }
  }
}

extension FoundFile {
  /// The file it is read from; nil for standard input.
  fileprivate var path: Path? {
    switch source {
    case .file(let path): path
    case .standardInput: nil
    }
  }
}
