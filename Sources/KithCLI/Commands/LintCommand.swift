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
  let times = console.isVerbose ? StageTimes() : nil
  var clock = StageClock(times, .process)
  var status = ExitStatus.clean
  let notebooks = search(invocation.operands, invocation, &console, &status)
  clock.finish(.finding)
  if invocation.has(.showFiles) {
    for notebook in notebooks {
      for number in notebook.askedFiles { console.out.writeLine(notebook.files[number].shown.shown) }
    }
    return status
  }
  var report = LintReport(
    invocation, mode, isFilter: mode.writes && notebooks.contains(where: \.holdsStandardInput), console)
  do throws(FileError) { try report.begin(invocation, notebooks, &console) } catch {
    console.error(error.message)
    return .trouble
  }
  clock.finish(.writing)
  let progress = progress("checking", notebooks, console)
  for (index, notebook) in notebooks.enumerated() where !report.hasFailed(console) {
    let linter = options.linter(for: notebook, &console)
    var checked = CheckedNotes(notebook, linter: linter, threads: console.threads, times: times, progress: progress)
    progress.finish()
    status.raise(to: checked.report(failuresTo: &console))
    clock.restart()
    if mode != .report {
      let (change, settled) = rewrite(&checked, mode, &console)
      status.raise(to: change)
      report.tally.settled.add(settled)
      clock.finish(.fixing)
    }
    report.add(checked, notebook: index, to: &console)
    clock.finish(.writing)
  }
  if mode.writes {
    passThroughExcluded(notebooks.flatMap(\.files).filter(\.isAsked), invocation, &console, &status)
  }
  clock.restart()
  status.raise(to: report.end(isComplete: status != .trouble, to: &console))
  clock.finish(.writing)
  console.show(times)
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
