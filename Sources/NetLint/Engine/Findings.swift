import NetModel
import NetSyntax

/// Where rules put what they find.
struct Findings {
  /// The file that is being checked; of checks over a notebook the rule names it.
  var file: Int
  private(set) var found: [Finding] = []
  /// All rules that are checked, in the order of their list.
  private let rules: [RuleInfo]
  private var rank = 0

  init(file: Int, rules: [RuleInfo]) {
    self.file = file
    self.rules = rules
  }

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
  mutating func report(
    _ range: ByteRange, _ message: String, in file: Int? = nil, help: String? = nil, labels: [Label] = [],
    fix: Fix? = nil, silencing silenced: ByteRange? = nil, excusing excused: [String] = [],
    about subject: String? = nil,
    unless cause: Cause? = nil, isOfWholeFile: Bool = false
  ) {
    report(
      range, message, in: file, help: help, labels: labels, fix: fix, silencingAll: [silenced ?? range],
      excusing: excused, about: subject, unless: cause, isOfWholeFile: isOfWholeFile)
  }

  /// Reports a finding about which less basic rules are to say nothing more in several places.
  mutating func report(
    _ range: ByteRange, _ message: String, in file: Int? = nil, help: String? = nil, labels: [Label] = [],
    fix: Fix? = nil, silencingAll silenced: [ByteRange], excusing excused: [String] = [],
    about subject: String? = nil,
    unless cause: Cause? = nil, isOfWholeFile: Bool = false
  ) {
    let diagnostic = Diagnostic(
      rule: rules[rank], file: file ?? self.file, range: range, message: message, help: help, labels: labels,
      fix: fix)
    found.append(
      Finding(
        diagnostic: diagnostic, rank: rank, silenced: silenced, excused: excused, subject: subject,
        cause: cause, isOfWholeFile: isOfWholeFile))
  }
}

/// A diagnostic before the less basic of two about the same text is dropped.
public struct Finding: Sendable {
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
}

/// Findings of some rules that start in a range of the same file.
struct Cause: Sendable {
  /// The names of the rules, all of which stand earlier in the list.
  var rules: [String]
  var range: ByteRange
}

extension [Finding] {
  /// One mistake is one report: drops what a more basic rule has spoken about, and sorts by file and place.
  ///
  /// Of two findings that overlap, the one whose rule stands earlier in the list stays. Findings of one rule do not drop
  /// each other.
  public func settled() -> [Diagnostic] {
    let excused = Set(flatMap(\.excused))
    let ranked = filter { $0.subject.map { !excused.contains($0) } ?? true }.sorted { left, right in
      let (a, b) = (left.diagnostic, right.diagnostic)
      return (a.file, left.rank, a.range.start, a.range.end) < (
        b.file, right.rank, b.range.start, b.range.end
      )
    }
    var kept: [Diagnostic] = []
    var silenced = SilencedRanges()
    var causes = KeptCauses(ranked)
    var place = (file: -1, rank: -1)
    for finding in ranked {
      let diagnostic = finding.diagnostic
      if diagnostic.file != place.file {
        silenced = SilencedRanges()
        causes.forget()
      }
      if finding.rank != place.rank { silenced.settle() }
      place = (diagnostic.file, finding.rank)
      if causes.contain(finding.cause) || (!finding.isOfWholeFile && silenced.touches(diagnostic.range)) { continue }
      kept.append(diagnostic)
      causes.add(diagnostic)
      silenced.add(finding.silenced)
    }
    return kept.sorted { ($0.file, $0.range) < ($1.file, $1.range) }
  }
}

/// The bytes of one file that more basic rules have spoken about: sorted and apart, so that to look one place up takes
/// a logarithmic number of steps however many findings a file has.
private struct SilencedRanges {
  private var settled: [ByteRange] = []
  /// Those of the rule whose findings are being looked at, which do not drop each other.
  private var added: [ByteRange] = []

  mutating func add(_ ranges: [ByteRange]) {
    for range in ranges { added.append(range.holdingByte) }
  }

  /// Lets what was added count from here on.
  mutating func settle() {
    if added.isEmpty { return }
    var merged: [ByteRange] = []
    for range in (settled + added).sorted() {
      if let last = merged.last, range.start <= last.end {
        merged[merged.count - 1] = ByteRange(last.start, Swift.max(last.end, range.end))
      } else {
        merged.append(range)
      }
    }
    (settled, added) = (merged, [])
  }

  func touches(_ range: ByteRange) -> Bool {
    var (low, high) = (0, settled.count)
    while low < high {
      let middle = (low + high) / 2
      if settled[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < settled.count && settled[low].overlaps(range.holdingByte)
  }
}

/// Where the rules that may be a cause have found something in one file.
private struct KeptCauses {
  private let rules: Set<String>
  /// By rule, in order.
  private var starts: [String: [Int]] = [:]

  init(_ findings: [Finding]) {
    var rules: Set<String> = []
    for finding in findings { if let cause = finding.cause { rules.formUnion(cause.rules) } }
    self.rules = rules
  }

  mutating func forget() { starts.removeAll() }

  mutating func add(_ diagnostic: Diagnostic) {
    guard !rules.isEmpty, rules.contains(diagnostic.rule.name) else { return }
    starts[diagnostic.rule.name, default: []].append(diagnostic.range.start)
  }

  func contain(_ cause: Cause?) -> Bool {
    guard let cause else { return false }
    return cause.rules.contains { rule in
      guard let starts = starts[rule] else { return false }
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] < cause.range.start { low = middle + 1 } else { high = middle }
      }
      return low < starts.count && starts[low] < cause.range.end
    }
  }
}

extension ByteRange {
  /// The range; if it is empty, with the byte it stands before.
  fileprivate var holdingByte: ByteRange { ByteRange(start, Swift.max(end, start + 1)) }
}
