import KithFiles
import NetLint

/// A test report: a suite for each file, in which a finding is a test case, and a file without any has one that passes.
///
/// What lets the run fail is a failure; of the rest, the cases pass and say what was found. A file that could not be read
/// is an error.
struct JUnitFormat: ReportFormat {
  private let failsOnWarnings: Bool
  private var counts = Counts()
  /// The suites: how many failures there are stands before them.
  private var suites = ""

  private struct Counts {
    var tests = 0
    var failures = 0
    var errors = 0

    mutating func add(_ other: Counts) {
      tests += other.tests
      failures += other.failures
      errors += other.errors
    }

    var attributes: String { "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\"" }
  }

  /// - Parameter failsOnWarnings: Whether warnings let the run fail, too.
  init(failsOnWarnings: Bool) { self.failsOnWarnings = failsOnWarnings }

  mutating func begin(_ troubles: [String], _ output: inout Output) {
    if troubles.isEmpty { return }
    let suite = Counts(tests: troubles.count, errors: troubles.count)
    counts.add(suite)
    suites += "  <testsuite name=\"kith lint\" \(suite.attributes)>\n"
    for (index, trouble) in troubles.enumerated() {
      suites +=
        "    <testcase name=\"what was asked for, \(index + 1)\" classname=\"kith lint\">\n"
        + "      <error message=\"\(xml(visible(trouble)))\"/>\n    </testcase>\n"
    }
    suites += "  </testsuite>\n"
  }

  mutating func write(_ file: ShownFile, _ output: inout Output) {
    let name = xml(file.path.shown)
    let failing = file.findings.count { isFailure($0.rule.severity) }
    let suite = Counts(
      tests: max(1, file.findings.count), failures: failing, errors: file.failure == nil ? 0 : 1)
    counts.add(suite)
    suites += "  <testsuite name=\"\(name)\" \(suite.attributes)>\n"
    if let failure = file.failure {
      suites += testCase("kith lint", name, "", "      <error message=\"\(xml(failure))\"/>\n")
    } else if file.findings.isEmpty {
      suites += testCase("kith lint", name, "", "")
    }
    for finding in file.findings { suites += testCase(finding, name) }
    suites += "  </testsuite>\n"
  }

  func end(isComplete: Bool, _ output: inout Output) {
    output.write("\(xmlDeclaration)\n<testsuites name=\"kith lint\" \(counts.attributes)>\n")
    output.write(suites)
    output.write("</testsuites>\n")
  }

  private func testCase(_ finding: ShownFinding, _ file: String) -> String {
    let (start, rule) = (finding.place.start, finding.rule)
    let words =
      "\(visible(finding.place.text)): \(rule.severity.rawValue)[\(rule.code)] \(rule.name): \(visible(finding.message))"
      + (finding.help.map { "\nhelp: \(visible($0))" } ?? "")
    let content =
      isFailure(rule.severity)
      ? "      <failure type=\"\(rule.severity.rawValue)\" message=\"\(xml(visible(finding.message)))\">\(xml(words))</failure>\n"
      : "      <system-out>\(xml(words))</system-out>\n"
    return testCase("\(rule.name) at \(start.line):\(start.column)", file, " line=\"\(start.line)\"", content)
  }

  private func testCase(_ name: String, _ file: String, _ attributes: String, _ content: String) -> String {
    let start = "    <testcase name=\"\(name)\" classname=\"\(file)\" file=\"\(file)\"\(attributes)"
    return content.isEmpty ? "\(start)/>\n" : "\(start)>\n\(content)    </testcase>\n"
  }

  private func isFailure(_ severity: Severity) -> Bool { severity.fails(onWarnings: failsOnWarnings) }
}
