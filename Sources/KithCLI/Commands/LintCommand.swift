import KithFiles
import NetLint

/// `kith lint [PATH… | -]`
func lint(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  let mode: LintMode
  let options: RuleOptions
  do throws(UsageError) {
    mode = try LintMode(invocation)
    options = try RuleOptions(invocation)
  } catch {
    console.error(error)
    return .trouble
  }
  var status = ExitStatus.clean
  let notebooks = search(invocation.operands, invocation, &console, &status)
  if invocation.has(.showFiles) {
    for notebook in notebooks {
      for number in notebook.askedFiles { console.out.writeLine(notebook.files[number].shown.shown) }
    }
    return status
  }
  var report = LintReport(
    invocation, mode, isFilter: mode.writes && notebooks.contains(where: \.holdsStandardInput), console)
  let progress = progress("checking", notebooks, console)
  report.begin()
  for (index, notebook) in notebooks.enumerated() where console.out.failure == nil {
    let linter = options.linter(for: notebook, &console)
    var checked = CheckedNotes(notebook, linter: linter, threads: console.threads, progress: progress)
    progress.finish()
    status.raise(to: checked.report(failuresTo: &console))
    if mode != .report {
      let (change, settled) = rewrite(&checked, mode, &console)
      status.raise(to: change)
      report.tally.settled += settled
    }
    report.add(checked, notebook: index, to: &console)
  }
  if mode.writes {
    passThroughExcluded(notebooks.flatMap(\.files).filter(\.isAsked), invocation, &console, &status)
  }
  report.end(to: &console)
  status.raise(to: report.status)
  return status == .findings && invocation.has(.exitZero) ? .clean : status
}

/// What is done about what is found.
enum LintMode: Equatable {
  /// It is reported.
  case report
  /// It is fixed in the files, with the unsafe fixes or without, and what is left is reported.
  case fix(withUnsafe: Bool)
  /// What would be fixed is shown.
  case diff(withUnsafe: Bool)
  /// Comments are written that ignore it, each with a reason if there is one.
  case addIgnores(reason: String?)

  init(_ invocation: Invocation) throws(UsageError) {
    let isUnsafe = invocation.has(.unsafeFixes)
    if invocation.has(.addIgnore) {
      if let other = [Option.fix, .fixDiff, .unsafeFixes].first(where: invocation.has) {
        throw UsageError(
          message: "`--add-ignore` does not go with `--\(other.name)`", help: "fix first, then ignore what is left")
      }
      let reason = invocation.path(.addIgnore)?.shown ?? ""
      self = .addIgnores(reason: reason.allSatisfy(\.isWhitespace) ? nil : reason)
    } else if invocation.has(.fixDiff) {
      self = .diff(withUnsafe: isUnsafe)
    } else if invocation.has(.fix) {
      self = .fix(withUnsafe: isUnsafe)
    } else if isUnsafe {
      throw UsageError(
        message: "`--unsafe-fixes` needs `--fix` or `--diff`",
        help: "`kith lint --diff --unsafe-fixes` shows what would change")
    } else {
      self = .report
    }
  }

  /// Whether files are written.
  var writes: Bool {
    switch self {
    case .report, .diff: false
    case .fix, .addIgnores: true
    }
  }

  /// Whether the run applies such a fix, or shows what it would do, unless it is held back.
  func tries(_ fix: Fix?) -> Bool {
    switch self {
    case .report, .addIgnores: false
    case .fix(let withUnsafe), .diff(let withUnsafe): withUnsafe || fix?.isSafe == true
    }
  }

  /// How what has been dealt with has been.
  var settling: String {
    switch self {
    case .report: ""
    case .fix: "fixed"
    case .diff: "can be fixed so"
    case .addIgnores: "ignored from now on"
    }
  }
}

extension FoundNotebook {
  /// Whether standard input is among what was asked for.
  var holdsStandardInput: Bool { askedFiles.contains { files[$0].source == .standardInput } }
}

extension Console {
  /// Writes findings: to standard output, or to standard error where the other is for the text alone.
  fileprivate mutating func report(besideText isFilter: Bool, _ body: (inout Output) -> Void) {
    if isFilter { body(&err) } else { body(&out) }
  }
}

/// The findings of a run, as they are shown, and what they come to.
private struct LintReport {
  var tally = Tally()
  private var reporter: Reporter
  private var statistics: Statistics?
  private let mode: LintMode
  private let failsOnWarnings: Bool
  /// Whether standard output is for the text alone.
  private let isFilter: Bool

  init(_ invocation: Invocation, _ mode: LintMode, isFilter: Bool, _ console: borrowing Console) {
    let format = invocation.choice(.outputFormat, OutputFormat.self) ?? .full
    reporter =
      isFilter
      ? Reporter(format, style: console.errStyle, isTerminal: console.err.isTerminal, width: console.err.width)
      : Reporter(format, style: console.outStyle, isTerminal: console.out.isTerminal, width: console.out.width)
    statistics = invocation.has(.statistics) ? Statistics(format) : nil
    failsOnWarnings = invocation.has(.errorOnWarning)
    self.mode = mode
    self.isFilter = isFilter
  }

  mutating func begin() {
    if statistics == nil, !isDiff { reporter.begin() }
  }

  /// Shows what was found in one notebook.
  mutating func add(_ checked: CheckedNotes, notebook: Int, to console: inout Console) {
    for diagnostic in checked.diagnostics {
      tally.count(diagnostic, notebook: notebook, isTried: mode.tries(diagnostic.fix))
      statistics?.count(diagnostic)
    }
    tally.checkedFiles += checked.found.askedFiles.count { checked.failures[$0] == nil }
    if statistics != nil || isDiff { return }
    console.report(besideText: isFilter) { reporter.write(checked.diagnostics, checked.sources, to: &$0) }
  }

  mutating func end(to console: inout Console) {
    if let statistics {
      let style = isFilter ? console.errStyle : console.outStyle
      console.report(besideText: isFilter) { statistics.write(style, to: &$0) }
    } else if !isDiff {
      console.report(besideText: isFilter) { reporter.end(to: &$0) }
    }
    if tally.checkedFiles == 0 || console.isQuiet { return }
    console.out.flush()
    console.err.writeLine(tally.line(settling: mode.settling))
  }

  /// Whether what was found lets the run fail.
  var status: ExitStatus {
    let wouldChange = isDiff && tally.settled > 0
    return wouldChange || tally.errors > 0 || (tally.warnings > 0 && failsOnWarnings) ? .findings : .clean
  }

  private var isDiff: Bool {
    switch mode {
    case .diff: true
    case .report, .fix, .addIgnores: false
    }
  }
}
