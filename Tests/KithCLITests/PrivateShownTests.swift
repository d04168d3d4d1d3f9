import Foundation
import KithFiles
import NetLint
import NetSyntax
import Support
import Testing

@testable import KithCLI

/// What is private is for the writer's eyes only: no report that others may read holds any of it, in whatever format.
@Suite struct PrivateShownTests {
  /// Findings of many kinds about private lines and records, and about what others say of them. Each planted phrase holds
  /// `hush`, and stands where some rule would quote it: in a message, a help, a label or a fix.
  private static let notes = [
    "people.net": """
    # Vito Hushing @vito-hush #private
    aka: Old Hush, @hush-first
    role: Hushkeeper
    email: vito@hush example
    phone: hush-12
    birthday: 31.12.hush
    born: hush 1970
    cadence: every hush
    url: hush.example/x y
    knows: Mina Hushwife, @hush-nobody

    - gave @hush-unknown: a hushed cup
    - [X] call hush done:2026-02-31
    - [] pay the hush due 3.4.2026
    - told @hush—maybe due:hush
    * intro @hush-a : a `hush` in `code hush`
    - a worry 2026-13-01 about #hush
    - [[Hush Page]] and [[Vito Hushing]]
      password: hush

    # Vito Hushing @vito-hush2 #private
    email: vito@hush.example
    # Mina Hushwife @hush-mina #private
    email: vito@hush.example
    died: 1999-01-01
    met: 2026-02-01

    # First Of Two @hush-first-one #private
    via: @hush-second-one

    # Second Of Two @hush-second-one #private
    via: @hush-first-one

    # 2026-05-02 Supper of the hush with @vito-hush #private
    time: 25:hush
    tz: Hush/City

    - soup for the hush

    """,
    "others.net": """
    # Amara Okafor @amara
    knows: Vito Hushing, Old Hush
    via: Mina Hushwife

    - gave @vito-hus: a cup, and @hus-mina another

    # Jun Tanaka @vito-hush

    # Ada Nwosu @ada
    aka: @vito-hush, Vito Hushing, @hush-mina

    # 2026-05-02 Tea with @vito-hush

    - met @ada Hushwife

    # 2026-05-02 Tea with @hush-mina
    with: Vito Hushing

    """,
    "handles.net": """
    # Old Friend @old-hush

    - with @vito-husy and @Vito Hushing

    """,
  ]

  private static let formats = OutputFormat.allCases.map(\.rawValue)

  /// Private words that stand in lines of others, which is what private-leak is there for, and which a full report shows.
  private static func withoutPublicLines(_ text: String) -> String {
    let lines = (notes["others.net"] ?? "") + (notes["handles.net"] ?? "")
    return lines.split(separator: "\n").reduce(text) { $0.replacing(" | \($1)", with: "") }
  }

  @Test func `the notebook has many kinds of findings, also with labels and fixes`() throws {
    let run = try Folder(Self.notes).kith("lint", "--select", "all", "--output-format", "json", isTerminal: true)
    let findings = try #require(try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]])
    func hush(_ value: Any?) -> Bool { value.map { "\($0)".lowercased().contains("hush") } ?? false }
    #expect(Set(findings.compactMap { $0["rule"] as? String }).count >= 15)
    for part in ["message", "help", "labels", "fix"] {
      #expect(findings.contains { hush($0[part]) }, "no \(part) says anything private on a terminal")
    }
  }

  @Test(arguments: formats, [[], ["-o", "report"]])
  func `nothing private is for others`(format: String, options: [String]) throws {
    // Where no note has backticks, a sentence keeps the words between its quotes.
    for notes in [Self.notes, Self.notes.mapValues { $0.replacing("`", with: "") }] {
      let folder = try Folder(notes)
      let words = ["lint", "--select", "all", "--output-format", format] + options
      let run = folder.kith(words, isTerminal: !options.isEmpty)
      let report = options.isEmpty ? run.out : try folder.text("report")
      let said = Self.withoutPublicLines(report + run.err).lowercased()
      #expect(run.status == 1 && report.contains("others.net") && report.contains("people.net"))
      for line in said.split(separator: "\n") where line.contains("hush") { Issue.record("\(format): \(line)") }
    }
  }

  @Test(arguments: formats)
  func `the writer sees it on a terminal`(format: String) throws {
    let run = try Folder(Self.notes).kith("lint", "--output-format", format, isTerminal: true)
    #expect(run.out.contains("hush-unknown"))
  }

  @Test(arguments: formats, [[], ["-o", "report"]])
  func `so does whoever asks for it`(format: String, options: [String]) throws {
    let folder = try Folder(Self.notes)
    let run = folder.kith(["lint", "--private", "--output-format", format] + options)
    #expect((options.isEmpty ? run.out : try folder.text("report")).contains("hush-unknown"))
  }

  @Test func `a handle that is private is offered to nobody else`() throws {
    let folder = try Folder([
      "a.net": "# Amara Okafor @amara\n\n- gave @vitto: a cup\n", "b.net": "# Vito Russo @vito #private\n",
    ])
    let words = ["lint", "-q", "--output-format", "json-lines"]
    #expect(folder.kith(words).out.contains(#""help":"did you mean `…`?","labels":[],"fix":null"#))
    #expect(folder.kith(words, isTerminal: true).out.contains(#""help":"did you mean `@vito`?","labels":[],"fix":{"#))
  }

  @Test func `a name that is private is not in the words about others`() throws {
    let folder = try Folder([
      "a.net": "# Amara Okafor @amara #private\n",
      "b.net": "# Amara Nwosu @amara\n\n# Bo Lind @bo\n\n- gave @amara: tea\n",
    ])
    #expect(
      folder.kith("lint", "-q", "--output-format", "concise", "--select", "duplicate-handle").out
        == "b.net:1:15: error[N203] duplicate-handle: `…` is the handle of … already\n")
  }

  @Test func `a quote with backticks of its own is hidden whole`() throws {
    let folder = try Folder(["a.net": "# Amara Okafor @amara #private\nbirthday: a `hush` day\n"])
    let run = folder.kith("lint", "-q", "--output-format", "concise")
    #expect(run.status == 1 && run.out.contains("`…`") && !run.out.contains("hush"))
  }

  @Test(arguments: formats)
  func `nothing of the planted notebook's private records is for others`(format: String) throws {
    let folder = try Folder([:])
    let planted = Texts.package.appending(path: "Tests/Corpus/planted")
    try FileManager.default.copyItem(at: planted, to: folder.url)
    let run = folder.kith("lint", "--select", "all", "--output-format", format)
    #expect(run.status == 1 && run.out.contains("private.net"))
    // What others say of him stands in their lines, as those of the full report.
    if format == "full" { return }
    for word in ["Russo", "@vito", "russo.example", "0177"] { #expect(!run.out.contains(word)) }
  }

  /// It would write the mask.
  @Test func `a fix with a secret in it is not offered to programs`() {
    let bytes = Array("# Jun Tanaka @jun\n\n- password: kumquat47\n".utf8)
    let files = SourceFiles(
      path: { _ in ShownPath(Path("a.net")) }, bytes: { _ in bytes }, isPrivate: { _, _ in false },
      secrets: ShownSecrets(in: [bytes]))
    func fix(writing text: String) -> ShownFix? {
      let edit = TextEdit(range: ByteRange(0, 0), replacement: text)
      let diagnostic = Diagnostic(
        rule: RuleInfo(name: "some-rule", code: "N100", severity: .error), file: 0, range: ByteRange(0, 1),
        message: "something is wrong", fix: Fix(isSafe: true, title: "mend it", edits: [edit]))
      return Discretion(seesPrivate: true).finding(diagnostic, files) { OpenSource($0, of: files) }.fix
    }
    #expect(fix(writing: "tea")?.edits.map(\.text) == ["tea"])
    #expect(fix(writing: "kumquat47") == nil)
  }

  @Test func `a public line that says what a private record is called is hidden`() throws {
    let folder = try Folder([
      "a.net": "# Lena Petrova @lena #private\n", "b.net": "# Lena Petrova @lp\n\n# Someone Else @lena\n",
    ])
    let run = folder.kith("lint")
    #expect(run.out.contains("(private: shown on a terminal, or with --private)"))
    for name in ["Petrova", "@lena"] { #expect(!run.out.contains(name)) }
    #expect(folder.kith("lint", isTerminal: true).out.contains("Lena Petrova"))
  }

  @Test(arguments: ["# 2026-07-30 Affair #private\n", "Tea\n\n# 2026-07-30 Affair\ntags: #private\n"])
  func `so is a private meeting's heading, from its date on`(text: String) throws {
    let run = try Folder(["a.net": text]).kith("lint", "--select", "meeting-without-people")
    #expect(run.out.contains("(private: shown on a terminal, or with --private)") && !run.out.contains("Affair"))
  }

  @Test func `a long public line that does so is hidden for each of its findings`() throws {
    let line = "- met @nobody and @somebody, not Lena Petrova " + String(repeating: "tea ", count: 500)
    let folder = try Folder(["a.net": "# Lena Petrova @lena #private\n", "b.net": "# Ann @ann\n\n\(line)\n"])
    let out = folder.kith("lint", "--select", "unknown-mention").out
    #expect(out.components(separatedBy: "(private: shown on a terminal, or with --private)").count == 3)
    #expect(!out.contains("Petrova"))
  }

  @Test func `what was meant is not guessed among private records`() throws {
    let folder = try Folder(["a.net": "# Zorkname @zorkq #private\n"])
    for old in ["@zorkz", "@zorkname"] { #expect(!folder.kith("rename", old, "@y").err.contains("zorkq")) }
  }

  @Test func `words of kith's own stay`() throws {
    let run = try Folder(["a.net": "# Lena @lena #private\nkind: grup\n* loosely\n"]).kith("lint")
    #expect(run.out.contains("`kith format` rewrites it") && run.out.contains("`group`") && !run.out.contains("grup"))
  }
}
