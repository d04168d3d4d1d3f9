import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// How two spellings of a handle stand to each other.
enum HandleRelation {
  /// One handle, and the second spelling is as good.
  case same
  /// One handle, of which the second spelling is reported.
  case sameMisspelt
  /// Two handles.
  case different
  /// Two handles that look like one, which is reported.
  case confusable

  var isOfOne: Bool { self == .same || self == .sameMisspelt }
}

/// Two spellings, the first the usual one. Handles are compared scalar by scalar in lower case, by canonical
/// equivalence, ς as σ and without U+200C and U+200D.
private let twins: [(what: String, usual: String, other: String, relation: HandleRelation)] = [
  // Letter case
  ("letter case", "amara", "AmARA", .same),
  ("letter case beyond ASCII", "søren", "SØREN", .same),
  ("Cyrillic case", "фёдор", "ФЁДОР", .same),
  ("Armenian case", "արամ", "ԱՐԱՄ", .same),
  ("an Armenian ligature and its letters", "սևակ", "ՍԵՒԱԿ", .confusable),
  ("Georgian Mtavruli", "ნინო", "ᲜᲘᲜᲝ", .same),
  ("Cherokee capitals", "ꮝꮟꮙꮿ", "ᏍᏏᏉᏯ", .same),
  ("Adlam capitals", "𞤢𞤣𞤢𞤥𞤢", "𞤀𞤁𞤀𞤃𞤀", .same),
  ("Osage capitals", "𐓷𐓘𐓻𐓘", "𐓏𐒰𐓓𐒰", .same),
  ("Deseret capitals", "𐐾𐐲𐑌", "𐐖𐐊𐐤", .same),
  ("Turkish: a capital with a dot is i and a dot", "i\u{307}pek", "İpek", .same),
  ("Turkish: that dot as a mark", "i\u{307}pek", "I\u{307}pek", .same),
  ("Turkish: a capital without a dot is no ı", "ılgın", "ILGIN", .confusable),
  ("Turkish: ı is no i", "ilgin", "ılgın", .confusable),
  ("Turkish: İ is no i", "ipek", "İpek", .different),
  ("German ẞ", "strauß", "STRAUẞ", .same),
  ("German ss is no ß", "strauß", "strauss", .different),
  ("German capitals without ẞ", "strauß", "STRAUSS", .different),
  ("Greek: a final sigma", "νίκος", "νίκοσ", .same),
  ("Greek: capitals end in no final sigma", "νίκος", "ΝΊΚΟΣ", .same),
  ("Greek: capitals without accents", "νίκος", "ΝΙΚΟΣ", .different),
  ("Greek: iota below and beside", "ᾳδων", "ᾼδων", .same),
  ("Dutch ĳ in one letter", "ijsbrand", "ĳsbrand", .confusable),
  ("Croatian ǆ in one letter", "džemal", "ǆemal", .confusable),
  ("Croatian ǅ and ǆ", "ǆemal", "ǅemal", .same),
  // Canonical equivalence
  ("an accent of its own", "josé", "jose\u{301}", .sameMisspelt),
  ("an accent of its own, in capitals", "josé", "JOSE\u{301}", .sameMisspelt),
  ("two accents in either order", "việt", "vie\u{302}\u{323}t", .sameMisspelt),
  ("two accents, one of its own", "việt", "viê\u{323}t", .sameMisspelt),
  ("the ångström sign", "åsa", "\u{212B}sa", .same),
  ("the kelvin sign", "kim", "\u{212A}im", .same),
  ("the ohm sign", "ωρίων", "\u{2126}ρίων", .same),
  ("Greek: oxia for tonos", "νίκος", "ν\u{1F77}κος", .sameMisspelt),
  ("Cyrillic й of two", "йон", "и\u{306}он", .sameMisspelt),
  ("Hebrew presentation forms", "שׁני", "\u{FB2A}ני", .sameMisspelt),
  ("Hebrew points in the order of typing", "שׁוֹשַׁנָּה", "ש\u{5C1}וֹש\u{5C1}\u{5B7}נ\u{5BC}\u{5B8}ה", .sameMisspelt),
  ("Arabic madda", "آمنة", "ا\u{653}منة", .sameMisspelt),
  ("Arabic vowels in the order of typing", "مُحَمَّد", "مُحَم\u{651}\u{64E}د", .sameMisspelt),
  ("Devanagari nukta in one letter", "फ\u{93C}राज", "\u{95E}राज", .sameMisspelt),
  ("Bengali vowel of two", "গোপাল", "গ\u{9C7}\u{9BE}পাল", .sameMisspelt),
  ("Tamil vowel of two", "பொன்னி", "ப\u{BC6}\u{BBE}ன்னி", .sameMisspelt),
  ("Kannada vowel of three", "ಕೋಮಲ", "ಕ\u{CC6}\u{CC2}\u{CD5}ಮಲ", .sameMisspelt),
  ("Sinhala vowel of three", "ලෝචන", "ල\u{DD9}\u{DCF}\u{DCA}චන", .sameMisspelt),
  ("Myanmar letter of two", "ဦးသန့်", "\u{1025}\u{102E}းသန့်", .sameMisspelt),
  ("Hangul of Jamo", "김", "\u{1100}\u{1175}\u{11B7}", .sameMisspelt),
  ("Japanese voicing mark", "がく", "か\u{3099}く", .sameMisspelt),
  ("Han for compatibility", "神田", "\u{FA19}田", .sameMisspelt),
  // Joiners
  ("Persian without U+200C", "علی\u{200C}رضا", "علیرضا", .same),
  ("Devanagari without U+200D", "गोर्\u{200D}हे", "गोर्हे", .same),
  ("U+200D in Latin", "amara", "ama\u{200D}ra", .sameMisspelt),
  ("U+200C and an accent", "josé", "jo\u{200C}se\u{301}", .sameMisspelt),
  // Compatibility
  ("full width", "amara", "ａｍａｒａ", .confusable),
  ("a ligature", "fiona", "ﬁona", .confusable),
  ("a long s", "sam", "ſam", .confusable),
  ("a letter of mathematics", "amara", "𝐚mara", .confusable),
  ("the micro sign", "μαρία", "µαρία", .confusable),
  ("an ordinal letter", "ana", "anª", .confusable),
  ("half-width Katakana", "アキ", "ｱｷ", .confusable),
  ("half-width voicing mark", "ガク", "カ\u{FF9E}ク", .confusable),
  ("Hangul letters for compatibility", "\u{1100}", "\u{3131}", .confusable),
  ("Arabic presentation forms", "علي", "\u{FECB}\u{FEE0}\u{FEF2}", .confusable),
  ("Arabic and Persian yeh", "علي", "علی", .confusable),
  // Of one script each, and alike
  ("Cyrillic for Latin", "aca", "аса", .confusable),
  ("Cyrillic for Latin, with an accent", "ésa", "е\u{301}ѕа", .confusable),
  ("Greek for Latin", "pov", "ρον", .confusable),
  ("Armenian for Latin", "oun", "օսո", .confusable),
  ("Cyrillic for Greek", "ροο", "рос", .different),
  ("Katakana for Hiragana", "へり", "ヘり", .confusable),
  ("Thai sara am of two", "นำ", "นํา", .confusable),
  ("digits of another script", "jun2", "jun٢", .different),
]

/// Handles with a letter that is not of the rest's script.
private let mixtures: [(handle: String, odd: String, what: String)] = [
  ("amаra", "а", "mixes Latin and Cyrillic"), ("аmara", "а", "mixes Latin and Cyrillic"),
  ("аnna", "а", "mixes Latin and Cyrillic"), ("lеnа", "е", "mixes Latin and Cyrillic"),
  ("mаriа-silva", "а", "mixes Latin and Cyrillic"), ("jun-тokyo", "т", "mixes Latin and Cyrillic"),
  ("іvan", "і", "mixes Latin and Cyrillic"), ("ҽmma", "ҽ", "mixes Latin and Cyrillic"),
  ("jοn", "ο", "mixes Latin and Greek"), ("νina", "ν", "mixes Latin and Greek"), ("leνa", "ν", "mixes Latin and Greek"),
  ("νίκoς", "o", "mixes Greek and Latin"), ("νίкος", "к", "mixes Greek and Cyrillic"),
  ("нинa", "a", "mixes Cyrillic and Latin"), ("окcана", "c", "mixes Cyrillic and Latin"),
  ("օlga", "օ", "mixes Latin and Armenian"), ("արամa", "a", "mixes Armenian and Latin"),
  ("jסn", "ס", "mixes Latin and Hebrew"), ("jهn", "ه", "mixes Latin and Arabic"),
  ("ravर", "र", "mixes Latin and Devanagari"),
  ("jഠn", "ഠ", "mixes Latin and Malayalam"), ("jဝn", "ဝ", "mixes Latin and Myanmar"),
  ("jዐn", "ዐ", "mixes Latin and Ethiopic"),
  ("jⵔn", "ⵔ", "mixes Latin and Tifinagh"), ("jⲟn", "ⲟ", "mixes Latin and Coptic"),
  ("ꓓavid", "ꓓ", "mixes Latin and Lisu"),
  ("ꭺnna", "ꭺ", "mixes Latin and Cherokee"), ("amara٢", "٢", "mixes Latin and Arabic"),
  ("jun-田中к", "к", "mixes Han and Cyrillic"), ("김さ", "さ", "mixes Hangul and Hiragana"),
  ("ㄌㄧさ", "さ", "mixes Bopomofo and Hiragana"), ("รบລ", "ລ", "mixes Thai and Lao"),
  ("राজ", "জ", "mixes Devanagari and Bengali"),
]

@Suite struct LikeHandlesTests {
  @Test(arguments: twins) func twoRecordsShareAHandle(
    what: String, usual: String, other: String, relation: HandleRelation
  ) {
    let found = checkedAll(["# First Person @\(usual)\n", "# Second Person @\(other)\n"])
    #expect(found.count { $0.rule.name == "duplicate-handle" } == (relation.isOfOne ? 1 : 0), "\(what)")
    #expect(found.count { $0.rule.name == "confusable-handle" } == (relation == .confusable ? 1 : 0), "\(what)")
    #expect(found.filter { $0.rule.name == "duplicate-handle" }.allSatisfy { $0.file == 1 }, "\(what)")
  }

  @Test(arguments: [("Aca Oca", "Аса Оса"), ("Jun Ota", "Ｊｕｎ Ｏｔａ")])
  func namesAreComparedToo(one: String, other: String) {
    let found = checkedAll(["# \(one) @one\n# \(other) @other\n"])
    #expect(found.contains { $0.rule.name == "confusable-handle" })
  }

  @Test(arguments: twins) func theOtherSpellingIsReported(
    what: String, usual: String, other: String, relation: HandleRelation
  ) {
    let bytes = Array("# Person @\(other)\n\nAsk @\(other). #\(other)\n".utf8)
    let found = checkedAll([String(decoding: bytes, as: UTF8.self)]).filter { $0.rule.name == "unnormalised-handle" }
    #expect(found.count == (relation == .sameMisspelt ? 3 : 0), "\(what)")
    // What it writes is the same handle in the usual spelling, but for letter case.
    for diagnostic in found {
      let written = diagnostic.fix?.edits.first?.replacement.dropFirst() ?? ""
      #expect(scalars(String(written).lowercased()) == scalars(usual.lowercased()), "\(what)")
      #expect(diagnostic.fix?.isSafe == true, "\(what)")
    }
    #expect(!checkedAll(["# Person @\(usual)\n"]).contains { $0.rule.name == "unnormalised-handle" }, "\(what)")
  }

  @Test(arguments: twins) func aMentionMeansTheRecord(
    what: String, usual: String, other: String, relation: HandleRelation
  ) throws {
    let text = "# First Person @\(usual)\n\n- gave @\(other): tea\n"
    let isUnknown = checkedAll([text]).contains { $0.rule.name == "unknown-mention" }
    #expect(isUnknown == !relation.isOfOne, "\(what)")
    let person = try json(Array(text.utf8))["people"]?.elements.first
    let mentioned = scalars(person?["notes"]?.elements.first?["people"]?.elements.first?.string)
    #expect((mentioned == scalars(person?["handle"]?.string)) == relation.isOfOne, "\(what)")
  }

  @Test(arguments: twins.filter { $0.relation == .confusable && $0.other.utf8.contains { $0 >= 0x80 } })
  func aMentionThatLooksTheSameIsAskedAbout(
    what: String, usual: String, other: String, relation: HandleRelation
  ) {
    let found = checkedAll(["# First Person @\(usual)\n\n- gave @\(other): tea\n"])
    let help = found.first { $0.rule.name == "unknown-mention" }?.help ?? ""
    #expect(help.contains("`@\(usual)`"), "\(what): \(help)")
  }

  @Test(arguments: twins) func aRenameFindsTheRecord(
    what: String, usual: String, other: String, relation: HandleRelation
  ) throws {
    let bytes = [Array("# First Person @\(usual)\n\nAsk @\(usual) and @\(other).\n".utf8)]
    let request = try RenameRequest(Array("@\(other)".utf8), to: Array("@renamed".utf8))
    let notebook = Notebook([ParsedFile(bytes[0]).facts])
    do throws(RenameRefusal) {
      let rename = try Rename(request, in: notebook, bytes: bytes)
      #expect(relation.isOfOne, "\(what)")
      let renamed = try? rename.proved(in: notebook, bytes).first
      let text = String(decoding: renamed ?? [], as: UTF8.self)
      #expect(text.hasPrefix("# First Person @renamed\n"), "\(what)")
      #expect(text.hasSuffix("\nAsk @renamed and @renamed.\n"), "\(what)")
    } catch {
      #expect(!relation.isOfOne, "\(what)")
      guard case .nobody = error else {
        Issue.record("\(what): \(error.message)")
        return
      }
    }
  }

  @Test(arguments: mixtures) func aMixtureIsReported(handle: String, odd: String, what: String) {
    for text in [
      "# Somebody @\(handle)\nrole: friend\n", "# Somebody @x\naka: @\(handle)\n", "# \(handle)\nrole: friend\n",
    ] {
      let bytes = Array(text.utf8)
      let found = checked(bytes)
      #expect(found.diagnostics.map(\.rule.name) == ["mixed-script-handle"], "\(handle)")
      guard let diagnostic = found.diagnostics.first else { continue }
      #expect(diagnostic.message.hasSuffix(what), "\(handle): \(diagnostic.message)")
      let place = bytes[diagnostic.range.start..<diagnostic.range.end]
      #expect(scalars(String(decoding: place, as: UTF8.self)) == scalars(odd), "\(handle)")
    }
  }

  @Test(arguments: [
    ("Latin with digits", "amara2"), ("digits first", "50-cent"), ("words of one script each", "noa-נועה"),
    ("words of one script each", "lena_петрова"), ("a date", "jun-2026"), ("Han and Hiragana", "田中さくら"),
    ("Han and Katakana", "東京タワー"), ("all of Japan's", "佐々木ひろミ"), ("Latin and Japanese", "sakura田中さん"),
    ("Hangul and Han", "金민수"), ("Latin, Hangul and Han", "t시金"), ("Bopomofo and Han", "ㄌㄧㄣˊ林"),
    ("Latin and Han", "jackie陳"), ("an ʻokina", "kaʻahumanu"), ("Persian digits", "علی۲"), ("Arabic digits", "محمد٢"),
    ("ASCII digits behind Arabic", "محمد2"), ("Devanagari digits", "राज२"), ("Thai digits", "สมชาย๒"),
    ("marks that many scripts share", "olúṣẹ́gun"), ("Serbian", "ђорђе"), ("Georgian capitals", "ᲜᲘᲜᲝ"),
    ("Vedic marks", "रा\u{951}म"), ("Arabic tatweel", "محـمد"), ("Kana's long mark", "いちろー"), ("Coptic", "ⲙⲁⲣⲓⲁ"),
  ])
  func anHonestMixtureIsNot(what: String, handle: String) {
    #expect(findings("# Somebody @\(handle)\nrole: friend\n") == [], "\(what)")
    #expect(findings("# \(handle)\nrole: friend\n") == [], "\(what)")
  }

  /// What the default rules report of files.
  private func checkedAll(_ texts: [String]) -> [Diagnostic] {
    CheckedNotebook(texts.map { (name: "notes.net", bytes: Array($0.utf8)) }).diagnostics
  }
}
