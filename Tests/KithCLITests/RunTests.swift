import Foundation
import KithCLI
import KithFiles
import Testing

@Suite struct RunTests {
  private static let notes = [
    "people.net":
      "# Amara Okafor @amara\nrole: Head\n\n# Jun Tanaka @jun\nrole: Teacher\n\n- story @amara: her first year\n",
    "may.net": "# 2026-05-02 Tea with @amara\n\n- gave @amra: a reading list\n",
  ]

  @Test func `findings are 1, on standard output, and the count is on standard error`() throws {
    let folder = try Folder(Self.notes)
    let all = folder.kith("lint", "--output-format", "concise")
    #expect(all.out == "may.net:3:8: error[N201] unknown-mention: no one has the handle `@amra`\n")
    #expect(all.err.hasPrefix("1 error in 1 of 2 files"))
    #expect(all.status == 1)
    let clean = folder.kith("lint", "people.net")
    #expect(clean.status == 0 && clean.out.isEmpty && clean.err == "nothing found in 1 file\n")
    #expect(folder.kith("lint", "people.net", "-q") == (0, "", ""))
    let full = folder.kith("lint", isTerminal: true)
    #expect(
      full.out.contains("\u{1B}[1;31merror[N201]\u{1B}[0m")
        && full.out.contains("- gave @amra: a reading list"))
    #expect(folder.kith("lint", "--color=never", isTerminal: true).out.hasPrefix("error[N201]: "))
  }

  @Test func `trouble is 2 and wins, and the other files are still done`() throws {
    let folder = try Folder(Self.notes)
    let run = folder.kith("lint", "nowhere.net", "may.net", "--output-format=concise")
    #expect(run.status == 2)
    #expect(run.out.hasPrefix("may.net:3:8: error"))
    #expect(run.err.hasPrefix("error: there is no file or folder `nowhere.net`\n1 error in 1 file"))
    #expect(
      folder.kith("lint", "nowhere.net", "--output-format=json") == (
        2, "[]\n", "error: there is no file or folder `nowhere.net`\n"
      ))
    #expect(folder.kith("lint", "--nonsense").status == 2)
    #expect(folder.kith().status == 2)
  }

  @Test func `nothing to check is 0 and a note`() throws {
    let folder = try Folder(Self.notes)
    let run = folder.kith("lint", "may.net", "--exclude", "*.net", "--force-exclude")
    #expect(run == (0, "", "note: nothing to check: all that was asked for is excluded\n"))
    #expect(folder.kith("lint", "--show-files", "--exclude", "may*") == (0, "people.net\n", ""))
  }

  @Test func `JSON is of one notebook, and complete in spite of errors`() throws {
    let folder = try Folder(Self.notes)
    let run = folder.kith("json", "--compact")
    #expect(run.status == 1)
    #expect(run.out.hasPrefix(#"{"format":"net/1","people":[{"handle":"amara","name":"Amara Okafor""#))
    #expect(run.err.hasPrefix("error[N201]: no one has the handle `@amra`\n"))
    let one = folder.kith("json", "--lines", "people.net")
    #expect(one.status == 0 && one.err.isEmpty && one.out.split(separator: "\n").count == 2)
    let two = try Folder([
      "a/.kith.json": "{}", "a/x.net": "# A @a\n", "b/.kith.json": "{}", "b/y.net": "# B @b\n",
    ])
    #expect(two.kith("json").status == 2)
    #expect(two.kith("json", "a").status == 0)
    #expect(folder.kith("json", "--schema").out.contains("\"$schema\""))
  }

  @Test func `JSON of a folder with other notebooks below it is of the folder's own`() throws {
    let folder = try Folder([
      ".kith.json": "{}", "x.net": "# Ana Bo @ana\n", "in/.kith.json": "{}", "in/y.net": "# Bo Cy @bo\n",
    ])
    let run = folder.kith("json", "--lines")
    #expect(run.status == 0 && run.out.contains("Ana Bo") && !run.out.contains("Bo Cy"))
    #expect(run.err.hasPrefix("note: a notebook below `"))
  }

  @Test func `on a line of its own each record says first what it is`() throws {
    let folder = try Folder([
      "a.net": "# Lena Petrova @lena\n\n# The choir @choir\nkind: group\n\n# Packing\nkind: page\n\n"
        + "# 2026-11-14 Coffee with @lena\nkind: coffee\n"
    ])
    let lines = folder.kith("json", "--lines").out.split(separator: "\n")
    #expect(
      lines.map { $0.prefix { $0 != "," } } == [
        #"{"kind":"person""#, #"{"kind":"group""#, #"{"kind":"page""#, #"{"kind":"meeting""#,
      ])
    #expect(lines.last?.contains(#""meetingKind":"coffee""#) == true)
  }

  @Test func `whom many items name is listed once, however many they are`() throws {
    let handles = (1...20).map { "@p\($0)" }
    let folder = try Folder(["a.net": "Asked \((handles + ["@p1", "@p20"]).joined(separator: ", ")).\n"])
    let list = handles.map { "\"\($0.dropFirst())\"" }.joined(separator: ",")
    #expect(folder.kith("json", "--compact").out.contains("\"mentions\":[\(list)]"))
  }

  @Test func `JSON of an empty notebook is two empty lists`() throws {
    let folder = try Folder(["readme.txt": "no notes"])
    #expect(folder.kith("json", "--compact").out == #"{"format":"net/1","people":[],"meetings":[]}"# + "\n")
  }

  @Test func `a file that is no text is left out of JSON`() throws {
    let folder = try Folder(Self.notes)
    try Data([0x23, 0x20, 0xFF, 0x0A]).write(to: folder.url.appending(path: "odd.net"))
    let run = folder.kith("json", "odd.net", "people.net")
    #expect(run.status == 2)
    #expect(run.err.contains("error: `odd.net` is left out: it is not UTF-8 throughout\n"))
    #expect(run.out.contains("Amara Okafor"))
  }

  @Test func `private things are counted, and put in when asked for`() throws {
    let folder = try Folder(["a.net": "# Amara @amara\n\n- a walk\n- tired #private\n"])
    let run = folder.kith("json")
    #expect(run.status == 0 && !run.out.contains("tired"))
    #expect(run.err == "note: 1 private thing is left out; `--private` puts them in\n")
    let whole = folder.kith("json", "--private")
    #expect(whole.status == 0 && whole.out.contains("tired") && whole.err.isEmpty)
  }

  @Test func `lines of private records leave no excerpt in what is piped on`() throws {
    let folder = try Folder([
      "a.net": "# Amara @amara\n\n- asked @nobody\n- tired #Private\n\n# Jun @jun\n\n- met @noone\n",
      "b.net": "# Lena @lena #private\n",
      "c.net":
        "asked @lena and @nobody1\n\n# Zoë @zoe\n\n- asked @nobody2\n\n# Ana @ana\nknows: @lena, @nobody3\n",
    ])
    let run = folder.kith("lint")
    #expect(run.out.contains("- met @noone") && run.out.contains("- asked @nobody2"))
    #expect(
      !run.out.contains("- asked @nobody\n") && !run.out.contains("asked @lena")
        && !run.out.contains("knows:"))
    #expect(folder.kith("lint", isTerminal: true).out.contains("knows: @lena"))
  }

  @Test func `rules are explained by name and code`() throws {
    let folder = try Folder([:])
    let page = folder.kith("rule", "unknown-mention")
    #expect(page.status == 0 && page.out.hasPrefix("# unknown-mention (N201)\n"))
    #expect(folder.kith("explain", "n201").out == page.out)
    #expect(folder.kith("rule", "--all").out.contains(page.out))
    let pages = folder.kith("rule", "n2", "N201")
    #expect(pages.status == 0 && pages.out.hasPrefix(page.out) && pages.out.contains("(N202)"))
    #expect(pages.out.components(separatedBy: page.out).count == 2)
    let wrong = folder.kith("rule", "unknown-mentoin")
    #expect(
      wrong == (2, "", "error: there is no rule `unknown-mentoin`\nhelp: did you mean `unknown-mention`?\n"))
    #expect(folder.kith("rule").status == 2)
  }

  @Test func `one file is one file`() throws {
    let folder = try Folder(["a.net": "# Amara @amara\n"])
    #expect(folder.kith("lint", "-v").err.contains(": 1 file, 1 asked for\n"))
    try Data("# Jun @jun\n".utf8).write(to: folder.url.appending(path: "b.net"))
    #expect(folder.kith("lint", "-v", "a.net").err.contains(": 2 files, 1 asked for\n"))
  }

  @Test func `the tool explains itself`() throws {
    let folder = try Folder(Self.notes)
    #expect(folder.kith("--version") == (0, "kith 0.1.0 (net/1)\n", ""))
    #expect(folder.kith("-h").out.contains("\n  lint [PATH"))
    #expect(folder.kith("lint", "-h") == folder.kith("help", "lint"))
    #expect(
      folder.kith("help", "lnt") == (2, "", "error: there is no command `lnt`\nhelp: did you mean `lint`?\n"))
    #expect(folder.kith("dump", "tokens", "may.net").out.hasPrefix("1:1 recordMark `#`\n"))
    #expect(folder.kith("dump", "tree", "people.net").out.hasPrefix("file 1:1-"))
    #expect(folder.kith("dump", "model", "people.net").out.hasPrefix("1:3 person `Amara Okafor`\n"))
    #expect(
      folder.kith("dump", "tre").err == "error: there is no dump of `tre`\nhelp: did you mean `tree`?\n")
  }
}
