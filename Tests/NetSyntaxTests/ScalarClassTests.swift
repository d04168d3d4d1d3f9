import Testing

@testable import NetSyntax

@Suite("Classes of characters")
struct ScalarClassTests {
  @Test(
    "what a character is",
    arguments: [
      ("a", .letter), ("Z", .capital), ("7", .digit), (" ", .other), ("-", .other), ("_", .other),
      ("@", .closingPunctuation), (".", .closingPunctuation), (")", .closingPunctuation), ("(", .other),
      ("\"", .closingPunctuation),
      ("\0", .other), ("\u{7F}", .other), ("\u{80}", .other), ("\u{A0}", .other), ("$", .other),
      ("é", .letter), ("É", .capital), ("ß", .letter), ("ẞ", .capital), ("ǅ", .capital), ("ª", .letter),
      ("Ж", .capital), ("ς", .letter), ("م", .letter), ("न", .letter), ("林", .letter), ("한", .letter),
      ("ー", .letter), ("\u{2A6DF}", .letter), ("\u{31350}", .letter), ("\u{1D400}", .capital),
      ("\u{301}", .mark), ("\u{93E}", .mark), ("\u{20DD}", .mark), ("\u{FE0F}", .mark), ("\u{E0100}", .mark),
      ("\u{E01EF}", .mark), ("\u{E01F0}", .other), ("\u{E00FF}", .other),
      ("٣", .digit), ("९", .digit), ("\u{1D7CE}", .digit), ("½", .other), ("²", .other), ("Ⅳ", .other),
      ("。", .closingPunctuation), ("」", .closingPunctuation), ("「", .other), ("»", .closingPunctuation),
      ("«", .closingPunctuation), ("؟", .closingPunctuation), ("–", .other),
      ("😀", .other), ("\u{200C}", .other), ("\u{200D}", .other), ("\u{FEFF}", .other),
      ("\u{32400}", .other), ("\u{10FFFF}", .other), ("\u{378}", .other),
    ] as [(Unicode.Scalar, ScalarClass)])
  func classes(scalar: Unicode.Scalar, expected: ScalarClass) {
    #expect(scalarClass(scalar) == expected)
  }

  @Test("the questions that the lexer asks agree with the classes")
  func questions() {
    #expect(Unicode.Scalar("É").isLetter && Unicode.Scalar("é").isLetter)
    #expect(Unicode.Scalar("٣").isDigit && !Unicode.Scalar("٣").isLetter)
    #expect(Unicode.Scalar("\u{301}").isMark && !Unicode.Scalar("\u{301}").isLetter)
    #expect(Unicode.Scalar("」").isClosingPunctuation && !Unicode.Scalar("「").isClosingPunctuation)
  }

  /// Unicode may assign what was free, and nearly never changes the category of what was not, so that a standard
  /// library that knows a later version differs only in what the table holds to be unassigned.
  @Test("the table says what the standard library says of all scalars that both know")
  func allScalars() {
    var differences: [Unicode.Scalar] = []
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), let age = scalar.properties.age, age <= (15, 0) else {
        continue
      }
      let expected = expectedClass(scalar.properties.generalCategory)
      if scalarClass(scalar) != expected { differences.append(scalar) }
    }
    #expect(differences == [])
  }

  private func expectedClass(_ category: Unicode.GeneralCategory) -> ScalarClass {
    switch category {
    case .uppercaseLetter, .titlecaseLetter: .capital
    case .lowercaseLetter, .modifierLetter, .otherLetter: .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .decimalNumber: .digit
    case .otherPunctuation, .closePunctuation, .finalPunctuation, .initialPunctuation: .closingPunctuation
    default: .other
    }
  }
}
