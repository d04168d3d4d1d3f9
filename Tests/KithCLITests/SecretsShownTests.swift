import Foundation
import KithFiles
import NetLint
import NetSyntax
import Support
import Testing

@testable import KithCLI

/// No output shows a secret, whatever it says of the lines that hold one.
@Suite struct SecretsShownTests {
  private static let passwords = ["kumquat47", "Tr0ub4dor&3", "80047"]

  /// Each secret in an untidy line, so that there is something to be shown.
  private static let text =
    "# Jun Tanaka  @Jun\nRole:  see \(Secrets.all[0])\n\n"
    + Secrets.all.map { "*  [x] @nobody  \($0)\n" }.joined()
    + "*  password: \(passwords[0])  @nobody\n*  pw:  \(passwords[1])\n*  PIN: \(passwords[2])\n"
    + "```\n-----BEGIN PRIVATE KEY-----\n\(Secrets.privateKey)\n-----END PRIVATE KEY-----\n```\n*  the end @nobody\n"
    + Secrets.all.enumerated().map { "\n# \($1)  @h\($0)\nemail: \($1)\nbirthday: \($1)\nwith: \($1)\n" }.joined()

  private let pages = /\n *"(text|markdown)": "# .*/

  private static var all: [String] {
    Secrets.all + passwords + Secrets.privateKey.split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: OutputFormat.allCases.map { ["lint", "--output-format", $0.rawValue] } + [
      ["lint", "--diff"], ["format", "--diff"], ["format", "--check"], ["format", "--list"],
    ], [false, true])
  func `nothing of a secret is printed`(command: [String], isTerminal: Bool) throws {
    let folder = try Folder(["jun.net": Self.text])
    var console = Console(
      out: .captured(isTerminal: isTerminal, width: isTerminal ? 100 : nil), err: .captured(),
      workingFolder: Path(folder.url.path(percentEncoded: false)))
    let status = runKith(arguments: command.map { Array($0.utf8) }, console: &console)
    // The pages of rules, which SARIF holds, have examples of their own.
    let output = (console.out.capturedText + console.err.capturedText).replacing(pages, with: "").lowercased()
    #expect(status == 1 && output.contains("jun.net"))
    for secret in Self.all.map({ $0.lowercased() }) {
      #expect(!output.contains(secret), "\(command) shows \(secret)")
      // Nor a good part of it.
      let parts = secret.count < 12 ? [] : [secret.prefix(10), secret.suffix(10)]
      for part in parts { #expect(!output.contains(part), "\(command) shows \(part)") }
    }
  }

  @Test func `carets stand below what is masked`() throws {
    let folder = try Folder(["jun.net": "- the password: kumquat47, as ever\n"])
    #expect(
      folder.kith("lint", "-q").out == """
        error[N405]: this looks like a password
         --> jun.net:1:17
          |
        1 | - the password: •••••••••, as ever
          |                 ^^^^^^^^^
        help: take it out; if it was ever committed, git's history keeps it, so change it

        """)
  }

  @Test func `a diff with masked lines says so`() throws {
    let folder = try Folder(["jun.net": "*  password: kumquat47\n*  tea\n"])
    let run = folder.kith("format", "--diff", "jun.net")
    #expect(
      run.out == """
        --- a/jun.net
        +++ b/jun.net
        @@ -1,2 +1,2 @@
        -*  password: •••••••••
        -*  tea
        +- password: •••••••••
        +- tea

        """)
    #expect(run.err.hasPrefix("note: 2 lines of the diff have a secret masked, so it cannot be applied\n"))
    #expect(!(try Folder(["jun.net": "*  tea\n"]).kith("format", "--diff", "jun.net").err.contains("masked")))
  }

  @Test func `a diff of a rename masks them too`() throws {
    let folder = try Folder(["jun.net": "# Jun Tanaka @jun\n\n- password: kumquat47\n"])
    let run = folder.kith("rename", "@jun", "@juno", "--diff")
    #expect(run.status == 1 && run.out.contains("+# Jun Tanaka @juno") && !run.out.contains("kumquat47"))
    #expect(run.err.contains("have a secret masked") || run.err.contains("has a secret masked"))
  }

  @Test func `what stays is formatted, converted and written as it is`() throws {
    let folder = try Folder(["jun.net": "*  password: kumquat47\n"])
    #expect(folder.kith("format", "-q", "jun.net") == (0, "", ""))
    #expect(try folder.text("jun.net") == "- password: kumquat47\n")
    #expect(folder.kith("json").out.contains("kumquat47"))
  }
}
