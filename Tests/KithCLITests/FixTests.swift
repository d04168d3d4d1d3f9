import Foundation
import KithCLI
import KithFiles
import Support
import Testing

@Suite struct FixTests {
  private static let notes = """
    # Jun Tanaka @jun

    # Amara Okafor @amara
    knows: Jun Tanaka

    - [ ] send @jun the reading list done:2026-11-16
    - gave @jnu: a book

    """
  private static let fixed = """
    # Jun Tanaka @jun

    # Amara Okafor @amara
    knows: @jun

    - [x] send @jun the reading list done:2026-11-16
    - gave @jnu: a book

    """

  @Test func `safe fixes are applied, and what is left is reported`() throws {
    let folder = try Folder(["notes.net": Self.notes])
    let run = folder.kith("lint", "--fix", "--output-format", "concise")
    #expect(run.status == 1)
    #expect(run.out == "notes.net:7:8: error[N201] unknown-mention: no one has the handle `@jnu`\n")
    #expect(run.err.hasPrefix("2 fixed; 1 error in 1 file"))
    #expect(try folder.text("notes.net") == Self.fixed)
    let before = try folder.attributes("notes.net")
    #expect(folder.kith("lint", "--fix", "-q").status == 1)
    let after = try folder.attributes("notes.net")
    #expect(before.inode == after.inode && before.changed == after.changed)
  }

  @Test func `a fixed file is formatted if it was canonical, or is reported not to be`() throws {
    let folder = try Folder([
      "loose.net": "# Jun Tanaka   @jun\n\n* [ ] a list done:2026-11-16\n",
      "kept.net": "// kith: ignore-file unformatted -- as it came\n# Lena @lena\n\n* [ ] a list done:2026-11-16\n",
    ])
    #expect(folder.kith("lint", "--fix").err == "3 fixed; nothing else found in 2 files\n")
    #expect(try folder.text("loose.net") == "# Jun Tanaka @jun\n\n- [x] a list done:2026-11-16\n")
    #expect(
      try folder.text("kept.net")
        == "// kith: ignore-file unformatted -- as it came\n# Lena @lena\n\n* [x] a list done:2026-11-16\n")
  }

  @Test func `diff shows the same and changes nothing`() throws {
    let folder = try Folder(["notes.net": Self.notes])
    let run = folder.kith("lint", "--diff")
    #expect(run.status == 1)
    #expect(
      run.out == """
        --- a/notes.net
        +++ b/notes.net
        @@ -1,7 +1,7 @@
         # Jun Tanaka @jun
        \u{20}
         # Amara Okafor @amara
        -knows: Jun Tanaka
        +knows: @jun
        \u{20}
        -- [ ] send @jun the reading list done:2026-11-16
        +- [x] send @jun the reading list done:2026-11-16
         - gave @jnu: a book

        """)
    #expect(try folder.text("notes.net") == Self.notes)
    let clean = try Folder(["notes.net": "# Jun Tanaka @jun\n"])
    #expect(clean.kith("lint", "--diff") == (0, "", "nothing found in 1 file\n"))
  }

  @Test func `unsafe fixes are for those who ask`() throws {
    let folder = try Folder(["notes.net": "# Jun Tanaka @jun\n\n- storry @jun: how the kiln cracked\n"])
    let asked = folder.kith("lint")
    #expect(asked.err.hasSuffix("; 1 can be fixed with `--fix --unsafe-fixes`\n"))
    #expect(folder.kith("lint", "--fix").err.contains("1 warning"))
    #expect(folder.kith("lint", "--fix", "--unsafe-fixes").err == "1 fixed; nothing else found in 1 file\n")
    #expect(try folder.text("notes.net") == "# Jun Tanaka @jun\n\n- story @jun: how the kiln cracked\n")
    let alone = folder.kith("lint", "--unsafe-fixes")
    #expect(alone.status == 2)
    #expect(
      alone.err == """
        error: `--unsafe-fixes` needs `--fix` or `--diff`
        help: `kith lint --diff --unsafe-fixes` shows what would change

        """)
  }

  @Test func `what is not text, and what may be another program's, is left alone`() throws {
    let circuit = "* Voltage divider\n- [ ] r1 done:2026-11-16\n"
    let folder = try Folder(["circuit.net": circuit, "jun.net": "# Jun @jun\n"])
    let latin = Data("# Ren".utf8) + [0xE9] + Data(" @rene\n\n- [ ] a list done:2026-11-16\n".utf8)
    try latin.write(to: folder.url.appending(path: "latin.net"))
    let run = folder.kith("lint", "--fix")
    #expect(
      run.err.contains("note: `circuit.net` is left as it is: there is no record in it; name it to have it fixed\n"))
    #expect(!run.err.contains("can be fixed with `--fix`"))
    #expect(try folder.text("circuit.net") == circuit)
    #expect(try Data(contentsOf: folder.url.appending(path: "latin.net")) == latin)
    _ = folder.kith("lint", "--fix", "circuit.net")
    #expect(try folder.text("circuit.net").contains("[x]"))
  }

  @Test func `a file that cannot be written is reported as it is`() throws {
    let folder = try Folder(["notes.net": Self.notes])
    let path = folder.url.appending(path: "notes.net").path
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
    let run = folder.kith("lint", "--fix", "--output-format", "concise")
    #expect(run.status == 2)
    #expect(run.err.contains("read-only") && !run.err.contains("fixed;"))
    #expect(run.out.split(separator: "\n").count == 3)
    #expect(try folder.text("notes.net") == Self.notes)
  }

  // MARK: Comments instead of fixes

  @Test func `add-ignore writes comments, and then nothing is found`() throws {
    let folder = try Folder([
      "notes.net": """
      # Jun Tanaka @jun
      born: 1980

      - gave @jnu: a book
        and @pia another
      ```
      a \u{1B} in code
      ```

      # 2026-13-14 Lunch with @jun and @kim

      """
    ])
    let before = folder.kith("json").out
    #expect(folder.kith("lint", "--add-ignore=as they were").err.hasSuffix("nothing else found in 1 file\n"))
    #expect(
      try folder.text("notes.net") == """
        // kith: ignore-file control-character -- as they were
        # Jun Tanaka @jun
        // kith: ignore almost-field -- as they were
        born: 1980

        // kith: ignore unknown-mention -- as they were
        - gave @jnu: a book
        // kith: ignore unknown-mention -- as they were
          and @pia another
        ```
        a \u{1B} in code
        ```

        // kith: ignore invalid-date, unknown-mention -- as they were
        # 2026-13-14 Lunch with @jun and @kim

        """)
    #expect(folder.kith("lint", "--error-on-warning") == (0, "", "nothing found in 1 file\n"))
    let place = /"line": \d+/
    #expect(folder.kith("json").out.replacing(place, with: "") == before.replacing(place, with: ""))
    #expect(folder.kith("lint", "--add-ignore").err == "nothing found in 1 file\n")
  }

  @Test func `add-ignore leaves comments as they are, and what they cannot be about`() throws {
    let folder = try Folder(["n.net": "# Jun @jun\n\n// kith: ignore unlinked-name, N2 -- old\n- storry @jun: a book\n"]
    )
    #expect(folder.kith("lint", "--add-ignore").status == 0)
    #expect(
      try folder.text("n.net")
        == "# Jun @jun\n\n// kith: ignore unlinked-name, N2 -- old\n// kith: ignore almost-head\n- storry @jun: a book\n"
    )
    let clash = folder.kith("lint", "--add-ignore", "--fix")
    #expect(clash.status == 2 && clash.err.hasPrefix("error: `--add-ignore` does not go with `--fix`"))
    let front = "---\ntitle: x\n---\n# Jun @jun\n"
    let others = try Folder(["front.net": front, "secret.net": "# Lena @lena\n// the old pw: Zitrone_47\n"])
    #expect(others.kith("lint", "--add-ignore", "-q").status == 1)
    #expect(try others.text("front.net").hasPrefix("---\ntitle: x\n---\n"))
    #expect(others.kith("lint").out.contains("N107"))
    #expect(try others.text("secret.net") == "# Lena @lena\n// the old pw: Zitrone_47\n")
  }

  @Test func `add-ignore writes no comment for a secret or a conflict`() throws {
    let files = [
      "key.net":
        "# Keys\nkind: page\n\n-----BEGIN PRIVATE KEY-----\n\(Secrets.privateKey)\n-----END PRIVATE KEY-----\n",
      "token.net": "# Jun @jun\n\n- the token of the shop\n  \(Secrets.all[0])\n- and \(Secrets.all[0])\n",
      "fence.net": "# Bo @bo\n\n```\npassword: kumquat47\n```\n",
      "merge.net": "# Lena @lena\n\n<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> side\n",
    ]
    let folder = try Folder(files)
    let run = folder.kith("lint", "--add-ignore")
    #expect(run.status == 1 && run.out.components(separatedBy: "error[").count == 6)
    for (name, text) in files { #expect(try folder.text(name) == text) }
    // What else is found is ignored all the same.
    let mixed = try Folder(["n.net": "# Jun @jun\n\n- gave @jnu: the password: kumquat47\n"])
    #expect(mixed.kith("lint", "--add-ignore").status == 1)
    #expect(
      try mixed.text("n.net")
        == "# Jun @jun\n\n// kith: ignore unknown-mention\n- gave @jnu: the password: kumquat47\n")
  }

  // MARK: What fixes must not do

  @Test func `no fix makes public what is private`() throws {
    let quote = "# Bo @bo\n\n- ill #private\n・morphine\n"
    let folder = try Folder(["bo.net": quote])
    let run = folder.kith("lint", "--fix", "--unsafe-fixes")
    #expect(run.err.contains("note: 1 fix in `bo.net` would let others read what is private, and is left to you\n"))
    #expect(!folder.kith("json").out.contains("morphine"))
  }

  @Test(arguments: [
    "- worried about him #private\nemail: jim@clinic.example\n",
    "- y\n  - z #private\nemail: jim@clinic.example\n",
    "- with @sec\nemail: jim@clinic.example\n\n# Sec @sec #private\n",
    "- y\n\nemail: jim@clinic.example\nHe is in there. #private\n",
  ])
  func `nor carries it to where all can read it`(notes: String) throws {
    let folder = try Folder(["jim.net": "# Jim @jim\n\n" + notes])
    _ = folder.kith("lint", "--fix", "--unsafe-fixes")
    #expect(!folder.kith("json").out.contains("clinic"))
  }

  @Test func `no line is torn from the one that goes on with it`() throws {
    let notes = "# Ann @ann\n\n- a note\norg: Acme\n  and Sons\n"
    let folder = try Folder(["ann.net": notes])
    _ = folder.kith("lint", "--fix", "--unsafe-fixes")
    #expect(try folder.text("ann.net") == notes)
  }

  @Test func `a comment that is not understood may be about any fix of its file`() throws {
    let notes = "# Lena @lena\n\n# Bo @bo\n// kith: ignore unlinked-nam -- another one\nknows: Lena\n"
    let folder = try Folder(["bo.net": notes])
    let run = folder.kith("lint", "--fix")
    #expect(try folder.text("bo.net") == notes)
    #expect(
      run.err.contains(
        "note: 1 fix in `bo.net` may be what the comment at bo.net:4:17 is about, and waits until that is mended\n"))
    #expect(folder.kith("lint", "--fix", "--unsafe-fixes").status == 0)
    #expect(try folder.text("bo.net") == notes.replacing("unlinked-nam ", with: "unlinked-name "))
  }

  @Test func `nothing is fixed while a part of the notebook cannot be read`() throws {
    let notes = "# Bo @bo\n// kith: ignore unlinked-name -- another one\nknows: Lena\n"
    let folder = try Folder(["bo.net": notes, "lena.net": "# Lena @lena\n"])
    // Larger than can be read, without a byte on the disk.
    let lena = try FileHandle(forWritingTo: folder.url.appending(path: "lena.net"))
    try lena.truncate(atOffset: 1 << 31)
    let run = folder.kith("lint", "--fix")
    #expect(run.status == 2)
    #expect(
      run.err.contains("error: nothing is changed in the notebook of `lena.net` as long as that cannot be read\n"))
    #expect(try folder.text("bo.net") == notes)
  }

  // MARK: Counting

  @Test func `statistics count instead of listing`() throws {
    let folder = try Folder(["notes.net": Self.notes, "b.net": "# Bo @bo\n\n- gave @jnu: a cup\n"])
    #expect(
      folder.kith("lint", "--statistics").out == """
        2 error[N201] unknown-mention (2 with --fix --unsafe-fixes)
        1 warning[N209] unlinked-name (1 with --fix)
        1 warning[N305] done-without-check (1 with --fix)

        """)
    #expect(folder.kith("lint", "--statistics", "--output-format", "json").out.contains(#""count": 2"#))
    #expect(folder.kith("lint", "--statistics", "--output-format", "json").out.contains(#""more": false"#))
    #expect(folder.kith("lint", "--exit-zero", "-q").status == 0)
    #expect(folder.kith("lint", "--exit-zero", "nowhere.net").status == 2)
  }

  @Test func `of more findings of a rule than are listed the count is marked`() throws {
    let many = String(repeating: "- gave @nobody: a cup\n", count: 12_000)
    let folder = try Folder(["a.net": many, "b.net": "- gave @nobody: a cup\n", ".kith.json": #"{"select": ["N201"]}"#])
    let run = folder.kith("lint", "--statistics")
    #expect(run == (1, "10001+ error[N201] unknown-mention\n", "10001+ errors in 2 files\n"))
    let json = folder.kith("lint", "--statistics", "--output-format", "json-lines", "a.net").out
    #expect(json.contains(#""count":10000,"more":true"#))
  }

  @Test func `what is not listed lets a run fail although all that is listed is ignored`() throws {
    let lines = String(repeating: "// kith: ignore N201\n- gave @nobody: a cup\n", count: 10_000)
    let notes = lines + "\n- gave @nobody: a cup\n"
    let folder = try Folder(["a.net": notes, ".kith.json": #"{"select": ["N201"]}"#])
    #expect(folder.kith("lint", "--statistics") == (1, "1+ error[N201] unknown-mention\n", "1+ errors in 1 file\n"))
  }

  @Test func `comments that ignore more than is listed are counted so`() throws {
    let many = String(repeating: "- gave @nobody: a cup\n", count: 12_000)
    let folder = try Folder(["a.net": many, ".kith.json": #"{"select": ["N201"]}"#])
    #expect(
      folder.kith("lint", "--add-ignore", "a.net").err == "10000+ ignored from now on; nothing else found in 1 file\n")
  }
}
