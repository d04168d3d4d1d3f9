/// What a word on the command line is: an operand, or the value of an option. Help names it, and shells complete it.
enum Word: Hashable, Sendable {
  /// Anything; the name says what.
  case text(String)
  /// One of some words.
  case choice([String])
  /// A file of any kind.
  case file
  /// A file or folder of notes.
  case path
  /// A rule's name or code, or whatever else means rules.
  case rule
  /// Several of these, with commas between.
  case rules
  /// The name of a command.
  case command

  /// How it is called where its option or command is explained; words are parted by `separator`.
  func usage(separator: String) -> String {
    switch self {
    case .text(let name): name
    case .choice(let words): words.joined(separator: separator)
    case .file: "FILE"
    case .path: "PATH"
    case .rule: "NAME\(separator)CODE"
    case .rules: "LIST"
    case .command: "COMMAND"
    }
  }

  /// How it is asked for where it is missing: ``one of `bash`, `zsh` ``.
  var named: String {
    guard case .choice(let words) = self else { return usage(separator: "|") }
    return "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  }
}

/// What stands behind a command besides options.
enum Operand: Hashable, Sendable {
  /// One word.
  case one(Word)
  /// One word or none.
  case optional(Word)
  /// Any number of files and folders of notes; standard input, too, where it is taken.
  case paths(orInput: Bool)
  /// One rule or several, or an option in their place.
  case rules(or: Option)

  /// `[PATH… | -]`
  var usage: String {
    switch self {
    case .one(let word): word.usage(separator: " | ")
    case .optional(let word): "[\(word.usage(separator: " | "))]"
    case .paths(orInput: true): "[PATH… | -]"
    case .paths(orInput: false): "[PATH…]"
    case .rules(let option): "\(Word.rule.usage(separator: " | ")) | \(option.usage)"
    }
  }

  /// What each of its words is.
  var word: Word {
    switch self {
    case .one(let word), .optional(let word): word
    case .paths: .path
    case .rules: .rule
    }
  }

  /// Whether it is any number of words.
  var isRepeated: Bool {
    switch self {
    case .one, .optional: false
    case .paths, .rules: true
    }
  }
}
