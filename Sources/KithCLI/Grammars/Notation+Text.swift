extension Notation {
  /// What running text may hold; of two that begin in the same place, the one that is listed first.
  static let inline = [
    escape, codeSpan, bracketedAddress, address, linkStart, linkEnd, mention, tag, taskDate,
  ]

  private static let escape = InlineRule(["\\", .one(.asciiPunctuation)], .escape)

  /// As many backticks behind as before.
  private static let codeSpan = InlineRule(
    [
      .notBehind("`"), .remembered(.some("`")), .notAhead("`"),
      .repeated(.one(.anything), from: 1, to: nil, isLazy: true),
      .notBehind("`"), .again, .notAhead("`"),
    ], .codeSpan)

  // MARK: Mentions and tags

  static let mention = InlineRule(
    [
      .notBehind(.one(behindAddress)),
      // Behind a letter that is not ASCII, it may be an address: josé@example.com.
      .either([.notBehind(.one(.letter)), .notAhead(["@", .some(handleCharacter), ".", .one(.letter)])]), "@", handle,
      // All of the handle or nothing, and not the middle of an address.
      .notAhead([.any(handleCharacter), .one(.wordCharacter)]), .notAhead("@"),
    ], .mention)

  private static let tag = InlineRule(
    [
      .notBehind(.one(behindAddress + "#&")), "#",
      .ahead([.any(.not(.letter + .blank + "#@")), .one(.letter)]),
      handle, .any(["/", handle]),
    ], .tag)

  private static let behindAddress = CharacterClass.asciiWord + ".+-/@"
  private static let handleCharacter = Pattern.either([.one(.handle), .one(.joiner)])
  /// Starts with a letter or digit, and ends with one or a mark.
  private static let handle: Pattern = [
    .one(.wordCharacter), .optional([.any(handleCharacter), .one(.wordCharacter)]),
  ]

  /// The characters of a date, as it should be or otherwise.
  private static let taskDate = InlineRule(
    [
      .notBehind(.one(.handle)), .either([.word("due"), .word("done")]), ":", .one(.digit),
      .optional([
        .any(.digit + "-/.~"), .one(.digit + "~"),
      ]),
    ], .taskDate)

  // MARK: Addresses and links

  private static let noAddress = CharacterClass.blank + "<>[]`\\"
  private static let parentheses = CharacterClass(and: "()")
  /// What belongs to the sentence where an address ends with it.
  private static let sentenceMarks = CharacterClass(and: "().,;:!?'\"*_~’”»›。、，！？；：）」』】")

  private static let scheme: Pattern = .either([
    [
      .one(.asciiLetter), .any(.asciiWord + "+.-"), "://",
    ], [.word("mailto"), ":"],
  ])

  private static let address = InlineRule(
    [
      .notBehind(.one(.handle)), scheme, .any(addressPiece),
      .either([.one(.not(noAddress + sentenceMarks)), inParentheses]),
    ], .address)
  /// Parentheses, one in the other at most, or a character that is none.
  private static let addressPiece = Pattern.either([.one(.not(noAddress + parentheses)), inParentheses])
  private static let inParentheses: Pattern = ["(", .any(.not(noAddress + parentheses)), ")"]

  private static let bracketedAddress = InlineRule(
    "bracketed", LinePart(["<", scheme, .some(.not(.blank + "<>")), ">"], .address))

  private static let linkStart = InlineRule(["[", .ahead([linkText, linkEnd.pattern])], .linkMark)
  private static let linkText = Pattern.any(
    .either([
      .one(.not(CharacterClass(and: "[]\\`"))), ["\\", .one(.anything)],
      ["`", .any(.not(CharacterClass(and: "`"))), "`"],
    ]))
  private static let linkEnd = InlineRule(
    "link end", LinePart("](", .linkMark), LinePart(.some(addressPiece), .address), LinePart(")", .linkMark))
}
