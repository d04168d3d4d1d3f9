import NetLint
import NetModel
import NetSyntax

/// The files of a notebook that has been found: all of them read, and checked where they were asked for.
public struct CheckedFiles: Sendable {
  /// The files, empty where one could not be read, and what was found in those that were asked for.
  public let linted: LintedNotebook
  /// Why a file could not be read, by its number.
  public let failures: [Int: FileError]

  /// Reads all files of a notebook and checks those that were asked for, on several threads.
  ///
  /// - Parameters:
  ///   - isSettled: Whether the files are checked together, too, rather than when the notebook is settled.
  ///   - text: What a file, given by its number, holds in an editor; nil where it is to be read.
  ///   - times: Told how long what takes, if anybody wants to know.
  ///   - step: Called when a file is done, on any thread.
  public init(
    _ found: FoundNotebook, linter: Linter, threads: Int, isSettled: Bool = true,
    text: @Sendable (Int) -> [UInt8]? = { _ in nil }, times: StageTimes? = nil,
    whenDone step: @Sendable () -> Void = {}
  ) {
    let files = parallelMap(
      count: found.files.count, threads: threads, makeState: { Workplace(times: times) },
      body: { workplace, number in
        defer { step() }
        return FileResult(found.files[number], number: number, text(number), linter, &workplace)
      })
    var failures: [Int: FileError] = [:]
    for (number, result) in files.enumerated() {
      if let failure = result.failure { failures[number] = failure }
    }
    self.failures = failures
    var clock = StageClock(times, .process)
    var linted = LintedNotebook(unsettled: files.map(\.file), linter: linter) { [failures] diagnostic in
      found.files[diagnostic.file].isAsked && failures[diagnostic.file] == nil
        && !found.configuration.isIgnored(diagnostic.rule, in: found.files[diagnostic.file].name)
    }
    clock.finish(.joining)
    if isSettled {
      linted.settle(on: Threads(threads)) { clock.finish(.notebookRules) }
      clock.finish(.settling)
    }
    self.linted = linted
  }
}

/// What a thread uses again for each file.
private struct Workplace: ~Copyable {
  let times: StageTimes?
  /// The tree of the file before; none while one is in use.
  var tree: Tree? = Tree()
  var facts = FactsBuilder()
}

/// What one file gives.
private struct FileResult: Sendable {
  var file: LintedNotebook.File
  var failure: FileError?

  init(_ found: FoundFile, number: Int, _ text: [UInt8]?, _ linter: Linter, _ workplace: inout Workplace) {
    var clock = StageClock(workplace.times, .thread)
    var bytes = text ?? []
    if text == nil {
      do throws(FileError) { try found.read(into: &bytes) } catch {
        failure = error
        bytes = []
      }
    }
    clock.finish(.reading)
    let tree = parse(bytes.span, reusing: workplace.tree.take() ?? Tree())
    let facts = workplace.facts.facts(of: tree, bytes: bytes.span)
    let parsed = ParsedFile(bytes, tree: tree, facts: facts)
    clock.finish(.parsing)
    let isChecked = found.isAsked && failure == nil
    let findings = isChecked ? linter.check(parsed, number: number) : Findings()
    clock.finish(.fileRules)
    file = LintedNotebook.File(bytes: bytes, facts: facts, findings: findings)
    workplace.tree = parsed.releaseTree()
  }
}
