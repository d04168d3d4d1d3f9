import KithFiles
import NetJSON
import NetLint

/// A Code Quality report of GitLab; `Grammar/gitlab.schema.json` describes it.
struct GitLabFormat: ReportFormat {
  /// The clone of the job, from which it takes paths to start.
  private let project: Path?
  private var json = JSONWriter(layout: .readable, escapingUnsafe: true)
  private var fingerprints = Fingerprints()

  init(project: Path?) { self.project = project }

  mutating func begin(_ output: inout Output) { json.beginArray() }

  mutating func write(_ file: ShownFile, _ output: inout Output) {
    let path = file.path.name(in: project)
    for finding in file.findings {
      json.beginObject()
      json.member("description", visible(finding.sentence))
      json.member("check_name", finding.rule.name)
      json.member("fingerprint", fingerprints.next(finding, in: path))
      json.member("severity", finding.rule.severity.inCodeQuality)
      json.key("location")
      json.beginObject()
      json.member("path", path.shown)
      json.key("positions")
      json.beginObject()
      add("begin", finding.place.start.line, finding.place.start.column)
      add("end", finding.place.end.line, finding.place.end.column)
      json.endObject()
      json.endObject()
      json.endObject()
      json.drain { output.write($0) }
    }
  }

  mutating func end(isComplete: Bool, _ output: inout Output) {
    json.endArray()
    json.endLine()
    json.drain { output.write($0) }
  }

  private mutating func add(_ key: StaticString, _ line: Int, _ column: Int) {
    json.key(key)
    json.beginObject()
    json.member("line", line)
    json.member("column", column)
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
