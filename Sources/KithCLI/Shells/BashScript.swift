/// The completions for bash, from version 3.2 on, which macOS has: without associative arrays, `mapfile` and a need for
/// `compopt`. What the package bash-completion brings is not used, and does no harm.
func bashScript() -> String {
  #"""
  # What bash completes behind kith, written by `kith completions bash` of kith \#(version).

  # A word that sends what is written elsewhere.
  _kith_redirection='^([0-9&]?[<>]+[&|]?)(.*)$'

  # All that may be typed for rules.
  _kith_rules=\#(quoted(filled(ruleWords().map(\.text), indent: 0)))

  # The options of a command.
  _kith_options() {
    options=\#(quoted(Option.everywhere.flatMap(\.spellings).joined(separator: " ")))
    case $1 in
  \#(optionRows())
    esac
  }

  # What stands behind an option of a command that takes a word, or what its first, second, … operand is.
  _kith_wanted() {
    case "$1 $2" in
  \#((valueRows() + operandRows()).joined(separator: "\n"))
      *) wanted= ;;
    esac
  }

  \#(bashFunctions)
  """#
}

private func optionRows() -> String {
  Command.all.compactMap { command in
    let words = command.options.flatMap(\.spellings) + (command.takesInput ? ["-"] : [])
    if words.isEmpty { return nil }
    return "    \(command.name)) options+=\(quoted(" " + words.joined(separator: " "))) ;;"
  }.joined(separator: "\n")
}

private func valueRows() -> [String] {
  let places = Command.all.map { ("\($0.name) ", $0.options) } + [("* ", Option.everywhere)]
  return places.flatMap { place, options in
    options.filter(\.takesNextWord).compactMap { option in
      let patterns = option.spellings.map { place == "* " ? "*\(quoted(" " + $0))" : quoted(place + $0) }
      return option.value.map { "    \(patterns.joined(separator: " | "))) wanted=\(quoted(wanted($0))) ;;" }
    }
  }
}

private func operandRows() -> [String] {
  Command.all.flatMap { command in
    command.operands.enumerated().map { index, operand in
      let pattern = operand.isRepeated ? "\(quoted(command.name + " "))[1-9]*" : quoted("\(command.name) \(index + 1)")
      return "    \(pattern)) wanted=\(quoted(wanted(operand.word))) ;;"
    }
  }
}

private func wanted(_ word: Word) -> String {
  switch word {
  case .text: "text"
  case .choice(let words): "words " + words.joined(separator: " ")
  case .file: "files"
  case .path: "paths"
  case .rule: "rules"
  case .rules: "list"
  case .command: "words " + Command.allNames.joined(separator: " ")
  }
}

/// What does not depend on the tables but for the names of the commands.
private var bashFunctions: String {
  let aliases = Command.all.filter { !$0.aliases.isEmpty }.map {
    "        \($0.aliases.joined(separator: " | "))) command=\($0.name) ;;"
  }
  return #"""
    # Takes the words before the last one apart, as kith does: which command it is, how many operands it has so far, whether
    # `--` was typed, and the option whose value comes next.
    _kith_read() {
      local i word letters
      for ((i = 1; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ $option ]]; then
          option=
        elif [[ $word =~ $_kith_redirection ]]; then
          # Its file may stand in the same word, or be the next one.
          [[ ${BASH_REMATCH[2]} ]] || option='>'
        elif [[ $ended || $word != -?* ]]; then
          if [[ $command ]]; then operands=$((operands + 1)); else command=$word; fi
          case $command in
    \#(aliases.joined(separator: "\n"))
          esac
        elif [[ $word == -- ]]; then
          ended=yes
        elif [[ $word == --* ]]; then
          _kith_wanted "$command" "$word"
          [[ $wanted ]] && option=$word
        else
          for ((letters = 1; letters < ${#word}; letters++)); do
            _kith_wanted "$command" "-${word:letters:1}"
            [[ $wanted ]] || continue
            ((letters == ${#word} - 1)) && option=-${word:letters:1}
            break
          done
        fi
      done
    }

    # Offers what begins like `value`. All of it stands behind `lead`, and bash keeps what is in `kept`.
    _kith_offer() {
      local offered found word
      case ${1-} in
        words) shift && offered=$(compgen -W "$*" -- "$value") ;;
        rules) offered=$(compgen -W "$_kith_rules" -- "$value") ;;
        list)
          [[ $value == *,* ]] && lead+=${value%,*},
          offered=$(compgen -W "$_kith_rules" -- "${value##*,}")
          compopt -o nospace 2>/dev/null
          ;;
        files)
          offered=$(compgen -f -- "$value")
          compopt -o filenames 2>/dev/null
          ;;
        paths)
          offered=$(
            compgen -d -- "$value"
            compgen -f -X '!*.net' -- "$value"
            compgen -f -X '!*.net.md' -- "$value"
          )
          compopt -o filenames 2>/dev/null
          ;;
        *) return ;;
      esac
      while IFS= read -r found; do
        [[ $found ]] || continue
        word=$lead$found
        word=${word#"$kept"}
        # By another name bash does not know a folder for one.
        [[ $word != "$found" && -d $found ]] && word+=/ && compopt -o nospace 2>/dev/null
        COMPREPLY+=("$word")
      done <<<"$offered"
    }

    _kith() {
      local IFS=$' \t\n'
      COMPREPLY=()
      # bash parts words at = : @ > and others. Here only blanks part them, and the last one ends where the cursor is.
      local typed=${COMP_LINE:0:COMP_POINT} words=() piece glued i
      for ((i = 0; i <= COMP_CWORD; i++)); do
        glued=yes
        while [[ $typed == [[:space:]]* ]]; do typed=${typed:1} && glued=; done
        piece=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && piece=$typed
        if [[ $glued && ${#words[@]} != 0 ]]; then words[${#words[@]} - 1]+=$piece; else words+=("$piece"); fi
        typed=${typed#"$piece"}
      done

      local command= operands=0 ended= option= wanted= options=
      _kith_read
      local current=${words[${#words[@]} - 1]} lead= value kept
      # Of the word, bash replaces what it hands over as the second argument.
      kept=${current%"$2"}
      kept=${kept//[\"\']/}
      value=$current
      if [[ $option == '>' ]]; then
        wanted=files
      elif [[ $option ]]; then
        _kith_wanted "$command" "$option"
      elif [[ $current =~ $_kith_redirection ]]; then
        wanted=files lead=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
      elif [[ ! $ended && $current == --*=* ]]; then
        lead=${current%%=*}= value=${current#*=}
        _kith_wanted "$command" "${current%%=*}"
      elif [[ ! $ended && $current == -* ]]; then
        _kith_options "$command"
        wanted="words $options"
      elif [[ ! $command ]]; then
        wanted='words \#(Command.allNames.joined(separator: " "))'
      else
        _kith_wanted "$command" "$((operands + 1))"
      fi
      value=${value#[\"\']}
      _kith_offer $wanted
    }

    if type compopt >/dev/null 2>&1; then
      complete -F _kith kith
    else
      # bash 3.2 cannot be told word by word what is a file.
      complete -o filenames -F _kith kith
    fi

    """#
}
