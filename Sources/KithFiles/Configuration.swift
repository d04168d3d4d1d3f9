import NetLint
import NetSyntax

/// What a notebook's `.kith.json` says: which rules run where, and which files are passed over.
///
/// Nothing in it changes how a text is read.
public struct Configuration: Sendable {
  /// Which rules run, and how grave their findings are.
  public var selection = RuleSelection()
  /// Patterns, as in `.gitignore`, of what is passed over; they count from the notebook's root.
  public var exclude: [Path] = []
  /// What is not reported in some of the files.
  public var perFileIgnores: [PerFileIgnore] = []

  /// The configuration of a notebook that has none.
  public init() {}

  /// Whether findings of `rule` are not to be reported in a file.
  ///
  /// This is asked of findings that are settled: the rule has run, and other rules have kept silent in its favour.
  ///
  /// - Parameter name: The path of the file below the notebook's root.
  public func isIgnored(_ rule: RuleInfo, in name: Path) -> Bool {
    perFileIgnores.contains { ignore in ignore.rules.contains { $0.holds(rule) } && ignore.covers(name) }
  }
}

/// Rules whose findings are not reported in the files that a pattern matches.
public struct PerFileIgnore: Sendable {
  /// The rules.
  public var rules: [RuleSelector]
  private let patterns: IgnoreRules

  /// Patterns that are placed in `root`, and rules.
  init(_ patterns: IgnoreRules, rules: [RuleSelector]) {
    self.patterns = patterns
    self.rules = rules
  }

  /// Whether the pattern matches a file, given by its path below the root, or a folder that it is in.
  public func covers(_ name: Path) -> Bool {
    var path = Self.root.appending(name)
    var isFolder = false
    while path != Self.root {
      if patterns.excludes(path, isFolder: isFolder) == true { return true }
      path = path.folder
      isFolder = true
    }
    return false
  }

  /// Stands for the notebook's root, wherever that is.
  static let root = Path("/")
}

/// Where the configuration of notebooks comes from.
public enum ConfigurationSource: Hashable, Sendable {
  /// From the `.kith.json` at the root of each.
  case notebook
  /// From this file, for all of them.
  case file(Path)
  /// From nowhere: notebooks say nothing.
  case none
}

/// Something in a configuration that kith cannot take, and so takes none of it.
public struct ConfigurationMistake: Hashable, Sendable {
  /// The bytes at fault; empty where something is missing.
  public var range: ByteRange
  /// One sentence in lower case without a full stop; what it is about stands in backticks.
  public var message: String
  /// What to write instead.
  public var help: String?
  /// Another place that it has to do with.
  public var label: Label?

  init(_ range: ByteRange, _ message: String, help: String? = nil, label: Label? = nil) {
    self.range = range
    self.message = message
    self.help = help
    self.label = label
  }
}

/// Why a configuration could not be read: its mistakes, in the order of their places.
public struct ConfigurationError: Error, Hashable, Sendable {
  /// The mistakes, or the first of very many; at least one.
  public let mistakes: [ConfigurationMistake]
  /// How many more there are.
  public var furtherCount = 0

  /// The most mistakes that are listed: a text can be made so that it has millions, which nobody would read.
  static let most = 100
}

/// A configuration with mistakes in it, to be shown.
public struct BrokenConfiguration: Sendable {
  /// The path of the file as it is shown.
  public let shown: Path
  /// What it holds.
  public let bytes: [UInt8]
  /// What is wrong with it.
  public let error: ConfigurationError
}
