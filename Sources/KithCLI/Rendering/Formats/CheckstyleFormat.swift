import KithFiles

/// A report as Checkstyle writes it: every file that was checked, with its findings.
struct CheckstyleFormat: ReportFormat {
  func begin(_ troubles: [String], _ output: inout Output) {
    // The version is that of the format, from which on it has not changed.
    output.write("\(xmlDeclaration)\n<checkstyle version=\"4.3\">\n")
  }

  func write(_ file: ShownFile, _ output: inout Output) {
    let name = xml(file.path.shown)
    if file.findings.isEmpty, file.failure == nil {
      output.write("  <file name=\"\(name)\"/>\n")
      return
    }
    output.write("  <file name=\"\(name)\">\n")
    if let failure = file.failure {
      output.write("    <error line=\"1\" severity=\"error\" message=\"\(xml(visible(failure)))\" source=\"kith\"/>\n")
    }
    for finding in file.findings { output.write(element(finding)) }
    output.write("  </file>\n")
  }

  func end(isComplete: Bool, _ output: inout Output) { output.write("</checkstyle>\n") }

  private func element(_ finding: ShownFinding) -> String {
    let (start, rule) = (finding.place.start, finding.rule)
    return "    <error line=\"\(start.line)\" column=\"\(start.column)\" severity=\"\(rule.severity.rawValue)\" "
      + "message=\"\(xml(visible(finding.sentence)))\" source=\"kith.\(rule.name)\"/>\n"
  }
}
