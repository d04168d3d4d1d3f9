import KithFiles
import NetJSON
import NetLint
import NetSyntax

/// The name of the folder that locations start from (3.4.4), which GitHub takes for that of the repository.
private let rootName = "%SRCROOT%"

/// Writes the parts of a SARIF log, in order. Sections are those of the standard.
struct SARIFWriter {
  let root: Path?
  var json = JSONWriter(layout: .readable)

  init(root: Path?) { self.root = root }

  /// Begins the log and its one run (3.13, 3.14).
  mutating func begin() {
    json.beginObject()
    json.member("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
    json.member("version", "2.1.0")
    json.key("runs")
    json.beginArray()
    json.beginObject()
  }

  /// Ends the list of results, the run and the log.
  mutating func end() {
    json.endArray()
    json.endObject()
    json.endArray()
    json.endObject()
    json.endLine()
  }

  /// Writes the tool with the rules of some findings (3.18), each once, and returns their places by their names.
  mutating func addTool(_ found: [RuleInfo]) -> [String: Int] {
    let names = Set(found.map(\.name))
    let rules = allRules.filter { names.contains($0.info.name) }.sorted { $0.info.code < $1.info.code }
    json.object("tool") { json in
      json.object("driver") { json in
        json.member("name", "kith")
        json.member("semanticVersion", version)
        json.key("rules")
        json.beginArray()
        for rule in rules { json.add(rule) }
        json.endArray()
      }
    }
    json.member("columnKind", "unicodeCodePoints")
    json.object("originalUriBaseIds") { json in
      // Without an address: it may be anywhere.
      json.object(escaping: rootName) {
        $0.message("description", "The folder paths start in.")
      }
    }
    return Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.info.name, $0) })
  }

  /// Writes how the run went (3.20), what could not be looked for, and which files could not be read.
  mutating func addInvocation(_ troubles: [String], _ files: [ShownFile], isComplete: Bool) {
    json.key("invocations")
    json.beginArray()
    json.beginObject()
    json.key("executionSuccessful")
    json.bool(isComplete)
    json.key("toolExecutionNotifications")
    json.beginArray()
    for trouble in troubles {
      json.beginObject()
      json.member("level", "error")
      json.message("message", trouble)
      json.endObject()
    }
    for file in files {
      guard let failure = file.failure else { continue }
      json.beginObject()
      json.member("level", "error")
      json.message("message", failure)
      json.key("locations")
      json.beginArray()
      json.beginObject()
      json.object("physicalLocation") { [root] in $0.artifact(file.path, root: root) }
      json.endObject()
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
  }

  /// Begins the list of results.
  mutating func beginResults() {
    json.key("results")
    json.beginArray()
  }

  /// Writes a finding (3.27).
  mutating func add(_ finding: ShownFinding, ruleIndex: Int?, _ fingerprint: String) {
    json.beginObject()
    json.member("ruleId", finding.rule.code)
    if let ruleIndex { json.member("ruleIndex", ruleIndex) }
    json.member("level", finding.rule.severity.level)
    json.message("message", ([finding.message] + (finding.help.map { [$0] } ?? [])).joined(separator: "\n"))
    json.key("locations")
    json.beginArray()
    add(finding.place, message: nil)
    json.endArray()
    if !finding.labels.isEmpty {
      json.key("relatedLocations")
      json.beginArray()
      for label in finding.labels { add(label.place, message: label.message) }
      json.endArray()
    }
    // The number of the way in which it is made stands behind its name (3.27.17).
    json.object("partialFingerprints") { $0.member("fileRuleMessage/v1", fingerprint) }
    if let fix = finding.fix { add(fix, of: finding.place.path) }
    json.endObject()
  }

  private mutating func add(_ place: ShownPlace, message: String?) {
    json.beginObject()
    json.object("physicalLocation") { [root] json in
      json.artifact(place.path, root: root)
      json.region("region", place)
    }
    if let message { json.message("message", message) }
    json.endObject()
  }

  /// Writes a fix (3.55), which is of one file.
  private mutating func add(_ fix: ShownFix, of file: ShownPath) {
    json.key("fixes")
    json.beginArray()
    json.beginObject()
    json.message("description", fix.title)
    json.key("artifactChanges")
    json.beginArray()
    json.beginObject()
    json.artifact(file, root: root)
    json.key("replacements")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.region("deletedRegion", edit.place)
      if !edit.text.isEmpty { json.object("insertedContent") { $0.member("text", edit.text) } }
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endArray()
    json.object("properties") { json in
      json.key("safe")
      json.bool(fix.isSafe)
    }
    json.endObject()
    json.endArray()
  }
}

extension JSONWriter {
  fileprivate mutating func object(escaping key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(escaping: key)
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes plain text (3.11) as people may see it, with no link in it (3.11.6) that a note may seem to have.
  fileprivate mutating func message(_ key: StaticString, _ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { visible(String($0)) }
    object(key) { $0.member("text", lines.joined(separator: "\n").replacing("](", with: "\\](")) }
  }

  /// Writes the reporting descriptor of a rule (3.49).
  fileprivate mutating func add(_ rule: Rule) {
    beginObject()
    member("id", rule.info.code)
    member("name", rule.info.name)
    object("shortDescription") { $0.member("text", rule.summary) }
    object("fullDescription") { $0.member("text", rule.description) }
    object("help") { json in
      json.member("text", rule.page)
      json.member("markdown", rule.page)
    }
    object("defaultConfiguration") { $0.member("level", rule.info.severity.level) }
    endObject()
  }

  /// Writes where a file is (3.4): below the root, as GitHub wants it, else from the root of the file system.
  fileprivate mutating func artifact(_ path: ShownPath, root: Path?) {
    object("artifactLocation") { json in
      if let below = path.below(root) {
        json.member("uri", percentEncoded(below))
        json.member("uriBaseId", rootName)
      } else {
        json.member("uri", path.absolute.map { "file://" + percentEncoded($0) } ?? percentEncoded(path.typed))
      }
    }
  }

  /// Writes a stretch of text (3.30), whose end is the column behind it.
  fileprivate mutating func region(_ key: StaticString, _ place: ShownPlace) {
    object(key) { json in
      json.member("startLine", place.start.line)
      json.member("startColumn", place.start.column)
      json.member("endLine", place.end.line)
      json.member("endColumn", place.end.column)
    }
  }
}

extension Severity {
  /// What SARIF calls it (3.27.10).
  fileprivate var level: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }
}
