/// One of the paths that were typed, looked up.
struct AskedPath {
  /// As it was typed.
  let typed: Path
  /// Absolute, with every link followed.
  let real: Path
  let status: FileStatus
  let isStandardInput: Bool

  var isFolder: Bool { status.kind == .folder }
  /// The folder to look for the notebook from.
  var startFolder: Path { isFolder ? real : real.folder }
}

/// The root of a notebook, and by what it is one.
struct Root: Hashable {
  enum Mark: Hashable {
    /// A `.kith.json` stands in it.
    case configuration
    /// A `.git` stands in it, and no `.kith.json` above.
    case repository
    /// Neither: it is what was typed.
    case none
  }

  let folder: Path
  let mark: Mark

  /// What a path below this root is called in the notebook.
  func name(of path: Path) -> Path { path.relative(to: folder) ?? path }

  /// Whether a folder below this root, with or without these entries, is a notebook of its own.
  func isBrokenBy(configuration: Bool, repository: Bool) -> Bool {
    configuration || (repository && mark != .configuration)
  }
}

/// Finds roots, and asks the file system about each folder once.
struct RootFinder {
  private var marks: [Path: (configuration: Bool, repository: Bool)] = [:]

  /// The root for `folder`: the nearest folder upwards with `.kith.json`, else with `.git`, else itself.
  mutating func root(from folder: Path) -> Root {
    var repository: Path?
    var current = folder
    while true {
      let marks = marks(of: current)
      if marks.configuration { return Root(folder: current, mark: .configuration) }
      if marks.repository, repository == nil { repository = current }
      let above = current.folder
      // `/` has nothing above it, and neither has the `.` of a working folder that has been removed.
      if above == current { break }
      current = above
    }
    return repository.map { Root(folder: $0, mark: .repository) } ?? Root(folder: folder, mark: .none)
  }

  private mutating func marks(of folder: Path) -> (configuration: Bool, repository: Bool) {
    if let known = marks[folder] { return known }
    // The walk over a notebook goes by names, too: a link that leads nowhere is a mark in both.
    func exists(_ name: String) -> Bool {
      (try? Platform.status(of: folder.appending(Path(name)).bytes, followingLinks: false)) != nil
    }
    let found = (configuration: exists(".kith.json"), repository: exists(".git"))
    marks[folder] = found
    return found
  }
}

extension Search {
  /// `path` from the root of the file system, with the person's links and dots still in it.
  func absolute(_ path: Path) -> Path { workingFolder.appending(path) }

  /// Looks a typed path up; what cannot be notes is refused by name.
  func lookUp(_ typed: Path) throws(FileError) -> AskedPath {
    do throws(FileError.Reason) {
      // An unset variable of a script is not the working folder.
      if typed.bytes.isEmpty { throw .notFound }
      let status = try Platform.status(of: absolute(typed).bytes, followingLinks: true)
      if status.kind != .folder, let refusal = status.kind.refusal { throw refusal }
      let real = Path(try Platform.realPath(absolute(typed).bytes))
      return AskedPath(typed: typed, real: real, status: status, isStandardInput: false)
    } catch {
      switch error {
      case .notFound, .notAFolder, .linkLoop, .permissionDenied: throw FileError(.find, typed, error)
      case .isFolder, .isPipe, .isDevice, .isSocket, .tooLarge, .brokenPipe, .system,
        // The rest comes of saving only.
        .isReadOnly, .folderIsReadOnly, .isLinked, .ownerWouldChange, .attributeWouldChange, .isBusy, .hasChanged,
        .hasChangedTwice, .leftBehind, .folderNotFound, .isNote:
        throw FileError(.read, typed, error)
      }
    }
  }

  /// The place that standard input takes: that of an existing file, or of one that its folder would hold.
  func lookUpStandardInput(named typed: Path) throws(FileError) -> AskedPath {
    if let existing = try? lookUp(typed), !existing.isFolder {
      return AskedPath(typed: typed, real: existing.real, status: existing.status, isStandardInput: true)
    }
    let folder = try lookUp(typed.folder)
    let nowhere = FileStatus(kind: .file, identity: FileIdentity(device: 0, inode: 0), size: 0)
    return AskedPath(
      typed: typed, real: folder.real.appending(name: typed.name), status: nowhere, isStandardInput: true)
  }
}
