import KithFiles
import NetJSON
import NetLint
import NetSyntax

/// A Code Quality report of GitLab; `Grammar/gitlab.schema.json` describes it.
struct GitLabFormat: ReportFormat {
  /// The clone of the job, from which it takes paths to start.
  private let project: Path?
  private var json = JSONWriter(layout: .readable)
  private var fingerprints = Fingerprints()

  init(project: Path?) { self.project = project }

  mutating func begin(_ troubles: [String], _ output: inout Output) { json.beginArray() }

  mutating func write(_ file: ShownFile, _ output: inout Output) {
    let path = file.path.name(in: project)
    if let failure = file.failure {
      // Else a report without a finding would say that all is mended.
      let start = Position(line: 1, column: 1)
      add("unreadable-file", failure, "critical", start, start, path)
    }
    for finding in file.findings {
      let (rule, place) = (finding.rule, finding.place)
      add(rule.name, finding.sentence, rule.severity.inCodeQuality, place.start, place.end, path, of: finding.message)
    }
    json.drain { output.write($0) }
  }

  mutating func end(isComplete: Bool, _ output: inout Output) {
    json.endArray()
    json.endLine()
    json.drain { output.write($0) }
  }

  /// Adds an entry, which is known again by `message`, or if that is nil by its description.
  private mutating func add(
    _ name: String, _ description: String, _ severity: String, _ start: Position, _ end: Position, _ path: Path,
    of message: String? = nil
  ) {
    json.beginObject()
    json.member("description", visible(description))
    json.member("check_name", name)
    json.member("fingerprint", fingerprints.next(name, message ?? description, in: path))
    json.member("severity", severity)
    json.key("location")
    json.beginObject()
    json.member("path", path.shown)
    json.key("positions")
    json.beginObject()
    add("begin", start)
    add("end", end)
    json.endObject()
    json.endObject()
    json.endObject()
  }

  private mutating func add(_ key: StaticString, _ position: Position) {
    json.key(key)
    json.beginObject()
    json.member("line", position.line)
    json.member("column", position.column)
    json.endObject()
  }
}

extension Severity {
  /// What Code Quality calls it.
  fileprivate var inCodeQuality: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
