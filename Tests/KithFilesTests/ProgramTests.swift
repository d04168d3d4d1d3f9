#if os(Linux)
  import Foundation
  import Testing

  @testable import KithFiles

  /// The program itself, as a shell starts it: its streams, its surroundings, and what it says where the system fails it.
  @Suite struct ProgramTests {
    private static let old = "# Lena Petrova @lena\nrole:  friend\n"
    private static let new = "# Lena Petrova @lena\nrole: friend\n"

    /// What a command prints on both outputs, in a folder of its own with unformatted notes in `a.net`, and its exit code.
    private func run(_ command: String, in folder: TemporaryFolder) throws -> String {
      // SwiftPM builds the program beside that of the tests.
      let prelude =
        "PATH=\"$0:$PATH\" HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1; export PATH HOME GIT_CONFIG_NOSYSTEM; exec 2>&1\n"
      let (status, output) = try runProgram(
        ["sh", "-c", prelude + command, Bundle.main.bundlePath], in: folder.text(""))
      return output.replacing("\r\n", with: "\n").replacing(/\.a\.net\.kith-[-0-9a-f]+/, with: ".a.net.kith-…")
        + "exit \(status)"
    }

    private static let report =
      "a.net:2:7: warning[N501] unformatted: the file differs from its canonical form in one place\n"

    @Test(arguments: [
      ("printf '#  Lena\\n' | kith format -", "# Lena\nexit 0"),
      ("kith format - <.", "error: cannot read standard input: it is a folder\nexit 2"),
      ("kith format - <&-", "error: cannot read standard input: it is closed\nexit 2"),
      ("kith lint >/dev/full", "error: cannot write to standard output: the disk is full\nexit 2"),
      ("kith lint >&-", "error: cannot write to standard output: it is closed\nexit 2"),
      ("kith rule --all | head -n 1", "# invalid-utf8 (N101)\nexit 0"),
      ("kith lint -q --output-format concise -o -", report + "exit 0"),
      ("kith lint -q --output-format concise -o /dev/stdout", report + "exit 0"),
      ("kith lint -q --output-format concise -o /dev/fd/3 3>report; cat report", report + "exit 0"),
      ("kith lint -q -o /dev/fd/9", "error: cannot write to `/dev/fd/9`: it is closed\nexit 2"),
      ("mkdir gone; cd gone; rmdir ../gone; kith lint", "error: there is no file or folder `.`\nexit 2"),
    ])
    func `streams that are no files, and files that are none`(command: String, said: String) throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      #expect(try run(command, in: folder) == said)
    }

    @Test(
      .enabled(if: isThere("python3")),
      arguments: [
        ("kith lint -q -o sock", "error: cannot write to `sock`: it is a socket, not a file\nexit 2"),
        ("kith lint sock", "error: cannot read `sock`: it is a socket, not a file\nexit 2"),
      ])
    func `sockets are no files`(command: String, said: String) throws {
      let socket = "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"sock\")'\n"
      #expect(try run(socket + command, in: TemporaryFolder(["a.net": Self.old])) == said)
    }

    /// As where a program before it in the pipe has made the pipe so, and is slow.
    @Test(.enabled(if: isThere("python3")))
    func `input that never waits is waited for`() throws {
      let notWaiting = "import os; os.set_blocking(0, False); os.execvp(\"kith\", [\"kith\", \"format\", \"-\"])"
      let folder = try TemporaryFolder()
      #expect(
        try run("(sleep 1; printf '#  Lena\\n') | python3 -c '\(notWaiting)'", in: folder) == "# Lena\nexit 0")
    }

    @Test(.enabled(if: isThere("script")))
    func `a line that is wider than the terminal is shown in part`() throws {
      let folder = try TemporaryFolder([
        "a.net": "# Lena Petrova @lena\n\n\(String(repeating: "Tea with @jun. ", count: 20))\n"
      ])
      func lines(columns: Int) throws -> String {
        try run("script -qec 'stty cols \(columns); kith lint' /dev/null", in: folder)
      }
      let (wide, narrow) = (try lines(columns: 400), try lines(columns: 40))
      #expect(!wide.contains("…"))
      #expect(narrow.contains("3 | Tea with @jun. Tea with @jun. Tea with …\n"))
    }

    @Test(.enabled(if: isThere("git")))
    func `a hook knows the program by the name it was called by`() throws {
      let folder = try TemporaryFolder()
      func installed(by program: String) throws -> String {
        try run("\(program) hook install 2>said && grep '^installed=' .git/hooks/pre-commit", in: folder)
      }
      #expect(try run("git init -q . && ln -s \"$0/kith\" mine", in: folder) == "exit 0")
      let byName = try installed(by: "kith")
      #expect(byName == "installed='\(Bundle.main.bundlePath)/kith'\nexit 0")
      let byPath = try installed(by: "./mine")
      #expect(byPath == "installed='\(folder.path.shown)/./mine'\nexit 0")
    }

    // MARK: Calls that fail

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
    private func failing(_ calls: [String], _ command: String) -> String {
      "strace -f -qqq -o /dev/null \(calls.map { "-e inject=\($0)" }.joined(separator: " ")) \(command)"
    }

    @Test(
      .enabled(if: isTraced),
      arguments: [
        // What not every system has is done in another way.
        (["linkat:error=EOPNOTSUPP"], saved), (["renameat2:error=EINVAL"], saved), (["fsync:error=EINVAL"], saved),
        (["flock:error=ENOLCK"], saved), (["flock:error=EINTR:when=1"], saved), (["clone,clone3:error=EAGAIN"], saved),
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

    /// The other program writes once the new version is there and waits to change places with the old one.
    @Test(.enabled(if: isTraced))
    func `what another program writes in the last moment is put back`() throws {
      let folder = try TemporaryFolder(["a.net": Self.old])
      let other = """
        (n=0; until ls .a.net.kith-* >/dev/null 2>&1 || [ $n = 300 ]; do n=$((n+1)); sleep 0.01; done
        sleep 0.2; echo theirs >>a.net) &

        """
      let said = try run(other + failing(["renameat2:delay_enter=1000000:when=1"], "kith format a.net"), in: folder)
      #expect(said == Self.notSaved("another program has changed it meanwhile, and that version stays"))
      #expect(try text("a.net", in: folder) == Self.old + "theirs\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.text("")) == ["a.net"])
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

    private func text(_ name: String, in folder: TemporaryFolder) throws -> String {
      try String(contentsOf: folder.url(name), encoding: .utf8)
    }
  }

  /// Whether this machine has a program.
  private func isThere(_ program: String) -> Bool {
    (try? runProgram(["sh", "-c", "command -v \(program)"], in: "/"))?.0 == 0
  }

  /// Whether calls of the system can be made to fail.
  private let isTraced =
    isThere("strace") && (try? runProgram(["strace", "-qqq", "-o", "/dev/null", "true"], in: "/"))?.0 == 0
#endif
