import NetSyntax

/// How grave a finding is.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// The notes do not say what they seem to say, or cannot be read.
  case error
  /// The notes are read, but probably not as they were meant.
  case warning
  /// Worth knowing; often quite right as it is.
  case info
}

/// What is known of a rule without running it: its names and how it counts.
public struct RuleInfo: Hashable, Sendable {
  /// The name, which says the problem: `unknown-mention`.
  public var name: String
  /// The short code: `N201`.
  public var code: String
  /// How grave its findings are.
  public var severity: Severity
  /// Whether the rule runs when nothing is selected.
  public var isDefault: Bool

  /// A rule with its name, code and severity.
  public init(name: String, code: String, severity: Severity, isDefault: Bool = true) {
    self.name = name
    self.code = code
    self.severity = severity
    self.isDefault = isDefault
  }
}

/// One finding: what is wrong, exactly where, and what can be typed instead.
public struct Diagnostic: Hashable, Sendable {
  /// The rule that found it.
  public var rule: RuleInfo
  /// The file, as its number in the notebook.
  public var file: Int
  /// The narrowest bytes that are at fault.
  public var range: ByteRange
  /// One sentence in lower case without a full stop; what it is about stands in backticks.
  public var message: String
  /// What to type, in words that can be pasted.
  public var help: String?
  /// The other places involved, such as the first use of a handle that is defined twice.
  public var labels: [Label]
  /// The edits that mend it, where they are certain enough to be offered.
  public var fix: Fix?
  /// Fixes of which one may be what was meant, for somebody to choose; none is applied unless it is chosen.
  public var proposals: [Fix]
  /// Whether it stands for all further findings of its rule in the file, at least one, which are not listed.
  public var standsForMore = false

  /// A finding of `rule` at `range` of `file`.
  public init(
    rule: RuleInfo, file: Int, range: ByteRange, message: String, help: String? = nil,
    labels: [Label] = [], fix: Fix? = nil, proposals: [Fix] = []
  ) {
    self.rule = rule
    self.file = file
    self.range = range
    self.message = message
    self.help = help
    self.labels = labels
    self.fix = fix
    self.proposals = proposals
  }
}

/// Another place that a finding involves, in the same file or a different one.
public struct Label: Hashable, Sendable {
  /// The file, as its number in the notebook.
  public var file: Int
  /// The bytes in question.
  public var range: ByteRange
  /// What they have to do with the finding.
  public var message: String

  /// A place with what it has to do with the finding.
  public init(file: Int, range: ByteRange, message: String) {
    self.file = file
    self.range = range
    self.message = message
  }
}

/// Edits of the finding's file that mend it.
public struct Fix: Hashable, Sendable {
  /// Whether the fix loses nothing and changes no meaning beyond the finding.
  public var isSafe: Bool
  /// What the fix does, as a person would say it: ``replace by `@amara` ``.
  public var title: String
  /// The edits, in order and without overlap.
  public var edits: [TextEdit]

  /// A fix made of `edits`, which are in order and do not overlap.
  public init(isSafe: Bool, title: String, edits: [TextEdit]) {
    self.isSafe = isSafe
    self.title = title
    self.edits = edits
  }
}
