/// The patterns of one `.gitignore` file, or of one list of excludes, in order.
struct IgnoreRules: Sendable {
  /// The folder that the patterns are written for.
  private let folder: Path
  private let globs: [Glob]

  /// Reads the lines of a `.gitignore` file in `folder`; nil if none of them says anything.
  init?(_ text: [UInt8], in folder: Path) {
    var rest = text[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    let lines = rest.split(separator: 0x0A, omittingEmptySubsequences: true)
    self.init(lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }, in: folder)
  }

  /// Compiles patterns of the same notation that were given one by one.
  init?(_ lines: [ArraySlice<UInt8>], in folder: Path) {
    globs = lines.compactMap { Glob(line: $0) }
    if globs.isEmpty { return nil }
    self.folder = folder
  }

  /// One pattern of `--exclude` or of a configuration, written for `folder`.
  ///
  /// A leading `./` or `../`, which git's patterns do not know, says where the rest counts from.
  init?(placed pattern: Path, in folder: Path) {
    var folder = folder
    var rest = pattern.bytes[...]
    while true {
      if rest.starts(with: [dot, slash]) {
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [dot, dot, slash]) {
        rest = rest.dropFirst(3)
        folder = folder.folder
      } else {
        break
      }
    }
    let isPlaced = rest.count < pattern.bytes.count
    self.init([isPlaced ? [slash] + rest : rest], in: folder)
  }

  /// Whether one of the patterns can match nothing.
  var isBroken: Bool { globs.contains(where: \.isBroken) }

  /// Whether the patterns leave `path` out (true) or take it in (false); nil if none is about it.
  ///
  /// The last pattern that matches decides.
  func excludes(_ path: Path, isFolder: Bool) -> Bool? {
    let below: ArraySlice<UInt8>?
    let start = folder.bytes.last == slash ? folder.bytes.count : folder.bytes.count + 1
    if path.bytes.count > start, path.bytes.starts(with: folder.bytes), path.bytes[start - 1] == slash {
      below = path.bytes[start...]
    } else {
      below = nil
    }
    let name = path.name
    let match = globs.last { $0.matches(path: below, name: name, isFolder: isFolder) }
    return match.map { !$0.isNegated }
  }
}

/// What git passes over in one folder: its own `.gitignore`, those above it, and `.git/info/exclude`.
struct IgnoreStack: Sendable {
  /// From the weakest to the strongest: the folder's own patterns come last.
  private var levels: [IgnoreRules] = []

  /// Whether git would pass over `path`, given that it has not passed over its folder.
  func excludes(_ path: Path, isFolder: Bool) -> Bool {
    for rules in levels.reversed() {
      if let verdict = rules.excludes(path, isFolder: isFolder) { return verdict }
    }
    return false
  }

  /// The stack for `folder`, below the one this is for, given what stands in it.
  ///
  /// A repository inside the tree has nothing to do with the patterns around it.
  func entering(_ folder: Path, hasIgnoreFile: Bool, isRepository: Bool) -> IgnoreStack {
    var stack = self
    if isRepository { stack.levels = Self.repositoryRules(folder).map { [$0] } ?? [] }
    if hasIgnoreFile, let rules = Self.rules(folder.appending(Path(".gitignore")), for: folder) {
      stack.levels.append(rules)
    }
    return stack
  }

  /// The stack that holds above `folder`: from the repository it is in, if it is in one, down to its parent.
  ///
  /// `folder` is a resolved, absolute path.
  static func above(_ folder: Path) -> IgnoreStack {
    var chain: [Path] = []
    var current = folder
    guard !isRepository(folder) else { return IgnoreStack() }
    while current.bytes != [slash] {
      current = current.folder
      chain.append(current)
      if isRepository(current) { break }
    }
    guard let top = chain.last, isRepository(top) else { return IgnoreStack() }
    var stack = IgnoreStack()
    for folder in chain.reversed() {
      stack = stack.entering(folder, hasIgnoreFile: true, isRepository: folder == top)
    }
    return stack
  }

  static func isRepository(_ folder: Path) -> Bool {
    (try? Platform.status(of: folder.appending(Path(".git")).bytes, followingLinks: false)) != nil
  }

  /// As git, does not follow a `.gitignore` that is a link.
  private static func rules(_ file: Path, for folder: Path) -> IgnoreRules? {
    guard let status = try? Platform.status(of: file.bytes, followingLinks: false), status.kind == .file,
      let text = try? readFile(file)
    else { return nil }
    return IgnoreRules(text, in: folder)
  }

  /// The patterns of `.git/info/exclude`, also where `.git` is a file that names the real folder, as in
  /// further worktrees and submodules.
  private static func repositoryRules(_ folder: Path) -> IgnoreRules? {
    let entry = folder.appending(Path(".git"))
    let common = commonFolder(of: gitFolder(namedBy: entry) ?? entry)
    guard let text = try? readFile(common.appending(Path("info/exclude"))) else { return nil }
    return IgnoreRules(text, in: folder)
  }
}
