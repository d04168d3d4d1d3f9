import KithFiles
import NetLint
import NetSyntax

/// Applies fixes to a notebook, or adds comments to it, and writes or shows what has changed.
///
/// The notes are then as they are on the disk; where only the change is shown, as they would be.
///
/// - Returns: How it went, and how many findings were settled.
func rewrite(_ notes: inout CheckedNotes, _ mode: LintMode, _ console: inout Console) -> (ExitStatus, settled: Int) {
  let old = notes.linted
  let change: AppliedFixes
  do throws(FixFault) { change = try apply(mode, to: &notes) } catch {
    notes.linted = old
    console.error(error.message { notes.found.files[$0].shown.shown })
    console.help("please report this, if you can with the lines it is about")
    if mode.writes { writeStandardInput(of: notes, &console) }
    return (.trouble, 0)
  }
  let files = change.edits.keys.sorted()
  if case .diff = mode {
    var maskedLines = 0
    for file in files where console.out.failure == nil {
      let diff = UnifiedDiff(
        maskingSecretsOf: old.files[file].bytes, applying: change.edits[file] ?? [],
        name: notes.found.files[file].shown.bytes)
      console.write(diff)
      maskedLines += diff.maskedLineCount
    }
    console.noteMasked(maskedLines)
    return (.clean, change.diagnostics.count)
  }
  let unwritten = write(files, of: notes, over: old, &console)
  notes.linted.replace(Dictionary(uniqueKeysWithValues: unwritten.map { ($0, old.files[$0].bytes) }))
  let settled = change.diagnostics.count { !unwritten.contains($0.file) }
  return (unwritten.isEmpty ? .clean : .trouble, settled)
}

private func apply(_ mode: LintMode, to notes: inout CheckedNotes) throws(FixFault) -> AppliedFixes {
  let (found, files) = (notes.found, notes.linted.files)
  /// What is no text, and what may be another program's, is not written to.
  func isOurs(_ file: Int) -> Bool {
    let isMeant = found.files[file].isNamed || found.files[file].source == .standardInput
    return (isMeant || !files[file].facts.records.isEmpty) && firstInvalid(files[file].bytes) == nil
  }
  let ours = Set(Set(notes.diagnostics.map(\.file)).filter(isOurs))
  switch mode {
  case .report: return AppliedFixes()
  case .fix(let withUnsafe), .diff(let withUnsafe):
    return try notes.linted.applyFixes { ours.contains($0.file) && (withUnsafe || $0.fix?.isSafe == true) }
  case .addIgnores(let reason): return notes.linted.addIgnores(reason: reason) { ours.contains($0.file) }
  }
}

/// Writes files in their new form; of standard input the text goes to standard output, whether it has changed or not.
///
/// - Returns: The files that stay as they were, which has been said.
private func write(
  _ changed: [Int], of notes: CheckedNotes, over old: LintedNotebook, _ console: inout Console
) -> Set<Int> {
  let found = notes.found.files
  clearFolders(of: changed.map { found[$0] })
  writeStandardInput(of: notes, &console)
  var unwritten: Set<Int> = []
  for number in changed {
    guard case .file(let path) = found[number].source else { continue }
    let (before, after) = (old.files[number].bytes, notes.linted.files[number].bytes)
    do throws(FileError) {
      try replaceFile(path, shown: found[number].shown, expecting: before.span, with: after.span)
    } catch {
      console.error(error.message)
      // Where only something was left to do, the new version is in its place.
      unwritten.insert(number)
      if error.action == .settle { unwritten.remove(number) }
    }
  }
  return unwritten
}

/// Hands the text of a filter over, whether it has changed or not.
private func writeStandardInput(of notes: CheckedNotes, _ console: inout Console) {
  for number in notes.found.askedFiles where notes.found.files[number].source == .standardInput {
    let bytes = notes.linted.files[number].bytes
    console.out.write(bytes.span)
  }
}

extension FixFault {
  /// What a person is told.
  fileprivate func message(_ name: (Int) -> String) -> String {
    switch self {
    case .endless(let rules):
      "internal error: the fixes of \(rules.map { "`\($0)`" }.joined(separator: ", ")) do not come to an end; nothing is written"
    case .format(let file, let difference):
      "internal error: formatting `\(name(file))` once it is fixed would change more than its form "
        + "(\(difference.reason)); nothing is written"
    }
  }
}
