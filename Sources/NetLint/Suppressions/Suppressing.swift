import NetSyntax

/// Leaves out what comments ask to be ignored, and knows which of them had something to ignore.
struct Suppressing {
  /// By file, the narrowest first: what two cover is ignored by the narrower.
  private var byFile: [Int: [Entry]] = [:]
  /// The names of the rules that run.
  private let running: Set<String>

  private struct Entry {
    let suppression: Suppression
    /// By name: whether it had something to ignore.
    var isUsed: [Bool]
  }

  init(_ suppressions: [Suppression], rules: [RuleInfo]) {
    running = Set(rules.map(\.name))
    for suppression in suppressions {
      byFile[suppression.file, default: []].append(
        Entry(suppression: suppression, isUsed: suppression.names.map { _ in false }))
    }
    for file in byFile.keys {
      byFile[file]?.sort { left, right in
        (left.suppression.covered?.count ?? 0, right.suppression.comment.start)
          < (right.suppression.covered?.count ?? 0, left.suppression.comment.start)
      }
    }
  }

  /// Whether a comment asks not to be told of a finding; that comment has had its use.
  mutating func ignores(_ finding: Finding) -> Bool {
    let rule = finding.diagnostic.rule.name
    for index in (byFile[finding.diagnostic.file] ?? []).indices {
      guard let entry = byFile[finding.diagnostic.file]?[index], entry.suppression.covers(finding),
        let name = entry.suppression.names.firstIndex(where: { $0.rules.contains { $0.name == rule } })
      else { continue }
      byFile[finding.diagnostic.file]?[index].isUsed[name] = true
      return true
    }
    return false
  }

  /// What is to be said of comments, or names in them, that had nothing to ignore.
  ///
  /// Of the comments that ask to be spared just this, only those are looked at that had nothing to ignore in the end.
  mutating func unused(
    rules: [RuleInfo], rank: Int, _ report: (UnusedSuppression, inout Findings) -> Void
  ) -> [Finding] {
    var findings = Findings(file: 0, rules: rules)
    findings.begin(rank: rank)
    let own = rules[rank].name
    func isOwn(_ name: Suppression.Name) -> Bool { name.rules.contains { $0.name == own } }
    collect(where: { !isOwn($0) }, to: &findings, report)
    var reported = findings.found.filter { !ignores($0) }
    findings = Findings(file: 0, rules: rules)
    findings.begin(rank: rank)
    collect(where: isOwn, to: &findings, report)
    reported += findings.found
    return reported
  }

  private func collect(
    where isMeant: (Suppression.Name) -> Bool, to findings: inout Findings,
    _ report: (UnusedSuppression, inout Findings) -> Void
  ) {
    for entry in byFile.values.joined() {
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
