import KithFiles

/// The path of a file as reports name it.
struct ShownPath: Hashable, Sendable {
  /// As it was typed or found from the working folder.
  let typed: Path
  /// From the root of the file system; nil of standard input without a name.
  let absolute: Path?

  init(_ typed: Path, absolute: Path? = nil) {
    self.typed = typed
    self.absolute = absolute
  }

  /// What people see: what is no UTF-8, and what would steer a terminal, stands as an escape.
  var shown: String { typed.shown }

  /// The path below a folder; nil if it is elsewhere.
  func below(_ folder: Path?) -> Path? {
    guard let folder, let below = absolute?.relative(to: folder), !below.bytes.isEmpty else { return nil }
    return below
  }

  /// What a service calls the file whose clone of the project is that folder; elsewhere as it was typed.
  func name(in project: Path?) -> Path { below(project) ?? typed }
}

/// The folders that a run's services take paths to start from.
struct ProjectFolders: Sendable {
  /// The clone of a GitHub workflow.
  var github: Path?
  /// The clone of a GitLab job.
  var gitlab: Path?
  /// The folder that the tool runs in.
  var working: Path?

  /// The folder that paths in a repository start from, as far as anybody has said.
  var root: Path? { github ?? gitlab ?? working }
}

extension ProjectFolders {
  /// What the services say in their variables.
  init(of console: borrowing Console) {
    let environment = console.environment
    func folder(_ variable: String) -> Path? {
      // Links are followed in the paths of notes, too.
      environment(variable).flatMap { $0.isEmpty ? nil : Path($0).resolved }
    }
    self.init(
      github: folder("GITHUB_WORKSPACE"), gitlab: folder("CI_PROJECT_DIR"), working: console.workingFolder.resolved)
  }
}
