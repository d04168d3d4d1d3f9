/// One option, as it is parsed, explained and listed: this table is all there is to say about it.
struct Option: Hashable, Sendable {
  /// The name without its dashes.
  let name: String
  let letter: Character?
  /// What stands behind it; nil if nothing does.
  let value: Word?
  /// Whether the value may be left out; if it is not, it stands behind an equals sign.
  let isValueOptional: Bool
  /// What it does, in a few words without a full stop.
  let summary: String

  init(
    _ name: String, letter: Character? = nil, value: Word? = nil, isValueOptional: Bool = false, _ summary: String
  ) {
    self.name = name
    self.letter = letter
    self.value = value
    self.isValueOptional = isValueOptional
    self.summary = summary
  }

  /// Whether the next word is its value.
  var takesNextWord: Bool { value != nil && !isValueOptional }

  /// All that can be typed for it: `-q` and `--quiet`.
  var spellings: [String] { (letter.map { ["-\($0)"] } ?? []) + ["--\(name)"] }

  /// `--color auto|always|never`
  var usage: String {
    guard let value = value?.usage(separator: "|") else { return "--\(name)" }
    return isValueOptional ? "--\(name)[=\(value)]" : "--\(name) \(value)"
  }

  /// As `usage`, with the letter in front: `-q, --quiet`.
  var fullUsage: String { letter.map { "-\($0), \(usage)" } ?? usage }
}

extension Option {
  static let config = Option(
    "config", value: .file, "take settings from this file, not from .kith.json")
  static let isolated = Option("isolated", "take no settings from files")
  static let exclude = Option(
    "exclude", value: .text("GLOB"), "pass over what matches, as in .gitignore; may be repeated")
  static let forceExclude = Option("force-exclude", "let excludes hold for paths that are typed, too")
  static let standardInputName = Option(
    "stdin-filename", value: .path, "take standard input for this file of its notebook")
  static let color = Option(
    "color", value: .choice(ColorChoice.allCases.map(\.rawValue)), "when to use colours; auto: on a terminal")
  static let quiet = Option("quiet", letter: "q", "print findings and errors only")
  static let verbose = Option(
    "verbose", letter: "v", "say which notebooks are read, and where lint's time goes")
  static let version = Option("version", letter: "V", "print the version")
  static let help = Option("help", letter: "h", "explain the tool or a command")

  static let outputFormat = Option(
    "output-format", value: .choice(OutputFormat.allCases.map(\.rawValue)),
    "how findings are written; full if not said")
  static let outputFile = Option(
    "output-file", letter: "o", value: .file, "write the report to this file, not to standard output")
  static let fix = Option("fix", "apply the fixes that are safe, then report what is left")
  static let unsafeFixes = Option(
    "unsafe-fixes", "let --fix and --diff apply unsafe fixes, too")
  static let fixDiff = Option("diff", "change nothing; show what --fix would change, as patch takes it")
  static let addIgnore = Option(
    "add-ignore", value: .text("REASON"), isValueOptional: true, "write comments that ignore all that is found")
  static let statistics = Option("statistics", "count what each rule finds, instead of listing it")
  static let failuresOnly = Option("failures-only", "leave out what does not let the run fail, such as warnings")
  static let exitZero = Option("exit-zero", "exit with 0 whatever is found")
  static let select = Option(
    "select", value: .rules, "check by these rules: N201,N3,unknown-mention,default,all")
  static let ignore = Option("ignore", value: .rules, "leave out these rules; may be repeated, as --select")
  static let errorOnWarning = Option("error-on-warning", "exit with 1 for warnings, too")
  static let showPrivate = Option("private", "show what is private where the report goes to no terminal, too")
  static let showFiles = Option("show-files", "list the files that would be checked, and stop")

  static let check = Option("check", "change nothing; say which files would be formatted")
  static let diff = Option("diff", "change nothing; show what would change, as patch takes it")
  static let list = Option("list", "change nothing; name the files that would be formatted")
  static let range = Option("range", value: .text("LINES"), "format these lines of one file only: 12-20, or 12")

  static let forget = Option("forget", "do not keep the old handle as an aka of the record")

  static let compact = Option("compact", "write no blanks and line breaks")
  static let lines = Option("lines", "write one record a line")
  static let includePrivate = Option("private", "put in what is marked #private")
  static let schema = Option("schema", "print the JSON Schema of the output, and stop")

  static let standardStreams = Option("stdio", "talk over standard input and output, as always; editors say so")

  static let allRules = Option("all", "explain every rule")

  static let manual = Option("man", "write the manual page kith(1), which man shows")

  /// The options that every command has.
  static let everywhere: [Option] = [
    .config, .isolated, .exclude, .forceExclude, .standardInputName, .color, .quiet, .verbose, .version, .help,
  ]
}
