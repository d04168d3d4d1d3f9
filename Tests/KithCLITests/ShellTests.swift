import NetLint
import Testing

@testable import KithCLI

/// The completions hold what the tables of commands and options hold; Tests/Clients/check-shells tries them.
@Suite struct ShellTests {
  @Test(arguments: Shell.allCases) func `every command has all its options, and no others`(shell: Shell) {
    for command in Command.all {
      let words = Set(part(of: command, shell).split { " '()[]{}=,+*\n".contains($0) }.map(String.init))
      for option in Command.all.flatMap(\.options) {
        let isThere = words.contains(shell == .fish ? option.name : "--\(option.name)")
        #expect(isThere == command.options.contains { $0.name == option.name }, "\(command.name) --\(option.name)")
      }
    }
  }

  @Test(arguments: Shell.allCases) func `every name, letter and word is there`(shell: Shell) {
    let script = shell.script
    let words = Set(script.split { " '()[]{}=,+*:|\n".contains($0) }.map(String.init))
    for name in Command.allNames { #expect(words.contains(name)) }
    for option in Command.all.flatMap(\.options) + Option.everywhere {
      for spelling in option.spellings {
        let isThere = words.contains(spelling) || (shell == .fish && words.contains("\(spelling.drop { $0 == "-" })"))
        #expect(isThere, "\(spelling)")
      }
    }
    for case .choice(let choice) in Self.allWords { #expect(script.contains(choice.joined(separator: " "))) }
    for text in RuleSelector.allTexts { #expect(words.contains(text)) }
  }

  @Test(arguments: Shell.allCases) func `no script starts kith, and none has lines without end`(shell: Shell) {
    for line in shell.script.split(separator: "\n") where !line.hasPrefix("#") {
      #expect(!line.contains(/[(;|]\ *(command )?kith\b/), "\(line)")
      #expect(line.count < 500)
    }
    #expect(shell.script.hasSuffix("\n"))
  }

  @Test func `a shell that is not known is trouble, with the nearest`() throws {
    let folder = try Folder([:])
    #expect(folder.kith("completions", "fish") == (0, Shell.fish.script, ""))
    #expect(
      folder.kith("completions", "bsh")
        == (2, "", "error: there is no completion for `bsh`\nhelp: did you mean `bash`?\n"))
    #expect(
      folder.kith("completions")
        == (2, "", "error: `kith completions` needs a word behind it\nhelp: one of `bash`, `zsh`, `fish`\n"))
  }

  /// Every kind of word that some command or option takes.
  private static let allWords =
    Command.all.flatMap { $0.operands.map(\.word) + $0.options.compactMap(\.value) }
    + Option.everywhere.compactMap(\.value)

  /// What a script says of the options of one command, besides those of every command.
  private func part(of command: Command, _ shell: Shell) -> String {
    let lines = shell.script.split(separator: "\n", omittingEmptySubsequences: false)
    switch shell {
    case .bash: return lines.filter { $0.hasPrefix("    \(command.name)) options") }.joined()
    case .fish:
      return lines.filter { $0.contains("'__kith_at \(command.name)' -") }
        .map { $0.replacing(/-d '.*/, with: "") }.joined(separator: "\n")
    case .zsh:
      let names = command.names.joined(separator: " | ")
      return lines.drop { $0 != "    \(names))" }.prefix { $0 != "      ;;" }
        .map { $0.replacing(/\[.*?\]/, with: "") }.joined(separator: "\n")
    }
  }
}
