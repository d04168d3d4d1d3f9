/// How an engine writes regular expressions.
struct Dialect: Sendable {
  /// What begins a pattern.
  let start: String
  /// A group that is not remembered: what opens it.
  let group: String
  let lazy: @Sendable (_ from: Int, _ to: Int?) -> String
  /// What stands around, or behind, what is looked for ahead and behind.
  let look: @Sendable (_ pattern: String, _ isAhead: Bool, _ isWanted: Bool) -> String
  let categories: [CharacterClass.Category: String]
  /// Whether a category can stand between brackets, beside other characters.
  let hasCategoriesInBrackets: Bool
  /// What a backslash has to stand before, and what between brackets.
  let marks: Set<Unicode.Scalar>
  let bracketMarks: Set<Unicode.Scalar>
  /// What is in no class, since it is no character of a line.
  let unseen: String
  /// A character that is not ASCII, between brackets.
  let escape: @Sendable (Unicode.Scalar) -> String

  /// What TextMate's Oniguruma and Kate's PCRE have in common.
  static let perl = Dialect(
    start: "", group: "(?:",
    lazy: { "{\($0),\($1.map(String.init) ?? "")}?" },
    look: { "(?\($1 ? "" : "<")\($2 ? "=" : "!")\($0))" },
    categories: [
      .letters: #"\p{L}"#, .wordCharacters: #"\p{L}\p{M}\p{Nd}"#, .handleCharacters: #"\p{L}\p{M}\p{Nd}_\-"#,
    ],
    hasCategoriesInBrackets: true, marks: Set(#"\.[]{}()*+?^$|"#.unicodeScalars),
    bracketMarks: ["\\", "]", "[", "^", "-", "&"], unseen: #"\n"#,
    escape: { #"\x{\#(String($0.value, radix: 16, uppercase: true))}"# })

  /// Vim's, very magic. `\k` is what the file says by `syntax iskeyword`; a letter is one that is none of the others.
  static let vim = Dialect(
    start: #"\v"#, group: "%(",
    lazy: { "{-\($0),\($1.map(String.init) ?? "")}" },
    // A look back is for a character or two, of four bytes at most.
    look: { "%(\($0))@\($1 ? "" : "8<")\($2 ? "=" : "!")" },
    categories: [
      .letters: #"%([-_0-9]@!\k)"#, .wordCharacters: #"%([-_]@!\k)"#, .handleCharacters: #"\k"#,
    ],
    hasCategoriesInBrackets: false, marks: Set(##"!"#$%&'()*+,-./:;<=>?@[\]^`{|}~"##.unicodeScalars),
    bracketMarks: ["\\", "]", "^", "-"], unseen: "",
    escape: {
      let number = String($0.value, radix: 16, uppercase: true)
      return #"\u"# + String(repeating: "0", count: max(0, 4 - number.count)) + number
    })

  /// A pattern as the engine reads it.
  func written(_ pattern: Pattern) -> String { start + body(pattern) }

  private func body(_ pattern: Pattern) -> String {
    switch pattern {
    case .text(let text): return text.unicodeScalars.map(literal).joined()
    case .word(let word): return word.map { "[\($0.uppercased())\($0.lowercased())]" }.joined()
    case .one(let characters): return self.characters(characters)
    case .sequence(let parts): return parts.map(body).joined()
    case .either(let choices): return group + choices.map(body).joined(separator: "|") + ")"
    case .repeated(let part, let from, let to, let isLazy):
      return atom(part) + (isLazy ? lazy(from, to) : times(from, to))
    case .ahead(let part): return look(body(part), true, true)
    case .notAhead(let part): return look(body(part), true, false)
    case .behind(let part): return look(body(part), false, true)
    case .notBehind(let part): return look(body(part), false, false)
    case .lineStart: return "^"
    case .lineEnd: return "$"
    case .remembered(let part): return "(" + body(part) + ")"
    case .again: return #"\1"#
    }
  }

  private func times(_ from: Int, _ to: Int?) -> String {
    switch (from, to) {
    case (0, 1): "?"
    case (0, nil): "*"
    case (1, nil): "+"
    case (_, nil): "{\(from),}"
    case (_, let to?): to == from ? "{\(from)}" : "{\(from),\(to)}"
    }
  }

  /// What a number of times can stand behind.
  private func atom(_ pattern: Pattern) -> String {
    switch pattern {
    case .one, .either, .remembered: body(pattern)
    case .text(let text) where text.unicodeScalars.count == 1: body(pattern)
    default: group + body(pattern) + ")"
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> String {
    if !scalar.isASCII { return "[\(escape(scalar))]" }
    return marks.contains(scalar) ? #"\\#(scalar)"# : String(scalar)
  }

  private func characters(_ set: CharacterClass) -> String {
    if set.categories.isEmpty && set.ranges.isEmpty { return set.isInverted ? "." : "(?!)" }
    let names = set.categories.compactMap { categories[$0] }
    let ranges = set.ranges.map(bracketed).joined()
    if hasCategoriesInBrackets || names.isEmpty {
      return (set.isInverted ? "[^" + unseen : "[") + names.joined() + ranges + "]"
    }
    let choices = names + (ranges.isEmpty ? [] : ["[\(ranges)]"])
    let choice = choices.count == 1 ? choices[0] : group + choices.joined(separator: "|") + ")"
    return set.isInverted ? group + look(choice, true, false) + ".)" : choice
  }

  private func bracketed(_ range: ClosedRange<Unicode.Scalar>) -> String {
    let first = bracketed(range.lowerBound)
    return range.lowerBound == range.upperBound ? first : first + "-" + bracketed(range.upperBound)
  }

  private func bracketed(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\t": #"\t"#
    case " "..."~": bracketMarks.contains(scalar) ? #"\\#(scalar)"# : String(scalar)
    default: escape(scalar)
    }
  }
}
