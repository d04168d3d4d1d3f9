import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// One of each kind of character that cannot be seen and says nothing between Latin letters.
private let invisible: [(name: String, scalar: Unicode.Scalar)] = [
  ("soft hyphen", "\u{AD}"), ("Hangul fillers", "\u{115F}"), ("Hangul fillers", "\u{1160}"),
  ("Khmer vowels that are not written", "\u{17B4}"), ("Khmer vowels that are not written", "\u{17B5}"),
  ("Mongolian selectors", "\u{180B}"), ("Mongolian selectors", "\u{180F}"), ("Mongolian vowel separator", "\u{180E}"),
  ("zero-width space", "\u{200B}"), ("line separator", "\u{2028}"), ("paragraph separator", "\u{2029}"),
  ("word joiner", "\u{2060}"), ("function application", "\u{2061}"), ("invisible times", "\u{2062}"),
  ("invisible separator", "\u{2063}"), ("invisible plus", "\u{2064}"), ("not assigned", "\u{2065}"),
  ("digit shapes", "\u{206A}"), ("digit shapes", "\u{206F}"), ("Hangul filler", "\u{3164}"),
  ("variation selectors", "\u{FE00}"), ("variation selectors", "\u{FE0F}"), ("byte-order mark", "\u{FEFF}"),
  ("halfwidth Hangul filler", "\u{FFA0}"), ("not assigned", "\u{FFF0}"), ("annotations", "\u{FFF9}"),
  ("annotations", "\u{FFFA}"), ("annotations", "\u{FFFB}"), ("shorthand", "\u{1BCA0}"), ("music", "\u{1D173}"),
  ("language tag", "\u{E0001}"), ("tags", "\u{E0020}"), ("tags", "\u{E0041}"), ("tags", "\u{E007F}"),
  ("more selectors", "\u{E0100}"), ("more selectors", "\u{E01EF}"), ("not assigned", "\u{E0FFF}"),
]

@Suite struct InvisibleTests {
  @Test(arguments: placedTexts) func isReportedOnceAnywhere(_ placed: PlacedText) {
    for (name, scalar) in invisible {
      let (bytes, offset) = placed.holding(String(scalar))
      let found = checked(bytes, rules: rulesOfContent)
      #expect(found.violations == [], "\(name) in \(placed.place)")
      #expect(found.diagnostics.map(\.rule.name) == ["invisible-character"], "\(name) in \(placed.place)")
      #expect(found.diagnostics.map(\.range.start) == [offset], "\(name) in \(placed.place)")
    }
  }

  /// Joiners belong to handles and tags, of which another rule says that they are spelt with them.
  @Test(arguments: placedTexts) func joinersAreReportedOnceAnywhere(_ placed: PlacedText) {
    for joiner in ["\u{200C}", "\u{200D}"] {
      let (bytes, offset) = placed.holding(joiner)
      let found = checked(bytes, rules: rulesOfContent)
      let isInside = isInHandle(offset, bytes)
      #expect(
        found.diagnostics.map(\.rule.name) == [isInside ? "unnormalised-handle" : "invisible-character"],
        "in \(placed.place)")
      if !isInside { #expect(found.diagnostics.map(\.range.start) == [offset], "in \(placed.place)") }
    }
  }

  /// Unicode's Default_Ignorable_Code_Point, with annotations and separators: each on a line of its own.
  @Test func allThatUnicodeIgnoresIsKnown() {
    let all = (0x80...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
      scalar.properties.isDefaultIgnorableCodePoint || [0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB].contains(scalar.value)
    }
    #expect(all.count > 4_000)
    let text = "# Amara\n\n" + all.map { "tea \($0) tea" }.joined(separator: "\n") + "\n"
    let rules = allRules.filter { ["bidirectional-control", "invisible-character"].contains($0.info.name) }
    let file = ParsedFile(Array(text.utf8))
    let linter = Linter(rules: rules)
    let diagnostics = linter.settled([linter.check(file, number: 0)])
    let lines = LineIndex(file.bytes.span)
    let found = Set(diagnostics.map { lines.line(of: $0.range.start) - 3 })
    let unknown = all.indices.filter { !found.contains($0) }.map { scalars(String(all[$0])) }
    // The marks of direction may stand between words.
    #expect(unknown == ["U+61C", "U+200E", "U+200F"])
    #expect(diagnostics.count == found.count)
  }

  /// C0 but for the tab and the line feed, DEL and C1: each on a line of its own.
  @Test func allThatControlsATerminalIsKnown() throws {
    let rule = try #require(allRules.first { $0.info.name == "control-character" })
    let all = (0...0x9F as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
      scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
    }
    #expect(all.count == 63)
    let bytes = Array(all.map { "tea \($0) tea\n" }.joined().utf8)
    let found = checked(bytes, rules: [rule]).diagnostics.map { bytes[$0.range.start..<$0.range.end] }
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == all.map { String($0) })
  }

  @Test(arguments: [
    ("a vowel sign and U+200C", "علی\u{200C}رضا می\u{200C}خواهم"), ("U+200C at a word's end", "خانه\u{200C} ها"),
    ("U+200D that shows a letter's form", "ه\u{200D} نامه"), ("Devanagari half forms", "क्\u{200D}ष र्\u{200D}य"),
    ("Malayalam chillus of old", "രാജന്\u{200D}"), ("Sinhala", "ශ්\u{200D}රී"), ("Telugu", "రాజ్\u{200C}కుమార్"),
    ("Khmer between words", "ភ្នំពេញ\u{200B}កម្ពុជា"), ("Thai between words", "สมชาย\u{200B}ใจดี"),
    ("Lao between words", "ບຸນມີ\u{200B}ວົງສາ"), ("Myanmar between words", "အောင်\u{200B}ဆန်း"),
    ("Mongolian selectors", "ᠮᠣᠩᠭᠣᠯ\u{180B} ᠠ\u{180C} ᠠ\u{180D} ᠠ\u{180F}"),
    ("Mongolian vowel separator", "ᠰᠠᠷᠠᠨ\u{180E}ᠠ"),
    ("Han in Japan's and Korea's forms", "葛\u{E0100}城 神\u{FE00}"), ("a variant of mathematics", "≨\u{FE00} ∩\u{FE00}"),
    ("Myanmar's dotted letters", "ၵ\u{FE00}"), ("Hangul letters alone", "\u{1112}\u{1160} \u{115F}\u{1161}"),
    ("marks kept apart", "a\u{34F}\u{308} c\u{34F}h"), ("shorthand", "\u{1BC02}\u{1BCA0}\u{1BC03}"),
    ("music", "\u{1D173}\u{1D15E}\u{1D174}"), ("an emoji as text", "☎\u{FE0E} ❤\u{FE0E}"),
    ("an emoji as such", "☎️ ❤️ ©️ ™️"),
    ("keycaps", "1️⃣ 9️⃣ #️⃣ *️⃣"), ("flags", "🇶🇦 🇩🇪"), ("skin", "👍🏿 🙋🏽"),
    ("a profession", "👩‍🏫 👨🏾‍⚕️ 🧑🏻‍💻"), ("a family", "👨‍👩‍👧‍👦 👨🏽‍👩🏿‍👧"), ("a couple", "👩‍❤️‍💋‍👨 🧑🏿‍🤝‍🧑🏻"),
    ("hair", "👩🏽‍🦰"), ("a gender", "🏃🏼‍♀️ ⛹🏻‍♂️"), ("flags of several", "🏳️‍🌈 🏴‍☠️ 🏳️‍⚧️"), ("things", "❤️‍🔥 🐻‍❄️ 😮‍💨 🐦‍⬛"),
    ("a witness", "👁️‍🗨️"), ("directions of 2023", "🙂‍↔️ 🏃‍➡️"),
    ("Scotland, Wales and England", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🏴󠁧󠁢󠁥󠁮󠁧󠁿"), ("Texas", "🏴󠁵󠁳󠁴󠁸󠁿"),
  ])
  func whatIsOfUseIsLetBe(what: String, text: String) {
    let notes =
      "# Amara \(text) Okafor @amara\nrole: \(text) Head\n\nLoves \(text) and \(text)\(text).\n\n"
      + "- \(text) tea\n- gave @amara: \(text)\n\n// \(text)\n"
    let found = checked(Array(notes.utf8), rules: rulesOfContent)
    #expect(found.diagnostics.map { found.report($0) } == [], "\(what)")
    #expect(found.violations == [], "\(what)")
    let formatted = checked(Array("# Amara @amara\n\nLoves  \(text)\n".utf8))
    #expect(formatted.violations == [], "\(what)")
  }

  /// Almost what is of use.
  @Test(arguments: [
    ("U+200C between Latin letters", "Auf\u{200C}lage"), ("U+200D between Latin letters", "a\u{200D}b"),
    ("U+200D behind an emoji, before a letter", "❤️\u{200D}b"),
    ("U+200D behind a letter, before an emoji", "b\u{200D}❤️"),
    ("U+200D at the end", "👩\u{200D}"), ("U+200B between Latin letters", "a\u{200B}b"),
    ("U+200B between Han", "数\u{200B}学"), ("a selector behind a letter", "tea\u{FE0F}"),
    ("a selector alone", "a \u{FE0F}"),
    ("two selectors", "❤\u{FE0F}\u{FE0F}"), ("a selector of Han behind a letter", "a\u{E0100}"),
    ("a keycap of a letter", "a\u{FE0F}\u{20E3}"), ("a flag of tags that does not end", "🏴\u{E0067}\u{E0062}"),
    ("tags behind a letter", "a\u{E0067}\u{E0062}\u{E007F}"), ("a hidden text", "\u{E0041}\u{E0042}"),
    (
      "a long hidden text behind a flag",
      "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E0067}\u{E0062}\u{E0073}\u{E007F}"
    ),
    ("a Mongolian selector elsewhere", "a\u{180B}"), ("a Hangul filler elsewhere", "a\u{115F}"),
    ("U+034F at a word's end", "a\u{34F} b"), ("music elsewhere", "x\u{1D173}a"), ("a Khmer vowel", "ក\u{17B4}"),
  ])
  func whatIsAlmostOfUseIsReported(what: String, text: String) {
    #expect(
      findings("# Amara Okafor\nrole: friend\n\nLoves \(text) and so on.\n", rules: rulesOfContent) == [
        "invisible-character"
      ])
  }

  /// A safe fix leaves the marks of a line, and what handles mean, as they were.
  @Test(arguments: [
    ("Loves te\u{AD}a.", true), ("- te\u{2060}a", true), ("> a\u{200D}b", true), ("// a\u{AD}b", true),
    ("\u{2060}- tea", false), ("rol\u{AD}e: Head", false), ("@ama\u{AD}ra", false), ("a\u{AD}@amara", false),
    ("a\u{200B}b", false), ("`a\u{AD}b`", false), ("- [x]\u{2060} tea", false),
  ])
  func whatChangesMarksIsUnsafe(line: String, isSafe: Bool) {
    let found = checked(Array("# Amara Okafor\nplace: Doha\n\nx\n\n\(line)\n".utf8))
    #expect(found.diagnostics.map { $0.fix?.isSafe } == [isSafe])
  }
}

/// Whether an offset lies in a mention or tag.
private func isInHandle(_ offset: Int, _ bytes: [UInt8]) -> Bool {
  let tree = parse(bytes.span, reusing: Tree())
  return (0..<tree.tokenCount).contains { token in
    let (kind, range) = (tree.kind(ofToken: token), tree.range(ofToken: token))
    return (kind == .mention || kind == .tag) && range.start <= offset && offset < range.end
  }
}
