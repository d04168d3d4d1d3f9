import KithFiles

/// Finds what the operands of a command name, and says what cannot be found.
///
/// - Parameter wholeNotebooks: Whether a notebook counts though none of its files was asked for.
func search(
  _ operands: [Path], _ invocation: Invocation, wholeNotebooks: Bool = false, _ console: inout Console,
  _ status: inout ExitStatus
) -> [FoundNotebook] {
  // Who says what standard input stands for means it to be read.
  let implied = operands.isEmpty && invocation.has(.standardInputName) ? [Path("-")] : operands
  var search = Search(paths: implied, workingFolder: console.workingFolder)
  search.excludes = invocation.paths(.exclude)
  search.forcesExcludes = invocation.has(.forceExclude)
  do throws(UsageError) { search.configuration = try configurationSource(invocation) } catch {
    console.error(error)
    status = .trouble
    return []
  }
  search.standardInputName = invocation.path(.standardInputName)
  let result = search.run()
  for error in result.errors { console.error(error.message) }
  for broken in result.brokenConfigurations { console.show(broken) }
  for note in result.notes { console.note(note) }
  if !result.errors.isEmpty || !result.brokenConfigurations.isEmpty { status.raise(to: .trouble) }
  let notebooks = result.notebooks.filter { !(wholeNotebooks ? $0.files.isEmpty : $0.askedFiles.isEmpty) }
  for notebook in notebooks {
    console.detail(
      "notebook \(notebook.root.shown): \(Tally.number(notebook.files.count, "file")), \(notebook.askedFiles.count) asked for"
    )
  }
  return notebooks
}

/// The progress of work on all files of some notebooks.
func progress(_ label: String, _ notebooks: [FoundNotebook], _ console: borrowing Console) -> Progress {
  let total = notebooks.reduce(0) { $0 + $1.files.count }
  return Progress(
    label, total: total, output: .standardError(), isQuiet: console.isQuiet || !console.err.isTerminal)
}
