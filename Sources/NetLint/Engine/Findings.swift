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
  /// How many findings of one rule in one file are listed.
  private let limit: Int
  /// How many findings there are of each rule in each file.
  private var counts: [RuleInFile: Int] = [:]

  /// The most findings of one rule in one file. A text can be made so that rules speak at every second byte; then so
  /// many are listed as anybody would read, and neither time nor memory is spent on more.
  static let most = 10_000

  private struct RuleInFile: Hashable {
    var rank: Int
    var file: Int
  }

  init(file: Int, rules: [RuleInfo], limit: Int = Self.most) {
    self.file = file
    self.rules = rules
    self.limit = limit
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

  /// Whether the rule has spoken so often in the file that is being checked that nothing more is listed: what would be
  /// costly to find need not be looked for.
  var isFull: Bool { counts[RuleInFile(rank: rank, file: file), default: 0] > limit }

  /// Reports a finding, or, of a rule that has spoken so often as is listed in the file, that there are more. Those are not
  /// worded, and have no fix before others are mended.
  ///
  /// - Parameters:
  ///   - range: The narrowest bytes that are at fault.
  ///   - message: One sentence in lower case without a full stop; what it is about stands in backticks.
  ///   - file: The file, if it is another than the one being checked.
  ///   - help: What to type.
  ///   - labels: The other places involved.
  ///   - fix: Edits that mend it.
  ///   - proposals: Fixes of which one may be meant, where there are several.
  ///   - silenced: The bytes about which less basic rules are to say nothing more; those at fault if not given.
  ///   - several: The same where these are several places.
  ///   - excused: Folded handles that mending this finding will give a record, so that nobody needs to hear that they
  ///     are unknown.
  ///   - subject: The folded handle that the finding is about; it is dropped if another finding excuses that handle.
  ///   - cause: More basic findings of which this one would only be a consequence; it is dropped if there is one.
  ///   - isOfWholeFile: Whether it is about the file as a whole: what is said of some bytes of it says nothing of that.
  ///   - isFreezing: Whether no fix may change the bytes that it silences, nor carry text past them.
  mutating func report(
    _ range: ByteRange, _ message: @autoclosure () -> String, in file: Int? = nil,
    help: @autoclosure () -> String? = nil, labels: @autoclosure () -> [Label] = [], fix: @autoclosure () -> Fix? = nil,
    proposals: @autoclosure () -> [Fix] = [], silencing silenced: ByteRange? = nil,
    silencingAll several: [ByteRange]? = nil, excusing excused: [String] = [],
    about subject: @autoclosure () -> String? = nil, unless cause: @autoclosure () -> Cause? = nil,
    isOfWholeFile: Bool = false, isFreezing: Bool = false
  ) {
    let file = file ?? self.file
    let count = counts[RuleInFile(rank: rank, file: file), default: 0]
    // What freezes keeps fixes away, so of it nothing is left out.
    if count > limit, !isFreezing { return }
    counts[RuleInFile(rank: rank, file: file)] = count + 1
    let isLast = count == limit && !isFreezing
    let diagnostic =
      isLast
      ? more(rules[rank], file, range)
      : Diagnostic(
        rule: rules[rank], file: file, range: range, message: message(), help: help(), labels: labels(), fix: fix(),
        proposals: proposals())
    found.append(
      Finding(
        diagnostic: diagnostic, rank: rank, silenced: silenced ?? range, severalSilenced: several, excused: excused,
        subject: isLast ? nil : subject(), cause: isLast ? nil : cause(), isOfWholeFile: isLast || isOfWholeFile,
        isFreezing: isFreezing))
  }

  /// What is said in the place of all that is not listed. It is about the file as a whole: if comments ignore the first
  /// ones, line by line, the others are not ignored with them.
  private func more(_ rule: RuleInfo, _ file: Int, _ range: ByteRange) -> Diagnostic {
    var diagnostic = Diagnostic(
      rule: rule, file: file, range: range,
      message: "from here on there is more of this; no more than \(Self.most) findings of a rule are listed for a file")
    diagnostic.standsForMore = true
    return diagnostic
  }
}

/// A diagnostic before the less basic of two about the same text is dropped.
struct Finding: Sendable {
  var diagnostic: Diagnostic
  /// The place of its rule in the list.
  var rank: Int
  /// The bytes about which less basic rules say nothing more; of nearly all findings one range.
  var silenced: ByteRange
  /// The same where these are several, and then only these.
  var severalSilenced: [ByteRange]?
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
