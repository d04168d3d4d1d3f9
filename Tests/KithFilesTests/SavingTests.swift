import Foundation
import Testing

@testable import KithFiles

@Suite struct SavingTests {
  private static let old = "* story @amara: \n"
  private static let new = "- story @amara:\n"

  /// Saves the new version over `name`, which was read as `old`; the error's message, with `folder` left out.
  private func save(
    _ name: String, in folder: TemporaryFolder, expecting old: String = old, _ new: String = new
  ) -> String {
    do throws(FileError) {
      let old = Array(old.utf8)
      let new = Array(new.utf8)
      try replaceFile(
        folder.path.appending(Path(name)), shown: Path(name), expecting: old.span, with: new.span)
      return "saved"
    } catch { return error.message }
  }

  private func shell(_ command: String, in folder: TemporaryFolder) throws -> String {
    let (status, output) = try runProgram(["sh", "-c", command], in: folder.text(""))
    return status == 0 ? output.trimmingCharacters(in: .whitespacesAndNewlines) : "exit \(status)"
  }

  @Test(arguments: [0o600, 0o640, 0o644, 0o660, 0o200, 0o4755, 0o2640, 0o1644])
  func `the mode is kept`(mode: Int) throws {
    let folder = try TemporaryFolder(["doha.net": Self.old])
    #expect(chmod(folder.text("doha.net"), mode_t(mode)) == 0)
    let isReadable = access(folder.text("doha.net"), R_OK) == 0
    #expect(save("doha.net", in: folder) == (isReadable ? "saved" : Self.denied))
    #expect(try permissions("doha.net", in: folder) == mode)
    #expect(try folder.names() == ["doha.net"])
  }

  private static let denied = "cannot save `doha.net`: permission denied; the file is as it was"

  private func permissions(_ name: String, in folder: TemporaryFolder) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: folder.text(name))[.posixPermissions] as? Int
  }

  @Test func `the owner and the group are kept`() throws {
    // Only the superuser can give files away.
    guard geteuid() == 0 else { return }
    let folder = try TemporaryFolder(["doha.net": Self.old])
    #expect(chown(folder.text("doha.net"), 1234, 2345) == 0)
    #expect(save("doha.net", in: folder) == "saved")
    let attributes = try FileManager.default.attributesOfItem(atPath: folder.text("doha.net"))
    #expect(attributes[.ownerAccountID] as? Int == 1234 && attributes[.groupOwnerAccountID] as? Int == 2345)
  }

  /// Runs Python lines that know `os`, `file`, and `list(people)` to make an access control list; its output.
  private func python(_ lines: String, in folder: TemporaryFolder) throws -> (Int32, String) {
    let prelude = """
      import os, struct
      file = "doha.net"
      def list(people):
        entries = [(1, 6, -1)] + [(2, 6, person) for person in people] + [(4, 4, -1), (16, 4, -1), (32, 0, -1)]
        return struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)

      """
    return try runProgram(["python3", "-c", prelude + lines], in: folder.text(""))
  }

  @Test(arguments: [
    // Of the file's own.
    ("os.setxattr(file, 'user.origin', b'Doha'); os.setxattr(file, 'user.empty', b'')", "user.empty user.origin 0o640"),
    ("os.setxattr(file, 'system.posix_acl_access', list([7]))", "system.posix_acl_access 0o640"),
    // What the folder gives to every new file, and so to more people, is not the file's.
    ("os.setxattr('.', 'system.posix_acl_default', list([8, 9]))", "0o640"),
    (
      "os.setxattr(file, 'system.posix_acl_access', list([7]))\n"
        + "os.setxattr('.', 'system.posix_acl_default', list([8, 9]))", "system.posix_acl_access 0o640"
    ),
  ])
  func `extended attributes and access lists are kept`(change: String, expected: String) throws {
    let folder = try TemporaryFolder(["doha.net": Self.old])
    #expect(chmod(folder.text("doha.net"), 0o640) == 0)
    // Not every file system has them.
    guard try python(change, in: folder).0 == 0 else { return }
    let values = "print(*(os.getxattr(file, name) for name in sorted(os.listxattr(file))))"
    let names = "print(*sorted(os.listxattr(file)), oct(os.stat(file).st_mode & 0o7777))"
    let before = try python(values, in: folder)
    #expect(save("doha.net", in: folder) == "saved")
    #expect(try python(values, in: folder) == before)
    #expect(try python(names, in: folder) == (0, expected + "\n"))
  }

  @Test(arguments: [(0, 1), (1, 0), (1, 1), (20_000, 20_000)])
  func `what is saved is what was given`(oldLines: Int, newLines: Int) throws {
    let old = String(repeating: Self.old, count: oldLines)
    let new = String(repeating: Self.new, count: newLines)
    let folder = try TemporaryFolder(["doha.net": old, "other.net": ""])
    #expect(save("doha.net", in: folder, expecting: old, new) == "saved")
    #expect(try readFile(folder.path.appending(Path("doha.net"))) == Array(new.utf8))
    #expect(try folder.names() == ["doha.net", "other.net"])
  }

  @Test(arguments: [
    "-.net", "two\nlines.net", "بغداد.net", String(repeating: "ü", count: 125) + ".net",
    "a" + String(repeating: "ü", count: 124) + ".net",
  ])
  func `any name will do`(name: String) throws {
    let folder = try TemporaryFolder([name: Self.old])
    #expect(save(name, in: folder) == "saved")
    #expect(try folder.names() == [name])
  }

  @Test func `a link is followed, and stays`() throws {
    let folder = try TemporaryFolder(["notes/doha.net": Self.old])
    try folder.link("near", to: "notes/doha.net")
    try folder.link("far", to: folder.text("near"))
    #expect(save("far", in: folder) == "saved")
    #expect(try readFile(folder.path.appending(Path("notes/doha.net"))) == Array(Self.new.utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.text("far")) == folder.text("near"))
    #expect(try folder.names() == ["far", "near", "notes"])
    #expect(try folder.names("notes") == ["doha.net"])
  }

  @Test(arguments: [
    ("ln -s doha.net loop && rm doha.net && ln -s loop doha.net", "its symbolic links lead in a circle"),
    ("ln doha.net twin.net", "it has 2 names (hard links), and saving would part them"),
    ("chmod 444 doha.net", Self.readOnly),
    ("rm doha.net && mkfifo doha.net", "it is a pipe, not a file (`-` reads standard input)"),
    ("rm doha.net && mkdir doha.net", "it is a folder"),
    ("rm doha.net && ln -s /dev/null doha.net", "it is a device, not a file"),
    ("rm doha.net", "there is no such file"),
    ("truncate --size 2G doha.net", "it holds 2 GiB or more"),
    ("printf more >> doha.net", "another program has changed it meanwhile, and that version stays"),
    ("tr s t < doha.net > x && mv x doha.net", "another program has changed it meanwhile, and that version stays"),
  ])
  func `what cannot be saved is refused, and nothing is touched`(change: String, message: String) throws {
    let folder = try TemporaryFolder(["doha.net": Self.old])
    #expect(try shell(change, in: folder) == "")
    let state = "test -p doha.net || { ls -lAi --time-style=full-iso; head -c 100 doha.net; } 2>/dev/null; true"
    let before = try shell(state, in: folder)
    #expect(save("doha.net", in: folder) == "cannot save `doha.net`: \(message)")
    #expect(try shell(state, in: folder) == before)
  }

  /// The superuser's read-only files are refused by their mode, everybody else's by the system.
  private static var readOnly: String {
    geteuid() == 0 ? "it is read-only" : "permission denied; the file is as it was"
  }

  @Test func `a file that others have locked is refused after a while`() throws {
    let folder = try TemporaryFolder(["doha.net": Self.old])
    let other = try FileHandle(forReadingFrom: folder.url("doha.net"))
    #expect(flock(other.fileDescriptor, LOCK_EX) == 0)
    #expect(save("doha.net", in: folder) == "cannot save `doha.net`: another program is saving it")
    try other.close()
    #expect(save("doha.net", in: folder) == "saved")
  }

  @Test func `one of many who save at once succeeds, and the others are told`() throws {
    let folder = try TemporaryFolder(["doha.net": Self.old])
    let results = parallelMap(count: 8, threads: 8) { number in
      let new = String(repeating: "- writer \(number)\n", count: 10_000)
      return (message: save("doha.net", in: folder, new), text: new)
    }
    let winners = results.filter { $0.message == "saved" }
    #expect(winners.count == 1)
    #expect(try readFile(folder.path.appending(Path("doha.net"))) == Array((winners.first?.text ?? "").utf8))
    let told = "cannot save `doha.net`: another program has changed it meanwhile, and that version stays"
    #expect(results.filter { $0.message == told }.count == 7)
    #expect(try folder.names() == ["doha.net"])
  }
}

@Suite struct LeftoverTests {
  private static let old = Array("old".utf8)
  private static let new = Array("new".utf8)
  private static let draft = DraftName(of: Array("a.net".utf8), replacing: old.span, with: new.span)

  private static func name(_ ending: String = "") -> String {
    String(decoding: draft.bytes, as: UTF8.self) + ending
  }

  @Test func `the name says whose it is and what it may hold, and is never taken for notes`() throws {
    #expect(Self.name() == ".a.net.kith-1a0fad1921d08076-2138d5192571b731")
    let folder = try TemporaryFolder([Self.name(): "old", Self.name(".part"): "", "a.net": "old"])
    #expect(folder.search().lines(below: folder).map { $0.split(separator: "|")[1] } == ["a.net"])
  }

  @Test(arguments: [
    (Self.name(), "old", true), (Self.name(), "new", true), (Self.name("-7"), "old", true),
    (Self.name(".part"), "ne", true), (Self.name("-7.part"), "", true),
    // What another program wrote at the wrong moment is nobody's to remove.
    (Self.name(), "neither", false), (Self.name(), "", false),
    // These are no names of ours.
    ("a.net", "old", false), (".a.net", "old", false), (".a.net.kith-", "old", false),
    (".a.net.kith-1a0fad1921d08076", "old", false), (".a.net.kith-1a0fad1921d08076-2138d5192571b73g", "old", false),
    (String(Self.name().dropFirst()), "old", false),
  ])
  func `only litter is removed`(name: String, content: String, isRemoved: Bool) throws {
    let folder = try TemporaryFolder([name: content])
    removeLeftovers(in: folder.path)
    #expect(try folder.names() == (isRemoved ? [] : [name]))
  }

  @Test func `a link is not followed to what a draft may hold`() throws {
    let folder = try TemporaryFolder(["a.net": "old"])
    try folder.link(Self.name(), to: "a.net")
    removeLeftovers(in: folder.path)
    #expect(try folder.names() == [Self.name(), "a.net"])
  }

  @Test func `where a hundred drafts cannot be removed nothing is saved`() throws {
    let folder = try TemporaryFolder(["a.net": "old", Self.name(): "neither"])
    for number in 1..<100 { try folder.write("neither", to: Self.name("-\(number)")) }
    let path = folder.path.appending(Path("a.net"))
    #expect(throws: FileError(.save, Path("a.net"), .isBusy)) {
      try replaceFile(path, shown: Path("a.net"), expecting: Self.old.span, with: Self.new.span)
    }
    #expect(try readFile(path) == Self.old)
    #expect(try folder.names().count == 101)
  }

  @Test func `a draft in use is not removed`() throws {
    let folder = try TemporaryFolder([Self.name(): "new"])
    let handle = try FileHandle(forReadingFrom: folder.url(Self.name()))
    #expect(flock(handle.fileDescriptor, LOCK_EX) == 0)
    removeLeftovers(in: folder.path)
    #expect(try folder.names() == [Self.name()])
    try handle.close()
  }

  @Test(arguments: [("old", ["a.net"]), ("neither", [Self.name(), "a.net"])])
  func `nobody trips over what was left`(content: String, names: [String]) throws {
    let folder = try TemporaryFolder(["a.net": "old", Self.name(): content, Self.name("-1.part"): "n"])
    try replaceFile(
      folder.path.appending(Path("a.net")), shown: Path("a.net"), expecting: Self.old.span, with: Self.new.span)
    removeLeftovers(in: folder.path)
    #expect(try folder.names() == names)
    #expect(try readFile(folder.path.appending(Path("a.net"))) == Self.new)
  }
}

extension TemporaryFolder {
  /// The names of what is in the folder, hidden ones too.
  fileprivate func names(_ folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: text(folder)).sorted()
  }
}
