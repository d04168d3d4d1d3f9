/// What an editor looks for in a line: a regular expression, made of what the engines of all editors have.
///
/// As a value it is written once and can be printed for each of them, with their own escapes and classes.
indirect enum Pattern: Sendable {
  /// These characters.
  case text(String)
  /// These letters of ASCII, be they capitals or not.
  case word(String)
  /// One character of a class.
  case one(CharacterClass)
  /// The second number is nil where there is no limit. As many as there are, unless it is lazy.
  case repeated(Pattern, from: Int, to: Int?, isLazy: Bool = false)
  case sequence([Pattern])
  case either([Pattern])
  /// What follows, or must not follow, and is not part of it.
  case ahead(Pattern)
  case notAhead(Pattern)
  /// What stands before, or must not, and is not part of it: a class, or texts of one length.
  case behind(Pattern)
  case notBehind(Pattern)
  case lineStart
  case lineEnd
  /// The first of these in a pattern is found again by `.again`.
  case remembered(Pattern)
  case again
}

extension Pattern: ExpressibleByArrayLiteral, ExpressibleByStringLiteral {
  init(arrayLiteral elements: Pattern...) { self = .sequence(elements) }
  init(stringLiteral text: String) { self = .text(text) }

  static func optional(_ pattern: Pattern) -> Pattern { .repeated(pattern, from: 0, to: 1) }
  static func any(_ pattern: Pattern) -> Pattern { .repeated(pattern, from: 0, to: nil) }
  static func some(_ pattern: Pattern) -> Pattern { .repeated(pattern, from: 1, to: nil) }
  static func any(_ characters: CharacterClass) -> Pattern { .any(.one(characters)) }
  static func some(_ characters: CharacterClass) -> Pattern { .some(.one(characters)) }
  static func digits(_ count: Int) -> Pattern { .repeated(.one(.digit), from: count, to: count) }
}

/// A set of characters.
struct CharacterClass: Sendable {
  /// What editors have a name for, each in its way.
  enum Category: Sendable {
    /// Letters of all scripts, L* of Unicode.
    case letters
    /// Letters, marks and decimal digits of all scripts: L*, M*, Nd.
    case wordCharacters
    /// Those, `-` and `_`.
    case handleCharacters
  }

  var categories: [Category] = []
  /// Each is a range, mostly of one character.
  var ranges: [ClosedRange<Unicode.Scalar>] = []
  /// Whether it is all but these.
  var isInverted = false

  init(_ categories: Category..., ranges: ClosedRange<Unicode.Scalar>..., and characters: String = "") {
    self.categories = categories
    self.ranges = ranges + characters.unicodeScalars.map { $0...$0 }
  }

  /// All characters that are in a class or in another; neither is inverted.
  static func + (one: CharacterClass, other: CharacterClass) -> CharacterClass {
    var both = one
    both.categories += other.categories
    both.ranges += other.ranges
    return both
  }

  /// All characters that are in a class or among these.
  static func + (one: CharacterClass, characters: String) -> CharacterClass { one + CharacterClass(and: characters) }

  /// All characters that are not in a class.
  static func not(_ characters: CharacterClass) -> CharacterClass {
    var inverted = characters
    inverted.isInverted = true
    return inverted
  }
}

// MARK: The classes of the notation

extension CharacterClass {
  static let digit = CharacterClass(ranges: "0"..."9")
  /// Those of the scripts that are most written with digits of their own, and the wide ones: Arabic (both kinds), Devanagari,
  /// Bengali, Tamil, Thai.
  static let digitOfAnyScript = CharacterClass(
    ranges: "0"..."9", "\u{660}"..."\u{669}", "\u{6F0}"..."\u{6F9}", "\u{966}"..."\u{96F}", "\u{9E6}"..."\u{9EF}",
    "\u{BE6}"..."\u{BEF}", "\u{E50}"..."\u{E59}", "\u{FF10}"..."\u{FF19}")
  static let asciiLetter = CharacterClass(ranges: "A"..."Z", "a"..."z")
  static let asciiWord = asciiLetter + digit
  static let letter = CharacterClass(.letters)
  static let wordCharacter = CharacterClass(.wordCharacters)
  /// What handles, tags and keys are made of.
  static let handle = CharacterClass(.handleCharacters)
  static let joiner = CharacterClass(and: "\u{200C}\u{200D}")
  static let blank = CharacterClass(and: " \t\u{A0}\u{3000}")
  static let directionalMark = CharacterClass(and: "\u{200E}\u{200F}\u{61C}")
  /// What a line may begin with and its mark still stand at the start: byte-order marks, directional marks.
  static let lead = CharacterClass(and: "\u{FEFF}") + directionalMark
  static let gap = blank + directionalMark
  static let anything = CharacterClass.not(CharacterClass())
  static let asciiPunctuation = CharacterClass(ranges: "!"..."/", ":"..."@", "["..."`", "{"..."~")
}
