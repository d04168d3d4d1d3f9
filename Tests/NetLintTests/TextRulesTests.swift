import NetLint
import NetModel
import Support
import Testing

/// The rules about what cannot be seen, or looks like something else, let real names and emoji be.
@Suite struct TextRulesTests {
  @Test(arguments: [
    ("Latin", "Søren Kierkegaard Łukasz Đặng Văn Ngọc Zoë O’Brien"), ("Latin with an ʻokina", "Kaʻahumanu Keōpūolani"),
    ("Latin of Africa", "Ɛsi Ŋmɛnkyi Ọláyínká Ẹniọlá"), ("Greek", "Νίκος Καζαντζάκης"),
    ("Cyrillic", "Наталія Щербак Ђорђе"),
    ("Armenian", "Արամ Խաչատրյան"), ("Georgian", "ნინო გურიელი"), ("Hebrew", "שׁוֹשַׁנָּה לֵוִי"),
    ("Arabic", "محمد عبد اللّٰه ٢٣"), ("Persian", "علی\u{200C}رضا کریمی\u{200C}پور"), ("Urdu", "عائشہ صدیقی"),
    ("Kurdish", "هێمن نووری"), ("Syriac", "ܐܦܪܝܡ ܣܘܪܝܝܐ"), ("Thaana", "އަޙްމަދު ޝަރީފް"), ("N'Ko", "ߞߊ߲ߕߋ߫ ߛߟߏߡߊߣߊ"),
    ("Adlam", "𞤀𞤣𞤢𞤥𞤢 𞤔𞤢𞤤𞤮"), ("Devanagari", "राजेश शर्मा क्\u{200D}ष श्री\u{200C}मती"), ("Bengali", "রবীন্দ্রনাথ ঠাকুর র\u{200D}্যাব"),
    ("Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ"), ("Gujarati", "નરેન્દ્ર પટેલ"), ("Odia", "ସୁବ୍ରତ ମହାନ୍ତି"), ("Tamil", "முத்துலட்சுமி ஶ்ரீநிவாசன்"),
    ("Telugu", "వెంకటేశ్వర రావు"), ("Kannada", "ಕುವೆಂಪು ಹೆಗ್ಡೆ"), ("Malayalam", "അവന്\u{200D} ജോസഫ് ൻ"),
    ("Sinhala", "ශ්\u{200D}රී ලාල්"), ("Thai", "สมชาย ใจดี"), ("Lao", "ບຸນມີ ວົງສາ"), ("Khmer", "សុខ\u{200B}ជា ហ៊ុន"),
    ("Myanmar", "အောင်ဆန်းစုကြည်"), ("Tibetan", "བསྟན་འཛིན་རྒྱ་མཚོ"), ("Ethiopic", "ኃይለ ገብረሥላሴ"),
    ("Cherokee", "ᏍᏏᏉᏯ"), ("Canadian Aboriginal", "ᐃᓄᒃᑎᑐᑦ ᓴᐃᓚ"), ("Mongolian", "ᠴᠢᠩᠭᠢᠰ\u{180E}ᠠ ᠮᠣᠩᠭᠣᠯ\u{180B}"),
    ("Tifinagh", "ⵎⴰⵙⵙⵉⵏⵉⵙⴰ"), ("Vai", "ꕙꔤ ꔀꔕ"), ("Javanese", "ꦱꦫꦱ꧀ꦮꦠꦶ"), ("Balinese", "ᬩᬮᬶ ᬯᬬᬦ᭄"),
    ("Yi", "ꆈꌠ ꁱꂷ"), ("Hangul", "김민수 金敏秀 선우"), ("Hangul of Jamo", "\u{1100}\u{1161}\u{11A8}"),
    ("Han", "毛澤東 欧阳修 邉\u{E0100} 神\u{FE00}"), ("Japanese", "佐々木ひろミ エリー・ゴトウさん"), ("Bopomofo", "ㄌㄧㄣˊ林"),
    ("Latin and Han", "Jackie陳 David李さん T시"),
  ])
  func realNamesRaiseNoAlarm(script: String, names: String) {
    #expect(findings("# \(names)\n\nIt was \(names).\n").isEmpty, "\(script)")
    for name in names.split(separator: " ") {
      guard let handle = slug(of: Array(name.utf8).span) else { continue }
      let composed = String(decoding: nfc(Array(handle.utf8).span), as: UTF8.self)
      #expect(findings("# Somebody @\(composed)\n\n- gave @\(composed): two contacts\n").isEmpty, "\(script): \(name)")
    }
  }

  @Test(arguments: [
    "❤️", "1️⃣", "👩‍🏫", "👨🏽‍👩🏿‍👧", "🏳️‍🌈", "👁️‍🗨️", "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "🇶🇦", "☎\u{FE0E}", "©️",
    "≨\u{FE00}",
  ])
  func emojiRaiseNoAlarm(emoji: String) {
    #expect(findings("# Amara Okafor @amara \(emoji)\n\nLoves tea \(emoji) and \(emoji)\(emoji).\n").isEmpty)
  }

  @Test(arguments: [
    "tea\u{FE0F}", "a\u{200D}b", "❤️\u{200D}b", "a\u{200B}b", "\u{E0041}\u{E0042}", "🏴\u{E0067}\u{E0062}", "x\u{AD}y",
    "a\u{E0100}",
    "a\u{2060}", "a\u{FEFF}b", "\u{3164}", "a\u{2028}b", "a\u{180B}", "a\u{115F}", "\u{34F} a", "a\u{FFF9}b",
    "\u{1D173}a",
  ])
  func whatDoesNothingIsFound(text: String) {
    #expect(findings("# Amara Okafor\n\nLoves \(text) and so on.\n") == ["invisible-character"])
  }

  /// All of Unicode's Bidi_Control.
  @Test func allControlsOfDirectionAreFound() {
    for value in [0x202A...0x202E, 0x2066...0x2069].joined() as FlattenSequence<[ClosedRange<UInt32>]> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for place in ["// a\(scalar)", "```\n\(scalar)\n```", "# A\(scalar)na", "org: \(scalar)", "\(scalar)"] {
        #expect(findings("# Amara Okafor\n\(place)\n") == ["bidirectional-control"], "\(value) in \(place)")
      }
    }
    for mark in ["\u{200E}", "\u{200F}", "\u{61C}"] {
      let places = [
        "@am\(mark)ara", "@\(mark)amara", "#ma\(mark)ths", "am\(mark)ara@katara.example",
        "https://kat\(mark)ara.example",
        "[here](plans/\(mark)2026.pdf)",
      ]
      for place in places {
        #expect(findings("# Amara Okafor\n\nSaw \(place) there.\n") == ["bidirectional-control"], "in \(place)")
      }
      #expect(findings("# Amara Okafor\nro\(mark)le: Head\n") == ["bidirectional-control"])
      for place in [
        "\(mark)@amara", "@amara\(mark)", "@amara\(mark)! #a\(mark) b", "a\(mark)b", "(\(mark)a)", "a: \(mark)b",
        "\n\n- 2026-11-14\(mark)a@katara.example",
      ] {
        #expect(findings("# Amara Okafor @amara\n\nSaw \(place) there.\n") == [], "at \(place)")
      }
    }
  }

  @Test(arguments: [
    ("Amara @amаra", "а"), ("Amara @аmara", "а"), ("Nikos @νίкος", "к"), ("Amаra", "а"), ("Lena Pеtrova", "е"),
    ("Aram @արամa", "a"),
    ("Jun @jun-тokyo", "т"), ("Ravi @raviर", "र"), ("Jun @五十嵐к", "к"),
  ])
  func handlesThatMixScriptsAreFound(heading: String, odd: String) {
    let bytes = Array("# \(heading)\nrole: friend\n".utf8)
    let checked = CheckedNotebook([(name: "notes.net", bytes: bytes)], rules: rules)
    #expect(checked.diagnostics.map(\.rule.name) == ["mixed-script-handle"])
    let found = checked.diagnostics.first.map { bytes[$0.range.start..<$0.range.end] } ?? []
    #expect(String(decoding: found, as: UTF8.self) == odd)
  }

  /// A safe fix leaves the marks of a line, and what handles mean, as they were.
  @Test(arguments: [
    ("Loves te\u{AD}a.", true), ("- te\u{2060}a", true), ("> a\u{200D}b", true), ("// a\u{AD}b", true),
    ("\u{2060}- tea", false), ("rol\u{AD}e: Head", false), ("@ama\u{AD}ra", false), ("a\u{AD}@amara", false),
    ("a\u{200B}b", false), ("`a\u{AD}b`", false), ("- [x]\u{2060} tea", false),
  ])
  func whatChangesMarksIsUnsafe(line: String, isSafe: Bool) {
    let checked = CheckedNotebook(
      [(name: "notes.net", bytes: Array("# Amara Okafor\nplace: Doha\n\nx\n\n\(line)\n".utf8))], rules: rules)
    #expect(checked.diagnostics.map { $0.fix?.isSafe } == [isSafe])
  }

  private let rules = allRules.filter { $0.info.code.hasPrefix("N4") }

  private func findings(_ text: String) -> [String] {
    let checked = CheckedNotebook([(name: "notes.net", bytes: Array(text.utf8))], rules: rules)
    return checked.diagnostics.map(\.rule.name)
  }
}
