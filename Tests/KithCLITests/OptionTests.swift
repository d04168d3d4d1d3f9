import KithFiles
import Testing

@testable import KithCLI

@Suite struct OptionTests {
  private func parse(_ words: String...) throws(UsageError) -> Invocation {
    try parseArguments(words.map { Array($0.utf8) })
  }

  private func failure(_ words: String...) -> UsageError? {
    do throws(UsageError) {
      _ = try parseArguments(words.map { Array($0.utf8) })
      return nil
    } catch { return error }
  }

  @Test func `options stand anywhere, with their values beside or behind them`() throws {
    let invocation = try parse(
      "-q", "--color", "never", "lint", "a.net", "--output-format=json", "-", "--exclude", "x",
      "--exclude=-y", "--",
      "--version")
    #expect(invocation.command?.name == "lint")
    #expect(invocation.operands == [Path("a.net"), Path("-"), Path("--version")])
    #expect(invocation.choice(.outputFormat, OutputFormat.self) == .json)
    #expect(invocation.choice(.color, ColorChoice.self) == .never)
    #expect(invocation.paths(.exclude) == [Path("x"), Path("-y")])
    #expect(invocation.has(.quiet) && !invocation.has(.version) && !invocation.has(.verbose))
    let letters = try parse("explain", "-qv", "N201")
    #expect(letters.command?.name == "rule" && letters.has(.quiet) && letters.has(.verbose))
    #expect(try parse("lint", "--color=always", "--color=auto").choice(.color, ColorChoice.self) == .auto)
    #expect(try parseArguments([Array("lint".utf8), [0xFF]]).operands == [Path([0xFF])])
  }

  @Test func `mistakes are named, with what may have been meant`() {
    #expect(
      failure("lnit") == UsageError(message: "there is no command `lnit`", help: "did you mean `lint`?"))
    #expect(failure("notes/a.net")?.help == "to check notes: `kith lint notes/a.net`")
    #expect(failure("frobnicate")?.help == "`kith --help` lists the commands")
    #expect(
      failure("lint", "--colour")
        == UsageError(message: "there is no option `--colour` of `lint`", help: "did you mean `--color`?"))
    #expect(failure("json", "--zzz")?.help == "`kith json --help` lists the options")
    #expect(failure("--compact", "json")?.help == "it belongs behind its command: `kith json --compact`")
    #expect(failure("lint", "-x")?.message == "there is no option `-x` of `lint`")
    #expect(failure("lint", "--quiet=1")?.message == "the option `--quiet` takes no value")
    #expect(failure("lint", "--exclude")?.message == "the option `--exclude` needs a value: GLOB")
    #expect(
      failure("lint", "--output-format", "concice")
        == UsageError(
          message: "the option `--output-format` cannot be `concice`, only one of `full`, `concise`, `json`",
          help: "did you mean `concise`?"))
    #expect(failure("lint", "--\u{1B}")?.message == "there is no option `--\\u{1B}` of `lint`")
  }

  @Test func `usages say what the words are`() {
    #expect(Command.named("lint")?.usage == "[PATH… | -]")
    #expect(Command.named("rename")?.usage == "@OLD @NEW [PATH…]")
    #expect(Command.named("rule")?.usage == "NAME | CODE | --all")
    #expect(Command.named("dump")?.usage == "tokens | tree | model [PATH… | -]")
    #expect(Command.named("help")?.usage == "[COMMAND]")
    #expect(Option.config.usage == "--config FILE" && Option.select.usage == "--select LIST")
    #expect(Option.addIgnore.usage == "--add-ignore[=REASON]" && Option.quiet.fullUsage == "-q, --quiet")
  }

  @Test func `a value that may be left out stands behind an equals sign only`() throws {
    #expect(try parse("lint", "--add-ignore", "a.net").operands == [Path("a.net")])
    #expect(try parse("lint", "--add-ignore=old").paths(.addIgnore) == [Path("old")])
  }

  @Test func `the table has each name once, and every option is explained`() {
    for command in Command.all {
      let options = command.options + Option.everywhere
      #expect(Set(options.map(\.name)).count == options.count)
      #expect(Set(options.compactMap(\.letter)).count == options.count { $0.letter != nil })
      let help = explanation(of: command)
      for option in options {
        #expect(help.contains("  \(option.fullUsage) ") || help.contains(option.fullUsage + "\n"))
      }
      #expect(overview().contains("\n  \(command.name) \(command.usage)"))
      for line in (help + overview()).split(separator: "\n") { #expect(line.count <= 100, "\(line)") }
    }
    #expect(Set(Command.allNames).count == Command.allNames.count)
    #expect(markdownOptionTable().contains("| `--output-format full\\|concise\\|json` | `lint` |"))
  }
}
