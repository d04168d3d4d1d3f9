import Foundation
import KithCLI
import Testing

@testable import KithFiles

/// `--output-file` puts the report in a file, whole or not at all, and never in the place of a note.
@Suite struct OutputFileTests {
  private static let notes = ["a.net": "# Bo Lind @bo\n\n- gave @nobody: a cup\n"]
  private static let report = "a.net:3:8: error[N201] unknown-mention: no one has the handle `@nobody`\n"

  @Test func `the report is in the file, and the count on standard error`() throws {
    let folder = try Folder(Self.notes)
    for _ in 1...2 {
      let run = folder.kith("lint", "--output-format", "concise", "-o", "report.txt")
      #expect(run == (1, "", "1 error in 1 file\n"))
      #expect(try folder.text("report.txt") == Self.report)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["a.net", "report.txt"])
  }

  @Test(arguments: ["full", "concise", "json", "json-lines", "github", "gitlab", "sarif", "junit", "checkstyle"])
  func `it is what would be on standard output otherwise`(format: String) throws {
    let folder = try Folder(Self.notes)
    let out = folder.kith("lint", "--output-format", format)
    #expect(folder.kith("lint", "--output-format", format, "-oreport", isTerminal: true).out.isEmpty)
    #expect(try folder.text("report") == out.out && !out.out.isEmpty)
  }

  @Test func `settings are safe from it, too`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\n", ".kith.json": "{}", "sub/b.net": ""])
    for path in [".kith.json", "sub/.kith.json"] {
      let run = folder.kith("lint", "-o", path)
      #expect(
        run.status == 2
          && run.err == "error: cannot write to `\(path)`: a report never takes the place of notes or settings\n")
    }
    #expect(try folder.text(".kith.json") == "{}")
  }

  @Test func `counts go there, too`() throws {
    let folder = try Folder(Self.notes)
    #expect(folder.kith("lint", "-q", "--statistics", "-o", "counts") == (1, "", ""))
    #expect(try folder.text("counts") == "1 error[N201] unknown-mention\n")
  }

  @Test func `colours are for who asks for them`() throws {
    let folder = try Folder(Self.notes)
    func isColoured(_ options: String..., environment: [String: String] = [:]) throws -> Bool {
      _ = folder.kith(["lint", "-o", "report"] + options, isTerminal: true, environment: environment)
      return try folder.text("report").contains("\u{1B}[")
    }
    #expect(try !isColoured())
    #expect(try !isColoured(environment: ["FORCE_COLOR": "1"]))
    #expect(try isColoured("--color", "always"))
  }

  @Test(arguments: ["a.net", "./a.net", "link.txt", "hard.txt", "new.net", "new.net.md"])
  func `a note is never lost to a report`(name: String) throws {
    let folder = try Folder(Self.notes)
    let note = folder.url.appending(path: "a.net")
    try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "link.txt"), withDestinationURL: note)
    try FileManager.default.linkItem(at: note, to: folder.url.appending(path: "hard.txt"))
    let run = folder.kith("lint", "-o", name)
    #expect(run == (2, "", "error: cannot write to `\(name)`: a report never takes the place of notes or settings\n"))
    #expect(try folder.text("a.net") == Self.notes["a.net"])
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "new.net").path))
  }

  @Test func `a note by another ending is a note as well`() throws {
    let folder = try Folder(["notes.txt": Self.notes["a.net"] ?? ""])
    #expect(folder.kith("lint", "notes.txt", "-o", "notes.txt").status == 2)
    #expect(try folder.text("notes.txt") == Self.notes["a.net"])
  }

  @Test(arguments: [
    ("nowhere/report", "there is no such folder"), ("a.net/report", "a part of the path is not a folder"),
    (".", "it is a folder"), ("report/", "it is a folder"), ("dangling", "there is no such file"),
  ])
  func `what cannot be written to is said before anything is done`(name: String, cause: String) throws {
    let folder = try Folder(Self.notes)
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appending(path: "dangling").path, withDestinationPath: "nothing")
    #expect(folder.kith("lint", "-o", name) == (2, "", "error: cannot write to `\(name)`: \(cause)\n"))
  }

  @Test func `a disk that is full is trouble, as is a file that is read-only`() throws {
    let folder = try Folder(Self.notes.merging(["report": "old\n"]) { $1 })
    #if os(Linux)
      let full = folder.kith("lint", "-q", "-o", "/dev/full")
      #expect(full == (2, "", "error: cannot write to `/dev/full`: the disk is full\n"))
    #endif
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: folder.url.appending(path: "report").path)
    #expect(folder.kith("lint", "-q", "-o", "report") == (2, "", "error: cannot save `report`: it is read-only\n"))
    #expect(try folder.text("report") == "old\n")
  }

  #if os(Linux)
    @Test(arguments: [["lint"], ["lint", "--fix"], ["lint", "--diff"], ["format", "--diff"]])
    func `a run that ends early since its output fails counts nothing`(words: [String]) throws {
      let many = "# Ana Sol @ana\n\n" + String(repeating: "*  gave @nobody: a cup\n", count: 2000)
      let folder = try Folder(["a/.kith.json": "{}", "a/a.net": many, "b/.kith.json": "{}", "b/b.net": many])
      let full = open("/dev/full", O_WRONLY)
      defer { close(full) }
      var console = Console(
        out: Output(descriptor: full), err: .captured(), workingFolder: Path(folder.url.path(percentEncoded: false)))
      #expect(runKith(arguments: words.map { Array($0.utf8) }, console: &console) == 2)
      #expect(console.err.capturedText == "error: cannot write to standard output: the disk is full\n")
    }
  #endif

  @Test func `devices and pipes are written to as they are`() throws {
    let folder = try Folder(Self.notes)
    #expect(folder.kith("lint", "-q", "-o", "/dev/null") == (1, "", ""))
    let pipe = folder.url.appending(path: "pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    // Opened without waiting for who writes, it lets the other side open at once.
    let reader = FileHandle(fileDescriptor: open(pipe, O_RDONLY | O_NONBLOCK), closeOnDealloc: true)
    #expect(folder.kith("lint", "-q", "--output-format", "concise", "-o", "pipe") == (1, "", ""))
    #expect(try reader.readToEnd() == Data(Self.report.utf8))
  }

  @Test func `what is left after fixes goes there`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\n\n- [ ] call her done:2026-05-01\n"])
    let run = folder.kith("lint", "--fix", "--output-format", "json", "-o", "report")
    #expect(run == (0, "", "1 fixed; nothing else found in 1 file\n"))
    #expect(try folder.text("report") == "[]\n" && folder.text("a.net").contains("[x]"))
  }
}
