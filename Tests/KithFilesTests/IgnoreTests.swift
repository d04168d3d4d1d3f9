import Foundation
import Testing

@testable import KithFiles

@Suite struct GlobTests {
  @Test func `no arrangement of stars explodes`() {
    let name = String(repeating: "a", count: 2000)
    for pattern in [String(repeating: "a*", count: 300) + "b", String(repeating: "**/", count: 300) + "b/c"] {
      let start = Instant.now
      let rules = IgnoreRules(Array(pattern.utf8), in: Path("/n"))
      #expect(rules?.excludes(Path("/n/" + name + "/" + name), isFolder: false) == nil)
      #expect(start.elapsedMilliseconds < 10_000)
    }
  }
}

@Suite struct GitTests {
  /// Makes up trees and patterns, and compares what is found with `git check-ignore`.
  @Test(arguments: 1...40) func `the same files as git's are passed over`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let folder = try TemporaryFolder()
    #expect(try runProgram(["git", "init", "-q", "."], in: folder.path.shown).0 == 0)
    let words = ["a", "b", "ab", "a.net", "b.net", "ab.net", "[a", "a b.net", "é.net", "a-b.net"]
    var files: Set<String> = []
    for _ in 0..<40 {
      let depth = Int.random(in: 0...3, using: &random)
      let folders = (0..<depth).map { _ in ["a", "b", "ab", "c", "a b"].randomElement(using: &random) ?? "a" }
      let name = words.randomElement(using: &random) ?? "a.net"
      files.insert((folders + [name.hasSuffix(".net") ? name : name + ".net"]).joined(separator: "/"))
    }
    for file in files { try folder.write("", to: file) }
    for place in ["", "a/", "a/b/", "b/"]
    where place.isEmpty || files.contains(where: { $0.hasPrefix(place) }) {
      try folder.write(patterns(&random), to: place + ".gitignore")
    }
    try folder.write(patterns(&random), to: ".git/info/exclude")
    try folder.write(files.sorted().joined(separator: "\0"), to: ".git/list")
    let (_, ignored) = try runProgram(
      ["git", "-c", "core.excludesFile=", "check-ignore", "-z", "--stdin", "--no-index"],
      in: folder.path.shown,
      input: folder.url(".git/list"))
    let expected = files.subtracting(ignored.split(separator: "\0").map(String.init)).sorted()
    let found = folder.search().notebooks.flatMap(\.files).map(\.name.shown)
    #expect(found.sorted() == expected)
  }

  private func patterns(_ random: inout SplitMix) -> String {
    let pieces = [
      "a", "b", "ab", "*", "**", "/", "/", "**/", "/**", "?", "[ab]", "[!a]", "[^b-z]", "a*", "*.net", "\\a",
      ".net",
      " ", "[[:alpha:]]", "c", "\\", "[", "!", "é", "***",
    ]
    return (0..<Int.random(in: 0...3, using: &random)).map { _ in
      let sign = Int.random(in: 0...3, using: &random) == 0 ? "!" : ""
      let count = Int.random(in: 1...4, using: &random)
      return sign + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
    }.joined(separator: "\n")
  }

  @Test func `a repository's patterns reach into a notebook inside it, and not into another repository`()
    throws
  {
    let folder = try TemporaryFolder([
      "n/.kith.json": "{}", "n/a.net": "", "n/b.net": "", "n/inner/b.net": "", ".gitignore": "b.net\n",
    ])
    #expect(try runProgram(["git", "init", "-q", "."], in: folder.path.shown).0 == 0)
    #expect(folder.search("n").lines(below: folder) == ["n|a.net|n/a.net|*"])
    #expect(try runProgram(["git", "init", "-q", "n/inner"], in: folder.path.shown).0 == 0)
    #expect(
      folder.search("n").lines(below: folder) == ["n|a.net|n/a.net|*", "n|inner/b.net|n/inner/b.net|*"])
  }

  @Test func `a further worktree has the patterns of its repository`() throws {
    let folder = try TemporaryFolder(["main/x.net": "x"])
    let git = ["git", "-c", "user.name=Amara", "-c", "user.email=amara@katara.example"]
    #expect(try runProgram(git + ["init", "-q", "main"], in: folder.path.shown).0 == 0)
    let main = folder.text("main")
    #expect(try runProgram(git + ["add", "."], in: main).0 == 0)
    #expect(try runProgram(git + ["commit", "-qm", "x"], in: main).0 == 0)
    #expect(try runProgram(git + ["worktree", "add", "-q", "../second"], in: main).0 == 0)
    try folder.write("draft.net\n", to: "main/.git/info/exclude")
    try folder.write("", to: "second/draft.net")
    #expect(folder.search("second").lines(below: folder) == ["second|x.net|second/x.net|*"])
  }
}

/// A small generator that gives the same numbers on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
