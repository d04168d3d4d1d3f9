import KithFiles
import NetLint

/// `kith lint [PATH… | -]`
func lint(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  let options: RuleOptions
  do throws(UsageError) { options = try RuleOptions(invocation) } catch {
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
  var reporter = Reporter(
    invocation.choice(.outputFormat, OutputFormat.self) ?? .full, style: console.outStyle,
    isTerminal: console.out.isTerminal, width: console.out.width)
  var tally = Tally()
  let progress = progress("checking", notebooks, console)
  reporter.begin()
  for (index, notebook) in notebooks.enumerated() where console.out.failure == nil {
    let linter = options.linter(for: notebook, &console)
    let checked = CheckedNotes(notebook, linter: linter, threads: console.threads, progress: progress)
    progress.finish()
    status.raise(to: checked.report(failuresTo: &console))
    reporter.write(checked.diagnostics, checked.sources, to: &console.out)
    for diagnostic in checked.diagnostics { tally.count(diagnostic, notebook: index) }
    tally.checkedFiles += notebook.askedFiles.count { checked.failures[$0] == nil }
  }
  reporter.end(to: &console.out)
  if tally.errors > 0 || (tally.warnings > 0 && invocation.has(.errorOnWarning)) {
    status.raise(to: .findings)
  }
  if tally.checkedFiles > 0, !console.isQuiet {
    console.out.flush()
    console.err.writeLine(tally.line)
  }
  return status
}
