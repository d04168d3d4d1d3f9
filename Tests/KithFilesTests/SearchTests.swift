import Foundation
import KithFiles
import Testing

@Suite struct SearchTests {
  @Test func `a folder is walked, and hidden files and others are passed over`() throws {
    let folder = try TemporaryFolder([
      "b.net": "", "a/z.net": "", "a/x.net.md": "", "a.net": "", "a/readme.md": "", ".hidden.net": "",
      ".hidden/x.net": "", ".net": "", "a/.net.md": "",
    ])
    #expect(
      folder.search().lines(below: folder) == [
        "|a.net|a.net|*", "|a/x.net.md|a/x.net.md|*", "|a/z.net|a/z.net|*", "|b.net|b.net|*",
      ])
  }

  @Test(.timeLimit(.minutes(1))) func `standard input has its place in a folder that has been removed`() {
    // The system has no absolute path for it then.
    let found = Search(paths: [Path("-")], workingFolder: Path("gone/since")).run()
    #expect(found.notebooks.map(\.root) == [Path("gone/since")] && found.errors.isEmpty)
  }

  @Test(arguments: ["gone/since", "/dev"])
  func `what is far from the working folder is shown by its whole path`(start: String) throws {
    let folder = try TemporaryFolder(["a.net": "", "b.net": ""])
    let asked = folder.path.appending(Path("a.net"))
    let found = Search(paths: [asked], workingFolder: Path(start)).run()
    #expect(found.notebooks.flatMap(\.files).map(\.shown) == [asked, folder.path.appending(Path("b.net"))])
  }

  @Test func `files are shown as they were typed`() throws {
    let folder = try TemporaryFolder(["notes/a.net": "", "notes/.kith.json": "{}", "other/b.net": ""])
    #expect(folder.search("./notes//").lines(below: folder) == ["notes|a.net|notes/a.net|*"])
    #expect(folder.search("../notes", from: "other").lines(below: folder) == ["notes|a.net|../notes/a.net|*"])
    #expect(folder.search("./notes/./a.net").lines(below: folder) == ["notes|a.net|notes/./a.net|*"])
    let absolute = folder.text("notes")
    #expect(folder.search(absolute).lines(below: folder) == ["notes|a.net|\(absolute)/a.net|*"])
    // Typed in two ways, as the first time.
    #expect(folder.search("notes", absolute).lines(below: folder) == ["notes|a.net|notes/a.net|*"])
  }

  @Test func `the rest of the notebook comes along for mentions to resolve`() throws {
    let folder = try TemporaryFolder([
      ".kith.json": "{}", "people.net": "", "2026/may.net": "", "2026/june.net": "",
    ])
    #expect(
      folder.search("may.net", from: "2026").lines(below: folder) == [
        "|2026/june.net|june.net", "|2026/may.net|may.net|*", "|people.net|../people.net",
      ])
    #expect(
      folder.search("2026").lines(below: folder) == [
        "|2026/june.net|2026/june.net|*", "|2026/may.net|2026/may.net|*", "|people.net|people.net",
      ])
  }

  @Test func `the root is the nearest configuration, else the nearest repository, else what was typed`()
    throws
  {
    let folder = try TemporaryFolder(["a/b/c/x.net": "", "a/y.net": "", "a/b/z.net": ""])
    #expect(folder.search("a/b/c/x.net").notebooks[0].root.shown == folder.text("a/b/c"))
    #expect(folder.search("a/b").notebooks[0].root.shown == folder.text("a/b"))
    try folder.write("", to: "a/.git")
    #expect(folder.search("a/b/c/x.net").notebooks[0].root.shown == folder.text("a"))
    try folder.write("", to: "a/b/.git")
    #expect(folder.search("a/b/c/x.net").notebooks[0].root.shown == folder.text("a/b"))
    try folder.write("{}", to: "a/.kith.json")
    #expect(folder.search("a/b/c/x.net").notebooks[0].root.shown == folder.text("a"))
    try folder.write("{}", to: "a/b/c/.kith.json")
    #expect(folder.search("a/b/c/x.net").notebooks[0].root.shown == folder.text("a/b/c"))
  }

  @Test func `a folder with a configuration of its own is another notebook`() throws {
    let folder = try TemporaryFolder([
      "Samples/a/.kith.json": "{}", "Samples/a/x.net": "", "Samples/b/.kith.json": "{}",
      "Samples/b/y.net": "",
      "Samples/b/c/.kith.json": "{}", "Samples/b/c/z.net": "", "Samples/w.net": "",
    ])
    #expect(
      folder.search("Samples").lines(below: folder) == [
        "Samples|w.net|Samples/w.net|*", "Samples/a|x.net|Samples/a/x.net|*",
        "Samples/b|y.net|Samples/b/y.net|*", "Samples/b/c|z.net|Samples/b/c/z.net|*",
      ])
    #expect(folder.search("Samples/b/y.net").lines(below: folder) == ["Samples/b|y.net|Samples/b/y.net|*"])
    #expect(
      folder.search("Samples/a", "Samples/b/c").lines(below: folder) == [
        "Samples/a|x.net|Samples/a/x.net|*", "Samples/b/c|z.net|Samples/b/c/z.net|*",
      ])
  }

  @Test func `a repository inside a configured notebook belongs to it`() throws {
    let folder = try TemporaryFolder([".kith.json": "{}", "a/.git/HEAD": "", "a/x.net": "", "y.net": ""])
    #expect(folder.search().lines(below: folder) == ["|a/x.net|a/x.net|*", "|y.net|y.net|*"])
    try FileManager.default.removeItem(at: folder.url(".kith.json"))
    #expect(folder.search().lines(below: folder) == ["|y.net|y.net|*", "a|x.net|a/x.net|*"])
  }

  @Test func `folders typed inside one another are one notebook`() throws {
    let folder = try TemporaryFolder(["n/a/x.net": "", "n/y.net": "", "n b/z.net": ""])
    #expect(
      folder.search("n/a/x.net", "n b", "n").lines(below: folder) == [
        "n|a/x.net|n/a/x.net|*", "n|y.net|n/y.net|*", "n b|z.net|n b/z.net|*",
      ])
  }

  @Test func `links are not walked, but followed when typed`() throws {
    let folder = try TemporaryFolder(["real/x.net": "", "n/y.net": "", "n/.kith.json": "{}"])
    try folder.link("n/linked", to: "../real")
    try folder.link("n/one.net", to: "../real/x.net")
    try folder.link("n/circle", to: "circle")
    #expect(folder.search("n").lines(below: folder) == ["n|y.net|n/y.net|*"])
    #expect(folder.search("n/linked").lines(below: folder) == ["real|x.net|n/linked/x.net|*"])
    #expect(folder.search("n/one.net").lines(below: folder) == ["real|x.net|n/one.net|*"])
    #expect(
      folder.search("n/circle").errors.map(\.message) == [
        "cannot find `n/circle`: its symbolic links lead in a circle"
      ])
  }

  @Test func `a file is handled once`() throws {
    let folder = try TemporaryFolder(["n/b.net": "x"])
    try FileManager.default.linkItem(at: folder.url("n/b.net"), to: folder.url("n/a.net"))
    #expect(folder.search("n").lines(below: folder) == ["n|a.net|n/a.net|*"])
    #expect(folder.search("n/b.net", "./n/b.net", "n").lines(below: folder) == ["n|a.net|n/b.net|*"])
  }

  @Test func `a file of two names is shown by the one that was asked for`() throws {
    let folder = try TemporaryFolder([".kith.json": "{}", "a/x.net": "", "b/y.net": ""])
    try FileManager.default.linkItem(at: folder.url("a/x.net"), to: folder.url("b/x.net"))
    #expect(folder.search("b").lines(below: folder) == ["|a/x.net|b/x.net|*", "|b/y.net|b/y.net|*"])
  }

  @Test func `what is typed is processed, whatever it is called and whoever ignores it`() throws {
    let folder = try TemporaryFolder([
      ".gitignore": "drafts/\n*.txt\n", "drafts/x.net": "", "notes.txt": "", "a.net": "", ".h/b.net": "",
    ])
    #expect(folder.search().lines(below: folder) == ["|a.net|a.net|*"])
    #expect(
      folder.search("notes.txt").lines(below: folder) == ["|a.net|a.net", "|notes.txt|notes.txt|*"])
    #expect(
      folder.search("drafts", ".h", ".").lines(below: folder) == [
        "|.h/b.net|.h/b.net|*", "|a.net|a.net|*", "|drafts/x.net|drafts/x.net|*",
      ])
  }

  @Test func `excludes pass over files, and typed ones only when forced`() throws {
    let folder = try TemporaryFolder(["n/a.net": "", "n/old/b.net": "", "c.net": ""])
    func search(_ paths: [String], _ excludes: [String], forced: Bool = false, from start: String = "")
      -> [String]
    {
      var search = Search(paths: paths.map { Path($0) }, workingFolder: folder.path.appending(Path(start)))
      search.excludes = excludes.map { Path($0) }
      search.forcesExcludes = forced
      return search.run().lines(below: folder)
    }
    #expect(search(["."], ["old"]) == ["|c.net|c.net|*", "|n/a.net|n/a.net|*"])
    #expect(search(["."], ["/n/"]) == ["|c.net|c.net|*"])
    #expect(
      search(["."], ["n/*.net", "!a.net"]) == [
        "|c.net|c.net|*", "|n/a.net|n/a.net|*", "|n/old/b.net|n/old/b.net|*",
      ])
    #expect(
      search(["c.net"], ["c.net"]) == ["|c.net|c.net|*", "|n/a.net|n/a.net", "|n/old/b.net|n/old/b.net"])
    #expect(search(["c.net"], ["c.net"], forced: true) == [])
    #expect(search(["n/old/b.net"], ["n"], forced: true) == [])
    #expect(search(["n/old/b.net"], ["n"]) == ["n/old|b.net|n/old/b.net|*"])
    #expect(search(["n"], ["./old"], from: "n") == [])
    #expect(search(["../c.net", "."], ["./old"], from: "n") == ["|c.net|../c.net|*", "|n/a.net|a.net|*"])
    #expect(search(["../c.net", "."], ["../n/old"], from: "n") == ["|c.net|../c.net|*", "|n/a.net|a.net|*"])
  }

  @Test func `a path that cannot be used is named, and the others are still done`() throws {
    let folder = try TemporaryFolder(["a.net": ""])
    _ = try runProgram(["mkfifo", folder.text("pipe")], in: "/")
    let result = folder.search("nowhere", "a.net", "a.net/x", "pipe", "/dev/null")
    #expect(result.lines(below: folder) == ["|a.net|a.net|*"])
    #expect(
      result.errors.map(\.message) == [
        "there is no file or folder `nowhere`", "cannot find `a.net/x`: a part of the path is not a folder",
        "cannot read `pipe`: it is a pipe, not a file (`-` reads standard input)",
        "cannot read `/dev/null`: it is a device, not a file",
      ])
  }

  @Test func `nothing to check is said, not an error`() throws {
    let folder = try TemporaryFolder(["n/.gitignore": "*", "n/a.net": "", "m/b.net": ""])
    let result = folder.search("n", "m")
    #expect(result.errors.isEmpty)
    #expect(
      result.notes == [
        "nothing to check in `n`: no `.net` or `.net.md` file in it that is not hidden, ignored or excluded"
      ])
    let forced = folder.search("m/b.net") { search in
      search.excludes = [Path("m")]
      search.forcesExcludes = true
    }
    #expect(forced.notes == ["nothing to check: all that was asked for is excluded"])
    #expect(forced.isEmpty && !result.isEmpty)
  }

  @Test func `standard input stands alone, or in the place of the file it is named after`() throws {
    let folder = try TemporaryFolder([".kith.json": "{}", "a.net": "", "b.net": ""])
    let alone = folder.search("-", "-")
    #expect(alone.lines(below: folder) == ["|<stdin>|<stdin>|*"])
    #expect(alone.notebooks.flatMap(\.files).map(\.source) == [.standardInput])
    let named = folder.search("-") { $0.standardInputName = Path("./b.net") }
    #expect(named.lines(below: folder) == ["|a.net|a.net", "|b.net|b.net|*"])
    #expect(named.notebooks[0].files[1].source == .standardInput)
    let new = folder.search("-") { $0.standardInputName = Path("aa.net") }
    #expect(new.lines(below: folder) == ["|a.net|a.net", "|aa.net|aa.net|*", "|b.net|b.net"])
  }

  @Test func `names need not be UTF-8`() throws {
    let folder = try TemporaryFolder()
    let odd = folder.path.appending(Path([0x6E, 0xFF, 0x1B, 0x2E, 0x6E, 0x65, 0x74]))
    guard fopen(odd.bytes.map { CChar(bitPattern: $0) } + [0], "w").map({ fclose($0) }) == 0 else {
      return  // Some file systems refuse such names.
    }
    #expect(folder.search().lines(below: folder) == ["|n\\xFF\\u{1B}.net|n\\xFF\\u{1B}.net|*"])
    #expect(folder.search().notebooks[0].files[0].name.bytes == [0x6E, 0xFF, 0x1B, 0x2E, 0x6E, 0x65, 0x74])
  }

  @Test(arguments: [".kith.json", ".git"])
  func `a mark that is a link to nowhere ends the search all the same`(mark: String) throws {
    let folder = try TemporaryFolder(["a.net": "", ".kith.json": "{}", "sub/b.net": ""])
    try folder.link("sub/" + mark, to: "/nowhere")
    #expect(folder.search().notebooks.flatMap(\.files).contains { $0.name == Path("a.net") })
  }
}
