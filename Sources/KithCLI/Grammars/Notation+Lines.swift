import NetModel

/// The notation as editors are told of it: what the lexer knows, less what takes more than one line to see.
///
/// From here the grammars of all editors are written. What they cannot know is listed, with examples, in the script that
/// holds them against the parser, `Tests/Clients/check-grammars`.
enum Notation {
  /// Lines that may stand in any place but in a fence, the first that fits.
  static let lines = [comment, section, separator, quote, openTask, endedTask, item]

  /// Lines that begin a record; its header is below them.
  static let headings = [datedMeeting, meeting, person]

  /// What a line may begin with before its mark, and still be in column zero.
  private static let start: Pattern = [.lineStart, .any(.lead)]
  private static let indent: Pattern = [.lineStart, .any(.lead), .any(.gap)]
  private static let blankOrEnd = Pattern.ahead(.either([.one(.blank), .lineEnd]))
  private static let gapOrEnd = Pattern.ahead(.either([.one(.gap), .lineEnd]))
  /// Blanks and marks, a blank among them.
  private static let wideGap: Pattern = [.any(.directionalMark), .one(.blank), .any(.gap)]

  static let comment = LineRule("comment", [LinePart([start, "//", .any(.anything)], .comment)], .none)

  // MARK: Headings

  /// Blanks, and then what is looked for; a heading without text is none.
  private static func headingMark(before next: CharacterClass) -> LinePart {
    LinePart([start, "#", wideGap, .ahead(.one(next))], .headingMark)
  }
  private static let person = LineRule(
    "person",
    [headingMark(before: .not(.gap)), LinePart(["\\", .one(.digitOfAnyScript)], .escape, isOptional: true)],
    .text(.personTitle))
  /// Any heading that starts with a digit is a meeting's.
  private static let meeting = LineRule("meeting", [headingMark(before: .digitOfAnyScript)], .text(.meetingTitle))
  private static let datedMeeting = LineRule(
    "dated meeting",
    [
      headingMark(before: .digitOfAnyScript),
      LinePart([date, .optional(["/", date]), endOfDate], .date),
      colonOfDate,
      LinePart([.any(.gap), time, .optional(["-", time]), endOfDate], .date, isOptional: true),
      LinePart([.behind([":", .digits(2)]), ":", gapOrEnd], .colon, isOptional: true),
    ], .text(.meetingTitle))

  private static let date: Pattern = [
    .digits(4), .optional(["-", .digits(2), .optional(["-", .digits(2)])]), .optional("~"),
  ]
  private static let time: Pattern = [.repeated(.one(.digit), from: 1, to: 2), ":", .digits(2)]
  private static let endOfDate = Pattern.ahead(
    .either([.one(.gap), .lineEnd, [":", .either([.one(.blank), .lineEnd])]]))

  private static let colonOfDate = LinePart(
    [.behind(.one(.digit + "~")), ":", gapOrEnd], .colon, isOptional: true)

  private static let section = LineRule(
    "section", [LinePart([start, .repeated("#", from: 2, to: 6), .either([wideGap, .lineEnd])], .sectionMark)],
    .text(.sectionTitle))

  // MARK: Headers

  static let field = LineRule(
    "field",
    [
      LinePart([start, .one(.letter), .any(.handle), .ahead([":", blankOrEnd])], .key),
      LinePart([":", .any(.gap)], .colon),
    ], .text(nil))
  /// An indented line goes on with the field above it, unless it is an item or opens a fence.
  static let continuation = LineRule(
    "continuation",
    [
      LinePart([
        start, .one(.blank), .any(.gap), .ahead(.one(.not(.gap))), .notAhead("```"),
        .notAhead([.one(bulletMarks), blankOrEnd]),
      ])
    ], .text(nil))

  // MARK: Separators, quotes, fences

  private static let separator = LineRule(
    "separator", [LinePart([start, "---", .any("-"), .any(.blank)], .separator)], .none)
  private static let quote = LineRule("quote", [LinePart([start, ">"], .quoteMark)], .text(.quote))
  /// The lines that open and close a fence, of three backticks, of four, and of five or more: as many at the end as at the
  /// start, or more. Not every engine can ask for the same number again.
  static let fences: [(opening: LineRule, closing: LineRule)] = (3...5).map { count in
    let mark = Pattern.text(String(repeating: "`", count: count))
    let opening: Pattern = [indent, mark, count < 5 ? .notAhead("`") : .any("`"), .any(.not(CharacterClass(and: "`")))]
    return (
      LineRule("fence of \(count)", [LinePart(opening, .fence)], .none),
      LineRule("end of \(count)", [LinePart([indent, mark, .any("`"), .any(.blank)], .fence)], .none)
    )
  }

  // MARK: Items

  private static let bulletMarks = CharacterClass(and: "-*+")
  private static let bullet = LinePart(
    [indent, .one(bulletMarks), .either([wideGap, .lineEnd])], .bullet)
  private static let openTask = task("open task", [LinePart(["[ ]", gapOrEnd, .any(.gap)], .checkbox)])
  private static let endedTask = task(
    "ended task", [LinePart(["[", .one(CharacterClass(and: "xX-")), "]", gapOrEnd, .any(.gap)], .ticked)])
  private static let item = LineRule(
    "item", [bullet] + itemStart(.either([[label, .optional([.some(.gap), people])], people])), .text(nil))

  private static func task(_ name: String, _ checkbox: [LinePart]) -> LineRule {
    LineRule(name, [bullet] + checkbox + itemStart(people), .text(nil))
  }

  /// What may stand behind a bullet or a checkbox.
  private static func itemStart(_ head: Pattern) -> [LinePart] {
    [
      LinePart([fullDate, endOfDate], .date, isOptional: true),
      colonOfDate,
      LinePart([.any(.gap), head, .any(.gap), ":", blankOrEnd], isOptional: true, inside: headParts),
    ]
  }

  static let headParts = [
    mention,
    InlineRule(
      [
        .notBehind(.one(.asciiLetter)), .either(ItemLabel.allCases.map { .word($0.name) }),
        .notAhead(.one(.asciiLetter)),
      ], .label),
    InlineRule(.one(CharacterClass(and: ",،、&+")), .joiner), InlineRule(":", .colon),
  ]

  private static let fullDate: Pattern = [.digits(4), "-", .digits(2), "-", .digits(2), .optional("~")]
  private static let label = Pattern.some(.asciiLetter)
  private static let people: Pattern = [
    mention.pattern,
    .any([
      .some(.either([[.one(.gap), .optional("+")], .one(CharacterClass(and: ",،、&"))])), mention.pattern,
    ]),
  ]
}
