import KithFiles

/// The version of the tool, by semver.org.
let version = "0.1.0"

/// The day this version was made, which the manual page bears.
let versionDate = "2026-11-26"

/// What `kith --version` prints.
public let versionLine = "kith \(version) (net/1)"

/// Runs the tool with the process's own arguments and streams, and ends the process.
public func runAsProcess() -> Never {
  CurrentProcess.prepareStreams()
  var console = Console()
  let status = runKith(arguments: Array(CurrentProcess.arguments.dropFirst()), console: &console)
  CurrentProcess.exit(status)
}

/// Runs the tool and returns its exit code: 0 clean, 1 findings, 2 trouble.
///
/// - Parameters:
///   - arguments: What was typed behind the tool's name, as bytes.
///   - console: Where it runs and where its output goes.
public func runKith(arguments: [[UInt8]], console: inout Console) -> Int32 {
  var status: ExitStatus
  do throws(UsageError) {
    let invocation = try parseArguments(arguments)
    if !invocation.has(.help), !invocation.has(.version) { try refuseConflicts(in: invocation) }
    console.isQuiet = invocation.has(.quiet)
    console.isVerbose = invocation.has(.verbose)
    console.colours = invocation.choice(.color, ColorChoice.self) ?? .auto
    status = run(invocation, &console)
  } catch {
    console.error(error)
    status = .trouble
  }
  return finish(status, &console).rawValue
}

private func run(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  if invocation.has(.version) {
    console.out.writeLine(versionLine)
    return .clean
  }
  guard let command = invocation.command else {
    if invocation.has(.help) {
      console.out.write(overview())
      return .clean
    }
    console.err.write(overview())
    return .trouble
  }
  if invocation.has(.help) {
    console.out.write(explanation(of: command))
    return .clean
  }
  return command.run(invocation, &console)
}

/// Hands all output over; a disk that is full, or an output that is closed, is trouble whatever was found.
private func finish(_ status: ExitStatus, _ console: inout Console) -> ExitStatus {
  var status = status
  console.out.finish()
  switch console.out.failure {
  case nil: break
  // Whoever read along has seen enough: nothing to be said.
  case .brokenPipe?: status = .trouble
  case let reason?:
    console.error(FileError(.write, nil, reason).message)
    status = .trouble
  }
  console.err.finish()
  if console.err.failure != nil { status = .trouble }
  return status
}
