/// The completions for zsh: in a file `_kith` of `$fpath`, or read by `source` once completion is set up.
func zshScript() -> String {
  let rules = ruleWords().map { quoted("\($0.text):\($0.meaning)") }
  let commands = Command.all.flatMap { command in
    command.names.map { quoted("\($0):\(command.summary)") }
  }
  return #"""
    #compdef kith
    # What zsh completes behind kith, written by `kith completions zsh` of kith \#(version).

    _kith() {
      local context state state_descr line ret=1
      typeset -A opt_args
      local -a everywhere=(
    \#(lines(Option.everywhere.map(specification), indent: 4))
      )
      _arguments -C -s -S $everywhere '(-): :_kith_commands' '(-)*:: :->operands' && ret=0
      [[ $state == operands ]] || return ret

      curcontext=${curcontext%:*:*}:kith-$words[1]:
      case $words[1] in
    \#(Command.all.map(branch).joined(separator: "\n"))
      esac
    }

    _kith_commands() {
      local -a commands=(
    \#(lines(commands, indent: 4))
      )
      _describe -t commands command commands "$@"
    }

    _kith_rules() {
      local -a rules=(
    \#(lines(rules, indent: 4))
      )
      _describe -t rules rule rules "$@"
    }

    _kith_rule_list() { _sequence _kith_rules }

    _kith_paths() { _path_files -/ -g '*.net(|.md)(-.)' "$@" }

    # Called as a function of $fpath it completes at once; read by `source` it is set up for later.
    if [[ $funcstack[1] == _kith ]]; then _kith "$@"; else compdef _kith kith; fi

    """#
}

private func lines(_ words: [String], indent: Int) -> String {
  words.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
}

/// What one command takes.
private func branch(_ command: Command) -> String {
  // Behind the hyphen nothing stands: it is an option in zsh's eyes, which `--` ends as it should.
  let input = command.takesInput ? [quoted("-[read standard input]")] : []
  let words = command.options.map(specification) + input + command.operands.map(specification)
  return """
        \(command.names.joined(separator: " | ")))
          _arguments -s -S $everywhere \\
    \(words.map { "        \($0)" }.joined(separator: " \\\n")) && ret=0
          ;;
    """
}

/// An option as `_arguments` takes it.
private func specification(_ option: Option) -> String {
  let summary = option.summary.replacing("\\", with: #"\\"#).replacing("]", with: #"\]"#)
  let meaning = "[\(summary)]" + (option.isValueOptional ? ":" : "") + (option.value.map(action) ?? "")
  let long = "--\(option.name)" + (option.value == nil ? "" : option.isValueOptional ? "=-" : "=")
  let mayComeAgain = option.value?.addsUp ?? false
  guard let letter = option.letter else { return quoted((mayComeAgain ? "*" : "") + long + meaning) }
  let start = mayComeAgain ? "*" : "(-\(letter) --\(option.name))"
  return "\(quoted(start)){-\(letter)\(option.takesNextWord ? "+" : ""),\(long)}\(quoted(meaning))"
}

extension Word {
  /// Whether what is said again is said in addition.
  fileprivate var addsUp: Bool {
    switch self {
    case .text, .rule, .rules: true
    case .choice, .file, .path, .command: false
    }
  }
}

private func specification(_ operand: Operand) -> String {
  quoted((operand.isRepeated ? "*" : "") + action(operand.word))
}

/// `:what it is:how it is completed`
private func action(_ word: Word) -> String {
  switch word {
  case .text(let name): ":\(name): "
  case .choice(let words): ":word:(\(words.joined(separator: " ")))"
  case .file: ":file:_files"
  case .path: ":file or folder of notes:_kith_paths"
  case .rule: ":rule:_kith_rules"
  case .rules: ":rules:_kith_rule_list"
  case .command: ":command:_kith_commands"
  }
}
