import NetLint
import Support
import Testing

/// Unicode's Bidi_Control (UAX 9): what turns the text behind it, and what only says a direction.
private let turning: [Unicode.Scalar] = [
  "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
]
private let marks: [Unicode.Scalar] = ["\u{200E}", "\u{200F}", "\u{61C}"]

@Suite struct DirectionTests {
  @Test(arguments: placedTexts) func whatTurnsIsReportedOnceAnywhere(_ placed: PlacedText) {
    for control in turning {
      let (bytes, offset) = placed.holding(String(control))
      let found = checked(bytes, rules: rulesOfContent)
      #expect(found.violations == [], "\(placed.place)")
      #expect(found.diagnostics.map(\.rule.name) == ["bidirectional-control"], "\(control.value) in \(placed.place)")
      #expect(found.diagnostics.map(\.range.start) == [offset], "\(control.value) in \(placed.place)")
      #expect(
        found.diagnostics.first?.message.hasSuffix("` turns the direction of the text behind it") == true,
        "\(control.value) in \(placed.place)")
    }
  }

  @Test(arguments: placedTexts) func aMarkIsReportedInsideAWordOfTheNotationOnly(_ placed: PlacedText) {
    for mark in marks {
      let (bytes, offset) = placed.holding(String(mark))
      guard let inside = placed.inside else {
        #expect(checked(bytes).diagnostics.map(\.rule.name) == [], "\(mark.value) in \(placed.place)")
        continue
      }
      let found = checked(bytes, rules: rulesOfContent)
      #expect(found.diagnostics.map(\.rule.name) == ["bidirectional-control"], "\(mark.value) in \(placed.place)")
      #expect(found.diagnostics.map(\.range.start) == [offset], "\(mark.value) in \(placed.place)")
      #expect(
        found.diagnostics.first?.message.hasSuffix(", which cannot be seen, stands inside \(inside)") == true,
        "\(mark.value) in \(placed.place): \(found.diagnostics.first?.message ?? "")")
    }
  }

  /// Where writers of right-to-left scripts put them, beside the marks of the notation.
  @Test(arguments: [
    "‹›# Amara Okafor @amara", "#‹› Amara Okafor @amara", "# ‹›Amara Okafor @amara", "# Amara Okafor @amara‹›",
    "# Amara Okafor @amara‹› #maths", "# Amara Okafor @amara #maths‹›", "# Amara @amara\n\n‹›- gave @amara: tea",
    "# Amara @amara\n\n- gave @amara‹›: tea", "# Amara @amara\n\n- gave ‹›@amara: tea", "# Amara @amara\n\n- [ ]‹› tea",
    "# Amara @amara\n\n- 2026-11-14‹› tea", "# Amara @amara\n\nAsk @amara‹›!", "# Amara @amara\n\nAsk (@amara‹›)",
    "# Amara @amara\n\n- 2026-11-14‹›a@katara.example", "# Amara @amara\n\nSee #maths‹› there",
    "# Amara @amara\n\nSee https://katara.example.‹› Then", "# Amara @amara\n\nSee amara@katara.example‹› there",
    "# Amara @amara\n\n‹›", "# Amara @amara\n\n(‹›a) a:‹› b", "# Amara @amara\n\n> ‹›- tea",
    "# מירה‹› לוי @מירה\nrole: ‹›מורה", "# מירה @מירה\n\nל@מירה‹› ול#חינוך‹›, 40‹›%",
  ])
  func aMarkBesideTheNotationIsLetBe(text: String) {
    for mark in marks {
      #expect(findings(text.replacing("‹›", with: String(mark)) + "\n") == [], "\(mark.value) in \(text)")
    }
  }

  /// Of several: one report a line, at the first run of them.
  @Test(arguments: [
    ("one run", "Loves \u{202E}\u{2066}\u{200F}tea", [6..<12]),
    ("two in a line", "Loves \u{202E}tea\u{202C} and so on", [6..<9]),
    ("two lines", "Loves \u{202E}tea\u{202C}\nand \u{2067}so on\u{2069}", [6..<9, 20..<23]),
    ("a mark that may stand, and one that may not", "\u{200F}Ask @ama\u{200E}ra", [11..<14]),
  ])
  func severalAreOneReportALine(what: String, text: String, ranges: [Range<Int>]) {
    let head = "# Amara Okafor @amara\n\n"
    let found = checked(Array("\(head)\(text)\n".utf8), rules: rulesOfContent)
    #expect(found.diagnostics.map(\.rule.name) == ranges.map { _ in "bidirectional-control" }, "\(what)")
    #expect(
      found.diagnostics.map { $0.range.start - head.utf8.count..<$0.range.end - head.utf8.count } == ranges, "\(what)")
  }
}
