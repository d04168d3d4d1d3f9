import KithFiles
import NetLint
import NetSyntax
import Testing

@testable import KithCLI

private let unknownMention = RuleInfo(name: "unknown-mention", code: "N201", severity: .error)
private let duplicateHandle = RuleInfo(name: "duplicate-handle", code: "N203", severity: .error)
private let wideMark = RuleInfo(name: "wide-mark", code: "N129", severity: .warning)

@Suite struct ReportTests {
  private let files: [(name: String, text: String)] = [
    (
      "people/doha.net",
      String(repeating: "\n", count: 13) + "- gave @amra: two contacts in maths departments\nend\n"
    ),
    ("a.net", "# Amara Okafor @amara\n\n# Amara Nwosu @amara #amara\n"),
    ("\u{1B}b.net", "# Amara Diallo @amara\n- secret\n"),
  ]

  private func source(isPrivate: Bool = false) -> SourceFiles {
    let files = files
    return SourceFiles(
      path: { ShownPath(Path(files[$0].name)) }, bytes: { Array(files[$0].text.utf8) },
      isPrivate: { _, _ in isPrivate }, secrets: ShownSecrets(in: files.map { Array($0.text.utf8) }),
      reported: Array(files.indices))
  }

  private func range(of part: String, in file: Int, after start: Int = 0) -> ByteRange {
    let bytes = Array(files[file].text.utf8)
    let found = bytes.indices.first { $0 >= start && bytes[$0...].starts(with: part.utf8) } ?? 0
    return ByteRange(found, found + part.utf8.count)
  }

  private func report(
    _ diagnostics: Diagnostic..., format: OutputFormat = .full, isPrivate: Bool = false,
    isTerminal: Bool = false,
    style: Style = Style(isColoured: false)
  ) -> String {
    var reporter = Reporter(format, style: style, seesPrivate: isTerminal, width: nil)
    var output = Output.captured()
    reporter.begin([], to: &output)
    reporter.write(diagnostics, source(isPrivate: isPrivate), to: &output)
    reporter.end(isComplete: true, to: &output)
    return output.capturedText
  }

  private var unknown: Diagnostic {
    let range = range(of: "@amra", in: 0)
    return Diagnostic(
      rule: unknownMention, file: 0, range: range, message: "no one has the handle `@amra`",
      help: "did you mean `@amara`?",
      fix: Fix(
        isSafe: true, title: "replace by `@amara`", edits: [TextEdit(range: range, replacement: "@amara")]))
  }

  private var duplicate: Diagnostic {
    let first = range(of: "@amara", in: 1)
    return Diagnostic(
      rule: duplicateHandle, file: 1, range: range(of: "@amara", in: 1, after: first.end),
      message: "`@amara` is the handle of three people",
      labels: [
        Label(file: 1, range: first, message: "here too"),
        Label(file: 1, range: range(of: "#amara", in: 1), message: "a tag is no handle"),
        Label(file: 2, range: range(of: "@amara", in: 2), message: "and here"),
      ])
  }

  @Test func `a finding is shown with its line, and the line as it could be`() {
    #expect(
      report(unknown) == """
        error[N201]: no one has the handle `@amra`
          --> people/doha.net:14:8
           |
        14 | - gave @amra: two contacts in maths departments
           |        ^^^^^
        help: did you mean `@amara`?
           |
        14 | - gave @amara: two contacts in maths departments
           |        ~~~~~~

        """)
  }

  @Test func `all places of a clash are shown`() {
    #expect(
      report(duplicate) == """
        error[N203]: `@amara` is the handle of three people
         --> a.net:3:15
          |
        3 | # Amara Nwosu @amara #amara
          |               ^^^^^^
          |                      ------ a tag is no handle
          |
         ::: a.net:1:16
          |
        1 | # Amara Okafor @amara
          |                ------ here too
          |
         ::: \\u{1B}b.net:1:16
          |
        1 | # Amara Diallo @amara
          |                ------ and here

        """)
  }

  @Test func `a line each, with the rule's name`() {
    let wide = Diagnostic(rule: wideMark, file: 2, range: range(of: "-", in: 2), message: "a \u{202E} mark\n")
    #expect(
      report(unknown, wide, format: .concise) == """
        people/doha.net:14:8: error[N201] unknown-mention: no one has the handle `@amra`
        \\u{1B}b.net:2:1: warning[N129] wide-mark: a \\u{202E} mark\\u{A}

        """)
  }

  @Test func `for programs, with both ends of each place`() {
    #expect(report(format: .json) == "[]\n")
    let text = report(unknown, duplicate, format: .json)
    #expect(text.hasPrefix("[\n"))
    let blankless = text.split { $0 == " " || $0 == "\n" }.joined()
    #expect(
      blankless.hasPrefix(
        #"[{"file":"people/doha.net","line":14,"column":8,"endLine":14,"endColumn":13,"rule":"unknown-mention","#
          + #""code":"N201","severity":"error","message":"noonehasthehandle`@amra`","help":"didyoumean`@amara`?","#
          + #""labels":[],"fix":{"safe":true,"edits":[{"start":20,"end":25,"text":"@amara"}]},"more":false},{"file":"a.net","#
      ))
    #expect(blankless.contains(#""help":null,"labels":[{"file":"a.net","line":1,"column":16,"endLine":1,"#))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" })
  }

  @Test func `private lines are shown on a terminal only`() {
    #expect(
      report(unknown, isPrivate: true) == """
        error[N201]: no one has the handle `…`
          --> people/doha.net:14:8
           |
        14 | (private: shown on a terminal, or with --private)
        help: did you mean `…`?

        """)
    #expect(report(unknown, isPrivate: true, isTerminal: true).contains("two contacts"))
  }

  /// It may hold a million findings, and a fix is shown in whole lines.
  @Test func `a very long line is not shown as a fix would make it`() throws {
    func report(teas count: Int) throws -> String {
      let folder = try Folder(["a.net": "# Ann @ann\n\n- met @an" + String(repeating: " tea", count: count) + "\n"])
      return folder.kith("lint").out
    }
    #expect(try report(teas: 10).contains("- met @ann tea"))
    let long = try report(teas: 10_000)
    #expect(long.contains("did you mean `@ann`?") && !long.contains("- met @ann tea"))
  }

  @Test func `colours surround words and nothing else`() {
    let coloured = report(duplicate, unknown, style: Style(isColoured: true))
    #expect(coloured.contains("\u{1B}[1;31merror[N203]\u{1B}[0m\u{1B}[1m: `@amara`"))
    let plain = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == report(duplicate, unknown))
  }

  private func preview(_ edits: (String, String)...) -> String {
    var finding = unknown
    finding.help = nil
    finding.fix = Fix(
      isSafe: true, title: "mend it",
      edits: edits.map { TextEdit(range: range(of: $0.0, in: 1), replacement: $0.1) })
    finding.file = 1
    finding.range = ByteRange(0, 1)
    let text = report(finding)
    return String(text.split(separator: "help: mend it\n").last ?? "")
  }

  @Test func `fixes of lines are shown as they come and go`() {
    #expect(
      preview(("Okafor", "Diallo"), ("Nwosu", "")) == """
          |
        1 | # Amara Diallo @amara
          |         ~~~~~~
          |
        3 | # Amara  @amara #amara

        """)
    #expect(
      preview(("# Amara Okafor @amara\n", "")) == """
          |
        1 - # Amara Okafor @amara

        """)
    #expect(
      preview(("\n\n", "\nrole: Head\n\n")) == """
          |
        2 + role: Head

        """)
    #expect(
      preview((" #amara\n", "\n")) == """
          |
        3 | # Amara Nwosu @amara
          |                     ~

        """)
  }

  @Test func `the count says how much, where, and what can be fixed`() {
    var tally = Tally()
    tally.checkedFiles = 1
    #expect(tally.line() == "nothing found in 1 file")
    tally.checkedFiles = 3
    tally.count(unknown, notebook: 0)
    tally.count(duplicate, notebook: 0)
    tally.count(Diagnostic(rule: wideMark, file: 0, range: ByteRange(0, 0), message: ""), notebook: 1)
    #expect(tally.line() == "2 errors, 1 warning in 3 files; 1 can be fixed with `--fix`")
    tally.checkedFiles = 12
    #expect(tally.line() == "2 errors, 1 warning in 3 of 12 files; 1 can be fixed with `--fix`")
  }

  @Test func `ranges at the very end and over several lines have a place`() {
    let end = files[1].text.utf8.count
    var finding = duplicate
    finding.labels = []
    finding.range = ByteRange(end, end)
    #expect(report(finding).hasSuffix("3 | # Amara Nwosu @amara #amara\n  |\n") == false)
    #expect(report(finding).contains(" --> a.net:4:1\n  |\n4 |\n  | ^\n"))
    finding.range = ByteRange(2, end)
    #expect(report(finding).contains("1 | # Amara Okafor @amara\n  |   ^^^^^^^^^^^^^^^^^^^\n"))
  }

  @Test func `nothing that a terminal would obey gets through, whatever the bytes`() {
    var random = Numbers()
    for _ in 0..<300 {
      let pieces: [[UInt8]] = [
        [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x0A], [0x0D], [0x00], [0x7F], [0xC2, 0x85], [0xC2], [0xFF], [0x09],
        Array("\u{202E}\u{2066}\u{61C}\u{FEFF}\u{2028}".utf8), Array("@amara 小林 é\u{301}👩‍🏫".utf8),
        [0xF0, 0x9F],
      ]
      let bytes = (0..<random.below(40)).flatMap { _ in pieces[random.below(pieces.count)] }
      func range() -> ByteRange {
        let start = random.below(bytes.count + 1)
        return ByteRange(start, start + random.below(bytes.count - start + 1))
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let finding = Diagnostic(
        rule: wideMark, file: 0, range: range(), message: text, help: text,
        labels: [Label(file: 0, range: range(), message: text)],
        fix: Fix(isSafe: false, title: text, edits: [TextEdit(range: range(), replacement: text)]))
      let files = SourceFiles(
        path: { _ in ShownPath(Path(text)) }, bytes: { _ in bytes }, isPrivate: { _, _ in false },
        secrets: ShownSecrets(in: [bytes]), reported: [0])
      for format in OutputFormat.allCases {
        var reporter = Reporter(format, style: Style(isColoured: false), seesPrivate: true, width: 60)
        var output = Output.captured()
        reporter.begin([], to: &output)
        reporter.write([finding], files, to: &output)
        reporter.end(isComplete: true, to: &output)
        let raw = output.capturedText.unicodeScalars.filter { scalar in
          switch scalar.value {
          case 0x0A: false
          case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
          default: false
          }
        }
        #expect(raw.isEmpty, "\(format) of \(bytes)")
      }
    }
  }
}

/// The same numbers on every machine.
private struct Numbers {
  private var state: UInt64 = 1

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
