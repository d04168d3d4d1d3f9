/// Where a repository's hooks are.
public struct GitHooks: Hashable, Sendable {
  /// The folder, which need not be there yet.
  public var folder: Path
  /// The folder as people may see it: from the working folder where it is near.
  public var shown: Path
  /// Where it is said that they are there, for people; nil if nothing is said and they are where they always are.
  public var source: String?
  /// Whether the folder lies outside the repository, and may serve others too.
  public var isShared: Bool

  /// Finds the folder that git runs hooks from for a commit in `workingFolder`.
  ///
  /// - Parameters:
  ///   - workingFolder: Where the person is.
  ///   - environment: The environment's variables, of which git heeds some.
  /// - Throws: Why it cannot be known, rather than a folder that git would not look into.
  public static func find(
    from workingFolder: Path, environment: @escaping @Sendable (String) -> String?
  ) throws(GitError) -> GitHooks {
    let environment = GitEnvironment(value: environment)
    let repository = try GitRepository.find(from: workingFolder, environment)
    let configuration = try GitConfiguration(of: repository, from: workingFolder, environment)
    if configuration.isBare, repository.folder == repository.common, configuration.workTree == nil {
      throw GitError(message: "the repository here is bare: nothing is committed in it")
    }
    var top = repository.workTree
    if let typed = configuration.workTree {
      top = repository.folder.appending(Path(typed))
    }
    if let typed = try environment.path("GIT_WORK_TREE") { top = workingFolder.appending(typed) }
    let folder = try folder(repository, configuration, top)
    let isInside = [top, repository.common].contains { nearestReal(folder).isIn(nearestReal($0)) }
    let seenFrom = nearestReal(workingFolder)
    let shown =
      nearestReal(folder).isIn(nearestReal(top))
      ? Search(paths: [], workingFolder: seenFrom).fromWorkingFolder(folder, seenFrom) : folder
    return GitHooks(folder: folder, shown: shown, source: configuration.hooksPath?.source, isShared: !isInside)
  }

  private static func folder(
    _ repository: GitRepository, _ configuration: GitConfiguration, _ top: Path
  ) throws(GitError) -> Path {
    guard let said = configuration.hooksPath else { return repository.common.appending(Path("hooks")) }
    guard let value = said.value, !value.isEmpty else {
      throw GitError(
        message: "`core.hooksPath` is empty in \(said.source), which switches hooks off",
        help: "`git config core.hooksPath .git/hooks` switches them on here")
    }
    return top.appending(try configuration.expanded(value))
  }

  /// The path with links followed as far as it exists.
  private static func nearestReal(_ path: Path) -> Path {
    if let real = path.resolved { return real }
    return path == path.folder ? path : nearestReal(path.folder).appending(name: path.name)
  }
}

extension Path {
  /// Whether this is `folder` or lies in it.
  fileprivate func isIn(_ folder: Path) -> Bool { relative(to: folder) != nil }
}

/// What stands where a program is to be placed.
public enum Occupant: Hashable, Sendable {
  /// Nothing.
  case none
  /// A file, and whether its owner may run it.
  case file([UInt8], isExecutable: Bool)
  /// Something else: a folder, a link or a device.
  case other(String)

  /// Looks at what stands at `path`, and follows no link.
  public static func of(_ path: Path, shown: Path) throws(FileError) -> Occupant {
    let status: FileStatus
    do throws(FileError.Reason) {
      status = try Platform.status(of: path.bytes, followingLinks: false)
    } catch {
      if error == .notFound { return .none }
      throw FileError(.find, shown, error)
    }
    switch status.kind {
    case .file:
      var bytes: [UInt8] = []
      try readFile(path, shown: shown, into: &bytes)
      return .file(bytes, isExecutable: status.mode & 0o100 != 0)
    case .folder: return .other("a folder")
    case .link: return .other("a symbolic link")
    case .pipe, .device, .socket: return .other("no file")
    }
  }
}
