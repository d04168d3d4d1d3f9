import NetJSON
import NetLint
import NetModel
import NetSyntax

extension Configuration {
  /// Reads the text of a `.kith.json`; all mistakes of it are told at once, or of very many the first.
  public init(_ bytes: [UInt8]) throws(ConfigurationError) {
    if bytes.allSatisfy({ " \t\r\n".utf8.contains($0) }) {
      let nothing = ConfigurationMistake(
        ByteRange(0, 0), "the file is empty", help: "`{}` is the empty configuration")
      throw ConfigurationError(mistakes: [nothing])
    }
    let value: JSONValue
    do throws(JSONError) { value = try readJSON(bytes) } catch {
      let label = error.opening.map { Label(file: 0, range: $0, message: "opened here") }
      let mistake = ConfigurationMistake(error.range, error.message, help: error.help, label: label)
      throw ConfigurationError(mistakes: [mistake])
    }
    var reader = ConfigurationReader()
    reader.read(value)
    guard reader.mistakes.isEmpty else {
      throw ConfigurationError(mistakes: reader.mistakes, furtherCount: reader.furtherCount)
    }
    self = reader.configuration
  }

  /// The names of all settings, as they are written in the file.
  public static var keys: [String] { ConfigurationKey.allCases.map(\.rawValue) }
}

/// A setting.
private enum ConfigurationKey: String, CaseIterable {
  case notation, select, ignore, severity, exclude, perFileIgnores
  /// Where editors look for the schema.
  case schema = "$schema"
}

private struct ConfigurationReader {
  private(set) var configuration = Configuration()
  /// The first mistakes, in the order of their places.
  private(set) var mistakes: [ConfigurationMistake] = []
  /// How many more there are.
  private(set) var furtherCount = 0

  mutating func read(_ value: JSONValue) {
    guard let members = members(of: value, "a configuration", like: #"{"ignore": ["N201"]}"#) else { return }
    for (name, key, value) in members {
      guard let known = ConfigurationKey(rawValue: name) else {
        report(key, "there is no setting \(quoted(name))", help: guess(at: name, in: Configuration.keys) ?? settings)
        continue
      }
      switch known {
      case .notation: readNotation(value)
      case .select: if let rules = selectors(in: value, "`select`") { configuration.selection.select = rules }
      case .ignore: configuration.selection.ignore = selectors(in: value, "`ignore`") ?? []
      case .severity: readSeverities(value)
      case .exclude: readExclude(value)
      case .perFileIgnores: readPerFileIgnores(value)
      case .schema: _ = string(value, "`$schema`", help: "give the address of the schema, or leave it out")
      }
    }
  }

  private mutating func readNotation(_ value: JSONValue) {
    guard let number = value.numberText else {
      report(value, "`notation` is the number of a notation, not \(value.kind.phrase)", help: "write `1`")
      return
    }
    if value.double != 1 {
      report(value, "this version of kith knows no notation \(shortened(number))", help: "write `1`")
    }
  }

  private mutating func readSeverities(_ value: JSONValue) {
    var firsts: [RuleSelector: JSONValue] = [:]
    for (name, key, value) in members(of: value, "`severity`", like: #"{"N201": "warning"}"#) ?? [] {
      let severity = severity(value)
      guard let selector = selector(name, at: key) else { continue }
      if let first = firsts[selector], first.string != name {
        report(key, "the same rule has a severity already", help: "remove one of the two", first: first)
      }
      firsts[selector] = firsts[selector] ?? key
      configuration.selection.severities[selector] = severity
    }
  }

  private mutating func severity(_ value: JSONValue) -> Severity? {
    let words = Severity.allCases.map(\.rawValue)
    guard let word = string(value, "a severity", help: "as in `\"warning\"`") else { return nil }
    if let severity = Severity(rawValue: word) { return severity }
    report(
      value, "there is no severity \(quoted(word))",
      help: guess(at: word, in: words)
        ?? "there are \(listed(words)); a rule that is not to run stands in `ignore`")
    return nil
  }

  private mutating func readExclude(_ value: JSONValue) {
    for element in elements(of: value, "`exclude`", of: "patterns", like: "drafts/") ?? [] {
      guard let pattern = string(element, "a pattern", help: #"as in `"drafts/"`"#) else { continue }
      if patterns(pattern, at: element) != nil { configuration.exclude.append(Path(pattern)) }
    }
  }

  private mutating func readPerFileIgnores(_ value: JSONValue) {
    for (pattern, key, value) in members(of: value, "`perFileIgnores`", like: #"{"drafts/": ["N201"]}"#) ?? [] {
      let rules = selectors(in: value, "what is ignored") ?? []
      if pattern.hasPrefix("!") {
        report(
          key, "a pattern begins with `!`, and here none takes files back in",
          help: #"name the files in which rules are ignored; for a name that begins so write `\\!`"#)
      } else if let patterns = patterns(pattern, at: key) {
        configuration.perFileIgnores.append(PerFileIgnore(patterns, rules: rules))
      }
    }
  }

  /// A pattern as it counts from the notebook's root; nil if it can match nothing, which is a mistake.
  private mutating func patterns(_ text: String, at place: JSONValue) -> IgnoreRules? {
    guard let patterns = IgnoreRules(placed: Path(text), in: PerFileIgnore.root) else {
      let isComment = text.hasPrefix("#")
      report(
        place, isComment ? "a pattern that begins with `#` is a comment" : "the pattern is blank",
        help: isComment ? "write `\\\\#` for a name that begins so" : "remove it")
      return nil
    }
    if patterns.isBroken {
      report(place, "the pattern matches nothing", help: Self.helpForBroken(text))
      return nil
    }
    return patterns
  }

  private static func helpForBroken(_ pattern: String) -> String {
    guard pattern.allSatisfy("!./".contains) else { return "a `[` needs its `]`, and a backslash something behind it" }
    return pattern.hasPrefix("!")
      ? "write behind the `!` what is not to be passed over, as in `!drafts/`" : "name something, as in `drafts/`"
  }

  // MARK: Values of some kind

  /// The rules that an array names.
  private mutating func selectors(in value: JSONValue, _ subject: String) -> [RuleSelector]? {
    guard let elements = elements(of: value, subject, of: "rules", like: "N201") else { return nil }
    var selectors: [RuleSelector] = []
    for element in elements {
      guard let name = string(element, "a rule", help: #"as in `"N201"`"#) else { continue }
      if let selector = selector(name, at: element) { selectors.append(selector) }
    }
    return selectors
  }

  private mutating func selector(_ name: String, at place: JSONValue) -> RuleSelector? {
    do throws(UnknownRule) { return try RuleSelector(name) } catch {
      report(place, error.message, help: error.help)
      return nil
    }
  }

  private mutating func elements(
    of value: JSONValue, _ subject: String, of entries: String, like example: String
  ) -> [JSONValue]? {
    if value.kind == .array { return value.elements }
    report(
      value, "\(subject) is an array of \(entries), not \(value.kind.phrase)",
      help: "write `[\"\(shortened(value.string ?? example))\"]`")
    return nil
  }

  /// The entries of an object; keys that are repeated are a mistake.
  private mutating func members(
    of value: JSONValue, _ subject: String, like example: String
  ) -> [(name: String, key: JSONValue, value: JSONValue)]? {
    guard value.kind == .object else {
      report(value, "\(subject) is an object, not \(value.kind.phrase)", help: "as in `\(example)`")
      return nil
    }
    for (name, key, first) in value.repeatedKeys {
      report(key, "\(quoted(name)) is given twice", help: "remove one of the two", first: first)
    }
    return value.members.map { ($0.name, $0.key, $0.value) }
  }

  private mutating func string(_ value: JSONValue, _ subject: String, help: String) -> String? {
    if value.kind != .string { report(value, "\(subject) is a string, not \(value.kind.phrase)", help: help) }
    return value.string
  }

  /// Notes a mistake, which is not worded if it is not among the first.
  private mutating func report(
    _ place: JSONValue, _ message: @autoclosure () -> String, help: @autoclosure () -> String, first: JSONValue? = nil
  ) {
    // Of a value that goes on, the bracket is enough to be seen.
    let isLong = place.kind == .object || place.kind == .array
    let range = isLong ? ByteRange(place.range.start, place.range.start + 1) : place.range
    let index = mistakes.lastIndex { $0.range <= range }.map { $0 + 1 } ?? 0
    if mistakes.count == ConfigurationError.most {
      furtherCount += 1
      if index == mistakes.count { return }
      mistakes.removeLast()
    }
    let label = first.map { Label(file: 0, range: $0.range, message: "first given here") }
    mistakes.insert(ConfigurationMistake(range, message(), help: help(), label: label), at: index)
  }
}

/// What is said where one of some words was probably meant.
private func guess(at word: String, in words: [String]) -> String? {
  nearest(to: word, in: words).map { "did you mean `\($0)`?" }
}

private let settings = "the settings are \(listed(Configuration.keys.filter { $0.first != "$" }))"

/// `` `a`, `b` and `c` ``
private func listed(_ words: [String]) -> String {
  let quoted = words.map { "`\($0)`" }
  return quoted.dropLast().joined(separator: ", ") + " and " + quoted.suffix(1).joined()
}
