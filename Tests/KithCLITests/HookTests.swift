import Foundation
import KithCLI
import KithFiles
import Testing

@Suite struct HookTests {
  private static let hook = ".git/hooks/pre-commit"
  private static let mergeHook = ".git/hooks/pre-merge-commit"

  /// A repository as far as git looks for one.
  private func repository(_ files: [String: String] = [:]) throws -> Folder {
    let parts = [".git/HEAD": "ref: refs/heads/main\n", ".git/objects/a": "", ".git/refs/a": ""]
    return try Folder(parts.merging(files) { $1 })
  }

  /// What another version of kith has installed: the hook with another body, and its checksum.
  private func otherVersion(_ hook: String) -> String {
    let lines = hook.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
    let body = "exit 0\n"
    return "\(lines[0])\n\(lines[1].dropLast(16))\(Checksum(of: Array(body.utf8).span).digits)\n\(body)"
  }

  @Test func `the hooks are installed where there is none, and can be run`() throws {
    let folder = try repository()
    #expect(folder.kith("hook", "install") == (0, "", "installed `\(Self.hook)`\ninstalled `\(Self.mergeHook)`\n"))
    #expect(try folder.text(Self.hook) == folder.kith("hook", "print").out)
    #expect(FileManager.default.isExecutableFile(atPath: folder.url.appending(path: Self.mergeHook).path))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: ".git/hooks").path)
    #expect(names.sorted() == ["pre-commit", "pre-merge-commit"])
    let before = try folder.attributes(Self.hook)
    #expect(
      folder.kith("hook", "install").err == "`\(Self.hook)` is there already\n`\(Self.mergeHook)` is there already\n")
    #expect(try folder.attributes(Self.hook) == before)
    #expect(folder.kith("hook", "uninstall") == (0, "", "removed `\(Self.hook)`\nremoved `\(Self.mergeHook)`\n"))
    #expect(folder.kith("hook", "uninstall") == (0, "", "note: there is no hook of kith's in `.git/hooks`\n"))
  }

  @Test func `a hook of somebody else stays, and nothing else is installed`() throws {
    let folder = try repository([Self.mergeHook: "#!/bin/sh\nexit 0\n"])
    let run = folder.kith("hook", "install")
    #expect(run.status == 2)
    #expect(
      run.err == """
        error: `\(Self.mergeHook)` is there and is not kith's, so it stays
        help: to have both, add to it: hook=$(kith hook print) && sh -c "$hook" kith || exit 1

        """)
    #expect(throws: (any Error).self) { try folder.text(Self.hook) }
    #expect(folder.kith("hook", "uninstall").status == 0)
    #expect(try folder.text(Self.mergeHook) == "#!/bin/sh\nexit 0\n")
  }

  @Test func `a hook of kith's is somebody's once it was edited`() throws {
    let folder = try repository()
    _ = folder.kith("hook", "install")
    let edited = try folder.text(Self.hook) + "echo done\n"
    try Data(edited.utf8).write(to: folder.url.appending(path: Self.hook))
    let message = "error: `\(Self.hook)` was edited since kith wrote it, so it stays\n"
    #expect(folder.kith("hook", "install") == (2, "", message + "help: remove it to have kith's again\n"))
    let run = folder.kith("hook", "uninstall")
    #expect(run == (2, "", message + "help: remove it by hand\nremoved `\(Self.mergeHook)`\n"))
    #expect(try folder.text(Self.hook) == edited)
  }

  @Test func `an older version is replaced, and removed`() throws {
    let folder = try repository()
    let hook = folder.kith("hook", "print").out
    let file = folder.url.appending(path: Self.hook)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(otherVersion(hook).utf8).write(to: file)
    #expect(folder.kith("hook", "install").err.hasPrefix("renewed `\(Self.hook)`\n"))
    #expect(try folder.text(Self.hook) == hook && FileManager.default.isExecutableFile(atPath: file.path))
    try Data(otherVersion(hook).utf8).write(to: file)
    #expect(folder.kith("hook", "uninstall").err.hasPrefix("removed `\(Self.hook)`\n"))
  }

  @Test func `one that cannot be run any more is renewed`() throws {
    let folder = try repository()
    _ = folder.kith("hook", "install")
    let file = folder.url.appending(path: Self.hook)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    #expect(folder.kith("hook", "install").err.hasPrefix("renewed `\(Self.hook)`\n"))
    #expect(FileManager.default.isExecutableFile(atPath: file.path))
  }

  @Test func `links and folders stay, too`() throws {
    let folder = try repository(["\(Self.mergeHook)/a": ""])
    let file = folder.url.appending(path: Self.hook)
    try FileManager.default.createSymbolicLink(atPath: file.path, withDestinationPath: "elsewhere")
    let run = folder.kith("hook", "install")
    #expect(run.status == 2)
    #expect(run.err.contains("`\(Self.hook)` is a symbolic link, so it stays"))
    #expect(run.err.contains("`\(Self.mergeHook)` is a folder, so it stays"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file.path) == "elsewhere")
  }

  @Test func `what is no file, and what is no folder, stays too`() throws {
    let piped = try repository([".git/hooks/a": ""])
    #expect(mkfifo(piped.url.appending(path: Self.hook).path, 0o600) == 0)
    #expect(piped.kith("hook", "install").err.contains("`\(Self.hook)` is no file, so it stays"))
    let closed = try repository([".git/hooks": "mine"])
    #expect(
      closed.kith("hook", "install")
        == (2, "", "error: cannot find `\(Self.hook)`: a part of the path is not a folder\n"))
    #expect(try closed.text(".git/hooks") == "mine")
  }

  @Test func `who shares a folder of hooks is told`() throws {
    let folder = try repository(["work/.git/HEAD": "x", "work/.git/objects/a": "", "work/.git/refs/a": ""])
    try Data("[core]\nhooksPath = ../hooks\n".utf8).write(to: folder.url.appending(path: "work/.git/config"))
    let place = Path(folder.url.path(percentEncoded: false)).appending(Path("work"))
    var console = Console(
      out: .captured(), err: .captured(), workingFolder: place, program: Path("/opt/it's/kith"))
    #expect(runKith(arguments: ["hook", "install"].map { Array($0.utf8) }, console: &console) == 0)
    let said = console.err.capturedText
    #expect(said.contains("they run in every repository that shares it"))
    #expect(try folder.text("hooks/pre-commit").contains("\ninstalled='/opt/it'\\''s/kith'\n"))
  }

  @Test func `what cannot be done is said`() throws {
    let folder = try Folder(["a.net": ""])
    #expect(
      folder.kith("hook", "install").err == "error: there is no git repository here\nhelp: `git init` makes one\n")
    #expect(
      folder.kith("hook").err
        == "error: `kith hook` needs a word behind it\nhelp: one of `install`, `uninstall`, `print`\n")
    #expect(
      folder.kith("hook", "instal")
        == (2, "", "error: there is no hook action `instal`\nhelp: did you mean `install`?\n"))
    let more = folder.kith("hook", "install", "here").err
    #expect(more.hasPrefix("error: `kith hook install` takes nothing more, and `here` stands behind it\n"))
  }
}
