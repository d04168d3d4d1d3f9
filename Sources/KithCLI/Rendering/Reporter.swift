import KithFiles
import NetLint
import NetSyntax

/// Writes findings, notebook by notebook, in one of the formats.
struct Reporter {
  private let full: FullReport
  private let discretion: Discretion
  /// The format; nil for the one that shows lines.
  private var format: (any ReportFormat)?
  private var isFirst = true
  /// The files last shown, so that many findings in one file index it once.
  private var opened: [Int: OpenSource] = [:]

  /// How wide a page is where there is no terminal to ask, in columns.
  static let pageWidth = 120
  /// The most files kept open; a notebook's findings come file by file, with labels in a few others.
  private static let openLimit = 8

  /// A reporter that writes to an output of that kind.
  ///
  /// - Parameters:
  ///   - seesPrivate: Whether only the writer reads along, as on a terminal.
  ///   - folders: Where services take paths to start from.
  ///   - failsOnWarnings: Whether warnings let the run fail, too.
  init(
    _ format: OutputFormat, style: Style, seesPrivate: Bool, width: Int?, folders: ProjectFolders = ProjectFolders(),
    failsOnWarnings: Bool = false
  ) {
    full = FullReport(style: style, width: width ?? Self.pageWidth, seesPrivate: seesPrivate)
    discretion = Discretion(seesPrivate: seesPrivate)
    self.format = format.makeFormat(style, folders, failsOnWarnings: failsOnWarnings)
  }

  /// Begins the report.
  ///
  /// - Parameter troubles: Why something that was asked for could not even be looked for.
  mutating func begin(_ troubles: [String], to output: inout Output) { format?.begin(troubles, &output) }

  /// Writes the findings of one notebook until the output fails.
  mutating func write(_ diagnostics: [Diagnostic], _ files: SourceFiles, to output: inout Output) {
    opened = [:]
    if format != nil {
      writeFiles(Dictionary(grouping: diagnostics, by: \.file), files, to: &output)
    } else {
      for diagnostic in diagnostics where output.failure == nil { writeFull(diagnostic, files, to: &output) }
    }
  }

  private mutating func writeFiles(
    _ diagnostics: [Int: [Diagnostic]], _ files: SourceFiles, to output: inout Output
  ) {
    for number in files.reported where output.failure == nil {
      let findings = (diagnostics[number] ?? []).map { diagnostic in
        open(diagnostic, files)
        let opened = opened
        return discretion.finding(diagnostic, files) { opened[$0] ?? OpenSource($0, of: files) }
      }
      let file = ShownFile(path: files.path(number), findings: findings, failure: files.failures[number])
      format?.write(file, &output)
    }
  }

  private mutating func writeFull(_ diagnostic: Diagnostic, _ files: SourceFiles, to output: inout Output) {
    open(diagnostic, files)
    if !isFirst { output.write("\n") }
    isFirst = false
    let opened = opened
    output.write(full.text(discretion.shown(diagnostic, files), files) { opened[$0] ?? OpenSource($0, of: files) })
  }

  /// Writes places one below another, each with its line and what is to be said of it.
  mutating func write(places: [Label], _ files: SourceFiles, to output: inout Output) {
    for place in places { open(place.file, files) }
    let opened = opened
    output.write(full.places(places, files) { opened[$0] ?? OpenSource($0, of: files) })
  }

  /// Ends the report.
  ///
  /// - Parameter isComplete: Whether all that was asked for could be done.
  mutating func end(isComplete: Bool, to output: inout Output) { format?.end(isComplete: isComplete, &output) }

  /// Opens all files that a finding touches, before it is rendered.
  private mutating func open(_ diagnostic: Diagnostic, _ files: SourceFiles) {
    for file in [diagnostic.file] + diagnostic.labels.map(\.file) { open(file, files) }
  }

  private mutating func open(_ file: Int, _ files: SourceFiles) {
    if opened[file] != nil { return }
    if opened.count >= Self.openLimit { opened = [:] }
    opened[file] = OpenSource(file, of: files)
  }
}
