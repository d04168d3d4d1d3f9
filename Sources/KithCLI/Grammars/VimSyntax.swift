/// The syntax file of Vim and Neovim: a match for each line, and in it a chain of the pieces that the line starts with.
///
/// All that is remembered from line to line is what may come next: fields below a heading, and below a field what goes on
/// with it. Where several match in one place, Vim takes the one defined last.
func vimSyntax() -> String {
  """
  " Vim syntax file
  " Language: kith notes (.net)
  " Written by `kith grammar vim`, from the same table as the grammars of other editors.

  if exists("b:current_syntax")
    finish
  endif

  let s:cpo_save = &cpo
  set cpo&vim

  " Letters, marks and digits of all scripts, and what else handles are made of.
  syntax iskeyword @,48-57,_,-,170,181,186,192-214,216-246,248-255
  syntax sync minlines=100

  syntax cluster netInline contains=\(vimInlineGroups().joined(separator: ","))
  \(vimMatches().map(\.text).joined(separator: "\n"))
  \(vimFences().joined(separator: "\n"))

  \(vimLinks().joined(separator: "\n"))

  let b:current_syntax = "net"

  let &cpo = s:cpo_save
  unlet s:cpo_save

  """
}

/// A `syntax match`.
private struct VimMatch {
  let group: String
  /// What it looks like; nil for what looks like the text around it.
  var highlight: Highlight?
  var pattern: Pattern
  var isContained = true
  var contains: [String] = []
  /// What may follow directly behind it.
  var next: [String] = []
  /// Whether that is on the next line.
  var goesOn = false

  var text: String {
    var words = ["syntax match \(group) /\(Dialect.vim.written(pattern))/"]
    if isContained { words.append("contained") }
    if !contains.isEmpty { words.append("contains=" + contains.joined(separator: ",")) }
    if !next.isEmpty { words.append("nextgroup=" + next.joined(separator: ",")) }
    if goesOn { words.append("skipnl") }
    return words.joined(separator: " ")
  }
}

private let belowHeading = ["netFieldLine", "netHeadingCommentLine"]
private let belowField = ["netFieldLine", "netContinuationLine", "netFieldCommentLine"]

private func vimMatches() -> [VimMatch] {
  let headings = Notation.headings.reversed().flatMap { vimLine($0, next: belowHeading) }
  return vimInline(Notation.headParts) + vimInline(Notation.inline)
    + vimLine(LineRule("text", [], .text(nil)))
    + Notation.lines.reversed().flatMap { vimLine($0) } + headings
    + vimLine(Notation.field, isContained: true, next: belowField)
    + vimLine(Notation.continuation, isContained: true, next: belowField)
    + vimLine(Notation.comment.named("heading comment"), isContained: true, next: belowHeading)
    + vimLine(Notation.comment.named("field comment"), isContained: true, next: belowField)
}

/// A line of one kind, and the pieces that it starts with.
private func vimLine(_ line: LineRule, isContained: Bool = false, next: [String] = []) -> [VimMatch] {
  let chain = vimChain(line.parts, named: line.name)
  var match = VimMatch(
    group: vimGroup(line.name, "line"), pattern: line.pattern, isContained: isContained,
    contains: chain.prefix(1).map(\.group), next: next, goesOn: !next.isEmpty)
  if case .text(let highlight) = line.rest {
    match.highlight = highlight
    match.contains += ["@netInline", "@Spell"]
  }
  return [match] + chain
}

/// What may stand in running text, the first last.
private func vimInline(_ rules: [InlineRule]) -> [VimMatch] {
  rules.reversed().flatMap { rule in
    var chain = vimChain(rule.parts, named: rule.name)
    if chain.count > 1 {
      chain[0].pattern = [chain[0].pattern, .ahead(.sequence(rule.parts.dropFirst().map(\.pattern)))]
    }
    return chain
  }
}

/// Pieces that follow one another; those that are optional can be missing.
private func vimChain(_ parts: [LinePart], named name: String) -> [VimMatch] {
  var groups: [String] = []
  for part in parts {
    let kind = part.highlight?.rawValue ?? "head"
    let group = kind == name ? vimGroup(name) : vimGroup(name, kind)
    groups.append(groups.contains(group) ? group + "2" : group)
  }
  return parts.indices.map { index in
    let ahead = parts[(index + 1)...]
    let last = ahead.firstIndex { !$0.isOptional } ?? parts.endIndex - 1
    return VimMatch(
      group: groups[index], highlight: parts[index].highlight, pattern: parts[index].pattern,
      contains: parts[index].inside.map { vimGroup($0.name) },
      next: ahead.isEmpty ? [] : Array(groups[(index + 1)...last]))
  }
}

private func vimInlineGroups() -> [String] {
  Notation.inline.flatMap { vimChain($0.parts, named: $0.name).prefix(1).map(\.group) }
}

private func vimFences() -> [String] {
  Notation.fences.map { fence in
    let start = Dialect.vim.written(fence.opening.pattern)
    let end = Dialect.vim.written(fence.closing.pattern)
    return "syntax region netCode matchgroup=netFence start=/\(start)/ end=/\(end)/"
  }
}

/// Each group looks like what it is, and that as colour schemes have it.
private func vimLinks() -> [String] {
  let matches = vimMatches().compactMap { match in
    match.highlight.map { (from: match.group, to: vimGroup($0.rawValue)) }
  }
  let kinds = Highlight.allCases.map { (from: vimGroup($0.rawValue), to: $0.names.vim) }
  return (matches.filter { $0.from != $0.to } + kinds).map { "highlight default link \($0.from) \($0.to)" }
}

/// `netHeadingMark` for `headingMark`, `netOpenTaskBullet` for `open task` and `bullet`.
private func vimGroup(_ names: String...) -> String {
  "net" + names.flatMap { $0.split(separator: " ") }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
