import NetLint
import Testing

@Suite struct RuleSelectionTests {
  private func codes(_ selector: String) throws -> [String] { try rules(named: selector).map(\.info.code).sorted() }

  private func selected(_ select: String = "default", but ignore: String...) throws -> Set<String> {
    let selection = RuleSelection(
      select: try select.split(separator: ",").map { try RuleSelector(String($0)) },
      ignore: try ignore.map { try RuleSelector($0) })
    return Set(selection.rules.map(\.info.code))
  }

  @Test func `a selector is a name, a code, a beginning of codes, or one of two words, in any letter case`() throws {
    #expect(try codes("unknown-mention") == ["N201"])
    #expect(try codes("Unknown-Mention") == ["N201"])
    #expect(try codes("n201") == ["N201"])
    let all = allRules.map(\.info.code).sorted()
    #expect(try codes("n") == all)
    #expect(try codes("N2") == all.filter { $0.hasPrefix("N2") })
    #expect(try codes("n20") == all.filter { $0.hasPrefix("N20") })
    #expect(try codes("ALL") == all)
    #expect(try codes("default") == allRules.filter(\.info.isDefault).map(\.info.code).sorted())
    #expect(try RuleSelector("N201") == RuleSelector("unknown-mention"))
    for text in RuleSelector.allTexts { #expect(try !rules(named: text).isEmpty) }
  }

  @Test(arguments: [
    ("unknown-mentoin", "did you mean `unknown-mention`?"), ("UnknownMention", "did you mean `unknown-mention`?"),
    ("N20l", "did you mean `N201`?"), ("defaults", "did you mean `default`?"),
    ("N9", "`kith rule --all` explains every rule"), ("", "`kith rule --all` explains every rule"),
    ("N2011", "did you mean `N201`?"), ("*", "`kith rule --all` explains every rule"),
  ])
  func `an unknown one is told with the nearest`(selector: String, help: String) throws {
    let error = try #require(throws: UnknownRule.self) { try rules(named: selector) }
    #expect(error.message == "there is no rule `\(selector)`")
    #expect(error.help == help)
  }

  @Test func `without a word, the default rules run in the order of their list`() {
    #expect(RuleSelection().rules.map(\.info) == allRules.map(\.info).filter(\.isDefault))
  }

  @Test func `of what is selected and ignored, the more specific is heard`() throws {
    let all = Set(allRules.map(\.info.code))
    let defaults = Set(allRules.filter(\.info.isDefault).map(\.info.code))
    let twos = all.filter { $0.hasPrefix("N2") }
    #expect(try selected("default,N304") == defaults.union(["N304"]))
    #expect(try selected("N2") == twos)
    #expect(try selected("all", but: "N2") == all.subtracting(twos))
    #expect(try selected("N2", but: "N201") == twos.subtracting(["N201"]))
    #expect(try selected("N201", but: "N2") == ["N201"])
    #expect(try selected("unknown-mention", but: "N20") == ["N201"])
    #expect(try selected("N20", but: "N2") == twos.filter { $0.hasPrefix("N20") })
    #expect(try selected("N2", but: "all") == twos)
  }

  @Test func `of two as specific, ignoring is heard`() throws {
    #expect(try selected("unknown-mention,N202", but: "n201") == ["N202"])
    #expect(try selected("N2", but: "N2") == [])
    #expect(try selected("default", but: "all") == [])
    #expect(
      try selected("all", but: "default").allSatisfy { code in
        !allRules.contains { $0.info.code == code && $0.info.isDefault }
      })
    #expect(try !selected("all", but: "default").isEmpty)
  }

  @Test func `a severity changes that of a rule's findings, the most specific again`() throws {
    let selection = RuleSelection(severities: [
      .all: .info, .defaults: .warning, try RuleSelector("N2"): .error, try RuleSelector("shadowed-name"): .info,
    ])
    var severities: [String: Severity] = [:]
    for rule in selection.rules { severities[rule.info.name] = rule.info.severity }
    #expect(severities["unknown-mention"] == .error && severities["shadowed-name"] == .info)
    #expect(severities["almost-head"] == .warning)
    #expect(RuleSelection(severities: [.all: .error]).rules.allSatisfy { $0.info.severity == .error })
  }
}
