import NetModel
import NetSyntax

/// Checks files and notebooks with a list of rules. Pure: bytes in, findings out.
public struct Linter: Sendable {
  // Each a type of its own: what is stored as a generic parameter is called through a thunk, which cost a thirtieth of
  // all checking.
  private struct FaultCheck: Sendable {
    let rank: Int
    let check: @Sendable (borrowing ParsedFile, Int, inout Findings) -> Void
  }
  private struct NodeCheck: Sendable {
    let rank: Int
    let check: @Sendable (borrowing ParsedFile, CheckedNode, inout Findings) -> Void
  }
  private struct FieldCheck: Sendable {
    let rank: Int
    /// The signs of which a field has one.
    let signs: FieldSigns
    let check: @Sendable (borrowing ParsedFile, CheckedField, inout Findings) -> Void
  }
  private struct ValueCheck: Sendable {
    let rank: Int
    let check: @Sendable (borrowing ParsedFile, CheckedField, inout Findings) -> Void
  }
  private struct LineCheck: Sendable {
    let rank: Int
    /// The signs of which a line has one.
    let signs: LineSigns
    let check: @Sendable (borrowing ParsedFile, CheckedLine, inout Findings) -> Void
  }
  private struct DateCheck: Sendable {
    let rank: Int
    let check: @Sendable (FoundDate, inout Findings) -> Void
  }
  private struct FileCheck: Sendable {
    let rank: Int
    /// The signs of which a file has one; nil where any will do.
    let signs: ByteSigns?
    let check: @Sendable (borrowing ParsedFile, inout Findings) -> Void
  }
  private struct NamesCheck: Sendable {
    let rank: Int
    let check: @Sendable (NotebookFile, inout Lookups, inout Findings) -> Void
  }
  struct NotebookCheck: Sendable {
    let rank: Int
    let parts: FactParts
    let check: @Sendable (Notebook, inout Lookups, inout Findings) -> Void
  }
  private struct DirectivesCheck: Sendable {
    let rank: Int
    let check: @Sendable (borrowing ParsedFile, [Directive], inout Findings) -> Void
  }
  struct UnusedCheck: Sendable {
    let rank: Int
    let check: @Sendable (UnusedSuppression, inout Findings) -> Void
  }

  /// The rules, by their rank.
  let infos: [RuleInfo]
  /// How many findings of one rule in one file are listed. Fixes have to see more, where there are more.
  var limit = Findings.most
  private var faultChecks = [[FaultCheck]](repeating: [], count: Fault.Kind.allCases.count)
  private var nodeChecks = [[NodeCheck]](repeating: [], count: NodeKind.allCases.count)
  private var fieldChecks: [FieldCheck] = []
  private var valueChecks = [[ValueCheck]](repeating: [], count: FieldValueType.allCases.count)
  private var lineChecks = [[LineCheck]](repeating: [], count: NodeKind.allCases.count)
  /// By kind of node: the signs of lines that some rule looks at.
  private var wantedSigns = [LineSigns](repeating: [], count: NodeKind.allCases.count)
  private var dateChecks: [DateCheck] = []
  private var fileChecks: [FileCheck] = []
  private var directivesChecks: [DirectivesCheck] = []
  private(set) var unusedCheck: UnusedCheck?
  private var namesChecks: [NamesCheck] = []
  private(set) var notebookChecks: [NotebookCheck] = []

  /// A linter that runs some rules; the order they stand in says which of two speaks about the same text.
  public init(rules: [Rule] = allRules.filter(\.info.isDefault)) {
    infos = rules.map(\.info)
    for (rank, rule) in rules.enumerated() {
      add(rule.check, rank: rank)
    }
  }

  private mutating func add(_ check: Check, rank: Int) {
    switch check {
    case .fault(let kind, let check):
      faultChecks[Int(kind.rawValue)].append(FaultCheck(rank: rank, check: check))
    case .nodes(let kinds, let check):
      for kind in kinds {
        nodeChecks[Int(kind.rawValue)].append(NodeCheck(rank: rank, check: check))
      }
    case .fields(let signs, let check): fieldChecks.append(FieldCheck(rank: rank, signs: signs, check: check))
    case .values(let types, let check):
      for type in types {
        valueChecks[Int(type.rawValue)].append(ValueCheck(rank: rank, check: check))
      }
    case .lines(let nodes, let signs, let check):
      for node in nodes {
        lineChecks[Int(node.rawValue)].append(LineCheck(rank: rank, signs: signs, check: check))
        wantedSigns[Int(node.rawValue)].formUnion(signs)
      }
    case .dates(let check): dateChecks.append(DateCheck(rank: rank, check: check))
    case .file(let signs, let check): fileChecks.append(FileCheck(rank: rank, signs: signs, check: check))
    case .directives(let check): directivesChecks.append(DirectivesCheck(rank: rank, check: check))
    case .unused(let check): unusedCheck = UnusedCheck(rank: rank, check: check)
    case .names(let check): namesChecks.append(NamesCheck(rank: rank, check: check))
    case .notebook(let parts, let check):
      notebookChecks.append(NotebookCheck(rank: rank, parts: parts, check: check))
    case .several(let checks): for check in checks { add(check, rank: rank) }
    }
  }

  /// What the rules find in one file by itself.
  ///
  /// - Parameter number: The file's number in its notebook.
  public func check(_ file: borrowing ParsedFile, number: Int) -> Findings {
    var check = newCheck(ofFile: number)
    while goOn(file, &check, nodes: .max) {}
    return check.findings
  }

  /// A check of one file that nobody has begun with.
  func newCheck(ofFile number: Int) -> CheckProgress {
    CheckProgress(Findings(file: number, rules: infos, limit: limit))
  }

  /// Goes on with checking a file: does one rule about it as a whole, or else some nodes.
  ///
  /// - Returns: Whether there is more to do.
  func goOn(_ file: borrowing ParsedFile, _ check: inout CheckProgress, nodes: Int) -> Bool {
    if check.rule < fileChecks.count {
      let rule = fileChecks[check.rule]
      check.rule += 1
      if let wanted = rule.signs {
        let signs = check.signs ?? ByteSigns(in: file.bytes.span)
        check.signs = signs
        if signs.isDisjoint(with: wanted) { return true }
      }
      check.findings.begin(rank: rule.rank)
      rule.check(file, &check.findings)
      return true
    }
    if check.node == 0 { checkFaults(file, &check.findings) }
    let count = file.tree.nodeCount
    let end = count - check.node > nodes ? check.node + nodes : count
    while check.node < end {
      checkNode(file, &check)
      check.node += 1
    }
    if end < count { return true }
    for rule in directivesChecks where !check.directives.found.isEmpty {
      check.findings.begin(rank: rule.rank)
      rule.check(file, check.directives.found, &check.findings)
    }
    return false
  }

  private func checkFaults(_ file: borrowing ParsedFile, _ findings: inout Findings) {
    for fault in file.tree.faults {
      for rule in faultChecks[Int(fault.kind.rawValue)] {
        findings.begin(rank: rule.rank)
        rule.check(file, fault.token, &findings)
      }
    }
  }

  @inline(__always)
  private func checkNode(_ file: borrowing ParsedFile, _ check: inout CheckProgress) {
    let kind = file.tree.kind(ofNode: check.node)
    if kind == .record {
      check.record += 1
      check.firstFields = FirstFields()
    }
    let checked = CheckedNode(node: check.node, kind: kind, record: check.record < 0 ? nil : check.record)
    if !nodeChecks[Int(kind.rawValue)].isEmpty {
      for rule in nodeChecks[Int(kind.rawValue)] {
        check.findings.begin(rank: rule.rank)
        rule.check(file, checked, &check.findings)
      }
    }
    switch kind {
    case .comment: check.directives.read(check.node, of: file, &check.findings)
    case .field: checkField(file, checked, &check)
    case .heading, .meetingHeading, .item: if !dateChecks.isEmpty { checkDates(file, checked, &check.findings) }
    case .file, .preamble, .record, .section, .paragraph, .quote, .fence, .separator, .list, .foreign: break
    }
    if !wantedSigns[Int(kind.rawValue)].isEmpty { checkLines(file, checked, &check) }
  }

  /// What the rules find in all files together.
  ///
  /// - Parameter bytes: The bytes of a file by its number. Few rules ask for them, and those seldom.
  public func check(_ notebook: Notebook, bytes: (Int) -> [UInt8]) -> Findings {
    var findings = Findings(file: 0, rules: infos, limit: limit)
    var lookups = Lookups(notebook)
    for number in notebook.files.indices {
      findings.file = number
      check(NotebookFile(notebook: notebook, number: number, bytes: bytes(number)), &lookups, &findings)
    }
    for rule in notebookChecks { check(notebook, rule, &lookups, &findings) }
    return findings
  }

  /// What the rules find in one file of a notebook when they know whom its names mean.
  func check(_ file: NotebookFile, _ lookups: inout Lookups) -> Findings {
    var findings = Findings(file: file.number, rules: infos, limit: limit)
    check(file, &lookups, &findings)
    return findings
  }

  /// What one rule finds that compares records.
  func check(_ notebook: Notebook, _ rule: NotebookCheck, _ lookups: inout Lookups) -> Findings {
    var findings = Findings(file: 0, rules: infos, limit: limit)
    check(notebook, rule, &lookups, &findings)
    return findings
  }

  private func check(_ file: NotebookFile, _ lookups: inout Lookups, _ findings: inout Findings) {
    for rule in namesChecks {
      findings.begin(rank: rule.rank)
      rule.check(file, &lookups, &findings)
    }
  }

  private func check(
    _ notebook: Notebook, _ rule: NotebookCheck, _ lookups: inout Lookups, _ findings: inout Findings
  ) {
    findings.begin(rank: rule.rank)
    rule.check(notebook, &lookups, &findings)
  }

  private func checkField(_ file: borrowing ParsedFile, _ node: CheckedNode, _ check: inout CheckProgress) {
    guard let record = node.record else { return }
    let bytes = file.bytes.span
    let kind = file.facts.records[record].kind
    let parts = file.tree.fieldParts(ofNode: node.node)
    let keyRange = file.tree.range(ofToken: parts.key)
    let key = FieldKey(bytes, in: keyRange).flatMap { $0.isKnown(on: kind) ? $0 : nil }
    let line = file.tree.onlyTextLine(in: parts.value)
    let joined = line == nil ? FieldValue(parts.value, of: file.tree, bytes: bytes) : nil
    let isEmpty = line?.isEmpty ?? joined?.isEmpty ?? true
    let first = key.flatMap { check.firstFields[$0] }
    if let key, first == nil, !isEmpty { check.firstFields[key] = node.node }
    let type = key?.valueType(on: kind)
    var signs: FieldSigns = key == nil ? .unknown : []
    if first != nil || key == .time { signs.insert(.perhapsSecond) }
    if type == .tags { signs.insert(.tags) }
    // A value on several lines may say nothing, too.
    if line.map({ saysNothing(bytes, $0) }) ?? true { signs.insert(.empty) }
    let isChecked = type.map { !isEmpty && hasChecks(ofValue: $0) } ?? false
    if signs.isEmpty, !isChecked { return }
    let field = CheckedField(
      node: node.node, record: record, recordKind: kind, keyRange: keyRange, key: key, type: type,
      value: joined ?? FieldValue(parts.value, of: file.tree, bytes: bytes), first: first)
    for rule in fieldChecks where !rule.signs.isDisjoint(with: signs) {
      check.findings.begin(rank: rule.rank)
      rule.check(file, field, &check.findings)
    }
    guard isChecked, let type else { return }
    if !dateChecks.isEmpty, let found = fieldDate(field) { report(found, &check.findings) }
    for rule in valueChecks[Int(type.rawValue)] {
      check.findings.begin(rank: rule.rank)
      rule.check(file, field, &check.findings)
    }
  }

  /// Whether rules look at values of a type.
  private func hasChecks(ofValue type: FieldValueType) -> Bool {
    if !valueChecks[Int(type.rawValue)].isEmpty { return true }
    return (type == .date || type == .dateAndText) && !dateChecks.isEmpty
  }

  private func checkDates(_ file: borrowing ParsedFile, _ node: CheckedNode, _ findings: inout Findings) {
    if node.kind == .item {
      for found in itemDates(file, node.node) { report(found, &findings) }
    } else if let record = node.record {
      let found =
        node.kind == .heading
        ? undatedHeadingDate(file, node.node, record) : headingDate(file, node.node, record)
      if let found { report(found, &findings) }
    }
  }

  /// Hands what stands in a date's place to the rules about dates, of which each speaks about some.
  private func report(_ found: FoundDate, _ findings: inout Findings) {
    for rule in dateChecks {
      findings.begin(rank: rule.rank)
      rule.check(found, &findings)
    }
  }

  private func checkLines(_ file: borrowing ParsedFile, _ node: CheckedNode, _ check: inout CheckProgress) {
    let wanted = wantedSigns[Int(node.kind.rawValue)]
    let tokens = file.tree.ownTokens(ofNode: node.node)
    var first = tokens.lowerBound
    var isFirst = true
    while first < tokens.upperBound {
      var next = first
      var kinds = LineSigns()
      while next < tokens.upperBound {
        let kind = file.tree.kind(ofToken: next)
        kinds.formUnion(LineSigns(kind))
        next += 1
        if kind == .lineEnd { break }
      }
      if let line = CheckedLine(first..<next, kinds, of: node, isFirst: isFirst, in: file, &check.ascii) {
        if !line.signs.isDisjoint(with: wanted) { checkLine(file, line, &check.findings) }
        isFirst = false
      }
      first = next
    }
  }

  private func checkLine(_ file: borrowing ParsedFile, _ line: CheckedLine, _ findings: inout Findings) {
    for rule in lineChecks[Int(line.node.kind.rawValue)] where !rule.signs.isDisjoint(with: line.signs) {
      findings.begin(rank: rule.rank)
      rule.check(file, line, &findings)
    }
  }
}

/// How far the rules have come in one file: it may be left between two nodes, and gone on with later.
struct CheckProgress: Sendable {
  /// What has been found by now.
  fileprivate(set) var findings: Findings
  /// The next rule about the file as a whole.
  fileprivate var rule = 0
  /// What the file's bytes hold, once a rule has asked.
  fileprivate var signs: ByteSigns?
  /// The next node, once these are done.
  fileprivate var node = 0
  /// The record that it stands in; -1 in a preamble.
  fileprivate var record = -1
  fileprivate var firstFields = FirstFields()
  fileprivate var directives = DirectiveReader()
  fileprivate var ascii = ASCIISearch()

  fileprivate init(_ findings: Findings) { self.findings = findings }
}

/// By key: the node of a record's first field with it, 0 where there is none.
private struct FirstFields: Sendable {
  private var nodes = SIMD32<UInt32>()

  subscript(key: FieldKey) -> Int? {
    get { nodes[Int(key.rawValue)] == 0 ? nil : Int(nodes[Int(key.rawValue)]) }
    set { nodes[Int(key.rawValue)] = UInt32(truncatingIfNeeded: newValue ?? 0) }
  }
}

/// Reads the comments of a file that ask something of the tool, in order.
private struct DirectiveReader: Sendable {
  private(set) var found: [Directive] = []
  private var below = LinesBelow()

  mutating func read(_ node: Int, of file: borrowing ParsedFile, _ findings: inout Findings) {
    guard let directive = Directive(ofNode: node, in: file.tree, file.bytes.span) else { return }
    found.append(directive)
    if let suppression = Suppression(directive, at: node, of: file, number: findings.file, &below) {
      findings.suppressions.append(suppression)
    }
  }
}
