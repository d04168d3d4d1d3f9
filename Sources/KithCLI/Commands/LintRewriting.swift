import KithFiles
import NetFormat
import NetLint
import NetSyntax

/// Applies fixes to a notebook, or adds comments to it, and writes or shows what has changed.
///
/// The notes are then as they are on the disk; where only the change is shown, as they would be.
///
/// - Returns: How it went, and how many findings were settled.
func rewrite(
  _ notes: inout CheckedNotes, _ mode: LintMode, _ console: inout Console
) -> (ExitStatus, settled: FindingCount) {
  // Who is meant may stand in what cannot be read.
  if let unread = notes.failures.keys.min().map({ notes.found.files[$0].shown }) ?? notes.found.unreadFolder {
    console.error("nothing is changed in the notebook of `\(unread.shown)` as long as that cannot be read")
    if mode.writes { writeStandardInput(of: notes, &console) }
    return (.trouble, FindingCount())
  }
  let old = notes.linted
  let change: AppliedFixes
  do throws(FixFault) { change = try apply(mode, to: &notes) } catch {
    notes.linted = old
    console.error(error.message { notes.found.files[$0].shown.shown })
    console.help("please report this, if you can with the lines it is about")
    if mode.writes { writeStandardInput(of: notes, &console) }
    return (.trouble, FindingCount())
  }
  sayWhatIsHeldBack(change.heldBack, notes, &console)
  if case .diff = mode {
    console.showDiffs(of: change.edits, in: old.files, notes.found)
    return (.clean, FindingCount(of: change.diagnostics))
  }
  let unwritten = write(change.edits.keys.sorted(), of: notes, over: old, &console)
  notes.linted.replace(Dictionary(uniqueKeysWithValues: unwritten.map { ($0, old.files[$0].bytes) }))
  let settled = FindingCount(of: change.diagnostics.filter { !unwritten.contains($0.file) })
  return (unwritten.isEmpty ? .clean : .trouble, settled)
}

private func apply(_ mode: LintMode, to notes: inout CheckedNotes) throws(FixFault) -> AppliedFixes {
  let (found, files) = (notes.found, notes.linted.files)
  let ours = Set(Set(notes.diagnostics.map(\.file)).filter { reasonToLeave(files[$0], found.files[$0]) == nil })
  // A text of which nobody knows where it belongs may mention anybody.
  let isAlone = found.files.allSatisfy { $0.source == .standardInput && $0.name == standardInputName }
  func mayChange(_ diagnostic: Diagnostic) -> Bool {
    let asksOthers = diagnostic.rule.code.hasPrefix("N2") || diagnostic.rule.name == "unused-suppression"
    return ours.contains(diagnostic.file) && !(isAlone && asksOthers)
  }
  switch mode {
  case .report: return AppliedFixes()
  case .fix(let withUnsafe), .diff(let withUnsafe):
    var applied = try notes.linted.applyFixes { mayChange($0) && (withUnsafe || $0.fix?.isSafe == true) }
    applied.heldBack += notes.diagnostics.filter {
      !ours.contains($0.file) && $0.fix.map { withUnsafe || $0.isSafe } ?? false
    }
    return applied
  case .addIgnores(let reason): return notes.linted.addIgnores(reason: reason, where: mayChange)
  }
}

/// Why a file is not written to: it is no text, or may be another program's.
private func reasonToLeave(_ file: LintedNotebook.File, _ found: FoundFile) -> String? {
  if firstInvalid(file.bytes) != nil { return "it is not UTF-8" }
  let isMeant = found.isNamed || found.source == .standardInput
  return isMeant || !file.facts.records.isEmpty ? nil : "there is no record in it; name it to have it fixed"
}

/// Says of each file why something in it is not fixed that could be.
private func sayWhatIsHeldBack(_ heldBack: [Diagnostic], _ notes: CheckedNotes, _ console: inout Console) {
  for (file, diagnostics) in Dictionary(grouping: heldBack, by: \.file).sorted(by: { $0.key < $1.key }) {
    let name = notes.found.files[file].shown.shown
    let unclear = notes.diagnostics.first { $0.file == file && $0.isUnclearSteering }
    let fixes = Tally.number(diagnostics.count, "fix", plural: "fixes")
    if let reason = reasonToLeave(notes.linted.files[file], notes.found.files[file]) {
      console.note("`\(name)` is left as it is: \(reason)")
    } else if let unclear {
      let place = OpenSource(file, of: notes.sources).place(unclear.range)
      console.note("\(fixes) in `\(name)` may be what the comment at \(place) is about, and waits until that is mended")
    } else {
      console.note("\(fixes) in `\(name)` would let others read what is private, and is left to you")
    }
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
      if error.action != .settle { unwritten.insert(number) }
    }
  }
  return unwritten
}

/// Hands the text of a filter over, whether it has changed or not.
private func writeStandardInput(of notes: CheckedNotes, _ console: inout Console) {
  for number in notes.found.askedFiles where notes.found.files[number].source == .standardInput {
    console.writeText(notes.linted.files[number].bytes)
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
