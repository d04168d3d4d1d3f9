import NetLint

/// A shell that kith has completions for.
///
/// Each script holds all it offers: none starts kith while somebody types, so that TAB answers at once, whatever folder
/// it is pressed in. The price is that the script is to be written anew with a new version of kith.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish

  /// The script that has the shell complete what is typed behind `kith`.
  var script: String {
    switch self {
    case .bash: bashScript()
    case .zsh: zshScript()
    case .fish: fishScript()
    }
  }
}

/// Whatever means rules, in the order it is offered, and what it means.
func ruleWords() -> [(text: String, meaning: String)] {
  let codes = Dictionary(uniqueKeysWithValues: allRules.map { ($0.info.code, $0.info.name) })
  let names = Dictionary(uniqueKeysWithValues: allRules.map { ($0.info.name, $0.info.code) })
  return RuleSelector.allTexts.map { text in
    if let other = codes[text] ?? names[text] { return (text, other) }
    if text == RuleSelector.allWord { return (text, "every rule") }
    if text == RuleSelector.defaultsWord { return (text, "the rules that run if nothing is said") }
    return (text, "the rules whose codes begin so")
  }
}

/// The text as one word of a shell, in which nothing has a meaning: bash and zsh.
func quoted(_ text: String) -> String { String(decoding: quoted(Array(text.utf8)), as: UTF8.self) }

/// Bytes, which may be no text, as one word of any POSIX shell.
func quoted(_ bytes: [UInt8]) -> [UInt8] {
  let quote = Array("'".utf8)
  return quote + bytes.flatMap { $0 == quote[0] ? Array(#"'\''"#.utf8) : [$0] } + quote
}

/// Words in lines of at most a hundred letters, of which all but the first are indented and all but the last have
/// `ending` at their ends.
func filled(_ words: [String], indent: Int, ending: String = "") -> String {
  var lines: [String] = []
  for word in words {
    if let line = lines.last, line.count + word.count < 98 - ending.count {
      lines[lines.count - 1] = line + " " + word
    } else {
      lines.append((lines.isEmpty ? "" : String(repeating: " ", count: indent)) + word)
    }
  }
  return lines.joined(separator: ending + "\n")
}
