import KithFiles
import NetLint
import NetModel

/// `kith rule NAME | CODE | --all`
func rule(_ invocation: Invocation, _ console: inout Console) -> ExitStatus {
  if invocation.has(.allRules) {
    write(allRules.sorted { $0.info.code < $1.info.code }, &console)
    return .clean
  }
  if invocation.operands.isEmpty {
    console.error("`kith rule` needs the name or the code of a rule, or `--all`")
    console.help("for example `kith rule unknown-mention`")
    return .trouble
  }
  var found: [Rule] = []
  var status = ExitStatus.clean
  for name in invocation.operands.map(\.shown) {
    let word = name.lowercased()
    if let rule = allRules.first(where: { $0.info.name == word || $0.info.code.lowercased() == word }) {
      found.append(rule)
      continue
    }
    status = .trouble
    console.error("there is no rule `\(name)`")
    let guess =
      nearest(to: word, in: allRules.map(\.info.name)) ?? nearest(to: name, in: allRules.map(\.info.code))
    console.help(guess.map { "did you mean `\($0)`?" } ?? "`kith rule --all` explains every rule")
  }
  write(found, &console)
  return status
}

private func write(_ rules: [Rule], _ console: inout Console) {
  for (index, rule) in rules.enumerated() {
    if index > 0 { console.out.write("\n") }
    console.out.write(rule.page)
  }
}
