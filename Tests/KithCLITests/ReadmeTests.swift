import Foundation
import KithFiles
import Support
import Testing

@testable import KithCLI

/// The README agrees with the tool.
@Suite struct ReadmeTests {
  private let readme = Texts.package.appending(path: "README.md")

  /// With the environment variable `KITH_UPDATE_CORPUS` set, the table is written anew.
  @Test func theOptionTableIsTheTools() throws {
    let start = "<!-- options -->\n"
    let end = "<!-- /options -->"
    let text = try String(contentsOf: readme, encoding: .utf8)
    let from = try #require(text.range(of: start))
    let to = try #require(text.range(of: end))
    if ProcessInfo.processInfo.environment["KITH_UPDATE_CORPUS"] != nil {
      let updated = text.replacingCharacters(in: from.upperBound..<to.lowerBound, with: markdownOptionTable())
      try updated.write(to: readme, atomically: true, encoding: .utf8)
      return
    }
    #expect(String(text[from.upperBound..<to.lowerBound]) == markdownOptionTable())
  }

  @Test func everyShellHasItsLine() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n### Completions and manual page\n").last?.components(separatedBy: "\n## ").first)
    for shell in Shell.allCases { #expect(section.contains("kith completions \(shell)")) }
    #expect(section.contains("kith help --man"))
  }

  @Test func theSettingsAreTheTools() throws {
    let text = try String(contentsOf: readme, encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## Settings\n").last?.components(separatedBy: "\n## ").first)
    let example = try #require(section.components(separatedBy: "```json\n").last?.components(separatedBy: "```").first)
    let configuration = try Configuration(Array(example.utf8))
    #expect(configuration.exclude.count == 3 && configuration.perFileIgnores.count == 2)
    let rows = section.matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.1) }
    #expect(rows == Configuration.keys.filter { $0 != "$schema" })
    for key in rows { #expect(example.contains("\"\(key)\":")) }
  }
}
