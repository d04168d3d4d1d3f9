import Foundation
import NetLint
import NetModel
import NetSyntax

/// Times kith's own stages in one process, on bytes that are in memory already:
///
///     kith-benchmarks tree FILE RUNS               bytes to tree, one core
///     kith-benchmarks notebook FOLDER RUNS         all files to a resolved notebook
///     kith-benchmarks lint FOLDER RUNS [RULE…]     the same, and checked: with the rules named, or all default ones
///
/// Prints the least and the median of the processor's seconds, as `md4c-callback` does.
@main struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 4, let runs = Int(arguments[3]), runs > 0 else { fail() }
    switch (arguments[1], arguments.count) {
    case ("tree", 4): try measureTree(of: arguments[2], runs: runs)
    case ("notebook", 4): try measureNotebook(in: arguments[2], runs: runs) { buildNotebook($0).symbolCount }
    case ("lint", _):
      let linter = linter(arguments[4...])
      try measureNotebook(in: arguments[2], runs: runs) { check($0, linter) }
    default: fail()
    }
  }

  private static func measureTree(of file: String, runs: Int) throws {
    let bytes = try read(file)
    var tree = Tree()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = processorTime()
      tree = parse(bytes.span, reusing: tree)
      times.append(processorTime() - start)
    }
    report(times, check: tree.tokenCount)
  }

  /// Measures something that is done with the files of a folder and gives a number that is not zero.
  private static func measureNotebook(in folder: String, runs: Int, _ body: ([[UInt8]]) -> Int) throws {
    let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".net") }
      .sorted()
    let files = try paths.map { try read(folder + "/" + $0) }
    var times: [Double] = []
    var check = 0
    for _ in 0..<runs {
      let start = processorTime()
      check &+= body(files)
      times.append(processorTime() - start)
    }
    report(times, check: check)
  }

  /// Parses all files with one tree and one builder, and resolves their mentions.
  @inline(never)
  private static func buildNotebook(_ files: [[UInt8]]) -> Notebook {
    var tree = Tree()
    var builder = FactsBuilder()
    var facts: [FileFacts] = []
    for bytes in files {
      tree = parse(bytes.span, reusing: tree)
      facts.append(builder.facts(of: tree, bytes: bytes.span))
    }
    return Notebook(facts)
  }

  private static func linter(_ names: ArraySlice<String>) -> Linter {
    if names.isEmpty { return Linter() }
    let rules = allRules.filter { names.contains($0.info.name) }
    if rules.count != names.count { fail() }
    return Linter(rules: rules)
  }

  /// Does what `buildNotebook` does and checks all; returns the number of names and findings.
  @inline(never)
  private static func check(_ files: [[UInt8]], _ linter: Linter) -> Int {
    var tree = Tree()
    var builder = FactsBuilder()
    var facts: [FileFacts] = []
    var findings: [Findings] = []
    for (number, bytes) in files.enumerated() {
      tree = parse(bytes.span, reusing: tree)
      facts.append(builder.facts(of: tree, bytes: bytes.span))
      let parsed = ParsedFile(bytes, tree: tree, facts: facts[number])
      findings.append(linter.check(parsed, number: number))
      tree = parsed.releaseTree()
    }
    let notebook = Notebook(facts)
    findings.append(linter.check(notebook) { files[$0] })
    return notebook.symbolCount + linter.settled(findings).count
  }

  private static func read(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The seconds that this process has been at work, which those of others do not lengthen.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func report(_ times: [Double], check: Int) {
    let times = times.sorted()
    print(String(format: "min %.6f median %.6f", times[0], times[times.count / 2]))
    // What was computed is used, so that it had to be.
    if check == 0 { complain("nothing was read") }
  }

  private static func fail() -> Never {
    complain("usage: kith-benchmarks tree FILE RUNS | notebook FOLDER RUNS | lint FOLDER RUNS [RULE…]")
    exit(2)
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
