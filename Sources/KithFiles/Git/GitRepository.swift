/// Why a repository's hooks cannot be found, for people.
public struct GitError: Error, Hashable, Sendable {
  /// One sentence.
  public var message: String
  /// What to do about it, if there is something.
  public var help: String?

  /// An error that reads so.
  public init(message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// A git repository as far as its folders go, found as git itself finds it (gitrepository-layout(5)).
struct GitRepository: Hashable, Sendable {
  /// Where `HEAD` and the index are: `.git`, or of a linked worktree a folder below `.git/worktrees`.
  var folder: Path
  /// Where the configuration and the hooks are, which linked worktrees share.
  var common: Path
  /// Where the files are, if nothing else is said of it.
  var workTree: Path

  /// The repository that a person in `workingFolder` is in.
  static func find(from workingFolder: Path, _ environment: GitEnvironment) throws(GitError) -> GitRepository {
    let here = workingFolder.resolved ?? workingFolder
    if let typed = try environment.path("GIT_DIR") {
      guard let folder = resolved(here.appending(typed)), let found = try at(folder, workTree: here, environment) else {
        throw GitError(message: "GIT_DIR is `\(typed.shown)`, and there is no git repository")
      }
      return found
    }
    var current = here
    while true {
      let entry = current.appending(Path(".git"))
      if let folder = resolved(entry) {
        if let found = try at(folder, workTree: current, environment) { return found }
        if folder != entry { throw GitError(message: "`\(entry.shown)` leads to no git repository") }
      }
      if try at(current, workTree: current, environment) != nil {
        throw GitError(
          message: "`\(current.shown)` holds a repository and no files: nothing is committed here",
          help: "run it where the files are, or in a worktree")
      }
      if current == current.folder { break }
      current = current.folder
    }
    throw GitError(message: "there is no git repository here", help: "`git init` makes one")
  }

  /// The repository whose own folder is `folder`; nil if it is none.
  private static func at(
    _ folder: Path, workTree: Path, _ environment: GitEnvironment
  ) throws(GitError) -> GitRepository? {
    var common = commonFolder(of: folder)
    if let typed = try environment.path("GIT_COMMON_DIR") { common = workTree.appending(typed) }
    let parts = [folder.appending(Path("HEAD")), common.appending(Path("objects")), common.appending(Path("refs"))]
    guard parts.allSatisfy({ (try? Platform.status(of: $0.bytes, followingLinks: false)) != nil }),
      let folder = folder.resolved, let common = common.resolved
    else { return nil }
    return GitRepository(folder: folder, common: common, workTree: workTree)
  }

  /// A repository's own folder, where `entry` is one or a file that names one; nil if nothing is there.
  private static func resolved(_ entry: Path) -> Path? {
    guard (try? Platform.status(of: entry.bytes, followingLinks: true)) != nil else { return nil }
    return gitFolder(namedBy: entry) ?? entry
  }
}

/// The folder that the file `.git` of a further worktree or a submodule names; nil if `entry` is no such file.
func gitFolder(namedBy entry: Path) -> Path? {
  let prefix = Array("gitdir: ".utf8)
  guard let pointer = try? readFile(entry), pointer.starts(with: prefix) else { return nil }
  return entry.folder.appending(firstLine(pointer.dropFirst(prefix.count)))
}

/// The folder that a linked worktree shares with the others; else the repository's own folder.
func commonFolder(of folder: Path) -> Path {
  guard let common = try? readFile(folder.appending(Path("commondir"))) else { return folder }
  return folder.appending(firstLine(common[...]))
}

private func firstLine(_ text: ArraySlice<UInt8>) -> Path {
  Path(Array(text.prefix { $0 != 0x0A && $0 != 0x0D }))
}

/// The environment's variables, as git reads them.
struct GitEnvironment: Sendable {
  let value: @Sendable (String) -> String?

  /// A variable that holds a path; nil where it is not set, and where it is empty.
  func path(_ name: String) throws(GitError) -> Path? {
    guard let text = try text(name), !text.isEmpty else { return nil }
    return Path(text)
  }

  /// A variable that holds text; nil where it is not set.
  func text(_ name: String) throws(GitError) -> String? {
    guard let text = value(name) else { return nil }
    if text.unicodeScalars.contains("\u{FFFD}") {
      throw GitError(message: "\(name) is not UTF-8, and kith cannot follow it")
    }
    return text
  }

  /// A variable that is true or false.
  func flag(_ name: String) throws(GitError) -> Bool {
    guard let text = try text(name) else { return false }
    guard let flag = gitFlag(Array(text.utf8)) else { throw GitError(message: "\(name) is neither true nor false") }
    return flag
  }
}

/// What git takes for true or false; nil for anything else.
func gitFlag(_ value: [UInt8]?) -> Bool? {
  guard let value else { return true }
  let word = String(decoding: value, as: UTF8.self).lowercased()
  if ["true", "yes", "on"].contains(word) { return true }
  if ["false", "no", "off", ""].contains(word) { return false }
  return Int(word).map { $0 != 0 }
}
