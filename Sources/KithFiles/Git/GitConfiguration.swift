import NetSyntax

/// What git's configuration says of hooks: all its files in the order in which git reads them, the last word wins
/// (git-config(1), "FILES" and "Includes").
///
/// Whatever is not read here as git reads it is an error where it may be about hooks: a hook in a folder that git does not
/// look into would never run, and nobody would know.
struct GitConfiguration: Sendable {
  /// One value of `core.hooksPath`, and where it stands: a file, or the environment.
  struct HooksPath: Hashable, Sendable {
    var value: [UInt8]?
    var source: String
  }

  /// The last `core.hooksPath`.
  private(set) var hooksPath: HooksPath?
  /// The repository's own `core.worktree`.
  private(set) var workTree: [UInt8]?
  /// The repository's own `core.bare`.
  private(set) var isBare = false

  private let repository: GitRepository
  private let environment: GitEnvironment
  /// The working folder as the shell calls it, with links in it.
  private let typedFolder: Path?
  /// The condition that is being looked into although it is unsure whether it holds.
  private var doubt: String?
  /// As git has it.
  private static let deepestInclude = 10

  init(of repository: GitRepository, from workingFolder: Path, _ environment: GitEnvironment) throws(GitError) {
    self.repository = repository
    self.environment = environment
    typedFolder = try environment.path("PWD").flatMap { Self.isSame($0, workingFolder) ? $0 : nil }
    try readShared()
    let own = repository.common.appending(Path("config"))
    let hasWorktreeConfiguration = try readOwn(own)
    try read(own)
    if hasWorktreeConfiguration {
      let further = repository.folder.appending(Path("config.worktree"))
      _ = try readOwn(further)
      try read(further)
    }
    try readEnvironment()
  }

  /// The files that are for more than this repository, of which those of somebody else may be closed to the person.
  private mutating func readShared() throws(GitError) {
    if try !environment.flag("GIT_CONFIG_NOSYSTEM") {
      let system = try environment.text("GIT_CONFIG_SYSTEM") ?? "/etc/gitconfig"
      try read(Path(system), mayBeClosed: true)
    }
    if let global = try environment.text("GIT_CONFIG_GLOBAL") {
      try read(Path(global), mayBeClosed: true)
      return
    }
    let home = try environment.path("HOME")
    let folder = try environment.path("XDG_CONFIG_HOME") ?? home?.appending(Path(".config"))
    if let folder { try read(folder.appending(Path("git/config")), mayBeClosed: true) }
    if let home { try read(home.appending(Path(".gitconfig")), mayBeClosed: true) }
  }

  /// What only the repository itself says, and no include: whether it has a further file for each worktree.
  private mutating func readOwn(_ file: Path) throws(GitError) -> Bool {
    var hasFurther = false
    for variable in try variables(in: file, mayBeClosed: false) {
      switch variable.name {
      case "core.worktree": workTree = variable.value
      case "core.bare": isBare = gitFlag(variable.value) ?? false
      case "extensions.worktreeconfig": hasFurther = gitFlag(variable.value) ?? false
      default: break
      }
    }
    return hasFurther
  }

  private mutating func readEnvironment() throws(GitError) {
    let count = try environment.text("GIT_CONFIG_COUNT") ?? ""
    guard let count = count.isEmpty ? 0 : Int(count), (0...10_000).contains(count) else {
      throw GitError(message: "GIT_CONFIG_COUNT is no number that makes sense")
    }
    for number in 0..<count {
      guard let key = try environment.text("GIT_CONFIG_KEY_\(number)"),
        let value = try environment.text("GIT_CONFIG_VALUE_\(number)")
      else { throw GitError(message: "GIT_CONFIG_COUNT is \(count), and variable \(number) is not there") }
      let variable = GitVariable(key: Self.evened(Array(key.utf8)), value: Array(value.utf8))
      try take(variable, from: nil, depth: 0)
    }
    // What `git -c` hands on is quoted in two ways that are git's own affair.
    if let handedOn = try environment.text("GIT_CONFIG_PARAMETERS")?.lowercased(),
      handedOn.contains("hookspath") || handedOn.contains("include")
    {
      throw GitError(
        message: "git was told by `-c` where hooks are, for this one command", help: "run kith by itself")
    }
  }

  /// A key with the section and the name in lower case, as a file's are.
  private static func evened(_ key: [UInt8]) -> [UInt8] {
    guard let first = key.firstIndex(of: dot), let last = key.lastIndex(of: dot) else { return key }
    return key.enumerated().map { (first...last).contains($0.offset) ? $0.element : $0.element.asciiLowercased }
  }

  private func variables(in file: Path, mayBeClosed: Bool) throws(GitError) -> [GitVariable] {
    let text: [UInt8]
    do throws(FileError) { text = try readFile(file) } catch {
      // The last is an empty file, in all but name.
      let isNothing =
        [.notFound, .notAFolder].contains(error.reason) || (mayBeClosed && error.reason == .permissionDenied)
        || file == Path("/dev/null")
      if isNothing { return [] }
      throw GitError(message: error.message, help: "kith has to know what it says of `core.hooksPath`")
    }
    do throws(GitConfigurationMistake) { return try gitVariables(in: text) } catch {
      throw GitError(message: "line \(error.line) of `\(file.shown)` is not git configuration")
    }
  }

  private mutating func read(_ file: Path, mayBeClosed: Bool = false, depth: Int = 0) throws(GitError) {
    for variable in try variables(in: file, mayBeClosed: mayBeClosed) {
      try take(variable, from: file, depth: depth)
    }
  }

  private mutating func take(_ variable: GitVariable, from file: Path?, depth: Int) throws(GitError) {
    let name = variable.name
    if name == "core.hookspath" {
      if let doubt {
        throw GitError(
          message: "`core.hooksPath` depends on \(doubt), so hooks are not always in the same place",
          help: "set it for this repository: `git config core.hooksPath .git/hooks`")
      }
      hooksPath = HooksPath(value: variable.value, source: file.map { "`\($0.shown)`" } ?? "the environment")
    } else if name == "include.path" {
      try include(variable, from: file, depth: depth)
    } else if name.hasPrefix("includeif."), name.hasSuffix(".path") {
      let condition = Array(variable.key.dropFirst("includeif.".utf8.count).dropLast(".path".utf8.count))
      let before = doubt
      switch try holds(condition, in: file) {
      case true?: try include(variable, from: file, depth: depth)
      case false?: break
      case nil:
        doubt = "`\(Path(condition).shown)`"
        try include(variable, from: file, depth: depth)
        doubt = before
      }
    }
  }

  private mutating func include(_ variable: GitVariable, from file: Path?, depth: Int) throws(GitError) {
    guard depth < Self.deepestInclude else {
      throw GitError(message: "the git configuration includes itself, or more than \(Self.deepestInclude) deep")
    }
    guard let value = variable.value, !value.isEmpty else {
      throw GitError(message: "the git configuration includes a file without a name")
    }
    let path = try expanded(value)
    guard path.isAbsolute || file != nil else {
      throw GitError(message: "`\(path.shown)` is included by the environment, and has to be an absolute path")
    }
    try read(file.map { $0.folder.appending(path) } ?? path, depth: depth + 1)
  }
}

extension GitConfiguration {
  /// A path as git expands it: `~/` is the person's home.
  func expanded(_ value: [UInt8]) throws(GitError) -> Path {
    if value.starts(with: "%(".utf8) || value.starts(with: ":(".utf8) {
      throw GitError(message: "kith does not know where `\(Path(value).shown)` of the git configuration is")
    }
    guard value.first == UInt8(ascii: "~") else { return Path(value) }
    guard value.count == 1 || value[1] == slash else {
      throw GitError(message: "kith does not know where `\(Path(value).shown)` of the git configuration is")
    }
    guard let home = try environment.path("HOME") else {
      throw GitError(message: "the git configuration has a path with `~`, and HOME is not set")
    }
    return Path(home.bytes + value.dropFirst())
  }

  /// Whether the condition of an include holds; nil where that changes with the branch or the way here, or where kith
  /// does not know the condition.
  private func holds(_ condition: [UInt8], in file: Path?) throws(GitError) -> Bool? {
    for (prefix, ignoresCase) in [("gitdir:", false), ("gitdir/i:", true)] where condition.starts(with: prefix.utf8) {
      let typed = Array(condition.dropFirst(prefix.utf8.count))
      // Two stars beside a letter are one for git, and not for the patterns of `.gitignore`, which are compared with here.
      let parts = typed.split(separator: slash).map { String(decoding: $0, as: UTF8.self) }
      if parts.contains(where: { $0.contains("**") && $0 != "**" }) { return nil }
      guard let pattern = try FolderPattern(typed, in: file, ignoresCase: ignoresCase, self) else { return false }
      if pattern.matches(repository.folder) { return true }
      // Git also tries the way the shell has come, but only in the topmost folder.
      guard let typedFolder else { return false }
      return pattern.matches(typedFolder.appending(Path(".git"))) ? nil : false
    }
    return nil
  }

  fileprivate static func isSame(_ one: Path, _ other: Path) -> Bool {
    guard one.isAbsolute, let one = try? Platform.status(of: one.bytes, followingLinks: true),
      let other = try? Platform.status(of: other.bytes, followingLinks: true)
    else { return false }
    return one.identity == other.identity
  }
}

/// The pattern behind `gitdir:`.
private struct FolderPattern {
  /// What is compared as it stands.
  private var literal: [UInt8] = []
  private let glob: Glob
  private let ignoresCase: Bool

  /// Nil for a pattern that can match nothing.
  init?(_ typed: [UInt8], in file: Path?, ignoresCase: Bool, _ configuration: GitConfiguration) throws(GitError) {
    self.ignoresCase = ignoresCase
    var pattern = typed
    if typed.first == UInt8(ascii: "~") {
      let home = try configuration.expanded(Array("~".utf8))
      let real = home.resolved ?? home
      pattern = real.bytes + (try configuration.expanded(typed)).bytes.dropFirst(home.bytes.count)
    } else if typed.starts(with: [dot, slash]) {
      guard let folder = file?.resolved?.folder else { return nil }
      literal = folder.withSlash
      pattern = Array(typed.dropFirst(2))
    } else if typed.first != slash {
      pattern = Array("**/".utf8) + typed
    }
    if typed.last == slash { pattern += "**".utf8 }
    if ignoresCase { pattern = pattern.map(\.asciiLowercased) }
    // The slash in front ties the pattern to the start.
    if pattern.first != slash { pattern.insert(slash, at: 0) }
    guard let glob = Glob(line: pattern[...]), !glob.isBroken else { return nil }
    self.glob = glob
  }

  func matches(_ folder: Path) -> Bool {
    func evened(_ bytes: [UInt8]) -> [UInt8] { ignoresCase ? bytes.map(\.asciiLowercased) : bytes }
    let text = evened(folder.bytes)
    guard text.starts(with: evened(literal)) else { return false }
    let rest = literal.isEmpty ? text.dropFirst() : text.dropFirst(literal.count)
    return glob.matches(path: rest, name: [], isFolder: true)
  }
}
