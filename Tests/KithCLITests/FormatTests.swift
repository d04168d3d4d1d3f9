import Foundation
import KithFiles
import Testing

@testable import KithCLI

@Suite struct FormatTests {
  private static let untidy = "# Jun Tanaka  @Jun\nRole: Teacher\n"
  private static let tidy = "# Jun Tanaka @jun\nrole: Teacher\n"

  @Test func `files are rewritten in place, and named on standard error`() throws {
    let folder = try Folder(["people/jun.net": Self.untidy, "people/lena.net": "# Lena Petrova @lena\n"])
    #expect(folder.kith("format") == (0, "", "formatted people/jun.net\n1 file formatted, 1 left as it is\n"))
    #expect(try folder.text("people/jun.net") == Self.tidy)
    #expect(folder.kith("format") == (0, "", "2 files left as they are\n"))
    #expect(folder.kith("fmt", "--quiet") == (0, "", ""))
  }

  @Test func `a canonical file keeps its inode and times`() throws {
    let folder = try Folder(["jun.net": Self.tidy])
    let before = try folder.attributes("jun.net")
    #expect(folder.kith("format").status == 0)
    let after = try folder.attributes("jun.net")
    #expect(before.inode == after.inode && before.changed == after.changed)
  }

  @Test func `check, list and diff change nothing and exit with 1`() throws {
    let folder = try Folder(["jun.net": Self.untidy, "lena.net": "# Lena Petrova @lena\n"])
    let tally = "1 file would be formatted, 1 left as it is\n"
    #expect(folder.kith("format", "--check") == (1, "would format jun.net\n", tally))
    #expect(folder.kith("format", "--list", "-q") == (1, "jun.net\n", ""))
    let diff = """
      --- a/jun.net
      +++ b/jun.net
      @@ -1,2 +1,2 @@
      -# Jun Tanaka  @Jun
      -Role: Teacher
      +# Jun Tanaka @jun
      +role: Teacher

      """
    #expect(folder.kith("format", "--diff") == (1, diff, tally))
    #expect(try folder.text("jun.net") == Self.untidy)
    #expect(folder.kith("format", "--check", "lena.net") == (0, "", "1 file left as it is\n"))
    let shown = folder.kith("format", "--diff", isTerminal: true).out
    #expect(shown.contains("\u{1B}[1;31m-Role: Teacher\u{1B}[0m\n\u{1B}[1;32m+# Jun Tanaka @jun\u{1B}[0m\n"))
  }

  @Test func `one untidy line is one hunk of one line`() throws {
    let lines = (1...40).map { "- line \($0)\n" }
    let text = "# Lists\nkind: page\n\n" + lines.joined().replacing("- line 20\n", with: "*  line 20\n")
    let folder = try Folder(["list.net": text])
    let diff = folder.kith("format", "--diff", "-q").out.split(separator: "\n")
    #expect(diff.count { $0.hasPrefix("@@") } == 1)
    #expect(diff.filter { $0.hasPrefix("-") || $0.hasPrefix("+") }.dropFirst(2) == ["-*  line 20", "+- line 20"])
  }

  @Test func `control characters of a file reach a pipe and no terminal`() throws {
    let folder = try Folder(["a.net": "# A @a\n\n* red \u{1B}[31m\tword\n"])
    #expect(folder.kith("format", "--diff", "-q").out.contains("-* red \u{1B}[31m\tword"))
    #expect(
      folder.kith("format", "--diff", "-q", "--color", "never", isTerminal: true).out.contains(
        "-* red \\u{1B}[31m\tword"))
  }

  @Test func `a text reaches programs to the byte, and a terminal with its controls made visible`() {
    func written(isTerminal: Bool) -> String {
      var console = Console(
        out: .captured(isTerminal: isTerminal), err: .captured(), workingFolder: Path("/"))
      console.writeText(Array("# A @a\n\n- red \u{1B}[31m\tword\u{202E}\n".utf8))
      return console.out.capturedText
    }
    #expect(written(isTerminal: false) == "# A @a\n\n- red \u{1B}[31m\tword\u{202E}\n")
    #expect(written(isTerminal: true) == "# A @a\n\n- red \\u{1B}[31m\tword\\u{202E}\n")
  }

  @Test func `a range is for one file, and its other lines stay`() throws {
    let folder = try Folder(["list.net": "* a\n* b\n* c\n", "b.net": ""])
    #expect(folder.kith("format", "--range", "2-2", "list.net").status == 0)
    #expect(try folder.text("list.net") == "* a\n- b\n* c\n")
    #expect(folder.kith("format", "--range=3", "list.net", "-q").status == 0)
    #expect(try folder.text("list.net") == "* a\n- b\n- c\n")
    #expect(folder.kith("format", "--range", "7-9", "list.net", "-q") == (0, "", ""))
    #expect(folder.kith("format", "--range", "2-2").err == "error: `--range` is for one file, and these are 2\n")
    for typed in ["0-3", "4-2", "a-b", "1-2-3", "-", "1-"] {
      let run = folder.kith("format", "--range=\(typed)", "list.net")
      #expect(run.status == 2 && run.err.hasPrefix("error: `\(typed)` is no range of lines\nhelp: "))
    }
  }

  @Test func `what cannot be formatted is left as it is, and the other files are still done`() throws {
    let folder = try Folder(["jun.net": Self.untidy, "graph.net": "*Vertices 2\n1 \"a\"\n2 \"b\"\n"])
    try Data([0x2A, 0x20, 0xE9, 0x0A]).write(to: folder.url.appending(path: "latin.net"))
    let run = folder.kith("format")
    #expect(run.status == 2)
    #expect(
      run.err == """
        note: `graph.net` is left as it is: it is a Pajek network, not notes
        formatted jun.net
        error: `latin.net` is left as it is: the byte at line 1, column 3 is not UTF-8
        help: save it as UTF-8 first; `kith rule invalid-utf8` says more
        1 file formatted, 1 left as it is, 1 not done

        """)
    #expect(try folder.text("jun.net") == Self.tidy)
    #expect(try Data(contentsOf: folder.url.appending(path: "latin.net")) == Data([0x2A, 0x20, 0xE9, 0x0A]))
  }

  @Test func `what is no text, or may be another program's, is left as it is`() throws {
    let circuit = "A divider\n* by Ann\nR1 in out 1k\n+ tol=1\n.end\n"
    let folder = try Folder([
      "circuit.net": circuit, "wide.net": "*\u{0} \u{0}a\u{0}\n\u{0}", "mac.net": "# A @A\r* one\r",
      "conflict.net": "# A @a\n\n<<<<<<< HEAD\n* one\n=======\n* two\n>>>>>>> branch\n",
    ])
    let run = folder.kith("format")
    #expect(run.status == 2)
    for line in [
      "note: `circuit.net` is left as it is: there is no record in it; name it to have it formatted",
      "error: `wide.net` is left as it is: it holds NUL bytes, which no text does",
      "error: `mac.net` is left as it is: its lines end in carriage returns alone",
      "2 files left as they are, 2 not done",
    ] { #expect(run.err.contains(line + "\n"), "\(line)") }
    #expect(try folder.text("circuit.net") == circuit)
    #expect(folder.kith("format", "circuit.net").err.contains("1 file formatted"))
    #expect(folder.kith("format", "").err == "error: there is no file or folder ``\n")
  }

  @Test func `files that must not be replaced are refused, each with its reason`() throws {
    let folder = try Folder(["jun.net": Self.untidy, "read-only.net": Self.untidy, "link.net": ""])
    let manager = FileManager.default
    try manager.linkItem(at: folder.url.appending(path: "jun.net"), to: folder.url.appending(path: "twin.net"))
    try manager.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: folder.url.appending(path: "read-only.net").path)
    #expect(folder.kith("format", "jun.net").err.contains("cannot save `jun.net`: it has 2 names (hard links)"))
    #expect(folder.kith("format", "read-only.net").err.contains("cannot save `read-only.net`: it is read-only"))
    #expect(folder.kith("format", "nowhere.net").status == 2)
    #expect(try folder.text("jun.net") == Self.untidy && folder.text("read-only.net") == Self.untidy)
  }
}
