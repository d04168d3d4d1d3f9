import KithFiles
import NetLint

/// The commands by which a GitHub workflow marks lines of a change: `::error file=people.net,line=14::…`.
struct GitHubFormat: ReportFormat {
  /// The clone of the workflow, from which it takes paths to start.
  let project: Path?

  func begin(_ troubles: [String], _ output: inout Output) {
    for trouble in troubles { output.writeLine("::error title=kith::\(escaped(visible(trouble), isProperty: false))") }
  }

  func write(_ file: ShownFile, _ output: inout Output) {
    if let failure = file.failure {
      let name = escaped(file.path.name(in: project).shown, isProperty: true)
      output.writeLine("::error file=\(name),title=kith::\(escaped(visible(failure), isProperty: false))")
    }
    for finding in file.findings { output.writeLine(command(finding)) }
  }

  func end(isComplete: Bool, _ output: inout Output) {}

  private func command(_ finding: ShownFinding) -> String {
    let (place, rule) = (finding.place, finding.rule)
    var properties = [("file", place.path.name(in: project).shown), ("line", "\(place.start.line)")]
    // Columns count only where they are of one line.
    let isOneLine = place.start.line == place.end.line
    if isOneLine { properties.append(("col", "\(place.start.column)")) }
    properties.append(("endLine", "\(place.end.line)"))
    if isOneLine { properties.append(("endColumn", "\(place.end.column)")) }
    properties.append(("title", "kith \(rule.code) \(rule.name)"))
    let list = properties.map { "\($0)=\(escaped(visible($1), isProperty: true))" }.joined(separator: ",")
    let text = ([finding.message] + (finding.help.map { [$0] } ?? [])).map(visible).joined(separator: "\n")
    return "::\(rule.severity.command) \(list)::\(escaped(text, isProperty: false))"
  }

  /// A text as the commands hold it: with escapes for what ends one, and in a property for what ends that.
  private func escaped(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Severity {
  /// The command that marks a line so.
  fileprivate var command: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "notice"
    }
  }
}
