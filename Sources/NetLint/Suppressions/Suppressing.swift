import NetSyntax

/// Leaves out what comments ask to be ignored, and knows which of them had something to ignore.
struct Suppressing {
  private struct Entry {
    let suppression: Suppression
    /// By name: whether it had something to ignore.
    var isUsed: [Bool]
  }

  private struct Place: Hashable {
    let file: Int
    let scope: Suppression.Scope
  }

  private var entries: [Entry]
  /// By file and scope, the indices of comments by where the lines begin that they cover.
  private var places: [Place: [Int]] = [:]
  /// What has been found out about many comments that cover the same lines: a text can ask a million times that the
  /// whole file be ignored.
  private var known: [Question: Answer?] = [:]
  /// The names of the rules that run.
  private let running: Set<String>

  /// Which of the comments that cover the same lines names a rule.
  private struct Question: Hashable {
    /// The first of the comments.
    let comment: Int
    let rule: String
  }

  private struct Answer {
    let comment: Int
    let name: Int
  }

  /// The fewest comments about which it is remembered.
  private static let many = 8

  /// Comments in the order of each file, and the rules that run.
  init(_ suppressions: [Suppression], rules: [RuleInfo]) {
    running = Set(rules.map(\.name))
    entries = suppressions.map { Entry(suppression: $0, isUsed: $0.names.map { _ in false }) }
    for (index, suppression) in suppressions.enumerated() where suppression.covered != nil {
      places[Place(file: suppression.file, scope: suppression.scope), default: []].append(index)
    }
  }

  /// Whether a comment asks not to be told of a finding; that comment has had its use.
  ///
  /// What two cover is ignored by the narrower.
  mutating func ignores(_ finding: Finding) -> Bool {
    let rule = finding.diagnostic.rule.name
    for scope in [Suppression.Scope.line, .record, .file] where !finding.isOfWholeFile || scope == .file {
      guard let answer = first(of: covering(finding.diagnostic, scope), naming: rule) else { continue }
      entries[answer.comment].isUsed[answer.name] = true
      return true
    }
    return false
  }

  /// The first of some comments on the same lines that names a rule.
  private mutating func first(of comments: ArraySlice<Int>, naming rule: String) -> Answer? {
    guard comments.count > Self.many, let first = comments.first else { return search(comments, for: rule) }
    let question = Question(comment: first, rule: rule)
    if let answer = known[question] { return answer }
    let answer = search(comments, for: rule)
    known[question] = .some(answer)
    return answer
  }

  private func search(_ comments: ArraySlice<Int>, for rule: String) -> Answer? {
    for comment in comments {
      let names = entries[comment].suppression.names
      if let name = names.firstIndex(where: { $0.rules.contains { $0.name == rule } }) {
        return Answer(comment: comment, name: name)
      }
    }
    return nil
  }

  /// The comments of one scope that cover the place of a finding.
  private func covering(_ diagnostic: Diagnostic, _ scope: Suppression.Scope) -> ArraySlice<Int> {
    guard let places = places[Place(file: diagnostic.file, scope: scope)] else { return [] }
    let offset = diagnostic.range.start
    let end = places.partitioned { start(of: $0) <= offset }
    // Lines and records lie apart, so that only those can cover it that begin where the last one does.
    guard end > 0, entries[places[end - 1]].suppression.covered?.contains(offset) ?? false else { return [] }
    let last = start(of: places[end - 1])
    return places[places.partitioned { start(of: $0) < last }..<end]
  }

  private func start(of index: Int) -> Int { entries[index].suppression.covered?.start ?? 0 }

  /// What is to be said of comments, or names in them, that had nothing to ignore.
  ///
  /// Of the comments that ask to be spared just this, only those are looked at that had nothing to ignore in the end.
  mutating func unused(
    rules: [RuleInfo], limit: Int, rank: Int, _ report: (UnusedSuppression, inout Findings) -> Void
  ) -> [Finding] {
    var findings = Findings(file: 0, rules: rules, limit: limit)
    findings.begin(rank: rank)
    let own = rules[rank].name
    func isOwn(_ name: Suppression.Name) -> Bool { name.rules.contains { $0.name == own } }
    collect(where: { !isOwn($0) }, to: &findings, report)
    var reported = findings.found.filter { !ignores($0) }
    findings = Findings(file: 0, rules: rules, limit: limit)
    findings.begin(rank: rank)
    collect(where: isOwn, to: &findings, report)
    reported += findings.found
    return reported
  }

  private func collect(
    where isMeant: (Suppression.Name) -> Bool, to findings: inout Findings,
    _ report: (UnusedSuppression, inout Findings) -> Void
  ) {
    for entry in entries {
      let names = entry.suppression.names
      let unused = names.indices.filter { !entry.isUsed[$0] && isMeant(names[$0]) && runs(names[$0]) }
      if unused.isEmpty { continue }
      report(UnusedSuppression(suppression: entry.suppression, names: unused), &findings)
    }
  }

  /// Whether all rules run that a name stands for, so that it would have had its use; of those that are off by default,
  /// a prefix need not mean any.
  private func runs(_ name: Suppression.Name) -> Bool {
    let meant = name.rules.filter { $0.isDefault || running.contains($0.name) }
    return !meant.isEmpty && meant.allSatisfy { running.contains($0.name) }
  }
}

/// A comment of which some names had nothing to ignore.
struct UnusedSuppression {
  let suppression: Suppression
  /// The indices of those names, in order.
  let names: [Int]
}
