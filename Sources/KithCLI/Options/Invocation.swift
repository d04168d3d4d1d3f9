import KithFiles
import NetModel

/// A command line, taken apart.
struct Invocation: Sendable {
  /// The command; nil where only options were typed.
  var command: Command?
  /// What was typed behind the command and is no option, in order.
  var operands: [Path] = []
  private var values: [Option: [[UInt8]]] = [:]

  /// Notes that `option` was typed, with its value if it takes one.
  mutating func add(_ option: Option, _ value: [UInt8]?) {
    values[option, default: []] += value.map { [$0] } ?? [[]]
  }

  /// Whether `option` was typed.
  func has(_ option: Option) -> Bool { values[option] != nil }

  /// The values of an option that may be repeated, in order.
  func paths(_ option: Option) -> [Path] { (values[option] ?? []).map { Path($0) } }

  /// The last value of an option, if it was typed.
  func path(_ option: Option) -> Path? { paths(option).last }

  /// The last value of an option that takes one of some words.
  func choice<Choice: RawRepresentable<String>>(_ option: Option, _ type: Choice.Type) -> Choice? {
    values[option]?.last.flatMap { Choice(rawValue: String(decoding: $0, as: UTF8.self)) }
  }

  /// The first operand of a command that takes one of some words there.
  ///
  /// - Parameter what: What there is none of otherwise: `dump of`.
  func firstOperand<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, called what: String
  ) throws(UsageError) -> Choice {
    let words = Choice.allCases.map(\.rawValue)
    let list = Word.choice(words).named
    guard let word = operands.first?.shown else {
      throw UsageError(message: "`kith \(command?.name ?? "")` needs a word behind it", help: list)
    }
    guard let choice = Choice(rawValue: word) else {
      let guess = nearest(to: word, in: words).map { "did you mean `\($0)`?" }
      throw UsageError(message: "there is no \(what) `\(word)`", help: guess ?? list)
    }
    return choice
  }

  /// The operand of a command that takes one of some words and nothing else.
  ///
  /// - Parameter help: What to do about another word behind it.
  func onlyOperand<Choice: RawRepresentable<String> & CaseIterable>(
    _ type: Choice.Type, called what: String, help: String = "leave it out"
  ) throws(UsageError) -> Choice {
    let choice = try firstOperand(type, called: what)
    guard let word = operands.dropFirst().first?.shown else { return choice }
    let typed = "kith \(command?.name ?? "") \(choice.rawValue)"
    throw UsageError(message: "`\(typed)` takes nothing more, and `\(word)` stands behind it", help: help)
  }
}

/// A command line that makes no sense, and what may have been meant.
struct UsageError: Error, Hashable, Sendable {
  let message: String
  var help: String?
}
