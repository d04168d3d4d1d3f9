/// The rules that a name, a code or the beginning of a code stands for, in any letter case.
func rules(named selector: String) -> [RuleInfo] {
  let word = selector.lowercased()
  let infos = allRules.map(\.info)
  return infos.filter {
    $0.name == word || $0.code.lowercased() == word || (word.hasPrefix("n") && $0.code.lowercased().hasPrefix(word))
  }
}
