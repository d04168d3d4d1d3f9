import KithFiles
import NetLint
import NetModel
import NetSyntax

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
  init(_ found: FoundNotebook, linter: Linter = Linter(), threads: Int, times: StageTimes? = nil, progress: Progress) {
    let checked = CheckedFiles(found, linter: linter, threads: threads, times: times, whenDone: { progress.step() })
    self.found = found
    failures = checked.failures
    linted = checked.linted
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
