import Foundation
import Testing

/// What is said of each mistake in a `.kith.json`.
@Suite struct SettingsMistakesTests {
  private func said(of settings: String) throws -> String {
    let folder = try Folder([".kith.json": settings, "a.net": "# Amara @amara\n"])
    let run = folder.kith("lint")
    #expect(run.status == 2 && run.out.isEmpty)
    return run.err
  }

  /// A mistake on the first and only line: the sentence, what is underlined, and the help.
  static let mistakes: [(settings: String, message: String, underlined: String, help: String)] = [
    ("", "the file is empty", "", "`{}` is the empty configuration"),
    (#"{"ignore": ["N2"],}"#, "a comma stands behind the last entry", ",", "remove it"),
    ("# none", "JSON has no comments", "#", "remove it"),
    (#"["N2"]"#, "a configuration is an object, not an array", "[", #"as in `{"ignore": ["N201"]}`"#),
    (#"{"selct": []}"#, "there is no setting `selct`", #""selct""#, "did you mean `select`?"),
    (
      #"{"per-file-ignores": {}}"#, "there is no setting `per-file-ignores`", #""per-file-ignores""#,
      "did you mean `perFileIgnores`?"
    ),
    (
      #"{"rules": {}}"#, "there is no setting `rules`", #""rules""#,
      "the settings are `notation`, `select`, `ignore`, `severity`, `exclude` and `perFileIgnores`"
    ),
    (#"{"notation": 2}"#, "this version of kith knows no notation 2", "2", "write `1`"),
    (#"{"notation": "1"}"#, "`notation` is the number of a notation, not a string", #""1""#, "write `1`"),
    (#"{"$schema": 1}"#, "`$schema` is a string, not a number", "1", "give the address of the schema, or leave it out"),
    (#"{"select": "N2"}"#, "`select` is an array of rules, not a string", #""N2""#, #"write `["N2"]`"#),
    (#"{"ignore": {"N2": 1}}"#, "`ignore` is an array of rules, not an object", "{", #"write `["N201"]`"#),
    (#"{"ignore": [201]}"#, "a rule is a string, not a number", "201", #"as in `"N201"`"#),
    (
      #"{"ignore": ["unknown-mentoin"]}"#, "there is no rule `unknown-mentoin`", #""unknown-mentoin""#,
      "did you mean `unknown-mention`?"
    ),
    (#"{"select": ["N9"]}"#, "there is no rule `N9`", #""N9""#, "`kith rule --all` explains every rule"),
    (#"{"severity": []}"#, "`severity` is an object, not an array", "[", #"as in `{"N201": "warning"}`"#),
    (#"{"severity": {"N2O1": "info"}}"#, "there is no rule `N2O1`", #""N2O1""#, "did you mean `N201`?"),
    (#"{"severity": {"N2": 1}}"#, "a severity is a string, not a number", "1", #"as in `"warning"`"#),
    (#"{"severity": {"N2": "warnin"}}"#, "there is no severity `warnin`", #""warnin""#, "did you mean `warning`?"),
    (
      #"{"severity": {"N2": "off"}}"#, "there is no severity `off`", #""off""#,
      "there are `error`, `warning` and `info`; a rule that is not to run stands in `ignore`"
    ),
    (#"{"exclude": "old/"}"#, "`exclude` is an array of patterns, not a string", #""old/""#, #"write `["old/"]`"#),
    (#"{"exclude": [null]}"#, "a pattern is a string, not `null`", "null", #"as in `"drafts/"`"#),
    (#"{"exclude": [" "]}"#, "the pattern is blank", #"" ""#, "remove it"),
    (
      ##"{"exclude": ["#1.net"]}"##, "a pattern that begins with `#` is a comment", ##""#1.net""##,
      ##"write `\\#` for a name that begins so"##
    ),
    (
      #"{"exclude": ["[a.net"]}"#, "the pattern matches nothing", #""[a.net""#,
      "a `[` needs its `]`, and a backslash something behind it"
    ),
    (
      #"{"exclude": ["!"]}"#, "the pattern matches nothing", #""!""#,
      "write behind the `!` what is not to be passed over, as in `!drafts/`"
    ),
    (
      #"{"exclude": ["!/"]}"#, "the pattern matches nothing", #""!/""#,
      "write behind the `!` what is not to be passed over, as in `!drafts/`"
    ),
    (
      #"{"perFileIgnores": {"./": ["N201"]}}"#, "the pattern matches nothing", #""./""#,
      "name something, as in `drafts/`"
    ),
    (
      #"{"perFileIgnores": ["a.net"]}"#, "`perFileIgnores` is an object, not an array", "[",
      #"as in `{"drafts/": ["N201"]}`"#
    ),
    (
      #"{"perFileIgnores": {"a.net": "N2"}}"#, "what is ignored is an array of rules, not a string", #""N2""#,
      #"write `["N2"]`"#
    ),
    (
      #"{"perFileIgnores": {"!a.net": ["N2"]}}"#, "a pattern begins with `!`, and here none takes files back in",
      #""!a.net""#, #"name the files in which rules are ignored; for a name that begins so write `\\!`"#
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake is shown where it stands, with what to write`(
    settings: String, message: String, underlined: String, help: String
  ) throws {
    let start =
      underlined.isEmpty
      ? 0 : try #require(settings.range(of: underlined, options: .backwards)?.lowerBound.utf16Offset(in: settings))
    let blank = String(repeating: " ", count: start)
    let carets = String(repeating: "^", count: max(1, underlined.count))
    #expect(
      try said(of: settings) == """
        error: \(message)
         --> .kith.json:1:\(start + 1)
          |
        1 |\(settings.isEmpty ? "" : " ")\(settings)
          | \(blank)\(carets)
        help: \(help)

        """)
  }

  @Test func `all mistakes are shown, in the order of their places`() throws {
    let settings = """
      {
        "notation": 1,
        "ignore": ["N2", "N99"],
        "severity": {"N201": "err", "Unknown-Mention": "info"},
        "notation": 1
      }
      """
    #expect(
      try said(of: settings) == """
        error: there is no rule `N99`
         --> .kith.json:3:20
          |
        3 |   "ignore": ["N2", "N99"],
          |                    ^^^^^
        help: `kith rule --all` explains every rule

        error: there is no severity `err`
         --> .kith.json:4:24
          |
        4 |   "severity": {"N201": "err", "Unknown-Mention": "info"},
          |                        ^^^^^
        help: there are `error`, `warning` and `info`; a rule that is not to run stands in `ignore`

        error: the same rule has a severity already
         --> .kith.json:4:31
          |
        4 |   "severity": {"N201": "err", "Unknown-Mention": "info"},
          |                               ^^^^^^^^^^^^^^^^^
          |                ------ first given here
        help: remove one of the two

        error: `notation` is given twice
         --> .kith.json:5:3
          |
        5 |   "notation": 1
          |   ^^^^^^^^^^
          |
         ::: .kith.json:2:3
          |
        2 |   "notation": 1,
          |   ---------- first given here
        help: remove one of the two

        """)
  }

  @Test func `of very many mistakes the first hundred are shown, and how many more there are`() throws {
    let names = (1...3000).map { "\"N9\($0)\"" }.joined(separator: ", ")
    // What is found last stands first.
    let said = try said(of: "{\"select\": [\"N8\"],\n\"severity\": {\"N2\": 1, \"N2\": 2},\n\"ignore\": [\(names)]}")
    let messages = said.split(separator: "\n").filter { $0.hasPrefix("error: ") }
    #expect(messages.count == 100)
    #expect(
      messages.prefix(5) == [
        "error: there is no rule `N8`", "error: a severity is a string, not a number", "error: `N2` is given twice",
        "error: a severity is a string, not a number", "error: there is no rule `N91`",
      ])
    #expect(messages.last == "error: there is no rule `N996`")
    #expect(said.hasSuffix("\n\n2904 more mistakes in `.kith.json` are not listed\n"))
    #expect(said.utf8.count < 50_000)
  }

  @Test func `as many as that are all shown`() throws {
    let names = (1...100).map { "\"N9\($0)\"" }.joined(separator: ", ")
    let said = try said(of: "{\"ignore\": [\(names)]}")
    #expect(said.split(separator: "\n").count { $0.hasPrefix("error: ") } == 100 && !said.contains("listed"))
  }

  @Test(arguments: [
    #"{"ignore": ["ENDLESS"]}"#, #"{"severity": {"ENDLESS": "info"}}"#, #"{"severity": {"N2": "ENDLESS"}}"#,
    #"{"ENDLESS": 1}"#, #"{"ENDLESS": 1, "ENDLESS": 1}"#, #"{"select": "ENDLESS"}"#, #"{"notation": 9ENDLESS}"#,
  ])
  func `of an endless name or number the beginning is shown`(settings: String) throws {
    let isNumber = settings.contains("9E")
    let endless = String(repeating: isNumber ? "9" : "x", count: 100_000)
    let said = try said(of: settings.replacing("ENDLESS", with: endless))
    #expect(said.contains("…") && said.utf8.count < 2000)
  }

  @Test func `what is no UTF-8 or cannot be read is said`() throws {
    let folder = try Folder(["a.net": ""])
    let settings = folder.url.appending(path: ".kith.json")
    try Data(#"{"exclude": ["é"]}"#.utf8.map { $0 == 0xC3 ? 0xFF : $0 }).write(to: settings)
    let run = folder.kith("lint")
    #expect(run.status == 2 && run.err.hasPrefix("error: this is not valid UTF-8\n --> .kith.json:1:15\n"))
    try Data([0xEF, 0xBB, 0xBF] + "{}".utf8).write(to: settings)
    #expect(folder.kith("lint").err.hasPrefix("error: a byte-order mark stands before the text\n"))
    try FileManager.default.removeItem(at: settings)
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: false)
    #expect(folder.kith("lint") == (2, "", "error: cannot read `.kith.json`: it is a folder\n"))
    #expect(folder.kith("lint", "--isolated").status == 0)
  }

  @Test(arguments: [["lint"], ["format"], ["json"], ["rename", "@amara", "@amara-o"], ["dump", "tree"]])
  func `no command touches the notebook, and other notebooks are still done`(command: [String]) throws {
    let folder = try Folder([
      "a/.kith.json": "{]", "a/a.net": "#  Amara  @amara\n", "b/.kith.json": "{}", "b/b.net": "# Bo  @bo\n",
    ])
    let run = folder.kith(command + ["a"])
    #expect(run.status == 2 && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: `]` begins no key\n --> a/.kith.json:1:2\n"))
    #expect(try folder.text("a/a.net") == "#  Amara  @amara\n")
    _ = folder.kith("format", "a", "b")
    #expect(try folder.text("b/b.net") == "# Bo @bo\n")
  }

  @Test func `findings as JSON are still JSON`() throws {
    let folder = try Folder([".kith.json": "{]", "a.net": ""])
    let run = folder.kith("lint", "--output-format=json")
    #expect(run.status == 2 && run.out == "[]\n")
  }
}
