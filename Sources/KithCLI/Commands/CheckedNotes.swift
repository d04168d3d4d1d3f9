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
      count: found.files.count, threads: threads, makeState: { Tree() },
      body: { tree, number in
        let result = FileResult(found.files[number], number: number, linter, &tree)
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
    findings += linter.check(notebook)
    self.found = found
    self.notebook = notebook
    self.bytes = bytes
    self.failures = failures
    diagnostics = findings.settled().filter { found.files[$0.file].isAsked && failures[$0.file] == nil }
  }

  /// The files as reports show them.
  var sources: SourceFiles {
    SourceFiles(
      shown: { found.files[$0].shown.shown }, bytes: { bytes[$0] }, isPrivate: { mayBePrivate($1, in: $0) })
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

/// What one file gives.
private struct FileResult: Sendable {
  var bytes: [UInt8] = []
  var facts: FileFacts
  var findings: [Finding] = []
  var failure: FileError?

  init(_ file: FoundFile, number: Int, _ linter: Linter, _ tree: inout Tree) {
    do throws(FileError) { try file.read(into: &bytes) } catch {
      failure = error
      bytes = []
    }
    let parsed = ParsedFile(bytes, reusing: tree)
    facts = parsed.facts
    if file.isAsked, failure == nil { findings = linter.check(parsed, number: number) }
    tree = parsed.releaseTree()
  }
}

extension CheckedNotes {
  /// Whether a range lies in a record that is private, holds the mark, or mentions someone private.
  ///
  /// Rather too much than too little: within a record it does not tell private lines from others.
  func mayBePrivate(_ range: ByteRange, in file: Int) -> Bool {
    let facts = notebook.files[file]
    let next = facts.records.firstIndex { $0.heading.start > range.start } ?? facts.records.count
    let start = next > 0 ? facts.records[next - 1].heading.start : 0
    let end = next < facts.records.count ? facts.records[next].heading.start : bytes[file].count
    if holdsPrivateMark(bytes[file][start..<end]) { return true }
    let mentions = facts.mentions.lazy.filter { start <= $0.range.start && $0.range.start < end }
    if mentions.contains(where: { notebook.isPrivate(notebook.symbol(ofName: $0.name, in: file)) }) {
      return true
    }
    return next > 0 && notebook.isPrivate(RecordID(file: file, record: next - 1))
  }

  private func holdsPrivateMark(_ text: ArraySlice<UInt8>) -> Bool {
    let mark = Array("#private".utf8)
    var rest = text
    while let hash = rest.firstIndex(of: mark[0]) {
      let word = rest[hash...].prefix(mark.count)
      if word.elementsEqual(mark, by: { $0 | 0x20 == $1 | 0x20 }) { return true }
      rest = rest[(hash + 1)...]
    }
    return false
  }
}
