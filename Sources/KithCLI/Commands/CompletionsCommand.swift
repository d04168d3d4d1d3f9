/// `kith completions bash | zsh | fish`
func completions(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  do throws(UsageError) {
    let shell = try invocation.onlyOperand(Shell.self, called: "completion for")
    console.out.write(shell.script)
    return .clean
  } catch {
    console.error(error)
    return .trouble
  }
}
