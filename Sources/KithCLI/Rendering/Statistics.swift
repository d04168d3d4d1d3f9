import KithFiles
import NetJSON
import NetLint

/// How often each rule finds something; `Grammar/statistics.schema.json` describes it as JSON.
struct Statistics {
  private struct Count {
    let rule: RuleInfo
    var all = FindingCount()
    var safe = 0
    var unsafe = 0
  }

  private let format: OutputFormat
  private var counts: [String: Count] = [:]

  init(_ format: OutputFormat) { self.format = format }

  mutating func count(_ diagnostic: Diagnostic) {
    var count = counts[diagnostic.rule.name] ?? Count(rule: diagnostic.rule)
    count.all.add(diagnostic)
    if let fix = diagnostic.fix {
      if fix.isSafe { count.safe += 1 } else { count.unsafe += 1 }
    }
    counts[diagnostic.rule.name] = count
  }

  /// Writes them, the most frequent first.
  func write(_ style: Style, to output: inout Output) {
    let sorted = counts.values.sorted { ($1.all.least, $0.rule.code) < ($0.all.least, $1.rule.code) }
    switch format {
    case .json:
      var json = JSONWriter(layout: .readable)
      json.beginArray()
      for count in sorted { add(count, to: &json) }
      json.endArray()
      json.endLine()
      output.write(json.bytes.span)
    case .jsonLines:
      var json = JSONWriter(layout: .compact)
      for count in sorted {
        add(count, to: &json)
        json.endLine()
      }
      output.write(json.bytes.span)
    // The other formats for programs have no place for it, and are refused with it.
    case .full, .concise, .github, .gitlab, .sarif, .junit, .checkstyle:
      for count in sorted { output.writeLine(line(count, style)) }
    }
  }

  /// `  12 error[N201] unknown-mention (3 with --fix)`
  private func line(_ count: Count, _ style: Style) -> String {
    let widest = counts.values.map(\.all.text.count).max() ?? 0
    let number = count.all.text
    let mark = style.paint("\(count.rule.severity.rawValue)[\(count.rule.code)]", count.rule.severity.role)
    let fixes = [(count.safe, "with --fix"), (count.unsafe, "with --fix --unsafe-fixes")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    return String(repeating: " ", count: widest - number.count) + "\(number) \(mark) \(count.rule.name)"
      + (fixes.isEmpty ? "" : " (\(fixes))")
  }

  private func add(_ count: Count, to json: inout JSONWriter) {
    json.beginObject()
    json.member("rule", count.rule.name)
    json.member("code", count.rule.code)
    json.member("severity", count.rule.severity.rawValue)
    json.member("count", count.all.least)
    json.key("more")
    json.bool(count.all.isOpen)
    json.member("fixable", count.safe)
    json.member("unsafelyFixable", count.unsafe)
    json.endObject()
  }
}
