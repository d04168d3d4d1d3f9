/// A piece of a line, as it is looked for behind the piece before it.
struct LinePart: Sendable {
  let pattern: Pattern
  /// Nil for what looks like the text around it.
  let highlight: Highlight?
  var isOptional = false
  /// What is looked for in it, where it is of several kinds; the last of them ends it.
  var inside: [InlineRule] = []

  init(_ pattern: Pattern, _ highlight: Highlight? = nil, isOptional: Bool = false, inside: [InlineRule] = []) {
    self.pattern = pattern
    self.highlight = highlight
    self.isOptional = isOptional
    self.inside = inside
  }
}

/// What may stand anywhere in running text: one piece, or several that only stand together.
struct InlineRule: Sendable {
  let name: String
  let parts: [LinePart]

  init(_ name: String, _ parts: LinePart...) {
    self.name = name
    self.parts = parts
  }

  init(_ pattern: Pattern, _ highlight: Highlight) {
    name = highlight.rawValue
    parts = [LinePart(pattern, highlight)]
  }

  /// All of it.
  var pattern: Pattern { .sequence(parts.map(\.pattern)) }
}

/// A kind of line: the pieces it starts with, and how the rest of it looks.
struct LineRule: Sendable {
  /// What is behind the pieces.
  enum Rest: Sendable {
    /// Nothing.
    case none
    /// Running text, in which mentions, tags and the like are looked for.
    case text(Highlight?)
  }

  var name: String
  let parts: [LinePart]
  let rest: Rest

  init(_ name: String, _ parts: [LinePart], _ rest: Rest) {
    self.name = name
    self.parts = parts
    self.rest = rest
  }

  /// Whether there is running text behind its pieces.
  var hasRest: Bool {
    if case .text = rest { return true }
    return false
  }

  /// The same line under another name.
  func named(_ name: String) -> LineRule {
    var line = self
    line.name = name
    return line
  }

  /// The whole line.
  var pattern: Pattern {
    let start = parts.map { $0.isOptional ? Pattern.optional($0.pattern) : $0.pattern }
    switch rest {
    case .none: return .sequence(start + [.lineEnd])
    case .text: return .sequence(start + [.any(.anything), .lineEnd])
    }
  }
}
