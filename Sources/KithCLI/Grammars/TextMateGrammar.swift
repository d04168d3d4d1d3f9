import NetJSON

/// The grammar that TextMate, VS Code and others read: regular expressions of Oniguruma, each for one line, with a stack of
/// what has begun and not ended yet.
func textMateGrammar() -> [UInt8] {
  var json = JSONWriter(layout: .readable)
  json.beginObject()
  json.key("name")
  json.string("kith notes")
  json.key("scopeName")
  json.string("source.net.kith")
  json.key("fileTypes")
  json.beginArray()
  json.string("net")
  json.string("net.md")
  json.endArray()
  json.key("information_for_contributors")
  json.string("Written by `kith grammar textmate`, from the same table as the grammars of other editors.")
  json.patterns(including: ["record"] + (Notation.fences.map(\.opening) + Notation.lines).map(\.name) + ["inline"])
  json.key("repository")
  json.beginObject()
  for heading in Notation.headings { json.record(heading) }
  json.list("record", Notation.headings.map(\.name))
  for line in Notation.lines + [Notation.field, Notation.continuation] {
    json.key(escaping: line.name)
    json.match(line)
  }
  for fence in Notation.fences { json.fence(fence.opening, fence.closing) }
  json.key("inline")
  json.beginObject()
  json.patterns(Notation.inline)
  json.endObject()
  json.endObject()
  json.endObject()
  json.endLine()
  return json.bytes
}

extension JSONWriter {
  fileprivate mutating func pattern(_ name: String, _ pattern: Pattern) {
    key(escaping: name)
    string(Dialect.perl.written(pattern))
  }

  fileprivate mutating func scope(_ highlight: Highlight, key name: String = "name") {
    key(escaping: name)
    string(highlight.names.textMate.split(separator: " ").map { "\($0).net" }.joined(separator: " "))
  }

  fileprivate mutating func patterns(including names: [String]) {
    key("patterns")
    beginArray()
    for name in names { include(name) }
    endArray()
  }

  private mutating func include(_ name: String) {
    beginObject()
    key("include")
    string("#\(name)")
    endObject()
  }

  fileprivate mutating func list(_ name: String, _ names: [String]) {
    key(escaping: name)
    beginObject()
    patterns(including: names)
    endObject()
  }

  /// Rules for running text.
  fileprivate mutating func patterns(_ rules: [InlineRule]) {
    key("patterns")
    beginArray()
    for rule in rules {
      beginObject()
      pattern("match", rule.parts.count == 1 ? rule.pattern : .sequence(rule.parts.map { .remembered($0.pattern) }))
      if rule.parts.count == 1, let highlight = rule.parts[0].highlight {
        scope(highlight)
      } else {
        captures(rule.parts, .none)
      }
      endObject()
    }
    endArray()
  }

  /// What a line of one kind looks like.
  fileprivate mutating func match(_ line: LineRule) {
    beginObject()
    pattern("match", line.captured)
    captures(line.parts, line.rest)
    endObject()
  }

  /// A record: its heading, and the header below it for as long as it goes on.
  fileprivate mutating func record(_ heading: LineRule) {
    let header = [Notation.comment, Notation.field, Notation.continuation]
    key(escaping: heading.name)
    beginObject()
    pattern("begin", heading.captured)
    captures(heading.parts, heading.rest, key: "beginCaptures")
    pattern("end", [.lineStart, .notAhead(.either(header.map(\.pattern)))])
    patterns(including: header.map(\.name))
    endObject()
  }

  fileprivate mutating func fence(_ opening: LineRule, _ closing: LineRule) {
    key(escaping: opening.name)
    beginObject()
    pattern("begin", opening.captured)
    captures(opening.parts, .none, key: "beginCaptures")
    pattern("end", closing.captured)
    captures(closing.parts, .none, key: "endCaptures")
    scope(.code, key: "contentName")
    endObject()
  }

  /// The scopes of the groups of a pattern, one for each part and one for the rest.
  private mutating func captures(_ parts: [LinePart], _ rest: LineRule.Rest, key name: String = "captures") {
    key(escaping: name)
    beginObject()
    for (index, part) in parts.enumerated() where part.highlight != nil || !part.inside.isEmpty {
      key(escaping: String(index + 1))
      beginObject()
      if let highlight = part.highlight { scope(highlight) }
      if !part.inside.isEmpty { patterns(part.inside) }
      endObject()
    }
    if case .text(let highlight) = rest {
      key(escaping: String(parts.count + 1))
      beginObject()
      if let highlight { scope(highlight) }
      patterns(including: ["inline"])
      endObject()
    }
    endObject()
  }
}

extension LineRule {
  /// The whole line, with a group for each part and one for the rest.
  fileprivate var captured: Pattern {
    let groups = parts.map { $0.isOptional ? Pattern.optional(.remembered($0.pattern)) : .remembered($0.pattern) }
    switch rest {
    case .none: return .sequence(groups + [.lineEnd])
    case .text: return .sequence(groups + [.remembered(.any(.anything)), .lineEnd])
    }
  }
}
