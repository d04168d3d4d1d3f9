import KithFiles

/// A line for each finding, which editors can follow.
struct ConciseFormat: ReportFormat {
  let style: Style

  func begin(_ troubles: [String], _ output: inout Output) {}

  func write(_ file: ShownFile, _ output: inout Output) {
    for finding in file.findings {
      let rule = finding.rule
      let place = style.paint(visible(finding.place.text), .message)
      let mark = style.paint("\(rule.severity.rawValue)[\(rule.code)]", rule.severity.role)
      output.writeLine("\(place): \(mark) \(rule.name): \(visible(finding.message))")
    }
  }

  func end(isComplete: Bool, _ output: inout Output) {}
}
