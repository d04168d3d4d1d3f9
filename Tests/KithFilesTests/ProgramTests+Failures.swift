#if os(Linux)
  import Foundation
  import Testing

  @testable import KithFiles

  /// Calls of the system that fail.
  extension ProgramTests {
    private static let saved = "formatted a.net\n1 file formatted\nexit 0"

    private static func notSaved(_ cause: String) -> String {
      "error: cannot save `a.net`: \(cause)\n1 file not done\nexit 2"
    }

    private static func settling(_ cause: String) -> String {
      "error: `a.net` is saved, but \(cause)\n1 file not done\nexit 2"
    }

    private static let failed = "the disk or device has failed to do it"
    private static let mine =
      "python3 -c 'import os; os.setxattr(\"a.net\", \"user.origin\", b\"Doha\")' || exit 99; "

    /// The program, some of whose calls of the system fail; Tests/Faults tries every one, and looks only at the notes.
    ///
    /// - Parameter file: Which file the calls have to be about to fail; nil for any.
    private func failing(_ calls: [String], at file: String? = nil, _ command: String) -> String {
      let about = file.map { "-P \($0)" } ?? ""
      return
        "strace -f --quiet=all -o /dev/null \(about) \(calls.map { "-e inject=\($0)" }.joined(separator: " ")) \(command)"
    }

    @Test(
      .enabled(if: isTraced),
      arguments: [
        // What not every system has is done in another way.
        (["linkat:error=EOPNOTSUPP"], saved), (["renameat2:error=EINVAL"], saved), (["fsync:error=EINVAL"], saved),
        (["flock:error=ENOLCK"], saved), (["flock:error=EINTR:when=1"], saved),
        (["linkat:error=EOPNOTSUPP", "renameat:error=EIO"], notSaved("\(failed); the file is as it was")),
        (["renameat2:error=EINVAL", "renameat:error=EIO"], notSaved("\(failed); the file is as it was")),
        (["fsync:error=EIO:when=1"], notSaved("\(failed); the file is as it was")),
        (["fsync:error=EIO:when=2"], settling("a power cut could undo that: \(failed)")),
        (
          ["unlinkat:error=EIO"],
          settling("the version from before could not be removed; it is in `.a.net.kith-…` beside it")
        ),
        (["getdents64:error=EIO"], "note: cannot look into the folder `.`: mentions may stay unresolved\n" + saved),
      ])
    func `a save that fails says so, and what is left`(calls: [String], said: String) throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      #expect(try run(failing(calls, "kith format a.net"), in: folder) == said)
      #expect(try text("a.net", in: folder) == (said.contains("cannot save") ? Self.old : Self.new))
      let isLeft = said.contains("beside it")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.text("")).count == (isLeft ? 2 : 1))
    }

    @Test(
      .enabled(if: isTraced),
      arguments: [
        // Of a file that vanishes or grows meanwhile, and of a system that has no attributes.
        (["fgetxattr:error=ENODATA"], saved), (["flistxattr:error=ERANGE:when=2"], saved),
        (["flistxattr:error=EINTR:when=1"], saved), (["flistxattr:error=EOPNOTSUPP"], saved),
        (["flistxattr:error=EIO"], notSaved("\(failed); the file is as it was")),
        (["fsetxattr:error=ENOSPC"], notSaved("its extended attribute `user.origin` cannot be kept")),
      ])
    func `attributes that cannot be kept are not lost`(calls: [String], said: String) throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      let found = try run(Self.mine + failing(calls, "kith format a.net"), in: folder)
      // Not every file system has them.
      #expect(found == said || found.hasSuffix("exit 99"))
    }

    @Test(
      .enabled(if: isTraced && geteuid() == 0),
      arguments: [
        ("EPERM", "it belongs to somebody else or to another group, and saving would change that"),
        ("EIO", "\(failed); the file is as it was"),
      ])
    // Only the superuser can give files away.
    func `an owner that cannot be kept is not lost`(error: String, cause: String) throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      #expect(
        try run("chown 1234 a.net; " + failing(["fchown:error=\(error)"], "kith format a.net"), in: folder)
          == Self.notSaved(cause))
    }

    @Test(.enabled(if: isTraced))
    func `threads that cannot be had are done without`() throws {
      let folder = try TemporaryFolder(["a.net": Self.old, "b.net": Self.old])
      #expect(
        try run(failing(["clone,clone3:error=EAGAIN"], "kith format"), in: folder)
          == "formatted a.net\nformatted b.net\n2 files formatted\nexit 0")
    }

    /// Another program, which writes once the new version is there and waits to change places with the old one.
    private static let other = """
      (n=0; until ls .a.net.kith-* >/dev/null 2>&1 || [ $n = 300 ]; do n=$((n+1)); sleep 0.01; done
      sleep 0.2; echo theirs >>a.net) &

      """

    @Test(.enabled(if: isTraced))
    func `what another program writes in the last moment is put back`() throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      let said = try run(
        Self.other + failing(["renameat2:delay_enter=1000000:when=1"], "kith format a.net"), in: folder)
      #expect(said == Self.notSaved("another program has changed it meanwhile, and that version stays"))
      #expect(try text("a.net", in: folder) == Self.old + "theirs\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.text("")) == ["a.net"])
    }

    @Test(.enabled(if: isTraced))
    func `where it cannot be put back, both versions stay`() throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      // The file is read twice before the exchange, each time until there is no more.
      let calls = ["pread64:delay_exit=1000000:when=4", "renameat2:error=EIO:when=2"]
      #expect(
        try run(Self.other + failing(calls, at: "a.net", "kith format a.net"), in: folder) == """
          error: `a.net` has two versions now: another program has changed it meanwhile; one of the versions is in \
          `.a.net.kith-…` beside it
          1 file not done
          exit 2
          """)
      let versions = try FileManager.default.contentsOfDirectory(atPath: folder.text("")).sorted()
      #expect(try versions.map { try text($0, in: folder) } == [Self.old + "theirs\n", Self.new])
    }

    @Test(
      .enabled(if: isTraced),
      arguments: [
        ("kith lint", "error: cannot look into the folder `.`: \(failed)\nexit 2"),
        ("kith lint ./in", "error: cannot look into the folder `in`: \(failed)\nexit 2"),
        (
          "kith lint . in",
          "error: cannot look into the folder `.`: \(failed)\nerror: cannot look into the folder `in`: \(failed)\nexit 2"
        ),
        (
          "cd in; kith lint ../a.net",
          "note: cannot look into the folder `..`: mentions may stay unresolved\nnothing found in 1 file\nexit 0"
        ),
      ])
    func `a folder that cannot be looked into is named as it was typed`(command: String, said: String) throws {
      let folder = try TemporaryFolder(["a.net": Self.new, "in/b.net": Self.new])
      let words = command.replacing("kith", with: failing(["getdents64:error=EIO"], "kith"))
      #expect(try run(words, in: folder) == said)
    }

    @Test(
      .enabled(if: isTraced),
      arguments: [
        // One that has gone since the folder above it was listed.
        ("getdents64:error=ENOENT", "in", "kith lint", "nothing found in 1 file\nexit 0"),
        (
          "?lstat,newfstatat:error=EIO", "a.net", "kith lint in a.net",
          "error: cannot read `a.net`: \(failed)\nnothing found in 1 file\nexit 2"
        ),
        (
          "?lstat,newfstatat:error=EIO", "in/b.net", "kith lint",
          "error: cannot look into the folder `in`: \(failed)\nnothing found in 1 file\nexit 2"
        ),
        (
          "openat:error=EOVERFLOW", "a.net", "kith lint a.net",
          "error: cannot read `a.net`: it holds 2 GiB or more\nexit 2"
        ),
        ("?readlink,readlinkat:error=EINTR:when=1", ".", "kith lint", "nothing found in 2 files\nexit 0"),
      ])
    func `what fails with one file or folder is said of it`(
      call: String, file: String, command: String, said: String
    ) throws {
      let folder = try TemporaryFolder(["a.net": Self.new, "in/b.net": "# Jun Sato @jun\n"])
      #expect(try run(failing([call], at: file, command), in: folder) == said)
    }

    @Test(.enabled(if: isTraced))
    func `streams that fail in the middle are named`() throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      #expect(
        try run(failing(["write:retval=0:when=1"], "kith lint"), in: folder)
          == "error: cannot write to standard output: nothing more could be written\nexit 2")
      #expect(
        try run(Self.slowly(failing(["?poll,ppoll:error=ENOMEM"], "kith format -")), in: folder)
          == "error: cannot read standard input: the machine is out of memory\nexit 2")
    }

    @Test(.enabled(if: isTraced))
    func `a report is put in its place also where no file can have two names`() throws {
      let command = failing(["linkat:error=EOPNOTSUPP"], "kith lint -q --output-format concise -o report; cat report")
      #expect(try run(command, in: TemporaryFolder(["a.net": Self.old])) == Self.report + "exit 0")
    }

    /// A new file in the folder would inherit the list, and more people could read it.
    @Test(.enabled(if: isTraced && isThere("python3")))
    func `an access list that cannot be taken away stops the saving`() throws {
      let entries = "2, 1, 6, -1, 2, 6, 8, 4, 4, -1, 16, 4, -1, 32, 0, -1"
      let inherited =
        "python3 -c 'import os, struct; os.setxattr(\".\", \"system.posix_acl_default\", "
        + "struct.pack(\"<I\" + 5 * \"HHi\", \(entries)))' || exit 99; "
      let folder = try TemporaryFolder(["a.net": Self.old])
      let found = try run(inherited + failing(["fremovexattr:error=EPERM"], "kith format a.net"), in: folder)
      let said = Self.notSaved("its extended attribute `system.posix_acl_access` cannot be kept")
      // Not every file system has them.
      #expect(found == said || found.hasSuffix("exit 99"))
    }

    // MARK: What is forbidden

    private static func closed(_ folder: String) -> String {
      "error: cannot look into the folder `\(folder)`: permission denied\n"
    }

    /// As somebody to whom the system forbids something: the superuser first gives up the right to everything.
    @Test(
      .enabled(if: isForbidden),
      arguments: [
        (
          "chmod 555 .", "kith format a.net",
          notSaved("its folder is read-only, and the new version has to be written beside it")
        ),
        ("chmod 200 a.net", "kith lint a.net", "error: cannot read `a.net`: permission denied\nexit 2"),
        // To be listed and not entered is said once, and not of each file.
        ("chmod 600 x", "kith lint x", "\(closed("x"))exit 2"),
        ("chmod 000 x y", "kith lint x y", "\(closed("x"))\(closed("y"))exit 2"),
        // In their own order, and not in that of the file system.
        (
          "rm -r a.net x y; mkdir -m 0 p q r s", "kith lint",
          "\(closed("p"))\(closed("q"))\(closed("r"))\(closed("s"))nothing found in 1 file\nexit 2"
        ),
        (
          "chmod 000 x y", "kith lint b.net",
          "note: cannot look into the folder `x` and 1 more: mentions may stay unresolved\nnothing found in 1 file\nexit 0"
        ),
      ])
    func `what is forbidden is named`(change: String, command: String, said: String) throws {
      let folder = try TemporaryFolder([
        "a.net": Self.old, "b.net": "# Jun Sato @jun\n", "x/c.net": "", "x/d.net": "", "y/e.net": "",
      ])
      let obedient = geteuid() == 0 ? unprivileged.joined(separator: " ") + " " : ""
      // So that the folder can be removed afterwards.
      let command = "trap 'chmod -R u+rwx .' EXIT; \(change); \(obedient)\(command)"
      #expect(try run(command, in: folder) == said)
    }
  }

  /// Whether calls of the system can be made to fail.
  private let isTraced =
    isThere("strace") && (try? runProgram(["strace", "--quiet=all", "-o", "/dev/null", "true"], in: "/"))?.0 == 0

  /// Runs a program of the superuser's as one who may not read and write everything.
  private let unprivileged = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]

  /// Whether the system forbids anything to the tests.
  private let isForbidden = geteuid() != 0 || (try? runProgram(unprivileged + ["true"], in: "/"))?.0 == 0
#endif
