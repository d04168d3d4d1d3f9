import Foundation
import Testing

@Suite struct SettingsTests {
  private static let notes = [
    "people.net": "# Amara Okafor @amara\nrole: Head\n\n- call her due:2026-05-03\n",
    "may.net": "# 2026-05-02 Tea with @amara\n\n- gave @amra: a reading list\n",
    "old/june.net": "# 2026-06-02 Tea with @amra\n",
  ]

  private func folder(_ settings: String, at place: String = ".kith.json") throws -> Folder {
    try Folder(Self.notes.merging([place: settings]) { $1 })
  }

  /// The findings of `lint`, a line each: the place and the severity with the code.
  private func findings(_ folder: Folder, _ options: String...) -> [String] {
    let run = folder.kith(["lint", "--output-format=concise", "-q"] + options)
    #expect(run.err.isEmpty)
    return run.out.split(separator: "\n").map { $0.split(separator: "]").first.map { $0 + "]" } ?? "" }
  }

  private let june = "old/june.net:1:23: error[N201]"
  private let may = "may.net:3:8: error[N201]"
  private let due = "people.net:4:12: warning[N130]"

  @Test func `rules are selected and ignored`() throws {
    #expect(findings(try folder("{}")) == [may, june, due])
    #expect(findings(try folder(#"{"ignore": ["unknown-mention"]}"#)) == [due])
    #expect(findings(try folder(#"{"select": ["N2"]}"#)) == [may, june])
    #expect(findings(try folder(#"{"select": ["all"], "ignore": ["N2"]}"#)) == [due])
    #expect(findings(try folder(#"{"select": ["N201"], "ignore": ["N2"]}"#)) == [may, june])
  }

  @Test func `on the command line, a selection takes the place of that in the file, and more is ignored`() throws {
    let folder = try folder(#"{"select": ["N1"], "ignore": ["N3"]}"#)
    #expect(findings(folder) == [due])
    #expect(findings(folder, "--select", "N201, N3") == [may, june])
    #expect(findings(folder, "--select=default", "--ignore=stray-due") == [may, june])
    #expect(findings(folder, "--ignore", "N130", "--ignore=N2") == [])
    #expect(findings(folder, "--isolated") == [may, june, due])
  }

  @Test func `what leaves no rule over is said`() throws {
    let run = try folder(#"{"ignore": ["N201"]}"#).kith("lint", "--select", "unknown-mention")
    #expect(run.status == 0 && run.out.isEmpty)
    #expect(
      run.err.hasPrefix("note: no rule is left to check `/") && run.err.hasSuffix("` by\nnothing found in 3 files\n"))
  }

  @Test func `severities decide the exit code, of JSON too`() throws {
    let folder = try folder(#"{"severity": {"N2": "warning", "stray-due": "info"}}"#)
    let softer = [may, june].map { $0.replacing("error", with: "warning") }
    #expect(findings(folder) == softer + [due.replacing("warning", with: "info")])
    #expect(folder.kith("lint", "-q").status == 0)
    #expect(folder.kith("lint", "-q", "--error-on-warning").status == 1)
    #expect(folder.kith("lint", "--isolated", "-q").status == 1)
    #expect(folder.kith("json").status == 0)
    #expect(folder.kith("json", "--isolated").status == 1)
  }

  @Test func `files are passed over by lint, format, json and rename`() throws {
    let folder = try folder(#"{"exclude": ["old/", "people.net"]}"#)
    #expect(folder.kith("lint", "--show-files").out == "may.net\n")
    #expect(folder.kith("lint", "--show-files", "--exclude", "!people.net").out == "may.net\npeople.net\n")
    #expect(folder.kith("format", "--list").out == "")
    #expect(!folder.kith("json", "--compact").out.contains("Amara Okafor"))
    #expect(folder.kith("rename", "@amara", "@amara-o").err == "error: no one has the handle `@amara`\n")
    #expect(folder.kith("lint", "--show-files", "--isolated").out == "may.net\nold/june.net\npeople.net\n")
  }

  @Test func `what is typed is done though it is excluded, unless excludes are forced`() throws {
    let folder = try folder(#"{"exclude": ["/old"]}"#)
    #expect(folder.kith("lint", "--show-files", "old/june.net").out == "old/june.net\n")
    #expect(folder.kith("lint", "--show-files", "old").out == "old/june.net\n")
    #expect(folder.kith("lint", "--show-files", "--force-exclude", "old/june.net", "may.net").out == "may.net\n")
    #expect(
      folder.kith("lint", "--force-exclude", "old/june.net")
        == (0, "", "note: nothing to check: all that was asked for is excluded\n"))
    #expect(
      folder.kith("lint", "--force-exclude", "old")
        == (0, "", "note: nothing to check: all that was asked for is excluded\n"))
  }

  @Test func `notebooks in folders that are excluded are not visited`() throws {
    let folder = try Folder([
      ".kith.json": #"{"exclude": ["vendor/"]}"#, "a.net": "", "vendor/n/.kith.json": "no JSON", "vendor/n/b.net": "",
    ])
    #expect(folder.kith("lint", "--show-files") == (0, "a.net\n", ""))
    #expect(folder.kith("lint", "--show-files", "vendor/n").status == 2)
  }

  @Test func `standard input in the place of an excluded file is checked, unless excludes are forced`() throws {
    let folder = try folder(#"{"exclude": ["/old"]}"#)
    let words = ["lint", "-", "--stdin-filename", "old/june.net", "--show-files"]
    #expect(folder.kith(words).out == "old/june.net\n")
    #expect(folder.kith(words + ["--force-exclude"]).out == "")
  }

  @Test func `a notebook may lie in a folder of a name that it excludes`() throws {
    let folder = try Folder(["old/.kith.json": #"{"exclude": ["old"]}"#, "old/a.net": "", "old/old/b.net": ""])
    #expect(folder.kith("lint", "--show-files", "--force-exclude", "old").out == "old/a.net\n")
  }

  @Test func `rules are ignored in some files`() throws {
    #expect(findings(try folder(#"{"perFileIgnores": {"old/": ["N2"]}}"#)) == [may, due])
    #expect(findings(try folder(#"{"perFileIgnores": {"/*.net": ["unknown-mention"], "p*": ["N1"]}}"#)) == [june])
    #expect(findings(try folder(#"{"perFileIgnores": {"./may.net": ["default"], "june.net": []}}"#)) == [june, due])
  }

  @Test func `the closest settings hold, and nothing of those above`() throws {
    let folder = try folder(#"{"ignore": ["N201"]}"#)
    try Data("{}".utf8).write(to: folder.url.appending(path: "old/.kith.json"))
    #expect(findings(folder) == [due, june])
  }

  @Test func `one file may stand in for the settings of all notebooks`() throws {
    let folder = try folder("this is no JSON", at: "old/.kith.json")
    try Data(#"{"ignore": ["N130"], "exclude": ["/may.net"]}"#.utf8).write(
      to: folder.url.appending(path: "shared.json"))
    #expect(findings(folder, "--config", "shared.json") == [june])
    #expect(
      folder.kith("lint", "--config", "nowhere.json")
        == (2, "", "error: cannot read `nowhere.json`: there is no such file\n"))
    #expect(
      folder.kith("lint", "--config", "shared.json", "--isolated")
        == (
          2, "",
          "error: `--config` names settings, and `--isolated` takes none\nhelp: leave one of them out\n"
        ))
  }

  @Test func `standard input is under the settings of the working folder`() throws {
    // Nothing is read of standard input where the settings are wrong.
    let folder = try folder(#"{"selct": []}"#)
    #expect(folder.kith("lint", "-").status == 2)
    #expect(folder.kith("json", "-").status == 2)
  }

  @Test func `a rule that is unknown is named on the command line, too`() throws {
    let folder = try folder("{}")
    #expect(
      folder.kith("lint", "--ignore", "N2,unknown-mentoin")
        == (2, "", "error: there is no rule `unknown-mentoin`\nhelp: did you mean `unknown-mention`?\n"))
    #expect(
      folder.kith("lint", "--select=,")
        == (2, "", "error: `--select` names no rule\nhelp: as in `--select N201,N3`\n"))
  }
}
