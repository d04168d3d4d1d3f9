import KithFiles

/// Everything a command is given of the world: its two outputs, the folder and the variables it runs in.
public struct Console: ~Copyable {
  /// Findings and converted text.
  public var out: Output
  /// The tool's own messages.
  public var err: Output
  /// The folder that relative paths start from.
  public let workingFolder: Path
  let environment: @Sendable (String) -> String?
  /// Where the running program is, if that can be known.
  let program: Path?
  /// How many threads may work at once.
  let threads: Int
  var isQuiet = false
  var isVerbose = false
  var colours = ColorChoice.auto
  /// What went wrong so far, for reports that are read without the messages beside them.
  private(set) var troubles: [String] = []

  /// The console of the running process.
  public init() {
    self.init(
      out: .standardOutput(), err: .standardError(), workingFolder: CurrentProcess.workingFolder ?? Path("."),
      environment: { CurrentProcess.environmentValue($0) }, program: CurrentProcess.program)
  }

  /// A console with outputs, folder, variables and program of its own, for tests.
  public init(
    out: consuming Output, err: consuming Output, workingFolder: Path,
    environment: @escaping @Sendable (String) -> String? = { _ in nil }, program: Path? = nil
  ) {
    self.out = out
    self.err = err
    self.workingFolder = workingFolder
    self.environment = environment
    self.program = program
    threads = CurrentProcess.processorCount
  }

  /// The colours of what goes to standard output.
  var outStyle: Style {
    Style(isColoured: colours.isColoured(isTerminal: out.isTerminal, environment: environment))
  }

  /// The colours of what goes to standard error.
  var errStyle: Style {
    Style(isColoured: colours.isColoured(isTerminal: err.isTerminal, environment: environment))
  }

  /// Says what went wrong, on standard error.
  mutating func error(_ message: String) {
    troubles.append(message)
    say("error", .error, message)
  }

  /// Keeps in mind that something went wrong, which is said elsewhere.
  mutating func note(trouble: String) { troubles.append(trouble) }

  /// Says what is worth knowing, on standard error, unless silence was asked for.
  mutating func note(_ message: String) {
    if !isQuiet { say("note", .info, message) }
  }

  /// Says what to type instead, on standard error.
  mutating func help(_ message: String) { say("help", .help, message) }

  /// Says that a command line makes no sense, and what may have been meant.
  mutating func error(_ error: UsageError) {
    self.error(error.message)
    if let help = error.help { self.help(help) }
  }

  /// Says what has been done, on standard error, unless silence was asked for.
  mutating func report(_ message: String) {
    if isQuiet { return }
    out.flush()
    err.writeLine(visible(message))
  }

  /// Says how things are going, on standard error, if that was asked for.
  mutating func detail(_ message: String) {
    if isVerbose { say("detail", .frame, message) }
  }

  private mutating func say(_ kind: String, _ role: Style.Role, _ message: String) {
    // What was found so far stands above what is said about it.
    out.flush()
    err.writeLine(errStyle.paint(kind, role) + ": " + visible(message))
  }
}

/// How a command ends; the graver status wins.
enum ExitStatus: Int32, Comparable, Sendable {
  /// All is well.
  case clean = 0
  /// Something was found.
  case findings = 1
  /// Something could not be done: a wrong option, a file that cannot be read, an output that cannot be written.
  case trouble = 2

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }

  /// Keeps the graver of the two.
  mutating func raise(to other: ExitStatus) { self = max(self, other) }
}
