import NetModel

/// `kith help [COMMAND]`
func help(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  if invocation.has(.manual) {
    console.out.write(manualPage())
    return .clean
  }
  guard let name = invocation.operands.first?.shown else {
    console.out.write(overview())
    return .clean
  }
  guard let command = Command.named(name) else {
    console.error("there is no command `\(name)`")
    let guess = nearest(to: name, in: Command.allNames)
    console.help(guess.map { "did you mean `\($0)`?" } ?? "`kith --help` lists the commands")
    return .trouble
  }
  console.out.write(explanation(of: command))
  return .clean
}
