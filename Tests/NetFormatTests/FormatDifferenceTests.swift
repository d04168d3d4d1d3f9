import NetFormat
import NetSyntax
import Testing

/// What the proof lets pass, and what it does not: texts as a faulty formatter would leave them.
@Suite struct FormatDifferenceTests {
  static let same: [(String, String)] = [
    ("* a\n", "- a\n"),
    ("#  Noor   @Noor\nKEY:  a\n", "# Noor @noor\nkey: a\n"),
    ("# 2026-11-14: 9:30 Tea\n", "# 2026-11-14 09:30 Tea\n"),
    ("- gave @a&@b : x\n", "- gave @a, @b: x\n"),
    ("- @İpek, @ΣΟΦΊΑ: x\n", "- @i\u{307}pek, @σοφία: x\n"),
    ("- a\n\n\n// c\n- b\n", "- a\n\n// c\n- b\n"),
    ("# A\n\u{FEFF}# B\n", "# A\n\n# B\n"),
    ("a", "a\n"),
    ("", ""),
  ]

  @Test(arguments: same)
  func thatIsTheSame(_ pair: (String, String)) {
    #expect(difference(between: Array(pair.0.utf8), and: Array(pair.1.utf8)) == nil)
  }

  static let different: [(String, String, FormatDifference)] = [
    // Lost, changed or moved.
    ("- two books\n", "- two book\n", .letters),
    ("- café\n", "- cafe\n", .letters),
    ("# Noor @noor\nphone: +974 4000 1200\n", "# Noor @noor\nphone: +974 4000 1300\n", .letters),
    ("- a\n- b\n", "- b\n- a\n", .letters),
    ("- 10 books\n", "- 1 book\n", .letters),
    ("- 10 a\n", "- 1 a\n", .letters),
    ("# A\n\n(x)\n", "# A\n\nx\n", .letters),
    ("a", "", .letters),
    // Nothing but blanks and marks, and yet another meaning.
    ("- a\n  - b\n", "- a\n- b\n", .model(record: nil)),
    ("# A\n\n# B\n\n- a\n  - b\n", "# A\n\n# B\n\n- a\n- b\n", .model(record: 1)),
    ("a\n\nb\n", "a\nb\n", .model(record: nil)),
    ("# A\n\ncoffee: black\n", "# A\ncoffee: black\n", .faults),
    ("# A\nrole: b\n", "# A\nrole:b\n", .model(record: 0)),
    ("# A\ntags: #a #b\n", "# A\ntags: #a#b\n", .model(record: 0)),
    ("# A\nphone: +974 100\n", "# A\nphone: +974 10\n", .letters),
    ("- [x] a\n", "- [x]a\n", .model(record: nil)),
    ("- x #private\n\n  y\n", "- x #private\n\ny\n", .model(record: nil)),
    ("- a\n", "-a\n", .model(record: nil)),
    ("```\na\n```\n", "```\n a\n```\n", .model(record: nil)),
    ("# A\n\n# B\n", "# A\n # B\n", .model(record: 1)),
    // What is in no record.
    ("// a:\n\nb\n", "// a\n\nb\n", .comments),
    ("// a b\n# A\n", "// ab\n# A\n", .comments),
    ("# A\n\n// c\n# B\n", "# A\n// c\n\n# B\n", .comments),
    ("a\n#\n", "a\n #\n", .faults),
    ("# A\n\n#\n\n# B\n", "# A\n\n# B\n\n#\n", .faults),
  ]

  @Test(arguments: different)
  func thatIsNot(_ pair: (String, String, FormatDifference)) {
    #expect(difference(between: Array(pair.0.utf8), and: Array(pair.1.utf8)) == pair.2)
  }

  @Test func everyReasonIsWorded() {
    for reason in Self.different.map(\.2) + [.unsettled] { #expect(!reason.reason.isEmpty) }
  }
}
