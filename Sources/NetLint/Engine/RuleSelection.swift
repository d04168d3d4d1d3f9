/// Which rules run, and how grave their findings are.
///
/// Where several selectors speak of a rule, the most specific is heard: its name or whole code before a longer
/// beginning of its code, that before a shorter one, and that before `default` and `all`. So `N2` may be ignored and
/// `N201` selected.
public struct RuleSelection: Hashable, Sendable {
  /// The rules that run; the default ones if nothing is said.
  public var select: [RuleSelector]
  /// The rules that do not; they win over those selected as specifically.
  public var ignore: [RuleSelector]
  /// How grave the findings of some rules are, in place of the rules' own severity.
  public var severities: [RuleSelector: Severity]

  /// A selection; without arguments that of a notebook that says nothing of rules.
  public init(
    select: [RuleSelector] = [.defaults], ignore: [RuleSelector] = [], severities: [RuleSelector: Severity] = [:]
  ) {
    self.select = select
    self.ignore = ignore
    self.severities = severities
  }

  /// The rules that run, with their severities, in the order of ``allRules``: what a ``Linter`` takes.
  public var rules: [Rule] {
    allRules.filter { isSelected($0.info) }.map { rule in
      guard let severity = severity(of: rule.info) else { return rule }
      var rule = rule
      rule.info.severity = severity
      return rule
    }
  }

  /// As many of the rules as it takes to find all errors: those behind the last one whose findings are errors keep no
  /// earlier one silent. (What excuses a handle stands before all that is about one.)
  public var rulesForErrors: [Rule] {
    let rules = rules
    let last = rules.lastIndex { $0.info.severity == .error }
    return Array(rules[..<(last.map { $0 + 1 } ?? 0)])
  }

  private func isSelected(_ rule: RuleInfo) -> Bool {
    guard let selected = specificity(in: select, of: rule) else { return false }
    guard let ignored = specificity(in: ignore, of: rule) else { return true }
    return selected > ignored
  }

  /// How specifically a list speaks of a rule; nil if it does not.
  private func specificity(in selectors: [RuleSelector], of rule: RuleInfo) -> Int? {
    selectors.lazy.filter { $0.holds(rule) }.map(\.specificity).max()
  }

  /// The severity given for a rule, if one is. As `default` means fewer rules than `all`, it is heard of the two.
  private func severity(of rule: RuleInfo) -> Severity? {
    severities.filter { $0.key.holds(rule) }.max {
      ($0.key.specificity, $1.key.rules.count) < ($1.key.specificity, $0.key.rules.count)
    }?.value
  }
}
