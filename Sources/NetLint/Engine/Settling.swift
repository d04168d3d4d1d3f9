import NetSyntax

extension Linter {
  /// What is reported of all that was found: each mistake once, and not what comments ask to be ignored; sorted by file
  /// and place.
  public func settled(_ findings: [Findings]) -> [Diagnostic] {
    let kept = findings.flatMap(\.found).settled()
    var suppressing = Suppressing(findings.flatMap(\.suppressions), rules: infos)
    let frozen = FrozenRanges(kept)
    var reported = kept.filter { !suppressing.ignores($0) }
    if let unused = unusedCheck {
      // What a comment is to ignore may stand where nothing is looked at for now.
      reported += suppressing.unused(rules: infos, rank: unused.rank, unused.check).filter {
        !frozen.areIn(file: $0.diagnostic.file)
      }
    }
    return reported.map(frozen.withoutBarredFix).sorted { ($0.file, $0.range) < ($1.file, $1.range) }
  }

  /// What would be reported if no rule kept another from speaking and no comment asked to ignore anything.
  package func unsettled(_ findings: [Findings]) -> [Diagnostic] { findings.flatMap(\.found).map(\.diagnostic) }
}

extension [Finding] {
  /// One mistake is one report: drops what a more basic rule has spoken about.
  ///
  /// Of two findings that overlap, the one whose rule stands earlier in the list stays. Findings of one rule do not drop
  /// each other.
  func settled() -> [Finding] {
    let excused = Set(flatMap(\.excused))
    let ranked = filter { $0.subject.map { !excused.contains($0) } ?? true }.sorted { left, right in
      let (a, b) = (left.diagnostic, right.diagnostic)
      return (a.file, left.rank, a.range.start, a.range.end) < (
        b.file, right.rank, b.range.start, b.range.end
      )
    }
    var kept: [Finding] = []
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
      kept.append(finding)
      causes.add(diagnostic)
      silenced.add(finding.silenced)
    }
    return kept
  }
}

/// By file: the bytes that no fix may change, nor carry text past.
private struct FrozenRanges {
  /// In order, and apart.
  private var ranges: [Int: [ByteRange]] = [:]

  init(_ kept: [Finding]) {
    for finding in kept where finding.isFreezing { ranges[finding.diagnostic.file, default: []] += finding.silenced }
  }

  func areIn(file: Int) -> Bool { ranges[file] != nil }

  /// What a finding reports, with its fix only if all its edits stand to one side of such bytes. (Formatting knows by
  /// itself what to leave alone.)
  func withoutBarredFix(_ finding: Finding) -> Diagnostic {
    var diagnostic = finding.diagnostic
    guard !finding.isOfWholeFile, let frozen = ranges[diagnostic.file], let edits = diagnostic.fix?.edits,
      let first = edits.first, let last = edits.last
    else { return diagnostic }
    let index = frozen.partitioned { $0.end <= first.range.start }
    if index < frozen.count, frozen[index].start < last.range.end { diagnostic.fix = nil }
    return diagnostic
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
    let index = settled.partitioned { $0.end <= range.start }
    return index < settled.count && settled[index].overlaps(range.holdingByte)
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
      let index = starts.partitioned { $0 < cause.range.start }
      return index < starts.count && starts[index] < cause.range.end
    }
  }
}

extension ByteRange {
  /// The range; if it is empty, with the byte it stands before.
  fileprivate var holdingByte: ByteRange { ByteRange(start, Swift.max(end, start + 1)) }
}
