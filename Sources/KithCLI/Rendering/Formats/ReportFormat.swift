import KithFiles

/// How findings are written.
enum OutputFormat: String, CaseIterable, Sendable {
  /// For people: with the lines in question.
  case full
  /// A line each, which editors can follow.
  case concise
  /// For programs: an array.
  case json
  /// For programs: a finding a line.
  case jsonLines = "json-lines"
  /// The commands by which a GitHub workflow marks lines.
  case github
  /// The Code Quality reports of GitLab.
  case gitlab
  /// OASIS SARIF 2.1.0, for code scanning.
  case sarif
  /// The test reports that began with JUnit.
  case junit
  /// The reports of Checkstyle.
  case checkstyle
}

/// A format that knows of findings only what may be seen, and is told of them file by file.
protocol ReportFormat: Sendable {
  /// Writes what stands before the first file.
  ///
  /// - Parameter troubles: Why something that was asked for could not even be looked for, one sentence each.
  mutating func begin(_ troubles: [String], _ output: inout Output)
  /// Writes what is to be said of a file that was asked for, also where that is nothing.
  mutating func write(_ file: ShownFile, _ output: inout Output)
  /// Writes what stands behind the last file.
  ///
  /// - Parameter isComplete: Whether all that was asked for could be done.
  mutating func end(isComplete: Bool, _ output: inout Output)
}

extension OutputFormat {
  /// The format, ready to be written; nil for the one that shows lines of the files.
  func makeFormat(_ style: Style, _ folders: ProjectFolders, failsOnWarnings: Bool) -> (any ReportFormat)? {
    switch self {
    case .full: nil
    case .concise: ConciseFormat(style: style)
    case .json: JSONFormat(isLines: false)
    case .jsonLines: JSONFormat(isLines: true)
    case .github: GitHubFormat(project: folders.github)
    case .gitlab: GitLabFormat(project: folders.gitlab)
    case .sarif: SARIFFormat(root: folders.root)
    case .junit: JUnitFormat(failsOnWarnings: failsOnWarnings)
    case .checkstyle: CheckstyleFormat()
    }
  }
}
