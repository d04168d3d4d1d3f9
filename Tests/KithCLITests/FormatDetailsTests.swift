import Foundation
import NetLint
import Testing

/// What formats of reports say of a finding besides its words: which one it is, where its file is, and what is missing.
@Suite struct FormatDetailsTests {
  // MARK: Fingerprints

  private func fingerprints(_ text: String) throws -> [String] {
    let run = try Folder(["a.net": text]).kith("lint", "--output-format", "gitlab", "--select", "unknown-mention")
    let report = try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [[String: Any]]
    return try #require(report).compactMap { $0["fingerprint"] as? String }
  }

  @Test func `fingerprints are each their own, and stay when lines come in above`() throws {
    let text = "- gave @xan: a cup\n- gave @xan: a cup\n- gave @xan: a cup\n- gave @yun: a cup\n"
    let old = try fingerprints(text)
    #expect(old.count == 4 && Set(old).count == 4)
    #expect(try fingerprints("# Amara Okafor @amara\n\nA line more.\n\n" + text) == old)
    #expect(old.first == "97ff09bd6d67f067")
  }

  // MARK: More than is listed

  @Test func `what stands for more than is listed says so`() throws {
    let folder = try Folder(["a.net": String(repeating: "- gave @xan: a cup\n", count: 10_002)])
    let lines = folder.kith("lint", "--output-format", "json-lines", "--select", "unknown-mention").out
    let marks = try lines.split(separator: "\n").map { line in
      let finding = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(finding?["more"] as? Bool)
    }
    #expect(marks.count == 10_001)
    #expect(marks.last == true && !marks.dropLast().contains(true))
  }

  // MARK: Where paths start

  @Test func `paths start where the service has its clone`() throws {
    let folder = try Folder(["clone/notes/a.net": "# Bo Lind @bo\n\n- gave @nobody: a cup\n"])
    let root = folder.url.path(percentEncoded: false)
    func report(_ format: String, _ variables: [String: String]) -> String {
      folder.kith(["lint", "--output-format", format], environment: variables).out
    }
    let (github, gitlab) = (["GITHUB_WORKSPACE": root + "/clone/"], ["CI_PROJECT_DIR": root + "/clone"])
    #expect(report("github", github).hasPrefix("::error file=notes/a.net,"))
    #expect(report("github", gitlab).hasPrefix("::error file=clone/notes/a.net,"))
    #expect(report("github", ["GITHUB_WORKSPACE": "/nowhere"]).hasPrefix("::error file=clone/notes/a.net,"))
    #expect(report("gitlab", gitlab).contains(#""path": "notes/a.net""#))
    #expect(report("gitlab", [:]).contains(#""path": "clone/notes/a.net""#))
    for variables in [github, gitlab] { #expect(report("sarif", variables).contains(#""uri": "notes/a.net""#)) }
    #expect(report("sarif", [:]).contains(#""uri": "clone/notes/a.net""#))
    #expect(report("concise", github).hasPrefix("clone/notes/a.net:3:8: "))
  }

  @Test func `what is outside of the clone has its whole address in SARIF`() throws {
    let folder = try Folder(["clone/x": "", "notes/a b.net": "# Bo Lind @bo\n\n- gave @nobody: a cup\n"])
    let root = folder.url.path(percentEncoded: false)
    let run = folder.kith(["lint", "--output-format", "sarif"], environment: ["GITHUB_WORKSPACE": root + "/clone"])
    #expect(run.out.contains(#""uri": "file:///"#) && run.out.contains(#"/notes/a%20b.net""#))
  }

  // MARK: What could not be done

  @Test func `a file that cannot be read is said to be so`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\n", "b.net": ""])
    // Larger than can be read, without a byte on the disk.
    try FileHandle(forWritingTo: folder.url.appending(path: "b.net")).truncate(atOffset: 1 << 31)
    let sarif = folder.kith("lint", "--output-format", "sarif")
    #expect(sarif.status == 2 && sarif.out.contains(#""executionSuccessful": false"#))
    #expect(sarif.out.contains("cannot read `b.net`: it holds 2 GiB or more"))
    let junit = folder.kith("lint", "--output-format", "junit").out
    #expect(junit.contains(#"tests="2" failures="0" errors="1""#))
    #expect(junit.contains("<error message=\"cannot read `b.net`: it holds 2 GiB or more\"/>"))
    #expect(
      folder.kith("lint", "--output-format", "github").out == "::error file=b.net,title=kith::\(Self.unreadable)\n")
    let gitlab = folder.kith("lint", "--output-format", "gitlab").out
    #expect(gitlab.contains(#""check_name": "unreadable-file""#) && gitlab.contains(#""path": "b.net""#))
    let checkstyle = folder.kith("lint", "--output-format", "checkstyle").out
    #expect(checkstyle.contains("message=\"\(Self.unreadable)\" source=\"kith\"/>"))
  }

  private static let unreadable = "cannot read `b.net`: it holds 2 GiB or more"

  @Test func `a path that leads nowhere is no empty report`() throws {
    let folder = try Folder([".kith.json": "{", "a.net": "# Bo Lind @bo\n"])
    func report(_ format: String, _ paths: String...) -> String {
      folder.kith(["lint", "--output-format", format, "--isolated"] + paths).out
    }
    let sarif = report("sarif", "nowhere")
    #expect(sarif.contains(#""executionSuccessful": false"#) && sarif.contains("there is no file or folder `nowhere`"))
    #expect(report("junit", "nowhere").contains(#"<testsuites name="kith lint" tests="1" failures="0" errors="1">"#))
    #expect(report("github", "nowhere").hasPrefix("::error title=kith::there is no file or folder `nowhere`"))
    let broken = folder.kith("lint", "--output-format", "github").out
    #expect(
      broken == "::error title=kith::`.kith.json` has mistakes in it, so the notes that it is for were not checked\n")
  }

  // MARK: What lets a run fail

  @Test func `what does not let the run fail can be left out`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\n* gave @nobody: a cup\n"])
    let all = folder.kith("lint", "--output-format", "concise")
    #expect(
      all.status == 1 && all.out.contains("warning[N501]")
        && all.err == "1 error, 1 warning in 1 file; 1 can be fixed with `--fix`\n")
    let failures = folder.kith("lint", "--output-format", "concise", "--failures-only")
    #expect(
      failures == (
        1, "a.net:2:8: error[N201] unknown-mention: no one has the handle `@nobody`\n", "1 error in 1 file\n"
      ))
    #expect(folder.kith("lint", "--output-format", "concise", "--failures-only", "--error-on-warning") == all)
  }

  @Test func `a link that a note seems to have is none in SARIF`() throws {
    let folder = try Folder(["a.net": "# Bo Lind @bo\nbirthday: [some day](1)\n"])
    #expect(folder.kith("lint", "--output-format", "sarif").out.contains(#"`[some day\\](1)` is not a date"#))
  }

  // MARK: Rules

  @Test func `every rule can be said in a sentence`() {
    for rule in allRules {
      #expect(rule.summary.hasPrefix("Reports ") && rule.summary.hasSuffix("."), "\(rule.summary)")
      #expect((20...300).contains(rule.summary.count) && rule.page.contains(rule.summary.prefix(20)), "\(rule.summary)")
    }
  }
}
