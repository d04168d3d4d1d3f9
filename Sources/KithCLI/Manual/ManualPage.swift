/// The manual page kith(1), as `kith help --man` writes it: the tables of commands and options, and what else there is to
/// know of the tool as a whole.
func manualPage() -> String {
  var page = Roff()
  page.request(#".TH KITH 1 \#(versionDate) "kith \#(version)" "User Commands""#)
  // Options stay in one piece, and no line is stretched.
  page.request(".nr HY 0")
  page.request(".ad l")
  page.section("NAME")
  page.request("kith \\- check, format and convert plain\\-text notes about people and meetings")
  page.writeSynopsis()
  page.writeDescription()
  page.section("COMMANDS")
  for command in Command.all { page.write(command) }
  page.section("OPTIONS")
  page.prose(
    """
    Every command has these. They may stand anywhere, also before the command, and their values behind an equals sign \
    or as the next word. Behind `--` nothing is an option.
    """)
  for option in Option.everywhere { page.write(option) }
  page.section("EXIT STATUS")
  for (status, meaning) in exitMeanings { page.entry(status, isName: true, meaning) }
  page.section("ENVIRONMENT")
  for (variable, meaning) in manualVariables { page.entry(variable, isName: true, meaning) }
  page.section("FILES")
  for (name, meaning) in files { page.entry(name, isName: true, meaning) }
  page.section("EXAMPLES")
  for (index, example) in manualExamples.enumerated() {
    if index > 0 { page.paragraph() }
    page.prose(example.purpose)
    page.example([example.command])
  }
  page.section("SEE ALSO")
  page.request(".BR git (1),\n.BR jq (1),\n.BR patch (1),\n.BR gitignore (5)")
  return page.text
}

extension Roff {
  fileprivate mutating func writeSynopsis() {
    section("SYNOPSIS")
    for (index, command) in Command.all.enumerated() {
      if index > 0 { lineBreak() }
      usage("kith \(command.name) [OPTION…] \(command.usage)")
    }
  }

  fileprivate mutating func writeDescription() {
    section("DESCRIPTION")
    prose(description)
    example(["# 2026-11-14 Coffee with @amara", "- gave @amara: two contacts in maths"])
  }

  fileprivate mutating func write(_ command: Command) {
    subsection(command.name)
    usage("kith \(command.name) [OPTION…] \(command.usage)")
    paragraph()
    prose(sentence(command.summary))
    prose(command.details.joined(separator: " "))
    if !command.aliases.isEmpty {
      prose("The command is also called " + command.aliases.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    for option in command.options { write(option) }
  }

  /// Writes an option; words that do not fit beside it stand below.
  mutating func write(_ option: Option) {
    guard case .choice(let words)? = option.value, option.fullUsage.count > 64 else {
      entry(option.fullUsage, sentence(option.summary))
      return
    }
    let short = Option(option.name, letter: option.letter, value: .text("WORD"), option.summary)
    let list = words.map { "`\($0)`" }.joined(separator: ", ")
    entry(short.fullUsage, "\(sentence(option.summary)) The words: \(list).")
  }

  private func sentence(_ summary: String) -> String { summary.prefix(1).uppercased() + summary.dropFirst() + "." }
}

private let description = """
  kith keeps plain-text notes about people and meetings honest: it checks them, gives them one form, and converts \
  them to JSON. The notes read as Markdown. A person or a meeting is a heading, facts are `key: value`, people are \
  `@handles`, and a line says what was given and to whom:
  """

private let exitMeanings = [
  ("0", "All is well."),
  ("1", "Something was found: errors in notes, or a file that `--check`, `--diff` or `--list` would change."),
  ("2", "Something could not be done: a wrong option, or a file that cannot be read or written. This wins over 1."),
]

/// The variables of the environment that the tool reads.
let manualVariables = [
  ("NO_COLOR", "If it is set and not empty, `--color auto` means no colours."),
  ("FORCE_COLOR", "If it is set and not empty, `--color auto` means colours, unless `NO_COLOR` says otherwise."),
  ("TERM", "If it is `dumb`, `--color auto` means no colours, unless `FORCE_COLOR` says otherwise."),
  (
    "GITHUB_WORKSPACE",
    "The folder that paths start from in the output formats `github` and `sarif`, if they lead into it."
  ),
  ("CI_PROJECT_DIR", "The same for `gitlab`, and for `sarif` where the other is not set."),
]

private let files = [
  ("*.net, *.net.md", "Notes. In folders these are read, and others if they are named."),
  (
    ".kith.json",
    """
    The settings of the notebook that is the folder it lies in and all below. The nearest one upwards holds, and \
    nothing of others.
    """
  ),
  (".gitignore, .git/info/exclude", "What git ignores is passed over, unless it is named."),
]

/// What to type for some ends that many have.
let manualExamples = [
  (purpose: "Check all notes in a folder and below:", command: "kith lint notes"),
  (purpose: "See what could be fixed, and fix it:", command: "kith lint --diff notes; kith lint --fix notes"),
  (purpose: "Explain the rules whose codes begin with N2:", command: "kith rule N2"),
  (purpose: "Format what an editor hands over:", command: "kith format --stdin-filename people.net -"),
  (purpose: "Give somebody another handle:", command: "kith rename @jose @jose-reyes"),
  (purpose: "List the names of all people:", command: "kith json notes | jq -r '.people[].name'"),
]
