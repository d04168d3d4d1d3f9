import KithFiles
import NetFormat
import NetSyntax

/// `kith format [PATH… | -]`
func format(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  var status = ExitStatus.clean
  let notebooks = search(invocation.operands, invocation, &console, &status)
  let files = notebooks.flatMap { notebook in notebook.askedFiles.map { notebook.files[$0] } }
  var job = FormatJob(mode: FormatMode(invocation))
  do throws(UsageError) { job.lines = try formattedLines(invocation, fileCount: files.count) } catch {
    console.error(error)
    return .trouble
  }
  if job.mode.writes { clearFolders(of: files) }
  let progress = Progress(
    "formatting", total: files.count, output: .standardError(),
    isQuiet: console.isQuiet || !console.err.isTerminal)
  let results = job.run(files, threads: console.threads, progress)
  progress.finish()
  var tally = FormatTally(mode: job.mode)
  var maskedLines = 0
  for (file, result) in zip(files, results) where console.out.failure == nil {
    tally.count(result)
    status.raise(to: show(result, of: file, job.mode, &maskedLines, &console))
  }
  console.noteMasked(maskedLines)
  if job.mode.writes { passThroughExcluded(files, invocation, &console, &status) }
  // Of a filter the text is the answer; editors would take whatever else is said for a part of it.
  let isFilter = job.mode.writes && files.allSatisfy { $0.source == .standardInput }
  if !isFilter, !console.isQuiet {
    console.out.flush()
    // Nor is there a count where the run has ended early, since it would be of a part.
    if console.out.failure == nil { console.err.writeLine(tally.line) }
  }
  return status
}

/// Removes what a run that was killed has left in the folders that this one writes to.
func clearFolders(of files: [FoundFile]) {
  var folders: Set<Path> = []
  for case .file(let path) in files.map(\.source) { folders.insert(path.folder) }
  for folder in folders { removeLeftovers(in: folder) }
}

/// What becomes of a file that is not canonical.
enum FormatMode: Sendable {
  /// It is written anew; of standard input, the text goes to standard output.
  case write
  /// It is named: in a sentence, or alone on its line.
  case check, list
  /// What would change is shown.
  case diff

  init(_ invocation: Invocation) {
    self =
      invocation.has(.diff) ? .diff : invocation.has(.list) ? .list : invocation.has(.check) ? .check : .write
  }

  /// Whether the files themselves are written.
  var writes: Bool { self == .write }
}

/// What came of one file.
struct FormatResult: Sendable {
  enum Outcome: Sendable {
    /// It is canonical already.
    case canonical
    /// It has a new form.
    case formatted
    /// It would get a new form; how, where that was asked for.
    case wouldChange(UnifiedDiff?)
    /// It is left as it is, and that is no trouble.
    case passedOver(String)
    /// It is left as it is for a reason that has to be said.
    case failed(String, help: String?)
  }

  var outcome: Outcome
  /// What a filter hands over, formatted or not.
  var text: [UInt8]?

  init(_ outcome: Outcome, text: [UInt8]? = nil) {
    self.outcome = outcome
    self.text = text
  }
}

/// Says what came of a file, and hands over what belongs on standard output.
private func show(
  _ result: FormatResult, of file: FoundFile, _ mode: FormatMode, _ maskedLines: inout Int, _ console: inout Console
) -> ExitStatus {
  if let text = result.text { console.writeText(text) }
  switch result.outcome {
  case .canonical: return .clean
  case .formatted:
    if result.text == nil { console.report("formatted \(file.shown.shown)") }
    return .clean
  case .wouldChange(let diff):
    if let diff {
      console.write(diff)
      maskedLines += diff.maskedLineCount
    } else {
      console.out.writeLine((mode == .check ? "would format " : "") + file.shown.shown)
    }
    return .findings
  case .passedOver(let message):
    console.note(message)
    return .clean
  case .failed(let message, let help):
    console.error(message)
    if let help { console.help(help) }
    return .trouble
  }
}

/// An editor that pipes a file through a command that rewrites gets it back, also where the file is excluded.
func passThroughExcluded(
  _ files: [FoundFile], _ invocation: Invocation, _ console: inout Console, _ status: inout ExitStatus
) {
  let isAsked =
    invocation.operands.contains(Path("-")) || (invocation.operands.isEmpty && invocation.has(.standardInputName))
  guard isAsked, !files.contains(where: { $0.source == .standardInput }) else { return }
  do throws(FileError) {
    console.writeText(try readStandardInput())
  } catch {
    console.error(error.message)
    status = .trouble
  }
}

/// The count that ends a run.
private struct FormatTally {
  let mode: FormatMode
  private var changed = 0
  private var canonical = 0
  private var failed = 0

  init(mode: FormatMode) { self.mode = mode }

  mutating func count(_ result: FormatResult) {
    switch result.outcome {
    case .formatted, .wouldChange: changed += 1
    case .canonical, .passedOver: canonical += 1
    case .failed: failed += 1
    }
  }

  /// `2 files formatted, 9 left as they are, 1 not done`.
  var line: String {
    let counts = [
      (changed, mode.writes ? "formatted" : "would be formatted"),
      (canonical, canonical == 1 ? "left as it is" : "left as they are"),
      (failed, "not done"),
    ].filter { $0.0 > 0 }
    return counts.enumerated().map { index, count in
      (index == 0 ? Tally.number(count.0, "file") : "\(count.0)") + " " + count.1
    }.joined(separator: ", ")
  }
}

/// The lines given by `--range`, which is for one file.
private func formattedLines(_ invocation: Invocation, fileCount: Int) throws(UsageError) -> ClosedRange<Int>? {
  guard let typed = invocation.path(.range)?.shown else { return nil }
  guard fileCount <= 1 else {
    throw UsageError(message: "`--range` is for one file, and these are \(fileCount)")
  }
  let parts = typed.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
  guard (1...2).contains(parts.count), let first = parts.first.flatMap({ $0 }), let last = parts.last.flatMap({ $0 }),
    first > 0, last >= first
  else {
    throw UsageError(
      message: "`\(typed)` is no range of lines", help: "write the first and the last line, as in `--range 12-20`")
  }
  return first...last
}
