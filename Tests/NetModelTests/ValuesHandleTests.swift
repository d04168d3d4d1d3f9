import Testing

@testable import NetModel

@Suite("Handles and tags")
struct ValuesHandleTests {
  @Test(
    "what is a handle",
    arguments: [
      ("amara", true), ("Jun-Tanaka", true), ("a", true), ("7", true), ("50-cent", true), ("小林", true),
      ("محمد", true), ("\u{645}\u{6CC}\u{200C}\u{62E}\u{648}", true), ("नेहा", true), ("josé", true),
      ("e\u{301}", true),
      ("a--b", true), ("a_b", true),
      ("", false), ("-a", false), ("_a", false), ("a-", false), ("a_", false), ("a b", false), ("a.b", false),
      ("a@b", false), ("\u{301}a", false), ("a\u{200D}", false), ("\u{200D}a", false), ("a’b", false),
      ("½", false),
    ])
  func isHandle(text: String, expected: Bool) {
    #expect(NetModel.isHandle(text.utf8.span) == expected)
    #expect((Handle(text) != nil) == expected)
  }

  @Test(
    "handles that are the same",
    arguments: [
      ("Amara", "aMARA"), ("josé", "jose\u{301}"), ("JOSÉ", "jose\u{301}"), ("ΝΊΚΟΣ", "νίκος"),
      ("νίκοσ", "νίκος"),
      ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"), ("İpek", "i\u{307}pek"),
      ("И\u{306}он", "йон"),
      ("\u{645}\u{6CC}\u{200C}\u{62E}", "\u{645}\u{6CC}\u{62E}"), ("\u{212A}im", "kim"),
      ("STRASSE", "strasse"),
      ("ẞ", "ß"),
    ])
  func same(left: String, right: String) {
    #expect(foldHandle(left.utf8.span) == foldHandle(right.utf8.span))
    #expect(Handle(left) == Handle(right))
    #expect(Handle(left)?.hashValue == Handle(right)?.hashValue)
  }

  @Test(
    "handles that differ",
    arguments: [
      ("amara", "amra"), ("ﬁn", "fin"), ("İpek", "ipek"), ("ıpek", "ipek"), ("ß", "ss"), ("e", "é"),
      ("ａ", "a"),
      ("٣", "3"), ("a-b", "a_b"),
    ])
  func different(left: String, right: String) {
    #expect(Handle(left) != Handle(right))
  }

  @Test("a handle's text is in lower case but otherwise as written")
  func text() {
    #expect(Handle("ΝΊΚΟΣ")?.text == "νίκοσ")
    #expect(Handle("Νίκος")?.text == "νίκος")
    #expect(Handle("Νίκος")?.key == "νίκοσ")
    #expect(Handle("a\u{200D}B")?.text == "ab")
    #expect(
      Handle("JOSE\u{301}").map { Array($0.text.unicodeScalars) } == Array("jose\u{301}".unicodeScalars))
    #expect(Handle("Amara")?.description == "@amara")
    #expect(Handle("ME")?.isMe == true)
  }

  @Test(
    "handles derived from names",
    arguments: [
      ("Jun Tanaka", "jun-tanaka"), ("Amara Okafor", "amara-okafor"), ("O'Brien", "o-brien"),
      ("  Dr. Ana   Sofía (née Ruiz) ", "dr-ana-sofía-née-ruiz"), ("小林 さん", "小林-さん"), ("Łukasz", "łukasz"),
      ("Γιάννης Παππάς", "γιάννης-παππάς"), ("50 Cent", "50-cent"), ("\\50 Cent", "50-cent"), ("a_b", "a-b"),
      ("\u{301}Ana", "ana"), ("- \u{301}Ana", "ana"), ("Ali\u{200C}reza", "alireza"), ("İpek", "i\u{307}pek"),
      ("Ana\u{A0}Sofia", "ana-sofia"), ("नेहा शर्मा", "नेहा-शर्मा"), ("٣ أصدقاء", "٣-أصدقاء"),
      ("Ana – Lisa!", "ana-lisa"),
      ("😀 Amy", "amy"), ("Jean-Luc", "jean-luc"), ("X Æ A-12", "x-æ-a-12"),
    ])
  func slugs(name: String, expected: String) {
    #expect(slug(of: name.utf8.span).map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
    #expect(slug(of: name.utf8.span).map { NetModel.isHandle($0.utf8.span) } == true)
  }

  @Test("names that give no handle", arguments: ["", "   ", "😀", "…", "\u{301}", "--", "\u{200D}"])
  func noSlug(name: String) {
    #expect(slug(of: name.utf8.span) == nil)
  }

  @Test("bytes that are not UTF-8 are no handle, and no trap")
  func invalid() {
    for first in 0...255 as ClosedRange<UInt8> {
      for second in 0x7F...255 as ClosedRange<UInt8> {
        let bytes: [UInt8] = [0x61, first, second]
        let isText = String(validating: bytes, as: UTF8.self) != nil
        if !isText { #expect(NetModel.isHandle(bytes.span) == false) }
        _ = slug(of: bytes.span)
        _ = foldHandle(bytes.span)
      }
    }
  }

  @Test(
    "what is a tag",
    arguments: [
      ("education", true), ("education/maths", true), ("2026/q1", true), ("a/1", true), ("1a", true),
      ("木", true),
      ("1", false), ("2026/11", false), ("/a", false), ("a/", false), ("a//b", false), ("a-", false),
      ("", false),
      ("a-/b", false),
    ])
  func tags(text: String, expected: Bool) {
    #expect((Tag(text) != nil) == expected)
  }

  @Test("tags compare as handles do, and have levels")
  func tagValues() {
    #expect(Tag("Éducation/Maths") == Tag("e\u{301}ducation/maths"))
    #expect(Tag("Education/Maths")?.levels == ["education", "maths"])
    #expect(Tag(words: " School   Leaders ".utf8.span)?.text == "school-leaders")
    #expect(Tag(words: "C++".utf8.span) == nil)
  }

  @Test(
    "what is private",
    arguments: [
      ("private", true), ("Private", true), ("private/health", true), ("pri\u{200D}vate", true),
      ("privately", false), ("private-life", false), ("health/private", false), ("privat", false),
      ("", false),
    ])
  func privacy(text: String, expected: Bool) {
    #expect(Tag.isPrivate(text.utf8.span) == expected)
    if let tag = Tag(text) { #expect(tag.isPrivate == expected) }
  }

  @Test(
    "the nearest name",
    arguments: [
      ("amra", "amara"), ("lean", "lena"), ("Jun_tanaka", "jun-tanaka"), ("LENA", "lena"), ("jnu", "jun"),
      ("omar", nil), ("j", nil), ("xx", nil), ("", nil), ("amaraa", "amara"), ("amaro", "amara"),
    ] as [(String, String?)])
  func nearestName(word: String, expected: String?) {
    #expect(nearest(to: word, in: ["jun", "jun-tanaka", "lena", "amara"]) == expected)
  }

  @Test("of names as near, the longer shared beginning and then the alphabet decide, whatever the order")
  func ties() {
    let names = ["mina", "nina", "tina", "nino"]
    #expect(nearest(to: "ninx", in: names, count: 3) == ["nina", "nino"])
    #expect(nearest(to: "ninx", in: names.reversed(), count: 3) == ["nina", "nino"])
    #expect(nearest(to: "dina", in: names, count: 2) == ["mina", "nina"])
    #expect(nearest(to: "dina", in: Array(repeating: "nina", count: 5), count: 3) == ["nina"])
  }

  @Test("the banded distance is that of the full table")
  func distances() {
    var state: UInt64 = 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<4000 {
      let words = (0..<2).map { _ in
        String((0..<(1 + random(9))).map { _ in "abc"[String.Index(utf16Offset: random(3), in: "abc")] })
      }
      let exact = fullDistance(Array(words[0]), Array(words[1]))
      for limit in 0...4 {
        let found = editDistance(from: words[0], to: words[1], atMost: limit)
        #expect(found == (exact <= limit ? exact : nil), "\(words) \(limit)")
      }
    }
  }

  private func fullDistance(_ a: [Character], _ b: [Character]) -> Int {
    var table = (0...a.count).map { row in (0...b.count).map { row == 0 ? $0 : $0 == 0 ? row : 0 } }
    for row in 1...a.count {
      for column in 1...b.count {
        let change = table[row - 1][column - 1] + (a[row - 1] == b[column - 1] ? 0 : 1)
        table[row][column] = min(change, table[row - 1][column] + 1, table[row][column - 1] + 1)
        if row > 1, column > 1, a[row - 1] == b[column - 2], a[row - 2] == b[column - 1] {
          table[row][column] = min(table[row][column], table[row - 2][column - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
