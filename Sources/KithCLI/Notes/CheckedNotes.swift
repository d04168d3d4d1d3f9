import KithFiles
import NetLint
import NetModel
import NetSyntax
import Synchronization

/// A notebook that has been read and checked.
struct CheckedNotes: Sendable {
  let found: FoundNotebook
  let notebook: Notebook
  /// The bytes of each file, empty where it could not be read.
  let bytes: [[UInt8]]
  /// Why a file could not be read, by its number.
  let failures: [Int: FileError]
  /// What was found in the files that were asked for, in order.
  let diagnostics: [Diagnostic]

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
    var bytes: [[UInt8]] = []
    var facts: [FileFacts] = []
    var findings: [Finding] = []
    var failures: [Int: FileError] = [:]
    for (number, result) in results.withLock({ $0 }).enumerated() {
      // Every number has been worked on by now.
      guard let result else { continue }
      bytes.append(result.bytes)
      facts.append(result.facts)
      findings += result.findings
      if let failure = result.failure { failures[number] = failure }
    }
    let notebook = Notebook(facts)
    findings += linter.check(notebook) { bytes[$0] }
    self.found = found
    self.notebook = notebook
    self.bytes = bytes
    self.failures = failures
    diagnostics = findings.settled().filter {
      found.files[$0.file].isAsked && failures[$0.file] == nil
        && !found.configuration.isIgnored($0.rule, in: found.files[$0.file].name)
    }
  }

  /// The files as reports show them.
  var sources: SourceFiles {
    let privacy = PrivateRecords(self)
    return SourceFiles(
      shown: { found.files[$0].shown.shown }, bytes: { bytes[$0] }, isPrivate: { privacy.holds($1, in: $0) },
      secrets: ShownSecrets(in: bytes))
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

/// What a thread uses again for each file.
private struct Workplace: ~Copyable {
  /// The tree of the file before; none while one is in use.
  var tree: Tree? = Tree()
  var facts = FactsBuilder()
}

/// What one file gives.
private struct FileResult: Sendable {
  var bytes: [UInt8] = []
  var facts: FileFacts
  var findings: [Finding] = []
  var failure: FileError?

  init(_ file: FoundFile, number: Int, _ linter: Linter, _ workplace: inout Workplace) {
    var bytes: [UInt8] = []
    do throws(FileError) { try file.read(into: &bytes) } catch {
      failure = error
      bytes = []
    }
    self.bytes = bytes
    let tree = parse(bytes.span, reusing: workplace.tree.take() ?? Tree())
    let facts = workplace.facts.facts(of: tree, bytes: bytes.span)
    self.facts = facts
    let parsed = ParsedFile(bytes, tree: tree, facts: facts)
    if file.isAsked, failure == nil { findings = linter.check(parsed, number: number) }
    workplace.tree = parsed.releaseTree()
  }
}
