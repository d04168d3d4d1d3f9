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
    let word = text.lowercased()
    if word == Self.allWord {
      self = .all
    } else if word == Self.defaultsWord {
      self = .defaults
    } else if let rule = allRules.first(where: { $0.info.name == word || $0.info.code.lowercased() == word }) {
      self.init(.rule(rule.info.code))
    } else if !word.isEmpty, allRules.contains(where: { $0.info.code.lowercased().hasPrefix(word) }) {
      self.init(.prefix(text.uppercased()))
    } else {
      throw UnknownRule(text)
    }
  }

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
    let words = [RuleSelector.allWord, RuleSelector.defaultsWord]
    return NetModel.nearest(to: selector, in: allRules.map(\.info.name) + words)
      ?? NetModel.nearest(to: selector, in: allRules.map(\.info.code))
  }

  /// One sentence in lower case without a full stop.
  public var message: String { "there is no rule `\(selector)`" }

  /// What to write instead, or where to look.
  public var help: String { nearest.map { "did you mean `\($0)`?" } ?? "`kith rule --all` explains every rule" }
}
