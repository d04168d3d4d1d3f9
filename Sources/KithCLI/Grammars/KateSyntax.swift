/// The syntax file of Kate and others that use KSyntaxHighlighting: a stack of contexts, in each of which rules are tried at
/// the place that has been reached.
///
/// A line is looked at as a whole first; then the context of its kind takes the pieces in turn, each going on in the place
/// of the one before, and the last is popped at the end of the line.
func kateSyntax() -> String {
  """
  \(xmlDeclaration)
  <!DOCTYPE language>
  <!-- Written by `kith grammar kate`, from the same table as the grammars of other editors. -->
  <language name="kith notes" section="Markup" version="1" kateversion="5.62" extensions="*.net;*.net.md" \
  priority="5" casesensitive="1">
    <highlighting>
      <contexts>
  \(kateContexts().map(\.text).joined(separator: "\n"))
      </contexts>
      <itemDatas>
        <itemData name="Text" defStyleNum="dsNormal"/>
  \(Highlight.allCases.map { #"      <itemData name="\#(kateName($0))" defStyleNum="\#($0.names.kate)"/>"# }
    .joined(separator: "\n"))
      </itemDatas>
    </highlighting>
    <general>
      <comments>
        <comment name="singleLine" start="//"/>
      </comments>
    </general>
  </language>

  """
}

/// What is tried in a place.
private struct KateContext {
  let name: String
  var highlight: Highlight?
  /// Where a line ends in it, and an empty line; nil for staying.
  var atLineEnd: String? = "#pop"
  var atEmptyLine: String?
  /// Where it goes on if no rule matches.
  var otherwise: String?
  var rules: [String]

  var text: String {
    var start = #"      <context name="\#(name)" attribute="\#(highlight.map(kateName) ?? "Text")""#
    start += #" lineEndContext="\#(atLineEnd ?? "#stay")""#
    if let atEmptyLine { start += #" lineEmptyContext="\#(atEmptyLine)""# }
    if let otherwise { start += #" fallthrough="true" fallthroughContext="\#(otherwise)""# }
    return ([start + ">"] + rules.map { "        " + $0 } + ["      </context>"]).joined(separator: "\n")
  }
}

private func kateContexts() -> [KateContext] {
  let lines = Notation.headings + Notation.lines
  return [
    KateContext(
      name: "notes", atLineEnd: nil, otherwise: "text",
      rules: Notation.fences.map { kateFence($0.opening, then: $0.opening.name) }
        + lines.map { kateLine($0, then: $0.name) }),
    KateContext(
      name: "below heading", atLineEnd: nil, atEmptyLine: "#pop", otherwise: "#pop",
      rules: [
        kateLine(Notation.comment, then: Notation.comment.name), kateLine(Notation.field, then: "#pop!header"),
      ]),
    KateContext(
      name: "header", atLineEnd: nil, atEmptyLine: "#pop", otherwise: "#pop",
      rules: [Notation.comment, Notation.field, Notation.continuation].map { kateLine($0, then: $0.name) }),
  ]
    + Notation.fences.map {
      KateContext(
        name: $0.opening.name, highlight: .code, atLineEnd: nil, rules: [kateFence($0.closing, then: "#pop")])
    }
    + Notation.headings.flatMap { kateChain($0, atLineEnd: "#pop!below heading") }
    + (Notation.lines + [Notation.field, Notation.continuation, LineRule("text", [], .text(nil))])
    .flatMap { kateChain($0, atLineEnd: "#pop") }
    + [KateContext(name: "inline", atLineEnd: "#pop", rules: Notation.inline.map(kateInline))]
    + Notation.inline.filter { $0.parts.count > 1 }.flatMap {
      kateChain(LineRule($0.name, $0.parts, .none), atLineEnd: "#pop")
    }
}

/// A line of one kind, looked at and not passed yet.
private func kateLine(_ line: LineRule, then next: String) -> String {
  kateRule(line.pattern, nil, then: next, isWholeLine: true, isLookedAt: true)
}

/// A context for each piece of a line, and one for its rest.
private func kateChain(_ line: LineRule, atLineEnd: String) -> [KateContext] {
  func name(_ index: Int) -> String { index == 0 ? line.name : "\(line.name) \(index + 1)" }
  let behind = line.hasRest ? "#pop!\(name(line.parts.count))" : "#pop"
  var contexts: [KateContext] = []
  for (index, part) in line.parts.enumerated() {
    let next = index + 1 < line.parts.count ? "#pop!\(name(index + 1))" : behind
    let inside = part.inside.isEmpty ? next : "#pop!\(name(index)) inside"
    contexts.append(
      KateContext(
        name: name(index), atLineEnd: atLineEnd, otherwise: part.isOptional ? next : nil,
        rules: [kateRule(part.pattern, part.highlight, then: inside, isLookedAt: !part.inside.isEmpty)]))
    guard let last = part.inside.last else { continue }
    let rules = part.inside.dropLast().map(kateInline) + [kateRule(last.pattern, last.parts[0].highlight, then: next)]
    contexts.append(KateContext(name: "\(name(index)) inside", atLineEnd: atLineEnd, rules: rules))
  }
  if case .text(let highlight) = line.rest {
    contexts.append(
      KateContext(
        name: name(line.parts.count), highlight: highlight, atLineEnd: atLineEnd,
        rules: [#"<IncludeRules context="inline"/>"#]))
  }
  return contexts
}

/// A piece of running text; several are taken by a context of their own.
private func kateInline(_ rule: InlineRule) -> String {
  rule.parts.count == 1
    ? kateRule(rule.pattern, rule.parts[0].highlight, then: "#stay")
    : kateRule(rule.pattern, nil, then: rule.name, isLookedAt: true)
}

private func kateFence(_ line: LineRule, then next: String) -> String {
  kateRule(line.pattern, .fence, then: next, isWholeLine: true)
}

private func kateRule(
  _ pattern: Pattern, _ highlight: Highlight?, then next: String, isWholeLine: Bool = false, isLookedAt: Bool = false
) -> String {
  var rule = #"<RegExpr String="\#(xml(Dialect.perl.written(pattern)))" context="\#(next)""#
  if let highlight { rule += #" attribute="\#(kateName(highlight))""# }
  if isWholeLine { rule += #" column="0""# }
  if isLookedAt { rule += #" lookAhead="true""# }
  return rule + "/>"
}

/// `Heading Mark`
private func kateName(_ highlight: Highlight) -> String {
  highlight.rawValue.reduce(into: "") { name, letter in
    name += name.isEmpty ? letter.uppercased() : letter.isUppercase ? " \(letter)" : String(letter)
  }
}
