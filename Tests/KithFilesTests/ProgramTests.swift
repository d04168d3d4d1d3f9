#if os(Linux)
  import Foundation
  import Testing

  @testable import KithFiles

  /// The program itself, as a shell starts it: its streams, its surroundings, and what it says where the system fails it.
  @Suite struct ProgramTests {
    static let old = "# Lena Petrova @lena\nrole:  friend\n"
    static let new = "# Lena Petrova @lena\nrole: friend\n"

    /// What a command prints on both outputs, in a folder of its own with unformatted notes in `a.net`, and its exit code.
    func run(_ command: String, in folder: TemporaryFolder) throws -> String {
      // SwiftPM builds the program beside that of the tests.
      let prelude =
        "PATH=\"$0:$PATH\" HOME=\"$PWD\" GIT_CONFIG_NOSYSTEM=1; export PATH HOME GIT_CONFIG_NOSYSTEM; exec 2>&1\n"
      let (status, output) = try runProgram(
        ["sh", "-c", prelude + command, Bundle.main.bundlePath], in: folder.text(""))
      return output.replacing("\r\n", with: "\n").replacing(/\.a\.net\.kith-[-0-9a-f]+/, with: ".a.net.kith-…")
        + "exit \(status)"
    }

    static let report =
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
      ("kith lint -q -o /dev/fd/-1", "error: cannot write to `/dev/fd/-1`: there is no such file\nexit 2"),
      ("echo old >report; kith lint -q --output-format concise -o report; cat report", report + "exit 0"),
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
        ("mv sock .kith.json; kith lint", "error: cannot read `.kith.json`: it is a socket, not a file\nexit 2"),
      ])
    func `sockets are no files`(command: String, said: String) throws {
      let socket = "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"sock\")'\n"
      #expect(try run(socket + command, in: TemporaryFolder(["a.net": Self.old])) == said)
    }

    /// A slow program, and a pipe that another one has made so that it never waits.
    static func slowly(_ command: String) -> String {
      "(sleep 1; printf '#  Lena\\n') | (dd iflag=nonblock count=0 2>/dev/null; \(command))"
    }

    @Test func `input that never waits is waited for`() throws {
      #expect(try run(Self.slowly("kith format -"), in: TemporaryFolder()) == "# Lena\nexit 0")
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
      // Of a terminal that does not know its width.
      #expect(try lines(columns: 0) == lines(columns: 120))
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
      #expect(try installed(by: "env -u PATH \"$0/kith\"") == byName)
    }

    func text(_ name: String, in folder: TemporaryFolder) throws -> String {
      try String(contentsOf: folder.url(name), encoding: .utf8)
    }
  }

  /// Whether this machine has a program.
  func isThere(_ program: String) -> Bool {
    (try? runProgram(["sh", "-c", "command -v \(program)"], in: "/"))?.0 == 0
  }
#endif
