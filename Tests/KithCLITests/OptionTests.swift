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
          message: "the option `--output-format` cannot be `concice`, only one of "
            + OutputFormat.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
          help: "did you mean `concise`?"))
    #expect(failure("lint", "--\u{1B}")?.message == "there is no option `--\\u{1B}` of `lint`")
  }

  @Test(arguments: ["--stdin-filename", "--exclude", "--config", "--output-file"])
  func `nothing is no value`(option: String) {
    #expect(failure("lint", option, "")?.message.hasPrefix("the option `\(option)` needs a value: ") == true)
    #expect(failure("lint", "\(option)=")?.message.hasPrefix("the option `\(option)` needs a value: ") == true)
  }

  @Test(arguments: [
    ("lint --diff --statistics", "`--diff` does not go with `--statistics`"),
    ("lint --fix --diff", "`--diff` does not go with `--fix`"),
    ("lint --diff -o x", "`--diff` does not go with `--output-file`"),
    ("lint --diff --output-format json", "`--diff` does not go with `--output-format json`"),
    ("lint --show-files --fix", "`--show-files` does not go with `--fix`"),
    ("lint --show-files --diff", "`--show-files` does not go with `--diff`"),
    ("lint --show-files --add-ignore", "`--show-files` does not go with `--add-ignore`"),
    ("lint --show-files --statistics", "`--show-files` does not go with `--statistics`"),
    ("lint --show-files -o x", "`--show-files` does not go with `--output-file`"),
    ("lint --show-files --output-format json", "`--show-files` does not go with `--output-format`"),
    ("lint --statistics --output-format sarif", "`--statistics` does not go with `--output-format sarif`"),
    ("lint --statistics --output-format junit", "`--statistics` does not go with `--output-format junit`"),
    ("lint --add-ignore --fix", "`--add-ignore` does not go with `--fix`"),
    ("lint --exit-zero --error-on-warning", "`--exit-zero` does not go with `--error-on-warning`"),
    ("format --list --check", "`--list` does not go with `--check`"),
    ("format --list --diff", "`--list` does not go with `--diff`"),
  ])
  func `options that do not go together are refused`(line: String, message: String) throws {
    let run = try Folder(["a.net": "# Bo Lind @bo\n"]).kith(line.split(separator: " ").map(String.init))
    #expect(run.status == 2 && run.out.isEmpty)
    #expect(run.err.hasPrefix("error: \(message)\nhelp: "))
  }

  @Test(arguments: [
    "lint --diff --output-format full", "lint --statistics --output-format json-lines", "lint --diff --unsafe-fixes",
    "lint --statistics --output-format concise", "lint --fix --statistics", "lint --show-files --exclude x",
    "lint --show-files --fix --help", "format --check --diff",
  ])
  func `options that do are not`(line: String) throws {
    #expect(try Folder(["a.net": "# Bo Lind @bo\n"]).kith(line.split(separator: " ").map(String.init)).status == 0)
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
    #expect(markdownOptionTable().contains("| `--color auto\\|always\\|never` | all |"))
  }
}
