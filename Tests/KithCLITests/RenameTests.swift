import Foundation
import KithCLI
import Testing

@Suite struct RenameTests {
  private static let jun = "# Jun Tanaka @jun\nrole: Teacher\n"
  private static let meeting = "# 2026-11-14 Coffee with @jun\n\n- gave @Jun: two contacts\n"

  private func notebook(_ others: [String: String] = [:]) throws -> Folder {
    try Folder(
      ["people/jun.net": Self.jun, "meetings.net": Self.meeting, ".kith.json": "{}"].merging(others) { $1 })
  }

  @Test func `a handle is renamed in all files of the notebook`() throws {
    let folder = try notebook(["people/lena.net": "# Lena @lena\n"])
    let run = folder.kith("rename", "@jun", "@Jun-T")
    #expect(run.status == 0 && run.out == "")
    #expect(
      run.err == """
        renamed the handle in people/jun.net
        renamed 2 mentions in meetings.net
        the handle and 2 mentions renamed in 2 files

        """)
    #expect(try folder.text("people/jun.net") == "# Jun Tanaka @jun-t\naka: @jun\nrole: Teacher\n")
    #expect(try folder.text("meetings.net") == "# 2026-11-14 Coffee with @jun-t\n\n- gave @jun-t: two contacts\n")
    #expect(folder.kith("lint", "-q").status == 0 && folder.kith("format", "--check", "-q").status == 0)
    // Twice is once.
    #expect(
      folder.kith("rename", "@jun", "@jun-t")
        == (0, "", "nothing to rename: `@jun-t` is written everywhere already\n"))
    #expect(folder.kith("rename", "jun-t", "junko", "people/lena.net", "-q") == (0, "", ""))
    #expect(try folder.text("people/jun.net") == "# Jun Tanaka @junko\naka: @jun, @jun-t\nrole: Teacher\n")
  }

  @Test func `a folder without notes belongs to its notebook`() throws {
    let folder = try notebook(["drafts/a.txt": ""])
    #expect(folder.kith("rename", "@jun", "@junko", "drafts", "-q").status == 0)
    #expect(try folder.text("meetings.net").contains("@junko: two"))
  }

  @Test func `the old handle can be forgotten`() throws {
    let folder = try notebook()
    #expect(folder.kith("rename", "jun", "junko", "--forget", "-q") == (0, "", ""))
    #expect(try folder.text("people/jun.net") == "# Jun Tanaka @junko\nrole: Teacher\n")
    let again = folder.kith("rename", "jun", "junko", "--forget")
    #expect(again.status == 1)
    #expect(again.err == "error: no one has the handle `@jun`\nhelp: did you mean `@junko`?\n")
  }

  @Test func `a diff shows all files and writes none`() throws {
    let folder = try notebook()
    let run = folder.kith("rename", "@jun", "@junko", "--diff")
    #expect(run.status == 1 && run.err == "the handle and 2 mentions would be renamed in 2 files\n")
    #expect(
      run.out == """
        --- a/meetings.net
        +++ b/meetings.net
        @@ -1,3 +1,3 @@
        -# 2026-11-14 Coffee with @jun
        +# 2026-11-14 Coffee with @junko
        \u{20}
        -- gave @Jun: two contacts
        +- gave @junko: two contacts
        --- a/people/jun.net
        +++ b/people/jun.net
        @@ -1,2 +1,3 @@
        -# Jun Tanaka @jun
        +# Jun Tanaka @junko
        +aka: @jun
         role: Teacher

        """)
    #expect(try folder.text("people/jun.net") == Self.jun)
    #expect(folder.kith("rename", "@jun", "@jun", "--diff", "people").status == 1)
    #expect(folder.kith("rename", "@jun", "@jun", "-q").status == 0)
    #expect(folder.kith("rename", "@jun", "@jun", "--diff").status == 0)
  }

  @Test func `a clash is shown with both places, and nothing is written`() throws {
    let folder = try notebook(["people/lena.net": "# Lena @lena\naka: Junko\n"])
    let run = folder.kith("rename", "@jun", "@junko")
    #expect(run.status == 1 && run.out == "")
    #expect(
      run.err == """
        error: somebody else goes by `@junko`
         --> people/lena.net:2:6
          |
        2 | aka: Junko
          |      ----- this name gives it
          |
         ::: people/jun.net:1:14
          |
        1 | # Jun Tanaka @jun
          |              ---- this one was to get it
        help: choose another handle

        """)
    #expect(try folder.text("meetings.net") == Self.meeting)
    #expect(
      folder.kith("rename", "@june", "@x").err == "error: no one has the handle `@june`\nhelp: did you mean `@jun`?\n")
    #expect(folder.kith("rename", "@me", "@x").status == 1)
  }

  @Test func `lines of private records are shown on a terminal only`() throws {
    let folder = try notebook(["lena.net": "# Lena @junko #private\nplace: a secret\n"])
    let run = folder.kith("rename", "@jun", "@junko")
    #expect(run.status == 1 && run.err.contains("1 | (private: shown on a terminal, or with --private)"))
    #expect(folder.kith("rename", "@junko", "@lena", "-q") == (0, "", ""))
    #expect(try folder.text("lena.net") == "# Lena @lena #private\naka: @junko\nplace: a secret\n")
  }

  @Test func `where the handle is no mention, a person may look`() throws {
    let folder = try notebook(["a.net": "// ask @jun\n# Lena @lena\n", "b.net": "```\n@jun\n```\n"])
    let run = folder.kith("rename", "@jun", "@junko")
    #expect(run.status == 0)
    #expect(
      run.err.hasPrefix(
        """
        note: `@jun` stands in a comment and is left as it is: a.net:1:8
        note: `@jun` stands in code and is left as it is: b.net:2:1
        renamed
        """))
    #expect(try folder.text("a.net") == "// ask @jun\n# Lena @lena\n")
    let many = try notebook(["a.net": String(repeating: "// @jun\n", count: 14)])
    #expect(many.kith("rename", "@jun", "@junko").err.contains("is left as it is in 4 more places\n"))
    let rival = try notebook(["a.net": "# Jun @b\n"]).kith("rename", "@jun", "@junko").err
    #expect(rival.contains("note: `@jun` is not kept as an aka: somebody else goes by it here, a.net:1:3\n"))
  }

  @Test func `what is typed must be two handles`() throws {
    let folder = try notebook()
    #expect(folder.kith("rename", "@jun").err.hasPrefix("error: `kith rename` needs two handles"))
    #expect(
      folder.kith("rename", "@jun", "Jun Tanaka")
        == (2, "", "error: `Jun Tanaka` is no handle\nhelp: did you mean `@jun-tanaka`?\n"))
    #expect(folder.kith("rename", "@", "@junko").err.contains("help: a handle is a letter or digit"))
    #expect(folder.kith("rename", "@jun", "@junko", "-").status == 2)
    #expect(folder.kith("rename", "@jun", "@junko", "nowhere").status == 2)
    #expect(try folder.text("people/jun.net") == Self.jun)
  }

  @Test func `a file that is not UTF-8 may mention somebody, too`() throws {
    let folder = try notebook()
    try Data([0x40, 0x6A, 0xE9, 0x0A]).write(to: folder.url.appending(path: "latin.net"))
    #expect(
      folder.kith("rename", "@jun", "@junko", "people") == (
        2, "",
        """
        error: the byte at line 1, column 3 of `latin.net` is not UTF-8
        help: nothing is renamed, since these files may mention somebody, too

        """
      ))
    #expect(try folder.text("people/jun.net") == Self.jun)
    // A network of another program is no notes.
    try Data("*Vertices 1\n1 \"".utf8 + [0xE9, 0x22, 0x0A]).write(to: folder.url.appending(path: "latin.net"))
    #expect(folder.kith("rename", "@jun", "@junko", "-q") == (0, "", ""))
  }

  @Test func `ignored files and other notebooks are no part of it`() throws {
    let folder = try notebook([
      ".gitignore": "old/\n", "old/a.net": "# A @junko\n\n@jun\n", "graph.net": "*Vertices 1\n1 \"@jun\"\n",
    ])
    #expect(folder.kith("rename", "@jun", "@junko", "-q") == (0, "", ""))
    #expect(try folder.text("old/a.net") == "# A @junko\n\n@jun\n")
    let nested = try notebook(["other/.kith.json": "{}", "other/a.net": "# A @jun\n"])
    #expect(
      nested.kith("rename", "@jun", "@junko") == (
        2, "",
        """
        error: these are 2 notebooks, and a handle is renamed in one at a time
        help: name a file of the one: `meetings.net`, `other/a.net`

        """
      ))
    #expect(nested.kith("rename", "@jun", "@junko", "meetings.net", "-q").status == 0)
    #expect(try nested.text("other/a.net") == "# A @jun\n")
    #expect(try Folder(["a.txt": ""]).kith("rename", "@jun", "@junko").status == 1)
  }

  @Test func `a file with CRs keeps them`() throws {
    let folder = try notebook(["people/jun.net": "# Jun Tanaka @jun\r\n- met @jun\r\n"])
    #expect(folder.kith("rename", "@jun", "@junko", "-q").status == 0)
    #expect(try folder.text("people/jun.net") == "# Jun Tanaka @junko\r\naka: @jun\r\n\r\n- met @junko\r\n")
  }

  @Test func `what cannot be saved is named, and can be done later`() throws {
    let folder = try notebook(["b.net": "@jun\n"])
    func setMode(_ mode: Int, _ name: String) throws {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: folder.url.appending(path: name).path)
    }
    try setMode(0o444, "people/jun.net")
    let none = folder.kith("rename", "@jun", "@junko")
    #expect(none.status == 2)
    #expect(none.err == "error: cannot save `people/jun.net`: it is read-only\nerror: nothing is renamed\n")
    #expect(try folder.text("meetings.net") == Self.meeting)
    try setMode(0o644, "people/jun.net")
    try setMode(0o444, "b.net")
    let some = folder.kith("rename", "@jun", "@junko")
    #expect(some.status == 2)
    #expect(
      some.err == """
        renamed the handle in people/jun.net
        error: cannot save `b.net`: it is read-only
        renamed 2 mentions in meetings.net
        error: the other files are written, and not `b.net`
        help: run it once more when they can be saved; until then `@jun` is known as an aka
        the handle and 2 mentions renamed in 2 files

        """)
    #expect(folder.kith("lint", "-q").status == 0)
    try setMode(0o644, "b.net")
    #expect(folder.kith("rename", "@jun", "@junko").err.hasPrefix("renamed 1 mention in b.net\n"))
    #expect(try folder.text("b.net") == "@junko\n")
  }
}
