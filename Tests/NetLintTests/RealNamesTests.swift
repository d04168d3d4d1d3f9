import NetFormat
import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// Script, name and handle: of people who bear or bore such names, in the letters they are written in.
private let names: [(script: String, name: String, handle: String)] = [
  ("Latin, plain", "Amara Okafor", "amara"),
  ("Latin, Vietnamese", "Nguyễn Thị Minh Khai", "minh-khai"),
  ("Latin, Polish", "Łucja Żółkiewska-Wójcik", "łucja"),
  ("Latin, Czech", "Jiří Třanovský", "jiří"),
  ("Latin, Icelandic", "Þórdís Guðjónsdóttir", "þórdís"),
  ("Latin, Danish", "Søren Aabye Kierkegaard", "søren"),
  ("Latin, Romanian", "Ștefan Țîrcovnicu", "ștefan"),
  ("Latin, Latvian", "Ģirts Ķesteris", "ģirts"),
  ("Latin, Maltese", "Ġużè Muscat Azzopardi", "ġużè"),
  ("Latin, Hungarian", "Győző Zemplényi", "győző"),
  ("Latin, Turkish", "Ayşegül Çağlar Işık", "ayşegül-ışık"),
  ("Latin, Azerbaijani", "Cəfər Cabbarlı", "cəfər"),
  ("Latin, Catalan", "Gal\u{B7}la Solé", "gal-la"),
  ("Latin, Irish", "Seán Ó hUiginn O’Brien", "seán"),
  ("Latin, Hawaiian with an ʻokina", "Kaʻahumanu Keōpūolani", "kaʻahumanu"),
  ("Latin, Uzbek", "Gʻafur Gʻulom", "gʻafur"),
  ("Latin, Yoruba: marks that no letter holds", "Olúṣẹ́gun Ọ̀ṣúndàre", "olúṣẹ́gun"),
  ("Latin, Akan and Ga", "Ɛsi Ŋmɛnkyi Ɔpoku", "ɛsi"),
  ("Latin, Navajo", "Hastįįn Yázhí", "hastįįn"),
  ("Latin, Guarani", "Ava Guasu Ñembyatã G̃uarani", "g̃uarani"),
  ("Greek", "Νίκος Καζαντζάκης", "νίκος"),
  ("Greek, polytonic", "Ἑλένη Γλύκατζη-Ἀρβελέρ", "ἑλένη"),
  ("Cyrillic, Russian", "Фёдор Достоевский", "фёдор"),
  ("Cyrillic, Ukrainian", "Дем’ян Їжакевич", "дем-ян"),
  ("Cyrillic, Belarusian", "Уладзімір Дубоўка", "дубоўка"),
  ("Cyrillic, Serbian", "Ђорђе Балашевић", "ђорђе"),
  ("Cyrillic, Macedonian", "Ѓорѓе Иванов", "ѓорѓе"),
  ("Cyrillic, Kazakh", "Әлихан Бөкейхан", "әлихан"),
  ("Cyrillic, Abkhaz", "Баграт Шьынқәба", "шьынқәба"),
  ("Armenian", "Պարույր Սևակ", "սևակ"),
  ("Georgian", "ნინო ბურჯანაძე", "ნინო"),
  ("Hebrew", "נועה קירל", "נועה"),
  ("Hebrew with points", "שׁוֹשַׁנָּה דָּמָארִי", "שׁוֹשַׁנָּה"),
  ("Hebrew with geresh and maqaf", "ז׳בוטינסקי בן־גוריון", "בן-גוריון"),
  ("Yiddish", "אײַזיק באַשעוויס", "אײַזיק"),
  ("Arabic", "محمود درويش", "محمود"),
  ("Arabic with vowels and digits", "مُحَمَّد عبد اللّٰه ٢٣", "مُحَمَّد"),
  ("Persian with U+200C", "علی\u{200C}رضا حسین\u{200C}پور", "علی\u{200C}رضا"),
  ("Urdu", "عائشہ صدیقہ", "عائشہ"),
  ("Pashto", "زرغونه پښتنه", "زرغونه"),
  ("Sindhi", "شاهه عبداللطيف ڀٽائي", "ڀٽائي"),
  ("Kurdish", "هێمن موکریانی", "هێمن"),
  ("Uyghur", "ئابدۇرېھىم ئۆتكۈر", "ئۆتكۈر"),
  ("Syriac", "ܐܦܪܝܡ ܣܘܪܝܝܐ", "ܐܦܪܝܡ"),
  ("Thaana", "އިބްރާހީމް ނަޞީރު", "އިބްރާހީމް"),
  ("N’Ko", "ߛߏߟߏߡߊߣߊ ߞߊ߲ߕߍ߫", "ߛߏߟߏߡߊߣߊ"),
  ("Adlam", "𞤀𞤣𞤢𞤥𞤢 𞤔𞤢𞤤𞤮", "𞤢𞤣𞤢𞤥𞤢"),
  ("Rohingya", "𐴌𐴟𐴇𐴥𐴝𐴚 𐴒𐴙𐴝", "𐴒𐴙𐴝"),
  ("Devanagari", "क्षितिज शर्मा", "क्षितिज"),
  ("Devanagari, Marathi with U+200D", "नीलम गोर्\u{200D}हे", "गोर्\u{200D}हे"),
  ("Devanagari with U+200C", "श्री\u{200C}मती लता मंगेशकर", "श्री\u{200C}मती"),
  ("Bengali", "রবীন্দ্রনাথ ঠাকুর", "রবীন্দ্রনাথ"),
  ("Bengali with U+200D", "র\u{200D}্যাচেল কারসন", "র\u{200D}্যাচেল"),
  ("Assamese", "ভূপেন হাজৰিকা", "হাজৰিকা"),
  ("Gurmukhi", "ਗੁਰਪ੍ਰੀਤ ਸ਼ੇਰਗਿੱਲ", "ਸ਼ੇਰਗਿੱਲ"),
  ("Gujarati", "નરસિંહ મહેતા", "નરસિંહ"),
  ("Odia", "ଗୋପବନ୍ଧୁ ଦାସ", "ଗୋପବନ୍ଧୁ"),
  ("Tamil", "சுப்பிரமணிய பாரதியார் ஶ்ரீநிவாசன்", "பாரதியார்"),
  ("Telugu with U+200C", "రాజ్\u{200C}కుమార్ వెంకటేశ్వర", "రాజ్\u{200C}కుమార్"),
  ("Kannada with U+200C", "ರಾಜ್\u{200C}ಕುಮಾರ್ ಕುವೆಂಪು", "ರಾಜ್\u{200C}ಕುಮಾರ್"),
  ("Malayalam", "വൈക്കം മുഹമ്മദ് ബഷീർ", "ബഷീർ"),
  ("Malayalam with U+200D, as of old", "രാജന്\u{200D} നായര്\u{200D}", "രാജന്"),
  ("Sinhala with U+200D", "චන්ද්\u{200D}රිකා කුමාරතුංග", "චන්ද්\u{200D}රිකා"),
  ("Thai", "ปรีดี พนมยงค์", "ปรีดี"),
  ("Thai with sara am", "บุญนำ ใจดี", "บุญนำ"),
  ("Lao", "ສຸພານຸວົງ ບຸນຍັງ", "ສຸພານຸວົງ"),
  ("Khmer", "នរោត្តម សីហនុ", "សីហនុ"),
  ("Khmer with U+200B", "ហ៊ុន\u{200B}សែន ម៉ានី", "ម៉ានី"),
  ("Myanmar", "အောင်ဆန်းစုကြည် ဦးသန့်", "ဦးသန့်"),
  ("Shan", "ၸဝ်ႈမၢႆး သူဝ်ႇတႅၵ်ႈ", "ၸဝ်ႈမၢႆး"),
  ("Tibetan", "བསྟན་འཛིན་རྒྱ་མཚོ", "བསྟན"),
  ("Ethiopic", "ጥሩነሽ፡ዲባባ", "ጥሩነሽ"),
  ("Cherokee", "ᏍᏏᏉᏯ ᏩᏥᏂ", "ꮝꮟꮙꮿ"),
  ("Canadian syllabics", "ᐄᕙ ᐋᕆᐊᒃ", "ᐋᕆᐊᒃ"),
  ("Mongolian", "ᠴᠢᠩᠭᠢᠰ ᠮᠣᠩᠭᠣᠯ\u{180B}", "ᠴᠢᠩᠭᠢᠰ"),
  ("Mongolian with a vowel separator", "ᠰᠠᠷᠠᠨ\u{180E}ᠠ", "ᠰᠠᠷᠠᠨ"),
  ("Tifinagh", "ⵎⴰⵙⵙⵉⵏⵉⵙⴰ", "ⵎⴰⵙⵙⵉⵏⵉⵙⴰ"),
  ("Vai", "ꕙꔤ ꔀꔕ", "ꕙꔤ"),
  ("Osage", "𐓏𐓘𐓻𐓘𐓻𐓟", "𐓷𐓘𐓻𐓘𐓻𐓟"),
  ("Javanese", "ꦥꦿꦩꦺꦴꦢꦾ ꦱꦫꦱ꧀ꦮꦠꦶ", "ꦱꦫꦱ꧀ꦮꦠꦶ"),
  ("Balinese", "ᬩᬮᬶ ᬯᬬᬦ᭄", "ᬯᬬᬦ᭄"),
  ("Sundanese", "ᮃᮏᮤᮕ᮪ ᮛᮧᮞᮤᮓᮤ", "ᮃᮏᮤᮕ᮪"),
  ("Buginese", "ᨀᨒᨚ ᨒᨁᨒᨗᨁᨚ", "ᨒᨁᨒᨗᨁᨚ"),
  ("Tai Tham", "ᩈᩥᩁᩥ ᩅᩢᨯ᩠ᨰᨶᩣ", "ᩈᩥᩁᩥ"),
  ("Ol Chiki", "ᱨᱚᱜᱷᱩᱱᱟᱛᱷ ᱢᱩᱨᱢᱩ", "ᱢᱩᱨᱢᱩ"),
  ("Meetei Mayek", "ꯃꯦꯔꯤ ꯀꯣꯝ", "ꯀꯣꯝ"),
  ("Lepcha", "ᰀᰬᰯ ᰛᰩᰵ", "ᰛᰩᰵ"),
  ("Limbu", "ᤛᤡᤖᤡᤈᤱᤗᤠ", "ᤛᤡᤖᤡᤈᤱᤗᤠ"),
  ("Chakma", "𑄌𑄋𑄴𑄟𑄳𑄦", "𑄌𑄋𑄴𑄟𑄳𑄦"),
  ("Cham", "ꨌꩌ ꨀꨪꨣꨪ", "ꨀꨪꨣꨪ"),
  ("Lisu", "ꓡꓲ ꓢꓴ", "ꓡꓲ"),
  ("Yi", "ꆈꌠ ꁱꂷ", "ꆈꌠ"),
  ("Hangul", "김민수 선우은숙", "김민수"),
  ("Hangul and Han", "李承晩 이승만", "이승만"),
  ("Han, simplified", "毛泽东 鲁迅", "鲁迅"),
  ("Han, traditional", "歐陽脩 張愛玲", "歐陽脩"),
  ("Han beyond the first plane", "𠮷野家 𠮷田", "𠮷田"),
  ("Han with a selector", "渡邉\u{E0100} 葛\u{E0100}城", "渡"),
  ("Hiragana", "さくら ひばり", "さくら"),
  ("Katakana", "イチロー エリー・ゴトウ", "イチロー"),
  ("Japanese, all three", "佐々木ひろミ", "佐々木ひろミ"),
  ("Bopomofo", "ㄌㄧㄣˊ 林", "林"),
  ("Latin and Han", "Jackie陳 David李", "jackie陳"),
]

@Suite struct RealNamesTests {
  @Test(arguments: names) func raiseNoAlarm(script: String, name: String, handle: String) {
    let found = checked(notes(name, handle), rules: rulesOfContent)
    #expect(found.diagnostics.map { found.report($0) } == [], "\(script)")
    #expect(found.violations == [], "\(script)")
  }

  @Test func lookLikeNobodyElse() throws {
    let found = checked(
      names.flatMap { notes($0.name, $0.handle) + [UInt8(ascii: "\n")] }, rules: try rules(named: "confusable-handle"))
    #expect(found.diagnostics.map { found.report($0) } == [])
  }

  @Test(arguments: names) func giveAHandle(script: String, name: String, handle: String) {
    let derived = slug(of: name.utf8.span) ?? ""
    let found = checked(Array("# \(name)\n\nIt was @\(derived), that is \(name).\n".utf8), rules: rulesOfContent)
    #expect(found.diagnostics.map { found.report($0) } == [], "\(script)")
  }

  @Test(arguments: names) func areKeptInJSON(script: String, name: String, handle: String) throws {
    let person = try #require(try json(notes(name, handle))["people"]?.elements.first)
    let plain = String(String.UnicodeScalarView(handle.unicodeScalars.filter { $0 != "\u{200C}" && $0 != "\u{200D}" }))
    #expect(scalars(person["name"]?.string) == scalars(name))
    #expect(scalars(person["place"]?.string) == scalars(name))
    #expect(scalars(person["handle"]?.string) == scalars(plain))
    let notes = person["notes"]?.elements ?? []
    #expect(notes.count == 2)
    #expect(scalars(notes.first?["text"]?.string) == scalars("It was \(name), with @\(handle)."))
    #expect(scalars(notes.first?["mentions"]?.elements.first?.string) == scalars(plain))
    #expect(scalars(notes.last?["people"]?.elements.first?.string) == scalars(plain))
    #expect(scalars(notes.last?["text"]?.string) == scalars(name))
  }

  /// Blanks go, and nothing else.
  @Test(arguments: names) func areKeptByFormat(script: String, name: String, handle: String) throws {
    let canonical = notes(name, handle)
    #expect(try formatted(canonical) == nil, "\(script)")
    let loose = Array(
      "#  \(name)   @\(handle)\nplace:   \(name)\n\n\nIt was \(name), with @\(handle).\n\n-  gave @\(handle):  \(name)\n"
        .utf8)
    #expect(try formatted(loose) == canonical, "\(script)")
  }

  @Test func areOfManyScripts() {
    #expect(Set(names.map { $0.script.prefix { $0 != "," && $0 != " " } }).count >= 50)
    #expect(Set(names.map(\.script)).count == names.count)
  }

  private func formatted(_ bytes: [UInt8]) throws -> [UInt8]? {
    try format(bytes, parse(bytes.span, reusing: Tree()))?.bytes
  }

  /// A person as heading, handle, field, sentence, mention and item, in canonical form.
  private func notes(_ name: String, _ handle: String) -> [UInt8] {
    Array(
      "# \(name) @\(handle)\nplace: \(name)\n\nIt was \(name), with @\(handle).\n\n- gave @\(handle): \(name)\n".utf8)
  }
}
