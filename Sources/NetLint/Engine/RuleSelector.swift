import NetModel

/// What people write to mean one rule or several: a name, a code or the beginning of codes, or `all` or `default`.
///
/// The letter case does not matter. Two selectors that mean the same are equal, however they were written: `N201` is
/// `unknown-mention`.
public struct RuleSelector: Hashable, Sendable {
  private enum Shape: Hashable, Sendable {
    case all
    case defaults
    /// The beginning of codes, with capitals: `N2`.
    case prefix(String)
    /// One rule, by its code.
    case rule(String)
  }

  private let shape: Shape

  private init(_ shape: Shape) { self.shape = shape }

  /// Every rule, those too that are off by default.
  public static let all = RuleSelector(.all)

  /// The rules that run when nothing is selected.
  public static let defaults = RuleSelector(.defaults)

  /// Reads `unknown-mention`, `N201`, `N20`, `N2`, `N`, `all` or `default`, in any letter case.
  public init(_ text: String) throws(UnknownRule) {
    guard let known = Self.known[text.lowercased()] else { throw UnknownRule(text) }
    self = known.selector
  }

  /// What each text means that can be written, in lower case. A file may name rules by the million.
  private static let known: [String: (selector: RuleSelector, rules: [RuleInfo])] = {
    var selectors = [allWord: RuleSelector.all, defaultsWord: .defaults]
    for rule in allRules.map(\.info) {
      for length in 1..<rule.code.count {
        let prefix = String(rule.code.prefix(length))
        selectors[prefix.lowercased()] = RuleSelector(.prefix(prefix))
      }
      selectors[rule.name] = RuleSelector(.rule(rule.code))
      selectors[rule.code.lowercased()] = RuleSelector(.rule(rule.code))
    }
    return selectors.mapValues { selector in (selector, selector.rules.map(\.info)) }
  }()

  /// The rules that a text means, in the order of ``allRules``; none if it means none.
  static func rules(meantBy text: String) -> [RuleInfo] { known[text.lowercased()]?.rules ?? [] }

  /// Whether the selector means `rule`.
  public func holds(_ rule: RuleInfo) -> Bool {
    switch shape {
    case .all: true
    case .defaults: rule.isDefault
    case .prefix(let prefix): rule.code.hasPrefix(prefix)
    case .rule(let code): rule.code == code
    }
  }

  /// The rules it means, in the order of ``allRules``; at least one.
  public var rules: [Rule] { allRules.filter { holds($0.info) } }

  /// How exactly it says which rules it means: of two selectors about a rule, the greater one is heard.
  var specificity: Int {
    switch shape {
    case .all, .defaults: 0
    case .prefix(let prefix): prefix.utf8.count
    case .rule: .max
    }
  }

  /// All that can be written, in lower case except for codes: names, codes, their beginnings, and the two words.
  public static var allTexts: [String] {
    let codes = allRules.map(\.info.code)
    let prefixes = Set(codes.flatMap { code in (1..<code.count).map { String(code.prefix($0)) } })
    return [defaultsWord, allWord] + prefixes.sorted() + codes.sorted() + allRules.map(\.info.name).sorted()
  }

  /// The word for every rule.
  public static let allWord = "all"
  /// The word for those that run when nothing is selected.
  public static let defaultsWord = "default"
}

/// The rules that one selector means, in the order of ``allRules``; see ``RuleSelector``.
public func rules(named selector: String) throws(UnknownRule) -> [Rule] { try RuleSelector(selector).rules }

/// That a selector means no rule there is.
public struct UnknownRule: Error, Hashable, Sendable {
  /// The selector as it was written.
  public let selector: String

  init(_ selector: String) { self.selector = selector }

  /// The name or code that is closest to it, if one is close; looked for when it is asked for.
  public var nearest: String? {
    NetModel.nearest(to: selector, in: Self.words) ?? NetModel.nearest(to: selector, in: Self.codes)
  }

  private static let words = allRules.map(\.info.name) + [RuleSelector.allWord, RuleSelector.defaultsWord]
  private static let codes = allRules.map(\.info.code)

  /// One sentence in lower case without a full stop.
  public var message: String { "there is no rule \(quoted(selector))" }

  /// What to write instead, or where to look.
  public var help: String { help(nearest: nearest) }

  /// The same where it is known which name or code is closest.
  func help(nearest: String?) -> String {
    nearest.map { "did you mean `\($0)`?" } ?? "`kith rule --all` explains every rule"
  }
}
