/// The completions for fish, from version 3 on.
func fishScript() -> String {
  let rules = ruleWords().map { "    \(fishQuoted($0.text)) \(fishQuoted($0.meaning))" }
  return #"""
    # What fish completes behind kith, written by `kith completions fish` of kith \#(version).

    # Whether the next word is the value of an option of a command.
    function __kith_takes_word -a command option
        switch "$command $option"
            case \#(filled(valuePlaces(), indent: 16, ending: #" \"#))
                return 0
        end
        return 1
    end

    function __kith_rules
        printf '%s\t%s\n' \
    \#(rules.joined(separator: " \\\n"))
    end

    \#(fishFunctions)
    complete -c kith -f
    \#(commandRows().joined(separator: "\n"))

    \#(optionRows().joined(separator: "\n"))

    \#(operandRows().joined(separator: "\n"))

    """#
}

/// What does not depend on the tables but for the names of the commands.
private var fishFunctions: String {
  #"""
  # The command, `none` before there is one; the number of the operand that is typed; and `--`, if that was typed.
  function __kith_place
      set -l command none
      set -l number 1
      set -l ended
      set -l words (commandline -opc)
      set -e words[1]
      while set -q words[1]
          set -l word $words[1]
          set -e words[1]
          if test -n "$ended"; or not string match -qr -- '^-.' $word
              if test $command != none
                  set number (math $number + 1)
              else
                  switch $word
  \#(aliasRows())
                      case '*'
                          set command $word
                  end
              end
          else if test "$word" = --
              set ended --
          else if string match -qr -- '^--' $word
              __kith_takes_word $command $word; and set -e words[1]
          else
              # Of several letters the last one may take a word.
              set -l letters (string split '' -- (string sub -s 2 -- $word))
              while set -q letters[1]
                  if __kith_takes_word $command -$letters[1]
                      set -q letters[2]; or set -e words[1]
                      break
                  end
                  set -e letters[1]
              end
          end
      end
      printf '%s\n' $command $number $ended
  end

  # Whether it is this command and, if numbers are given, one of these of its operands.
  function __kith_at -a command first last
      set -l place (__kith_place)
      test "$place[1]" = $command; or return 1
      test -z "$first"; and return 0
      string match -qr -- '^--.*=' (commandline -ct); and return 1
      test $place[2] -ge $first; or return 1
      test -z "$last"; or test $place[2] -le $last
  end

  # Files of notes and folders.
  function __kith_paths
      set -l word (commandline -ct)
      complete -C "'' -- $word" | string match -r '^[^\t]*(?:/|\.net|\.net\.md)(?=\t|$)'
  end

  # Whether a hyphen may become standard input.
  function __kith_is_hyphen
      set -l place (__kith_place)
      set -l word (commandline -ct)
      test "$word" = -; and not set -q place[3]
  end

  # Rules, behind those that were typed already.
  function __kith_rule_list
      set -l typed (commandline -ct | string replace -r -- '^(?:--[^=]*=)?["\']?' '' | string match -r -- '.*,')
      for rule in (__kith_rules)
          echo "$typed$rule"
      end
  end

  """#
}

/// Places with a word behind them: `'lint --select'`, and `'* --color'` of every command.
private func valuePlaces() -> [String] {
  let places = Command.all.map { ($0.name, $0.options) } + [("*", Option.everywhere)]
  return places.flatMap { place, options in
    options.filter(\.takesNextWord).flatMap { $0.spellings.map { fishQuoted("\(place) \($0)") } }
  }
}

private func aliasRows() -> String {
  Command.all.filter { !$0.aliases.isEmpty }.map { command in
    """
                        case \(command.aliases.joined(separator: " "))
                            set command \(command.name)
    """
  }.joined(separator: "\n")
}

private func commandRows() -> [String] {
  Command.all.flatMap { command in
    command.names.map { "complete -c kith -n '__kith_at none' -a \($0) -d \(fishQuoted(command.summary))" }
  }
}

private func optionRows() -> [String] {
  let places = [("", Option.everywhere)] + Command.all.map { (" -n '__kith_at \($0.name)'", $0.options) }
  return places.flatMap { place, options in
    options.map { option in
      let letter = option.letter.map { " -s \($0)" } ?? ""
      return "complete -c kith\(place)\(letter) -l \(option.name)\(value(option)) -d \(fishQuoted(option.summary))"
    }
  }
}

private func value(_ option: Option) -> String {
  guard let word = option.value, option.takesNextWord else { return "" }
  return word == .file ? " -r -F" : " -x" + offer(word)
}

private func operandRows() -> [String] {
  Command.all.flatMap { command in
    var rows = command.operands.enumerated().compactMap { index, operand -> String? in
      if case .text = operand.word { return nil }
      let numbers = operand.isRepeated ? "\(index + 1)" : "\(index + 1) \(index + 1)"
      return "complete -c kith -n '__kith_at \(command.name) \(numbers)'\(offer(operand.word))"
    }
    if command.takesInput {
      let place = "__kith_at \(command.name); and __kith_is_hyphen"
      rows.append("complete -c kith -n '\(place)' -a - -d 'read standard input'")
    }
    return rows
  }
}

/// How the words are completed that may stand there.
private func offer(_ word: Word) -> String {
  switch word {
  case .text: ""
  case .choice(let words): " -a \(fishQuoted(words.joined(separator: " ")))"
  case .file: " -F"
  case .path: " -k -a '(__kith_paths)'"
  case .rule: " -k -a '(__kith_rules)'"
  case .rules: " -k -a '(__kith_rule_list)'"
  case .command: " -a \(fishQuoted(Command.allNames.joined(separator: " ")))"
  }
}

/// The text as one word of fish, in which nothing has a meaning.
private func fishQuoted(_ text: String) -> String {
  "'\(text.replacing("\\", with: #"\\"#).replacing("'", with: #"\'"#))'"
}
