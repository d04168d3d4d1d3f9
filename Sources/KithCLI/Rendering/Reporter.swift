import KithFiles
import NetJSON
import NetLint
import NetSyntax

/// How findings are written.
enum OutputFormat: String, CaseIterable, Sendable {
  /// For people: with the lines in question.
  case full
  /// A line each, which editors can follow.
  case concise
  /// For programs.
  case json
}

/// Writes findings one after another in one of the formats.
struct Reporter {
  private let format: OutputFormat
  private let full: FullReport
  private let style: Style
  private var json = JSONWriter(layout: .readable, escapingUnsafe: true)
  private var isFirst = true
  /// The files last shown, so that many findings in one file index it once.
  private var opened: [Int: OpenSource] = [:]

  /// How wide a page is where there is no terminal to ask, in columns.
  static let pageWidth = 120
  /// The most files kept open; a notebook's findings come file by file, with labels in a few others.
  private static let openLimit = 8

  /// A reporter that writes to an output of that kind.
  init(_ format: OutputFormat, style: Style, isTerminal: Bool, width: Int?) {
    self.format = format
    self.style = style
    full = FullReport(style: style, width: width ?? Self.pageWidth, isTerminal: isTerminal)
  }

  /// Begins the list.
  mutating func begin() {
    if format == .json { json.beginArray() }
  }

  /// Writes the findings of one notebook, which are in order, until the output fails.
  mutating func write(_ diagnostics: [Diagnostic], _ files: SourceFiles, to output: inout Output) {
    opened = [:]
    for diagnostic in diagnostics where output.failure == nil {
      let diagnostic = hidingPrivate(files.secrets.masked(diagnostic), files)
      // All files the finding touches are open before it is rendered.
      for file in [diagnostic.file] + diagnostic.labels.map(\.file) { open(file, files) }
      switch format {
      case .full:
        if !isFirst { output.write("\n") }
        let opened = opened
        output.write(full.text(diagnostic, files) { opened[$0] ?? OpenSource($0, of: files) })
      case .concise: output.write(concise(diagnostic, files))
      case .json:
        add(diagnostic, files)
        json.drain { output.write($0) }
      }
      isFirst = false
    }
  }

  /// A finding that quotes nothing private, where others may read along.
  private func hidingPrivate(_ diagnostic: Diagnostic, _ files: SourceFiles) -> Diagnostic {
    if full.isTerminal { return diagnostic }
    var hidden = diagnostic
    var isPrivate = files.isPrivate(diagnostic.file, diagnostic.range)
    for index in hidden.labels.indices where files.isPrivate(hidden.labels[index].file, hidden.labels[index].range) {
      isPrivate = true
      hidden.labels[index].message = withoutQuotes(hidden.labels[index].message)
    }
    if isPrivate {
      hidden.message = withoutQuotes(hidden.message)
      hidden.help = hidden.help.map(withoutQuotes)
    }
    return hidden
  }

  /// Writes places one below another, each with its line and what is to be said of it.
  mutating func write(places: [Label], _ files: SourceFiles, to output: inout Output) {
    for place in places { open(place.file, files) }
    let opened = opened
    output.write(full.places(places, files) { opened[$0] ?? OpenSource($0, of: files) })
  }

  /// Ends the list.
  mutating func end(to output: inout Output) {
    guard format == .json else { return }
    json.endArray()
    json.endLine()
    json.drain { output.write($0) }
  }

  private mutating func open(_ file: Int, _ files: SourceFiles) {
    if opened[file] != nil { return }
    if opened.count >= Self.openLimit { opened = [:] }
    opened[file] = OpenSource(file, of: files)
  }

  private func source(_ file: Int, _ files: SourceFiles) -> OpenSource {
    opened[file] ?? OpenSource(file, of: files)
  }

  private func concise(_ diagnostic: Diagnostic, _ files: SourceFiles) -> String {
    let rule = diagnostic.rule
    let place = style.paint(visible(source(diagnostic.file, files).place(diagnostic.range)), .message)
    let mark = style.paint("\(rule.severity.rawValue)[\(rule.code)]", rule.severity.role)
    return "\(place): \(mark) \(rule.name): \(visible(diagnostic.message))\n"
  }

  private mutating func add(_ diagnostic: Diagnostic, _ files: SourceFiles) {
    let source = source(diagnostic.file, files)
    json.beginObject()
    addPlace(diagnostic.range, source)
    member("rule", diagnostic.rule.name)
    member("code", diagnostic.rule.code)
    member("severity", diagnostic.rule.severity.rawValue)
    member("message", diagnostic.message)
    json.key("help")
    if let help = diagnostic.help { json.string(help) } else { json.null() }
    json.key("labels")
    json.beginArray()
    for label in diagnostic.labels {
      json.beginObject()
      addPlace(label.range, self.source(label.file, files))
      member("message", label.message)
      json.endObject()
    }
    json.endArray()
    json.key("fix")
    // What a fix puts there may quote what only the writer is to see.
    let isHidden =
      !full.isTerminal && diagnostic.fix?.edits.contains { files.isPrivate(diagnostic.file, $0.range) } ?? false
    if let fix = diagnostic.fix, !isHidden { add(fix) } else { json.null() }
    json.endObject()
  }

  private mutating func add(_ fix: Fix) {
    json.beginObject()
    json.key("safe")
    json.bool(fix.isSafe)
    json.key("edits")
    json.beginArray()
    for edit in fix.edits {
      json.beginObject()
      json.key("start")
      json.int(edit.range.start)
      json.key("end")
      json.int(edit.range.end)
      member("text", edit.replacement)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func addPlace(_ range: ByteRange, _ source: OpenSource) {
    let start = source.position(range.start)
    let end = source.position(range.end)
    member("file", source.shown)
    json.key("line")
    json.int(start.line)
    json.key("column")
    json.int(start.column)
    json.key("endLine")
    json.int(end.line)
    json.key("endColumn")
    json.int(end.column)
  }

  private mutating func member(_ key: StaticString, _ value: String) {
    json.key(key)
    json.string(value)
  }
}

/// A sentence without what stands in backticks.
private func withoutQuotes(_ text: String) -> String {
  text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    .map { $0.offset.isMultiple(of: 2) ? String($0.element) : "…" }.joined(separator: "`")
}
