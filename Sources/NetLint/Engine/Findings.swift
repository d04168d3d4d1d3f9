import NetModel
import NetSyntax

/// What rules find in one file, or in all files together, before it is settled which of it is reported.
public struct Findings: Sendable {
  /// The file that is being checked; of checks over a notebook the rule names it.
  var file: Int
  private(set) var found: [Finding] = []
  /// What comments of the file ask not to be told of.
  var suppressions: [Suppression] = []
  /// All rules that are checked, in the order of their list.
  private let rules: [RuleInfo]
  private var rank = 0

  init(file: Int, rules: [RuleInfo]) {
    self.file = file
    self.rules = rules
  }

  /// Nothing, as of a file that is not checked.
  public init() { self.init(file: 0, rules: []) }

  /// From here on, findings are of another rule.
  ///
  /// This is called for each rule at each node, so it takes no more than a number.
  ///
  /// - Parameter rank: The place of the rule in the list: the more basic, the smaller.
  @inline(__always)
  mutating func begin(rank: Int) { self.rank = rank }

  /// Reports a finding.
  ///
  /// - Parameters:
  ///   - range: The narrowest bytes that are at fault.
  ///   - message: One sentence in lower case without a full stop; what it is about stands in backticks.
  ///   - file: The file, if it is another than the one being checked.
  ///   - help: What to type.
  ///   - labels: The other places involved.
  ///   - fix: Edits that mend it.
  ///   - silenced: The bytes about which less basic rules are to say nothing more; those at fault if not given.
  ///   - excused: Folded handles that mending this finding will give a record, so that nobody needs to hear that they
  ///     are unknown.
  ///   - subject: The folded handle that the finding is about; it is dropped if another finding excuses that handle.
  ///   - cause: More basic findings of which this one would only be a consequence; it is dropped if there is one.
  ///   - isOfWholeFile: Whether it is about the file as a whole: what is said of some bytes of it says nothing of that.
  ///   - isFreezing: Whether no fix may change the bytes that it silences, nor carry text past them.
  mutating func report(
    _ range: ByteRange, _ message: String, in file: Int? = nil, help: String? = nil, labels: [Label] = [],
    fix: Fix? = nil, silencing silenced: ByteRange? = nil, excusing excused: [String] = [],
    about subject: String? = nil,
    unless cause: Cause? = nil, isOfWholeFile: Bool = false, isFreezing: Bool = false
  ) {
    report(
      range, message, in: file, help: help, labels: labels, fix: fix, silencingAll: [silenced ?? range],
      excusing: excused, about: subject, unless: cause, isOfWholeFile: isOfWholeFile, isFreezing: isFreezing)
  }

  /// Reports a finding about which less basic rules are to say nothing more in several places.
  mutating func report(
    _ range: ByteRange, _ message: String, in file: Int? = nil, help: String? = nil, labels: [Label] = [],
    fix: Fix? = nil, silencingAll silenced: [ByteRange], excusing excused: [String] = [],
    about subject: String? = nil,
    unless cause: Cause? = nil, isOfWholeFile: Bool = false, isFreezing: Bool = false
  ) {
    let diagnostic = Diagnostic(
      rule: rules[rank], file: file ?? self.file, range: range, message: message, help: help, labels: labels,
      fix: fix)
    found.append(
      Finding(
        diagnostic: diagnostic, rank: rank, silenced: silenced, excused: excused, subject: subject,
        cause: cause, isOfWholeFile: isOfWholeFile, isFreezing: isFreezing))
  }
}

/// A diagnostic before the less basic of two about the same text is dropped.
struct Finding: Sendable {
  var diagnostic: Diagnostic
  /// The place of its rule in the list.
  var rank: Int
  /// The bytes about which less basic rules say nothing more.
  var silenced: [ByteRange]
  /// Folded handles that mending it will give a record.
  var excused: [String]
  /// The folded handle it is about.
  var subject: String?
  /// What it would only be a consequence of.
  var cause: Cause?
  /// Whether it is about the file as a whole, whatever more basic rules say of some bytes of it.
  var isOfWholeFile: Bool
  /// Whether no fix may change the bytes that it silences, nor carry text past them.
  var isFreezing: Bool
}

/// Findings of some rules that start in a range of the same file.
struct Cause: Sendable {
  /// The names of the rules, all of which stand earlier in the list.
  var rules: [String]
  var range: ByteRange
}
