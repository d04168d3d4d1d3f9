import KithFiles
import NetJSON
import NetLint
import NetModel
import NetSyntax

/// `kith json [PATH… | -]`
func json(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  if invocation.has(.schema) {
    console.out.write(NotebookJSON.schema.span)
    return .clean
  }
  var status = ExitStatus.clean
  let notebooks = search(invocation.operands, invocation, &console, &status)
  guard let notebook = outermost(notebooks) else {
    guard notebooks.isEmpty else {
      console.error("these are \(notebooks.count) notebooks, and JSON is written of one at a time")
      console.help("give the folder of one: " + notebooks.map { "`\($0.root.shown)`" }.joined(separator: ", "))
      return .trouble
    }
    // An empty notebook is two empty lists.
    if status == .clean {
      write([], of: Notebook([]), options(of: invocation), &console)
    }
    return status
  }
  if notebooks.count > 1 {
    let others = notebooks.count - 1
    console.note("\(others == 1 ? "a notebook" : "\(others) notebooks") below `\(notebook.root.shown)` left out")
  }
  let progress = progress("reading", notebooks, console)
  let linter = Linter(rules: notebook.configuration.selection.rulesForErrors)
  let checked = CheckedNotes(notebook, linter: linter, threads: console.threads, progress: progress)
  progress.finish()
  status.raise(to: checked.report(failuresTo: &console))
  let files = convertible(checked, &console, &status)
  write(files, of: checked.notebook, options(of: invocation), &console)
  report(errorsOf: checked, &console, &status)
  return status
}

/// The notebook that all others lie below; nil if there is none.
private func outermost(_ notebooks: [FoundNotebook]) -> FoundNotebook? {
  notebooks.first { outer in
    let folder = outer.root.bytes + (outer.root.bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")])
    return notebooks.allSatisfy { $0.root == outer.root || $0.root.bytes.starts(with: folder) }
  }
}

/// The files asked for, less those that are no text, which are named.
private func convertible(
  _ checked: CheckedNotes, _ console: inout Console, _ status: inout ExitStatus
) -> [NotebookJSON.File] {
  let numbers = checked.found.askedFiles.filter { checked.failures[$0] == nil }
  let areText = parallelMap(count: numbers.count, threads: console.threads) { index in
    let bytes = checked.linted.files[numbers[index]].bytes
    return isUTF8(bytes.span)
  }
  var files: [NotebookJSON.File] = []
  for (number, isText) in zip(numbers, areText) {
    let file = checked.found.files[number]
    if isText {
      files.append(
        NotebookJSON.File(number: number, path: file.name.shown, bytes: checked.linted.files[number].bytes))
    } else {
      console.error("`\(file.shown.shown)` is left out: it is not UTF-8 throughout")
      status.raise(to: .trouble)
    }
  }
  return files
}

private func options(of invocation: Invocation) -> NotebookJSON.Options {
  var options = NotebookJSON.Options()
  options.includesPrivate = invocation.has(.includePrivate)
  options.isLines = invocation.has(.lines)
  options.layout = invocation.has(.compact) ? .compact : .readable
  return options
}

private func write(
  _ files: [NotebookJSON.File], of notebook: Notebook, _ options: NotebookJSON.Options,
  _ console: inout Console
) {
  /// Ends the conversion once nobody takes its output any more.
  struct Ended: Error {}
  do throws(Ended) {
    let omitted = try writeJSON(notebook, files: files, options: options, on: Threads(console.threads)) {
      (piece: Span<UInt8>) throws(Ended) in
      console.out.write(piece)
      if console.out.failure != nil { throw Ended() }
    }
    if omitted > 0 {
      console.note(
        "\(omitted) private \(omitted == 1 ? "thing is" : "things are") left out; `--private` puts them in")
    }
  } catch {
    // The output says at the end why it failed.
  }
}

private func report(errorsOf checked: CheckedNotes, _ console: inout Console, _ status: inout ExitStatus) {
  let errors = checked.diagnostics.filter { $0.rule.severity == .error }
  guard !errors.isEmpty else { return }
  status.raise(to: .findings)
  console.out.flush()
  var reporter = Reporter(
    .full, style: console.errStyle, seesPrivate: console.err.isTerminal, width: console.err.width)
  reporter.write(errors, checked.sources, to: &console.err)
}
