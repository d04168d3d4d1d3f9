/// The files of one notebook: all that mentions resolve over, marked with which of them are to be reported on.
public struct FoundNotebook: Sendable {
  /// The notebook's folder, as an absolute path without links.
  public var root: Path
  /// Its files in the order of their names.
  public var files: [FoundFile]
  /// What its `.kith.json` says, or the one that was given in its place.
  public var configuration: Configuration
  /// A folder in it that could not be looked into, if there is one: it may hold further files.
  public var unreadFolder: Path?

  /// The numbers of the files that were asked for.
  public var askedFiles: [Int] { files.indices.filter { files[$0].isAsked } }
}

/// One file of a notebook.
public struct FoundFile: Hashable, Sendable {
  /// Where the bytes come from.
  public enum Source: Hashable, Sendable {
    /// The file at this absolute path.
    case file(Path)
    /// Standard input, perhaps in the place of the file it will be.
    case standardInput
  }

  /// Where the bytes come from.
  public var source: Source
  /// The path below the notebook's root; of standard input without a name what it is shown as.
  public var name: Path
  /// The path to show: as it was typed where it was, else from the working folder.
  public var shown: Path
  /// Whether it was asked for, by itself or by its folder; else it is there for mentions to resolve.
  public var isAsked: Bool
  /// Whether it was asked for by itself, and not only by its folder.
  public var isNamed = false
  /// The size in bytes when it was found; 0 for standard input.
  public var size: Int

  /// Reads the file into `bytes`, whose room is used again.
  ///
  /// Standard input can be read only once.
  public func read(into bytes: inout [UInt8]) throws(FileError) {
    switch source {
    case .file(let path): try readFile(path, shown: shown, into: &bytes)
    case .standardInput: bytes = try readStandardInput()
    }
  }
}

/// What to look for, and from where.
public struct Search: Sendable {
  /// The paths as they were typed; `-` is standard input. None means the working folder.
  public var paths: [Path]
  /// The absolute folder that relative paths start from.
  public var workingFolder: Path
  /// Patterns, as in `.gitignore`, of what is passed over; one with a slash counts from the working folder.
  public var excludes: [Path] = []
  /// Where the configuration of the notebooks comes from, which excludes more.
  public var configuration = ConfigurationSource.notebook
  /// Whether what is excluded is passed over also where it stands in `paths` itself.
  public var forcesExcludes = false
  /// The path that standard input is taken to come from.
  public var standardInputName: Path?

  /// A search for `paths`, seen from `workingFolder`.
  public init(paths: [Path], workingFolder: Path) {
    self.paths = paths
    self.workingFolder = workingFolder
  }
}

/// What a search has found.
public struct SearchResult: Sendable {
  /// The notebooks in the order of their folders, standard input without a name first.
  public var notebooks: [FoundNotebook] = []
  /// What was asked for and cannot be done, in the order of the paths.
  public var errors: [FileError] = []
  /// The configurations that could not be read as such; nothing is found of their notebooks.
  public var brokenConfigurations: [BrokenConfiguration] = []
  /// What the person should know although nothing is wrong, one sentence each.
  public var notes: [String] = []

  /// Whether any file is to be reported on.
  public var isEmpty: Bool { notebooks.allSatisfy { $0.askedFiles.isEmpty } }
}

/// How standard input is named where it has no name of its own.
public let standardInputName = Path("<stdin>")
