import KithFiles
import NetLint

/// A log in the Static Analysis Results Interchange Format (OASIS SARIF 2.1.0, with errata 01), for code scanning.
///
/// The rules are those that have found something; the log stands on its own with their pages.
struct SARIFFormat: ReportFormat {
  /// The folder that paths start from: in a repository its root.
  private let root: Path?
  private var fingerprints = Fingerprints()
  private var files: [ShownFile] = []
  private var troubles: [String] = []

  init(root: Path?) { self.root = root }

  mutating func begin(_ troubles: [String], _ output: inout Output) { self.troubles = troubles }

  mutating func write(_ file: ShownFile, _ output: inout Output) {
    if !file.findings.isEmpty || file.failure != nil { files.append(file) }
  }

  mutating func end(isComplete: Bool, _ output: inout Output) {
    var log = SARIFWriter(root: root)
    log.begin()
    let rules = log.addTool(files.flatMap { $0.findings.map(\.rule) })
    log.addInvocation(troubles, files, isComplete: isComplete)
    log.beginResults()
    for file in files {
      for finding in file.findings {
        let fingerprint = fingerprints.next(finding, in: file.path.below(root) ?? file.path.typed)
        log.add(finding, ruleIndex: rules[finding.rule.name], fingerprint)
        log.json.drain { output.write($0) }
      }
    }
    log.end()
    log.json.drain { output.write($0) }
  }
}
