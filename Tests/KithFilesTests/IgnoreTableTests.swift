import Foundation
import Testing

@testable import KithFiles

/// What is passed over is what git passes over, pattern by pattern and tree by tree.
@Suite struct IgnoreTableTests {
  /// Whether there is a git to ask.
  static let hasGit = (try? runProgram(["git", "--version"], in: "/"))?.0 == 0

  @Test func `hundreds of patterns leave out what is recorded`() throws {
    let folder = try TemporaryFolder()
    let stack = IgnoreStack()
    for (number, test) in IgnoreCases.all.enumerated() {
      let place = Array("\(number)/".utf8)
      #expect(folder.write(IgnoreCases.bytes(test.text), to: place + Array(".gitignore".utf8)))
      for (paths, isIgnored) in [(test.ignored, true), (test.kept, false)] {
        for path in paths {
          let found = isPassedOver(Path(place + IgnoreCases.bytes(path)), below: folder.path, stack)
          #expect(found == isIgnored, "\(path) under the pattern \(test.text.debugDescription)")
        }
      }
    }
  }

  @Test(.enabled(if: hasGit)) func `what is recorded is what git says`() throws {
    let folder = try TemporaryFolder()
    var kept: Set<[UInt8]> = []
    var ignored: Set<[UInt8]> = []
    for (number, test) in IgnoreCases.all.enumerated() {
      let place = Array("\(number)/".utf8)
      #expect(folder.write(IgnoreCases.bytes(test.text), to: place + Array(".gitignore".utf8)))
      for (paths, isIgnored) in [(test.ignored, true), (test.kept, false)] {
        for path in paths.map({ place + IgnoreCases.bytes($0) }) where folder.write([], to: path) {
          if isIgnored { ignored.insert(path) } else { kept.insert(path) }
        }
      }
    }
    let said = try ignoredByGit(ignored.union(kept), in: folder)
    #expect(said.subtracting(ignored).map { Path($0).shown } == [])
    #expect(ignored.subtracting(said).map { Path($0).shown } == [])
  }

  // MARK: Trees

  /// Some `.gitignore` files and others like them, the files that they leave out, and those that they do not.
  static let trees: [(name: String, patterns: [String: String], ignored: [String], kept: [String])] = [
    (
      "a file below is stronger", [".gitignore": "*.net", "x/.gitignore": "!a.net"], ["a.net", "x/b.net"], ["x/a.net"]
    ),
    (
      "a file below counts from its own folder", ["x/.gitignore": "/a.net\ny/b.net"], ["x/a.net", "x/y/b.net"],
      ["a.net", "x/y/a.net", "y/b.net", "x/z/y/b.net"]
    ),
    (
      "nothing below a folder that is left out is taken back in",
      [".gitignore": "x/\n!x/a.net", "x/.gitignore": "!a.net"],
      ["x/a.net", "x/y/a.net"], ["a.net"]
    ),
    (
      "a folder may be taken back in", [".gitignore": "/*\n!/x/", "x/.gitignore": "*.md"], ["a.net", "x/b.md"],
      ["x/a.net"]
    ),
    (
      "a file below leaves out its own folder's files, not the folder", ["x/.gitignore": "*"],
      ["x/a.net", "x/y/b.net"],
      ["a.net"]
    ),
    ("a file below cannot leave out its folder", ["x/.gitignore": "/x\n/"], [], ["x/a.net"]),
    (
      "the repository's own list", [".git/info/exclude": "a.net\n/x/b.net"], ["a.net", "x/a.net", "x/b.net"], ["b.net"]
    ),
    (
      "a file is stronger than the repository's own list",
      [".git/info/exclude": "*.net", ".gitignore": "!a.net", "x/.gitignore": "!b.net"], ["b.net", "x/c.net"],
      ["a.net", "x/a.net", "x/b.net"]
    ),
    (
      "the repository's own list keeps a folder shut", [".git/info/exclude": "x/", "x/.gitignore": "!*"], ["x/a.net"],
      ["a.net"]
    ),
    (
      "three levels", [".gitignore": "a.net", "x/.gitignore": "!a.net", "x/y/.gitignore": "a.net"],
      ["a.net", "x/y/a.net", "x/y/z/a.net"], ["x/a.net", "x/z/a.net"]
    ),
    (
      "empty files", [".gitignore": "", "x/.gitignore": "\n\n", ".git/info/exclude": "# none\n"], [],
      ["a.net", "x/a.net"]
    ),
    (
      "line ends and byte-order marks",
      [".gitignore": "\u{FEFF}a.net\r\n/x/b.net\r\n", ".git/info/exclude": "\u{FEFF}c.net"],
      ["a.net", "x/a.net", "x/b.net", "c.net"], ["b.net"]
    ),
    (
      "names that no pattern can hold as text", [".gitignore": "‹FF›/\n"], ["‹FF›/a.net", "x/‹FF›/a.net"],
      ["‹FE›/a.net"]
    ),
  ]

  @Test(arguments: trees)
  func `patterns from several places leave out what is recorded, as git says`(
    name: String, patterns: [String: String], ignored: [String], kept: [String]
  ) throws {
    let folder = try TemporaryFolder([".git/HEAD": "ref: refs/heads/main\n", ".git/objects/x": "", ".git/refs/x": ""])
    for (place, text) in patterns { #expect(folder.write(IgnoreCases.bytes(text), to: Array(place.utf8))) }
    let paths = (ignored + kept).map(IgnoreCases.bytes).filter { folder.write([], to: $0) }
    let expected = Set(ignored.map(IgnoreCases.bytes)).intersection(paths)
    let stack = IgnoreStack()
    let found = paths.filter { isPassedOver(Path($0), below: folder.path, stack, isRepository: true) }
    #expect(Set(found) == expected)
    if Self.hasGit { #expect(try ignoredByGit(Set(paths), in: folder, isNew: false) == expected) }
  }

  @Test func `a file of patterns that is a link is not followed`() throws {
    let folder = try TemporaryFolder(["patterns": "a.net", "x/a.net": ""])
    try folder.link("x/.gitignore", to: "../patterns")
    #expect(!isPassedOver(Path("x/a.net"), below: folder.path, IgnoreStack()))
    if Self.hasGit { #expect(try ignoredByGit([Array("x/a.net".utf8)], in: folder) == []) }
  }

  // MARK: Asking

  /// Whether the walk would pass over a file, or a folder that it is in.
  private func isPassedOver(
    _ file: Path, below top: Path, _ stack: IgnoreStack, isRepository: Bool = false
  ) -> Bool {
    var folder = top
    var stack = stack.entering(top, hasIgnoreFile: true, isRepository: isRepository)
    let parts = file.bytes.split(separator: UInt8(ascii: "/"))
    for (index, part) in parts.enumerated() {
      folder = folder.appending(Path(Array(part)))
      let isFolder = index < parts.count - 1
      if stack.excludes(folder, isFolder: isFolder) { return true }
      if isFolder { stack = stack.entering(folder, hasIgnoreFile: true, isRepository: false) }
    }
    return false
  }

  /// What `git check-ignore` says of paths that are there.
  private func ignoredByGit(
    _ paths: Set<[UInt8]>, in folder: TemporaryFolder, isNew: Bool = true
  ) throws -> Set<[UInt8]> {
    if isNew { #expect(try runProgram(["git", "init", "-q", "."], in: folder.path.shown).0 == 0) }
    let input = folder.url("paths-to-ask")
    try Data(paths.joined(separator: [0])).write(to: input)
    let (_, said) = try runProgramForBytes(
      [
        "git", "-c", "core.excludesFile=", "-c", "core.ignoreCase=false", "check-ignore", "-z", "--stdin", "--no-index",
      ],
      in: folder.path.shown, input: input)
    return Set(said.split(separator: 0).map { Array($0) })
  }
}
