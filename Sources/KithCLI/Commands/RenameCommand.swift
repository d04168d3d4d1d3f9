import KithFiles
import NetFormat
import NetLint
import NetSyntax

/// `kith rename @OLD @NEW [PATH…]`
func rename(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  let request: RenameRequest
  let notes: CheckedNotes
  do throws(UsageError) {
    request = try renameRequest(invocation)
    var status = ExitStatus.clean
    let paths = Array(invocation.operands.dropFirst(2))
    let notebooks = search(paths, invocation, wholeNotebooks: true, &console, &status)
    if status != .clean { return status }
    guard let found = try onlyNotebook(notebooks) else {
      console.error(RenameRefusal.nobody(request.old, near: []).message)
      return .findings
    }
    let progress = progress("reading", notebooks, console)
    notes = CheckedNotes(found, linter: Linter(rules: []), threads: console.threads, progress: progress)
    progress.finish()
  } catch {
    console.error(error)
    return .trouble
  }
  guard isReadable(notes, &console) else { return .trouble }
  let rename: Rename
  do throws(RenameRefusal) { rename = try Rename(request, in: notes.notebook, bytes: notes.bytes) } catch {
    show(error, notes, &console)
    return .findings
  }
  let texts: [[UInt8]]
  do throws(RenameDifference) { texts = try rename.proved(in: notes.notebook, notes.bytes) } catch {
    let name = notes.found.files[error.file].shown.shown
    console.error(
      "internal error: renaming would change more of `\(name)` than the handle (\(error.reason)); nothing is written")
    console.help("please report this, if you can with the lines it is about")
    return .trouble
  }
  sayWhatStays(rename, notes, &console)
  if rename.files.isEmpty {
    console.report("nothing to rename: `\(request.new)` is written everywhere already")
    return .clean
  }
  return invocation.has(.diff) ? showDiff(of: rename, notes, &console) : save(rename, texts, notes, &console)
}

// MARK: What is asked for

private func renameRequest(_ invocation: Invocation) throws(UsageError) -> RenameRequest {
  let operands = invocation.operands
  guard operands.count >= 2 else {
    throw UsageError(
      message: "`kith rename` needs two handles, the old one and the new one",
      help: "as in `kith rename @jun @jun-tanaka`")
  }
  if operands.dropFirst(2).contains(Path("-")) || invocation.has(.standardInputName) {
    throw UsageError(message: "`kith rename` changes the files of a notebook, and reads no standard input")
  }
  do throws(NoHandle) {
    var request = try RenameRequest(operands[0].bytes, to: operands[1].bytes)
    request.keepsOld = !invocation.has(.forget)
    return request
  } catch {
    throw UsageError(message: error.message, help: error.help)
  }
}

private func onlyNotebook(_ notebooks: [FoundNotebook]) throws(UsageError) -> FoundNotebook? {
  if notebooks.count > 1 {
    throw UsageError(
      message: "these are \(notebooks.count) notebooks, and a handle is renamed in one at a time",
      help: "name a file of the one: " + notebooks.map { "`\($0.files[0].shown.shown)`" }.joined(separator: ", "))
  }
  return notebooks.first
}

// MARK: What keeps it from being done

/// Whether all files could be read as text; a mention in one that could not would be left behind.
private func isReadable(_ notes: CheckedNotes, _ console: inout Console) -> Bool {
  var isReadable = true
  for (number, file) in notes.found.files.enumerated() {
    if let failure = notes.failures[number] {
      console.error(failure.message)
      isReadable = false
    } else if let place = firstInvalid(notes.linted.files[number].bytes), !isForeign(notes.linted.files[number].bytes) {
      console.error(
        "the byte at line \(place.line), column \(place.column) of `\(file.shown.shown)` is not UTF-8")
      isReadable = false
    }
  }
  if !isReadable { console.help("nothing is renamed, since these files may mention somebody, too") }
  return isReadable
}

/// Whether a file is a Pajek network, in which nobody is mentioned.
private func isForeign(_ bytes: [UInt8]) -> Bool {
  parse(bytes.span, reusing: Tree()).faults.first?.kind == .pajekFile
}

private func show(_ refusal: RenameRefusal, _ notes: CheckedNotes, _ console: inout Console) {
  let sources = notes.sources
  // In a pipe others may read along, and what private records are called is not for them.
  let words = { [isTerminal = console.err.isTerminal] in isTerminal ? $0 : sources.withoutPrivateNames($0) }
  console.error(words(refusal.message))
  var reporter = Reporter(.full, style: console.errStyle, seesPrivate: console.err.isTerminal, width: console.err.width)
  reporter.write(places: refusal.places, sources, to: &console.err)
  if let help = refusal.help { console.help(words(help)) }
}

// MARK: What is done

/// The most places of a note that are named one by one.
private let mostNotes = 10

/// Says where the old handle is left as it is, for a person to look at.
private func sayWhatStays(_ rename: Rename, _ notes: CheckedNotes, _ console: inout Console) {
  let old = rename.request.old
  if let rival = rename.rival {
    let place = OpenSource(rival.file, of: notes.sources).place(rival.range)
    console.note("`\(old)` is not kept as an aka: \(rival.message), \(place)")
  }
  for leftover in rename.leftovers.prefix(mostNotes) {
    let place = OpenSource(leftover.file, of: notes.sources).place(leftover.range)
    console.note("`\(old)` \(leftover.message) and is left as it is: \(place)")
  }
  let others = rename.leftovers.count - mostNotes
  if others > 0 { console.note("`\(old)` is left as it is in \(Tally.number(others, "more place"))") }
}

private func showDiff(of rename: Rename, _ notes: CheckedNotes, _ console: inout Console) -> ExitStatus {
  let edits = Dictionary(uniqueKeysWithValues: rename.files.map { ($0.file, $0.edits) })
  console.showDiffs(of: edits, in: notes.linted.files, notes.found)
  console.report("\(summary(of: rename.files)) would be renamed in \(Tally.number(rename.files.count, "file"))")
  return .findings
}

/// Writes the files, the record's own first: without it the others would mention nobody.
private func save(
  _ rename: Rename, _ texts: [[UInt8]], _ notes: CheckedNotes, _ console: inout Console
) -> ExitStatus {
  let files = rename.files.map { notes.found.files[$0.file] }
  clearFolders(of: files)
  var written: [RenamedFile] = []
  var unwritten: [FoundFile] = []
  var status = ExitStatus.clean
  for (index, renamed) in rename.files.enumerated() {
    guard case .file(let path) = files[index].source else { continue }
    let (old, new) = (notes.linted.files[renamed.file].bytes, texts[index])
    do throws(FileError) {
      try replaceFile(path, shown: files[index].shown, expecting: old.span, with: new.span)
    } catch {
      console.error(error.message)
      status = .trouble
      if error.action != .settle {
        unwritten.append(files[index])
        if renamed.changesHandle { break }
        continue
      }
    }
    written.append(renamed)
    console.report("renamed \(summary(of: [renamed])) in \(files[index].shown.shown)")
  }
  if !unwritten.isEmpty {
    sayWhatIsUnwritten(unwritten, rename, isAnyWritten: !written.isEmpty, &console)
  }
  if !written.isEmpty {
    console.report("\(summary(of: written)) renamed in \(Tally.number(written.count, "file"))")
  }
  return status
}

private func sayWhatIsUnwritten(
  _ files: [FoundFile], _ rename: Rename, isAnyWritten: Bool, _ console: inout Console
) {
  guard isAnyWritten else {
    console.error("nothing is renamed")
    return
  }
  let names = files.map { "`\($0.shown.shown)`" }.joined(separator: ", ")
  console.error("the other files are written, and not \(names)")
  // An `aka` tells who is meant there; without one, nothing does.
  console.help(
    rename.request.keepsOld && rename.rival == nil
      ? "run it once more when they can be saved; until then `\(rename.request.old)` is known as an aka"
      : "`\(rename.request.old)` means nobody there any more; `kith lint` shows where")
}

/// `the handle and 3 mentions`
private func summary(of files: [RenamedFile]) -> String {
  let mentions = files.reduce(0) { $0 + $1.mentions }
  let parts = [
    files.contains { $0.changesHandle } ? "the handle" : nil,
    mentions > 0 ? Tally.number(mentions, "mention") : nil,
  ]
  return parts.compactMap(\.self).joined(separator: " and ")
}
