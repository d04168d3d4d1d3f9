import Foundation
import KithCLI
import KithFiles
import Support
import Testing

/// Each folder below `Tests/Corpus` is a notebook, and its `expected.txt` what the tool says of it: how it is read, what is
/// reported, the JSON, and what the formatter would change. (`planted` is a notebook of PlantedTests.)
///
/// With the environment variable `KITH_UPDATE_CORPUS` set, the expected texts are written anew, to be read in the diff.
@Suite struct CorpusTests {
  static let corpus = Texts.package.appending(path: "Tests/Corpus")

  static let cases: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && $0 != "planted" }.sorted()
  }()

  @Test func thereAreCases() { #expect(Self.cases.count >= 10) }

  @Test(arguments: cases)
  func corpusCase(name: String) throws {
    let folder = Self.corpus.appending(path: name)
    let actual = [
      ("tree", ["dump", "tree"]), ("lint", ["lint", "--color", "never"]), ("json", ["json", "--private"]),
      ("format", ["format", "--diff"]),
    ].map { title, arguments in "== kith \(arguments.joined(separator: " "))\n" + run(arguments, in: folder) }
      .joined(separator: "\n")
    let file = folder.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["KITH_UPDATE_CORPUS"] != nil {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected)
  }

  /// What a run prints on both of its outputs, and its exit code.
  private func run(_ arguments: [String], in folder: URL) -> String {
    var console = Console(out: .captured(), err: .captured(), workingFolder: Path(folder.path))
    let status = runKith(arguments: arguments.map { Array($0.utf8) }, console: &console)
    let messages = console.err.capturedText.split(separator: "\n").map { "stderr: \($0)\n" }.joined()
    return console.out.capturedText + messages + "exit \(status)\n"
  }
}
