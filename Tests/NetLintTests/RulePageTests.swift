import Foundation
import NetLint
import Support
import Testing

/// Every rule's page is its test: its examples report exactly what the page says, and nothing is left to report once
/// they are mended.
@Suite struct RulePageTests {
  @Test(arguments: allRules.map(\.info.name))
  func examplesReportWhatThePageSays(name: String) throws {
    let rule = try #require(allRules.first { $0.info.name == name })
    let page = RulePage(rule.page)
    #expect(page.title == "\(name) (\(rule.info.code))")
    #expect(page.severity == severity(rule.info, page.fix))
    #expect(page.sections.contains("Fix") == !page.fix.isEmpty)
    #expect(page.sections.starts(with: ["What it does", "Why", "Example"]))
    let examples = page.blocks.filter { $0.section == "Example" }
    #expect(!examples.isEmpty && examples.count.isMultiple(of: 2))
    var fixes: Set<Bool> = []
    for (net, report) in zip(examples, examples.dropFirst()) where net.info == "net" {
      let checked = check(net.text, rule)
      #expect(checked.diagnostics.map(checked.report).joined(separator: "\n") == report.text)
      for diagnostic in checked.diagnostics where diagnostic.rule == rule.info {
        if let fix = diagnostic.fix { fixes.insert(fix.isSafe) }
      }
    }
    #expect(fixes == page.fix, "the examples show every kind of fix that there is, and no other")
    let mended = page.blocks.filter { $0.section == "Instead" }
    #expect(mended.count == 1)
    for block in mended { #expect(check(block.text, rule).diagnostics == []) }
  }

  /// The first line of a page below its title: `warning, off by default, fix: safe or unsafe`.
  private func severity(_ rule: RuleInfo, _ fix: Set<Bool>) -> String {
    let safety = [true, false].filter(fix.contains).map { $0 ? "safe" : "unsafe" }.joined(separator: " or ")
    return rule.severity.rawValue + (rule.isDefault ? "" : ", off by default") + (fix.isEmpty ? "" : ", fix: \(safety)")
  }

  private func check(_ example: String, _ rule: Rule) -> CheckedNotebook {
    let rules = rulesOfContent + (rulesOfContent.contains { $0.info == rule.info } ? [] : [rule])
    let checked = CheckedNotebook([(name: "example.net", bytes: bytes(ofExample: example + "\n"))], rules: rules)
    #expect(checked.violations == [])
    return checked
  }
}

/// The parts of a rule's page that the tests read.
struct RulePage {
  struct Block {
    var section: String
    var info: String
    var text: String
  }

  /// The examples of all pages.
  static let allExamples: [[UInt8]] = allRules.flatMap { RulePage($0.page).blocks }.filter { $0.info == "net" }
    .map { bytes(ofExample: $0.text + "\n") }

  var title = ""
  var severity = ""
  /// Whether there are safe fixes, and others.
  var fix: Set<Bool> {
    let words = severity.components(separatedBy: "fix: ").dropFirst().joined().split(separator: " ")
    return Set([true, false].filter { words.contains($0 ? "safe" : "unsafe") })
  }
  var sections: [String] = []
  var blocks: [Block] = []

  init(_ page: String) {
    var fence: Substring?
    var open: (info: String, lines: [String])?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let closing = fence {
        if line == closing {
          let block = open ?? (info: "", lines: [])
          blocks.append(
            Block(section: sections.last ?? "", info: block.info, text: block.lines.joined(separator: "\n")))
          fence = nil
        } else {
          open?.lines.append(String(line))
        }
      } else if line.hasPrefix("```") {
        fence = line.prefix { $0 == "`" }
        open = (info: String(line.drop { $0 == "`" }), lines: [])
      } else if line.hasPrefix("## ") {
        sections.append(String(line.dropFirst(3)))
      } else if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
      } else if severity.isEmpty, !line.isEmpty {
        severity = String(line)
      }
    }
  }
}
