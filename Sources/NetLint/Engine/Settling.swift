import NetSyntax

extension Linter {
  /// What is reported of all that was found: each mistake once, and not what comments ask to be ignored; sorted by file
  /// and place.
  public func settled(_ findings: [Findings]) -> [Diagnostic] {
    let found = findings.flatMap(\.found)
    return settled(found, findings.flatMap(\.suppressions), excused: Set(found.flatMap(\.excused)))
  }

  /// The same of one file, or of several.
  ///
  /// - Parameter excused: The handles that some finding in any file excuses.
  func settled(_ findings: [Finding], _ suppressions: [Suppression], excused: Set<String>) -> [Diagnostic] {
    if findings.isEmpty, suppressions.isEmpty { return [] }
    var found = findings
    let kept = found.settled(excused: excused)
    var suppressing = Suppressing(suppressions, rules: infos)
    let frozen = FrozenRanges(found, kept)
    var reported = kept.filter { !suppressing.ignores(found[$0]) }
    if let unused = unusedCheck {
      // What a comment is to ignore may stand where nothing is looked at for now.
      for finding in suppressing.unused(rules: infos, limit: limit, rank: unused.rank, unused.check)
      where !frozen.areIn(file: finding.diagnostic.file) {
        reported.append(found.count)
        found.append(finding)
      }
    }
    let places = reported.enumerated().map { Place(of: found[$1], rank: 0, number: $0) }
    return places.sorted().map { frozen.withoutBarredFix(found[reported[$0.number]]) }
  }

  /// What would be reported if no rule kept another from speaking and no comment asked to ignore anything.
  package func unsettled(_ findings: [Findings]) -> [Diagnostic] { findings.flatMap(\.found).map(\.diagnostic) }
}

extension [Finding] {
  /// One mistake is one report: drops what a more basic rule has spoken about.
  ///
  /// Of two findings that overlap, the one whose rule stands earlier in the list stays. Findings of one rule do not drop
  /// each other.
  ///
  /// - Returns: The indices of those that stay, by file, rule and place. There may be millions, and to move them about
  ///   would take longer than to find them.
  func settled(excused: Set<String>) -> [Int] {
    var places: [Place] = []
    places.reserveCapacity(count)
    for (index, finding) in enumerated() where finding.subject.map({ !excused.contains($0) }) ?? true {
      places.append(Place(of: finding, rank: finding.rank, number: index))
    }
    places.sort()
    var kept: [Int] = []
    var silenced = SilencedRanges()
    var causes = KeptCauses(self)
    var last: Place?
    for place in places {
      if place.file != last?.file {
        silenced = SilencedRanges()
        causes.forget()
      }
      if place.rank != last?.rank { silenced.settle() }
      last = place
      let finding = self[place.number]
      if causes.contain(finding.cause) || (!finding.isOfWholeFile && silenced.touches(place.range)) { continue }
      kept.append(place.number)
      causes.add(finding.diagnostic)
      silenced.add(finding)
    }
    return kept
  }
}

/// What findings are sorted by.
private struct Place: Comparable {
  let file: Int
  let rank: Int
  let range: ByteRange
  /// Which finding it is; of two that are else alike, the first comes first.
  let number: Int

  init(of finding: Finding, rank: Int, number: Int) {
    (file, range) = (finding.diagnostic.file, finding.diagnostic.range)
    (self.rank, self.number) = (rank, number)
  }

  static func < (left: Place, right: Place) -> Bool {
    (left.file, left.rank, left.range.start, left.range.end, left.number)
      < (right.file, right.rank, right.range.start, right.range.end, right.number)
  }
}

/// By file: the bytes that no fix may change, nor carry text past.
private struct FrozenRanges {
  /// In order, and apart.
  private var ranges: [Int: [ByteRange]] = [:]

  init(_ found: [Finding], _ kept: [Int]) {
    for index in kept where found[index].isFreezing {
      let finding = found[index]
      ranges[finding.diagnostic.file, default: []] += finding.severalSilenced ?? [finding.silenced]
    }
  }

  func areIn(file: Int) -> Bool { ranges[file] != nil }

  /// What a finding reports, with its fix only if all its edits stand to one side of such bytes. (Formatting knows by
  /// itself what to leave alone.)
  func withoutBarredFix(_ finding: Finding) -> Diagnostic {
    if ranges.isEmpty { return finding.diagnostic }
    var diagnostic = finding.diagnostic
    guard !finding.isOfWholeFile, let frozen = ranges[diagnostic.file] else { return diagnostic }
    func isBarred(_ fix: Fix) -> Bool {
      guard let first = fix.edits.first, let last = fix.edits.last else { return false }
      let index = frozen.partitioned { $0.end <= first.range.start }
      return index < frozen.count && frozen[index].start < last.range.end
    }
    if diagnostic.fix.map(isBarred) == true { diagnostic.fix = nil }
    diagnostic.proposals.removeAll(where: isBarred)
    return diagnostic
  }
}

/// The bytes of one file that more basic rules have spoken about: sorted and apart, so that to look one place up takes
/// a logarithmic number of steps however many findings a file has.
private struct SilencedRanges {
  private var settled: [ByteRange] = []
  /// Those of the rule whose findings are being looked at, which do not drop each other.
  private var added: [ByteRange] = []

  mutating func add(_ finding: Finding) {
    guard let several = finding.severalSilenced else {
      added.append(finding.silenced.holdingByte)
      return
    }
    for range in several { added.append(range.holdingByte) }
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
