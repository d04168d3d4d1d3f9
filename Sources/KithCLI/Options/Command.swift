/// One command: how it is called, what it takes, and the function that does it.
///
/// To add one takes an entry in `all` and its function in a file of its own in `Commands/`.
struct Command: Sendable {
  let name: String
  var aliases: [String] = []
  /// What stands behind it on the command line besides options.
  let operands: [Operand]
  /// What it does, in a few words without a full stop.
  let summary: String
  /// Further sentences for its own help.
  let details: [String]
  /// The options that it has besides those of every command.
  var options: [Option] = []
  let run: @Sendable (Invocation, inout Console) -> ExitStatus

  /// Every command there is, in the order of the overview.
  static let all: [Command] = [
    Command(
      name: "lint", operands: [.paths(orInput: true)], summary: "check notes",
      details: [
        "Checks the files and folders given, or the working folder. What they mention may be described",
        "anywhere in their notebook: all .net and .net.md files below the nearest folder upwards that holds",
        "a .kith.json, else a .git. That file may say which rules check the notes and which files are passed",
        "over: `{\"ignore\": [\"N501\"], \"exclude\": [\"drafts/\"]}`. With - standard input is",
        "checked. Exits with 1 if there are errors, and with 2 if something could not be done. With -v a",
        "table on standard error says in the end how long each stage kept the processors at work.",
      ],
      options: [
        .fix, .unsafeFixes, .fixDiff, .addIgnore, .select, .ignore, .outputFormat, .outputFile, .statistics,
        .failuresOnly, .errorOnWarning, .exitZero, .showPrivate, .showFiles,
      ], run: { lint($0, &$1) }),
    Command(
      name: "format", aliases: ["fmt"], operands: [.paths(orInput: true)], summary: "give notes their canonical form",
      details: [
        "Rewrites the files and folders given, or the working folder, in place. What they say never changes,",
        "and that is proved before a file is replaced. With - standard input is formatted to standard output.",
        "With --check, --diff or --list nothing is written, and the exit code is 1 if a file would change.",
      ],
      options: [.check, .diff, .list, .range], run: { format($0, &$1) }),
    Command(
      name: "rename", operands: [.one(.text("@OLD")), .one(.text("@NEW")), .paths(orInput: false)],
      summary: "give somebody another handle",
      details: [
        "Gives the person, group or organisation @OLD the handle @NEW, in every file of the notebook that",
        "the PATH belongs to, or the working folder. The old handle stays known as an `aka`. Nothing is",
        "written where a mention would come to mean somebody else; exits with 1 then.",
      ],
      options: [.forget, .diff], run: { rename($0, &$1) }),
    Command(
      name: "json", operands: [.paths(orInput: true)], summary: "convert notes to JSON",
      details: [
        "Writes the people, groups, meetings and pages of one notebook's files to standard output. What is",
        "marked #private is left out, and counted on standard error. With errors in the notes the output is",
        "still complete; they go to standard error, and the exit code is 1.",
      ],
      options: [.compact, .lines, .includePrivate, .schema], run: { json($0, &$1) }),
    Command(
      name: "server", aliases: ["lsp"], operands: [], summary: "check and format notes inside an editor",
      details: [
        "Speaks the Language Server Protocol 3.17 over standard input and output: an editor starts it, and",
        "shows as you type what `kith lint` would say of the folders and files that are open in it. It writes",
        "no file; the README says how to set an editor up. Exits with 0 if the editor has shut it down, else",
        "with 1.",
      ],
      options: [.standardStreams], run: { server($0, &$1) }),
    Command(
      name: "hook", operands: [.one(.choice(HookAction.allCases.map(\.rawValue)))],
      summary: "check what is committed with git",
      details: [
        "Installs a hook into the git repository of the working folder, or takes it away. Before each commit",
        "and merge the hook checks what is staged, over the whole notebook, and stops where there are errors;",
        "`git commit --no-verify` commits all the same. A hook of somebody else stays as it is; to have both,",
        "run in it what `kith hook print` writes to standard output.",
      ], run: { hook($0, &$1) }),
    Command(
      name: "rule", aliases: ["explain"], operands: [.rules(or: .allRules)], summary: "explain a rule",
      details: [
        "Prints a rule's page: what it finds, why that matters, and what to write instead. The beginning of",
        "codes explains all that begin so: `kith rule N2`.",
      ],
      options: [.allRules], run: { rule($0, &$1) }),
    Command(
      name: "dump", operands: [.one(.choice(DumpKind.allCases.map(\.rawValue))), .paths(orInput: true)],
      summary: "show how a file is read",
      details: ["For people who work on kith. What it prints may change from version to version."],
      run: { dump($0, &$1) }),
    Command(
      name: "completions", operands: [.one(.choice(Shell.allCases.map(\.rawValue)))],
      summary: "complete commands in a shell",
      details: [
        "Writes a script to standard output that lets the shell complete what is typed behind kith: commands,",
        "options, their values, rules and notes. The README says where to put it.",
      ],
      run: { completions($0, &$1) }),
    Command(
      name: "grammar", operands: [.one(.choice(EditorGrammar.allCases.map(\.rawValue)))],
      summary: "colour notes in an editor",
      details: [
        "Writes to standard output the grammar by which an editor colours notes without a language server.",
        "The README says where to put it.",
      ],
      run: { grammar($0, &$1) }),
    Command(
      name: "help", operands: [.optional(.command)], summary: "explain the tool or a command",
      details: ["With --man all of it is written as one page: `kith help --man | man -l -`."],
      options: [.manual], run: { help($0, &$1) }),
  ]

  /// All that can be typed for it.
  var names: [String] { [name] + aliases }

  /// `[PATH… | -]`
  var usage: String { operands.map(\.usage).joined(separator: " ") }

  /// Whether `-` among its operands is standard input.
  var takesInput: Bool { operands.contains(.paths(orInput: true)) }

  /// The command called `name`, or that has it for another name.
  static func named(_ name: String) -> Command? {
    all.first { $0.names.contains(name) }
  }

  /// Everything that can be typed for a command.
  static var allNames: [String] { all.flatMap(\.names) }
}
