import Foundation
import NetModel
import NetSyntax

/// Times kith's own stages in one process, on bytes that are in memory already:
///
///     kith-benchmarks tree FILE RUNS               bytes to tree, one core
///     kith-benchmarks notebook FOLDER RUNS         all files to a resolved notebook
///
/// Prints the least and the median of the seconds, as `md4c-callback` does.
@main struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let runs = Int(arguments[3]), runs > 0 else { fail() }
    switch arguments[1] {
    case "tree": try measureTree(of: arguments[2], runs: runs)
    case "notebook": try measureNotebook(in: arguments[2], runs: runs)
    default: fail()
    }
  }

  private static func measureTree(of file: String, runs: Int) throws {
    let bytes = try read(file)
    var tree = Tree()
    var times: [Double] = []
    for _ in 0..<runs {
      let start = ContinuousClock.now
      tree = parse(bytes.span, reusing: tree)
      times.append(seconds(since: start))
    }
    report(times, check: tree.tokenCount)
  }

  private static func measureNotebook(in folder: String, runs: Int) throws {
    let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".net") }
      .sorted()
    let files = try paths.map { try read(folder + "/" + $0) }
    var times: [Double] = []
    var check = 0
    for _ in 0..<runs {
      let start = ContinuousClock.now
      check &+= buildNotebook(files)
      times.append(seconds(since: start))
    }
    report(times, check: check)
  }

  /// Parses all files with one tree and one builder, and resolves their mentions; returns the number of names, so that
  /// nothing is left out as unused.
  private static func buildNotebook(_ files: [[UInt8]]) -> Int {
    var tree = Tree()
    var builder = FactsBuilder()
    var facts: [FileFacts] = []
    for bytes in files {
      tree = parse(bytes.span, reusing: tree)
      facts.append(builder.facts(of: tree, bytes: bytes.span))
    }
    return Notebook(facts).symbolCount
  }

  private static func read(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let (whole, parts) = (ContinuousClock.now - start).components
    return Double(whole) + Double(parts) / 1e18
  }

  private static func report(_ times: [Double], check: Int) {
    let times = times.sorted()
    print(String(format: "min %.6f median %.6f", times[0], times[times.count / 2]))
    // What was computed is used, so that it had to be.
    if check == 0 { complain("nothing was read") }
  }

  private static func fail() -> Never {
    complain("usage: kith-benchmarks tree FILE RUNS | notebook FOLDER RUNS")
    exit(2)
  }

  private static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
