/// What `kith --help` prints.
func overview() -> String {
  var text = """
    kith keeps plain-text notes about people and meetings honest: it checks them and converts them.

    Usage: kith COMMAND [OPTION…] [PATH… | -]

    Commands:

    """
  let usages = Command.all.map { "\($0.name) \($0.usage)" }
  text += columns(zip(usages, Command.all).map { ($0, $1.summary + aliases(of: $1)) })
  text += "\nOptions of every command:\n"
  text += columns(Option.everywhere.map { ($0.fullUsage, $0.summary) })
  text += """

    `kith help COMMAND` explains a command. Exit codes: 0 clean, 1 findings, 2 trouble.

    """
  return text
}

/// What `kith COMMAND --help` prints.
func explanation(of command: Command) -> String {
  var text = "kith \(command.name): \(command.summary)\(aliases(of: command))\n\n"
  text += "Usage: kith \(command.name) [OPTION…] \(command.usage)\n"
  if !command.details.isEmpty { text += "\n" + command.details.joined(separator: "\n") + "\n" }
  if !command.options.isEmpty {
    text += "\nOptions:\n" + columns(command.options.map { ($0.fullUsage, $0.summary) })
  }
  return text + "\nOptions of every command:\n"
    + columns(Option.everywhere.map { ($0.fullUsage, $0.summary) })
}

/// All options as a table in Markdown, as the README has it.
public func markdownOptionTable() -> String {
  var text = "| option | of | |\n|---|---|---|\n"
  func row(_ option: Option, _ place: String) -> String {
    // A bar would end the cell.
    let usage = option.fullUsage.split(separator: "|").joined(separator: "\\|")
    return "| `\(usage)` | \(place) | \(option.summary) |\n"
  }
  for command in Command.all {
    for option in command.options { text += row(option, "`\(command.name)`") }
  }
  for option in Option.everywhere { text += row(option, "all") }
  return text
}

private func aliases(of command: Command) -> String {
  command.aliases.isEmpty ? "" : " (also: \(command.aliases.joined(separator: ", ")))"
}

/// Two columns, the second one lined up; what is too long for the first has a line of its own.
private func columns(_ rows: [(String, String)]) -> String {
  let width = 34
  return rows.map { left, right in
    left.count < width
      ? "  \(left)\(String(repeating: " ", count: width - left.count))\(right)\n"
      : "  \(left)\n  \(String(repeating: " ", count: width))\(right)\n"
  }.joined()
}
