import KithFiles
import NetJSON

/// An object for each finding, in an array or one a line; `Grammar/lint.schema.json` describes it.
struct JSONFormat: ReportFormat {
  private let isLines: Bool
  private var json: JSONWriter

  init(isLines: Bool) {
    self.isLines = isLines
    json = JSONWriter(layout: isLines ? .compact : .readable)
  }

  mutating func begin(_ troubles: [String], _ output: inout Output) {
    if !isLines { json.beginArray() }
  }

  mutating func write(_ file: ShownFile, _ output: inout Output) {
    for finding in file.findings {
      add(finding)
      if isLines { json.endLine() }
      json.drain { output.write($0) }
    }
  }

  mutating func end(isComplete: Bool, _ output: inout Output) {
    if isLines { return }
    json.endArray()
    json.endLine()
    json.drain { output.write($0) }
  }

  private mutating func add(_ finding: ShownFinding) {
    json.beginObject()
    add(finding.place)
    json.member("rule", finding.rule.name)
    json.member("code", finding.rule.code)
    json.member("severity", finding.rule.severity.rawValue)
    json.member("message", finding.message)
    json.key("help")
    if let help = finding.help { json.string(help) } else { json.null() }
    json.key("labels")
    json.beginArray()
    for label in finding.labels {
      json.beginObject()
      add(label.place)
      json.member("message", label.message)
      json.endObject()
    }
    json.endArray()
    json.key("fix")
    if let fix = finding.fix { add(fix) } else { json.null() }
    json.member("more", finding.standsForMore)
    json.endObject()
  }

  private mutating func add(_ fix: ShownFix) {
    json.beginObject()
    json.key("safe")
    json.bool(fix.isSafe)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.member("start", edit.place.bytes.start)
      json.member("end", edit.place.bytes.end)
      json.member("text", edit.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func add(_ place: ShownPlace) {
    json.member("file", place.path.shown)
    json.member("line", place.start.line)
    json.member("column", place.start.column)
    json.member("endLine", place.end.line)
    json.member("endColumn", place.end.column)
  }
}
