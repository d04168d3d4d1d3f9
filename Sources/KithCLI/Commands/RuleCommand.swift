import KithFiles
import NetLint

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
  for selector in invocation.operands.map(\.shown) {
    do throws(UnknownRule) {
      for rule in try rules(named: selector).sorted(by: { $0.info.code < $1.info.code })
      where !found.contains(where: { $0.info == rule.info }) { found.append(rule) }
    } catch {
      status = .trouble
      console.error(error.message)
      console.help(error.help)
    }
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
