/// `kith grammar textmate | vim | kate`
func grammar(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  do throws(UsageError) {
    let grammar = try invocation.onlyOperand(EditorGrammar.self, called: "grammar for")
    console.out.write(grammar.text.span)
    return .clean
  } catch {
    console.error(error)
    return .trouble
  }
}
