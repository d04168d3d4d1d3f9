import KithFiles
import NetLint
import NetModel
import NetSyntax
import Synchronization

/// A notebook that has been read and checked.
struct CheckedNotes: Sendable {
  let found: FoundNotebook
  /// The files, empty where one could not be read, and what was found in those that were asked for.
  var linted: LintedNotebook
  /// Why a file could not be read, by its number.
  let failures: [Int: FileError]

  var notebook: Notebook { linted.notebook }
  /// What was found in the files that were asked for, in order.
  var diagnostics: [Diagnostic] { linted.diagnostics }
  /// The bytes of each file, empty where it could not be read.
  var bytes: [[UInt8]] { linted.files.map(\.bytes) }

  /// Reads all files of a notebook and checks those that were asked for.
  init(_ found: FoundNotebook, linter: Linter = Linter(), threads: Int, progress: Progress) {
    let results = Mutex([FileResult?](repeating: nil, count: found.files.count))
    parallelFor(
      count: found.files.count, threads: threads, makeState: { Workplace() },
      body: { workplace, number in
        let result = FileResult(found.files[number], number: number, linter, &workplace)
        results.withLock { $0[number] = result }
        progress.step()
      })
    // Every number has been worked on by now.
    let files = results.withLock { $0 }.compactMap(\.self)
    var failures: [Int: FileError] = [:]
    for (number, result) in files.enumerated() {
      if let failure = result.failure { failures[number] = failure }
    }
    self.found = found
    self.failures = failures
    linted = LintedNotebook(files.map(\.file), linter: linter) { [failures] diagnostic in
      found.files[diagnostic.file].isAsked && failures[diagnostic.file] == nil
        && !found.configuration.isIgnored(diagnostic.rule, in: found.files[diagnostic.file].name)
    }
  }

  /// The files as reports show them.
  var sources: SourceFiles {
    let privacy = PrivateRecords(self)
    let bytes = bytes
    return SourceFiles(
      path: { found.shownPath(of: $0) }, bytes: { bytes[$0] }, isPrivate: { privacy.holds($1, in: $0) },
      hasBackticks: { privacy.hasBackticks($0) }, withoutPrivateNames: { privacy.withoutNames($0) },
      secrets: ShownSecrets(in: bytes), reported: found.askedFiles,
      failures: failures.mapValues(\.message))
  }

  /// Says which files could not be read: of those asked for as errors.
  func report(failuresTo console: inout Console) -> ExitStatus {
    var status = ExitStatus.clean
    for (number, failure) in failures.sorted(by: { $0.key < $1.key }) {
      if found.files[number].isAsked {
        console.error(failure.message)
        status = .trouble
      } else {
        console.note("\(failure.message); what it says of people is not known here")
      }
    }
    return status
  }
}

extension FoundNotebook {
  /// How reports name a file, given by its number.
  fileprivate func shownPath(of number: Int) -> ShownPath {
    let file = files[number]
    switch file.source {
    case .file(let path): return ShownPath(file.shown, absolute: path)
    case .standardInput:
      return ShownPath(file.shown, absolute: file.name == standardInputName ? nil : root.appending(file.name))
    }
  }
}

/// What a thread uses again for each file.
private struct Workplace: ~Copyable {
  /// The tree of the file before; none while one is in use.
  var tree: Tree? = Tree()
  var facts = FactsBuilder()
}

/// What one file gives.
private struct FileResult: Sendable {
  var file: LintedNotebook.File
  var failure: FileError?

  init(_ found: FoundFile, number: Int, _ linter: Linter, _ workplace: inout Workplace) {
    var bytes: [UInt8] = []
    do throws(FileError) { try found.read(into: &bytes) } catch {
      failure = error
      bytes = []
    }
    let tree = parse(bytes.span, reusing: workplace.tree.take() ?? Tree())
    let facts = workplace.facts.facts(of: tree, bytes: bytes.span)
    let parsed = ParsedFile(bytes, tree: tree, facts: facts)
    let isChecked = found.isAsked && failure == nil
    let findings = isChecked ? linter.check(parsed, number: number) : Findings()
    file = LintedNotebook.File(bytes: bytes, facts: facts, findings: findings)
    workplace.tree = parsed.releaseTree()
  }
}
