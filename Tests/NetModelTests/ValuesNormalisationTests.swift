import Testing

@testable import NetModel

@Suite("Normalisation")
struct ValuesNormalisationTests {
  @Test(
    "composed and decomposed",
    arguments: [
      // As written, composed (form C), decomposed (form D).
      ("Ana", "Ana", "Ana"),
      ("", "", ""),
      ("jose\u{301}", "jos\u{E9}", "jose\u{301}"),
      ("jos\u{E9}", "jos\u{E9}", "jose\u{301}"),
      // The ångström sign is the letter Å.
      ("\u{212B}", "\u{C5}", "A\u{30A}"),
      // Two marks, in either order of typing: one below, one above.
      ("Vie\u{323}\u{302}t", "Vi\u{1EC7}t", "Vie\u{323}\u{302}t"),
      ("Vie\u{302}\u{323}t", "Vi\u{1EC7}t", "Vie\u{323}\u{302}t"),
      ("Vi\u{EA}\u{323}t", "Vi\u{1EC7}t", "Vie\u{323}\u{302}t"),
      // Marks of one class keep their order, and the second is kept from the letter by the first.
      ("a\u{301}\u{308}", "\u{E1}\u{308}", "a\u{301}\u{308}"),
      ("a\u{308}\u{301}", "\u{E4}\u{301}", "a\u{308}\u{301}"),
      ("\u{1ED9}", "\u{1ED9}", "o\u{323}\u{302}"),
      // Greek with accent and iota below: three steps.
      ("\u{1F84}", "\u{1F84}", "\u{3B1}\u{313}\u{301}\u{345}"),
      ("\u{3B1}\u{345}\u{313}\u{301}", "\u{1F84}", "\u{3B1}\u{313}\u{301}\u{345}"),
      // Hangul.
      ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}", "\u{1112}\u{1161}\u{11AB}"),
      ("\u{D558}\u{11AB}", "\u{D55C}", "\u{1112}\u{1161}\u{11AB}"),
      ("\u{AC00}", "\u{AC00}", "\u{1100}\u{1161}"),
      ("\u{AC01}\u{11A8}", "\u{AC01}\u{11A8}", "\u{1100}\u{1161}\u{11A8}\u{11A8}"),
      ("\u{1100}\u{11A8}", "\u{1100}\u{11A8}", "\u{1100}\u{11A8}"),
      ("\u{D7A3}", "\u{D7A3}", "\u{1112}\u{1175}\u{11C2}"),
      // Devanagari: letters with a nukta are never composed, save three.
      ("\u{958}", "\u{915}\u{93C}", "\u{915}\u{93C}"),
      ("\u{928}\u{93C}", "\u{929}", "\u{928}\u{93C}"),
      // Bengali: vowel signs of two parts, neither a mark with a class.
      ("\u{9C7}\u{9BE}", "\u{9CB}", "\u{9C7}\u{9BE}"),
      // Hebrew presentation forms are excluded.
      ("\u{FB2A}", "\u{5E9}\u{5C1}", "\u{5E9}\u{5C1}"),
      // Marks without a letter, and one that decomposes to two.
      ("\u{301}a", "\u{301}a", "\u{301}a"),
      ("\u{344}", "\u{308}\u{301}", "\u{308}\u{301}"),
      // An ideograph for compatibility is canonically the usual one; a ligature is not.
      ("\u{F9D1}", "\u{516D}", "\u{516D}"),
      ("\u{2F81A}", "\u{51AC}", "\u{51AC}"),
      ("ﬁ", "ﬁ", "ﬁ"),
      // Beyond the first plane.
      ("\u{11099}\u{110BA}", "\u{1109A}", "\u{11099}\u{110BA}"),
      ("\u{1D15E}", "\u{1D157}\u{1D165}", "\u{1D157}\u{1D165}"),
    ])
  func forms(text: String, composed: String, decomposed: String) {
    #expect(scalars(nfc(text.utf8.span)) == Array(composed.unicodeScalars))
    #expect(scalars(nfd(text.utf8.span)) == Array(decomposed.unicodeScalars))
    #expect(scalars(nfc(composed.utf8.span)) == Array(composed.unicodeScalars))
    #expect(scalars(nfc(decomposed.utf8.span)) == Array(composed.unicodeScalars))
  }

  @Test(
    "names that are known to be composed without further work",
    arguments: [
      "Amara Okafor", "José", "Łukasz", "Nguyễn Văn Việt", "Γιάννης", "Анна Йованович", "محمد",
      "م\u{64F}ح\u{64E}م\u{64E}د", "נ\u{5B9}ע\u{5B8}ה", "नेहा शर्मा", "দীপা", "தாமரை", "ਸ\u{A3C}ਮੀ", "ज\u{93C}ोया",
      "สมชาย ใจดี", "小林さん",
      "가람", "İpek", "🙂", "x\u{301}",
    ])
  func certain(name: String) {
    #expect(isCertainlyNFC(name.utf8.span) == true)
    #expect(nfc(name.utf8.span) == Array(name.utf8))
  }

  @Test(
    "text that is looked at more closely",
    arguments: [
      "jose\u{301}", "\u{212B}", "a\u{327}\u{5B0}", "\u{1112}\u{1161}", "\u{928}\u{93C}", "\u{EA}\u{323}",
      "\u{958}", "\u{9C7}\u{9BE}",
    ])
  func uncertain(text: String) {
    #expect(isCertainlyNFC(text.utf8.span) == false)
  }

  @Test("what is certain is so, whatever stands together")
  func certainty() {
    let some: [Unicode.Scalar] = [
      "a", "e", "\u{EA}", "\u{1EB9}", "\u{1EC7}", "\u{301}", "\u{302}", "\u{323}", "\u{327}", "\u{345}",
      "\u{3B1}", "\u{9C7}", "\u{9BE}", "\u{9CB}", "\u{928}", "\u{929}", "\u{93C}", "\u{94D}", "\u{1100}",
      "\u{1161}", "\u{11A8}", "\u{AC00}", "\u{AC01}",
    ]
    var texts = [""]
    for _ in 0..<3 { texts += texts.flatMap { text in some.map { text + String($0) } } }
    let faults = Set(texts).filter { text in
      isCertainlyNFC(text.utf8.span) && composed(text.utf8.span) != Array(text.utf8)
    }
    #expect(faults.isEmpty)
  }

  @Test("bytes that are not UTF-8 become U+FFFD, one at a time")
  func invalid() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE2, 0x82, 0x62]
    #expect(isCertainlyNFC(bytes.span) == false)
    #expect(nfc(bytes.span) == Array("a\u{FFFD}\u{FFFD}\u{FFFD}b".utf8))
    #expect(isCertainlyNFC("\u{FFFD}".utf8.span) == true)
  }

  @Test("a long run of marks is ordered as a short one, in linear time")
  func manyMarks() {
    let count = 100_000
    // Classes 230, 220, 230, 220 …: each pair is out of order.
    let text = "e" + String(repeating: "\u{301}\u{323}", count: count / 2)
    let composed = "\u{1EB9}" + String(repeating: "\u{323}", count: count / 2 - 1)
    let expected = composed + String(repeating: "\u{301}", count: count / 2)
    let clock = ContinuousClock()
    let duration = clock.measure { #expect(nfc(text.utf8.span) == Array(expected.utf8)) }
    // Tens of milliseconds without optimisation; a quadratic sort takes minutes.
    #expect(duration < .seconds(5))
  }

  @Test("every length of a run is ordered by one and the same rule")
  func runsOfAnyLength() {
    let marks: [Unicode.Scalar] = ["\u{345}", "\u{301}", "\u{5B0}", "\u{323}", "\u{302}", "\u{327}"]
    var text = "b"
    for index in 0..<80 {
      text.unicodeScalars.append(marks[index * index * 7 % 13 % marks.count])
      let sorted = text.unicodeScalars.dropFirst().enumerated().sorted {
        let (left, right) = ($0.element.properties, $1.element.properties)
        return (left.canonicalCombiningClass.rawValue, $0.offset)
          < (right.canonicalCombiningClass.rawValue, $1.offset)
      }
      #expect(scalars(nfd(text.utf8.span)) == ["b"] + sorted.map(\.element))
    }
  }

  /// `==` of the standard library is canonical equivalence.
  @Test("the forms of all scalars are canonically equivalent to them, and stable")
  func allScalars() {
    var faults: [Unicode.Scalar] = []
    for scalar in knownScalars() {
      let text = String(scalar)
      let (composed, decomposed) = (nfc(text.utf8.span), nfd(text.utf8.span))
      let isRight =
        String(decoding: composed, as: UTF8.self) == text
        && String(decoding: decomposed, as: UTF8.self) == text
        && nfc(decomposed.span) == composed && nfd(composed.span) == decomposed
        && (!isCertainlyNFC(text.utf8.span) || NetModel.composed(text.utf8.span) == Array(text.utf8))
      if !isRight { faults.append(scalar) }
    }
    #expect(faults == [])
  }

  @Test("the lower case of all scalars is the standard library's")
  func lowerCase() {
    var faults: [Unicode.Scalar] = []
    for scalar in knownScalars() {
      let lower = LowerCase.mapping(of: scalar)
      let found = [lower.first] + [lower.second].compactMap { $0 }
      let known = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      // A later version may have given an old letter a lower case that this one does not know.
      let isKnown = known.allSatisfy { ($0.properties.age ?? (99, 0)) <= (15, 0) }
      if isKnown, found != known { faults.append(scalar) }
    }
    #expect(faults == [])
  }

  /// The scalars of the version of Unicode that the tables are of; the standard library may know later ones.
  private func knownScalars() -> [Unicode.Scalar] {
    (0...0x10FFFF).compactMap(Unicode.Scalar.init).filter { scalar in
      guard let age = scalar.properties.age else { return false }
      return age <= (15, 0)
    }
  }

  private func scalars(_ bytes: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
  }
}

@Suite("Keys of handles")
struct ValuesFoldedTests {
  @Test(
    "the same in letters, however they are typed, is the same in bytes",
    arguments: [
      ("Amara", "amara"), ("JOSE\u{301}", "jos\u{E9}"), ("\u{212B}sa", "\u{E5}sa"), ("ΝΊΚΟΣ", "νίκοσ"),
      ("νίκος", "νίκοσ"), ("\u{1112}\u{1161}\u{11AB}", "\u{D55C}"), ("İpek", "i\u{307}pek"),
      ("\u{645}\u{6CC}\u{200C}\u{62E}", "\u{645}\u{6CC}\u{62E}"), ("e\u{200D}\u{301}", "\u{E9}"), ("", ""),
      ("VIE\u{302}\u{323}T", "vi\u{1EC7}t"), ("\u{1F88}", "\u{1F80}"), ("Jun-Tanaka_2", "jun-tanaka_2"),
    ])
  func keys(text: String, key: String) {
    var bytes = Array("before e".utf8)
    appendFolded(text.utf8.span, to: &bytes)
    #expect(bytes == Array("before e".utf8) + Array(key.utf8))
    #expect(Array(foldHandle(text.utf8.span).utf8) == Array(key.utf8))
    #expect((Handle(text).map { Array($0.key.utf8) } ?? []) == Array(key.utf8))
  }

  /// Letters with cases stand in the first two planes.
  @Test("folding a key changes nothing, and equivalent scalars have one key")
  func allScalars() {
    var faults: [Unicode.Scalar] = []
    for value in 0..<0x20000 as Range<UInt32> {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let key = folded(Array(String(scalar).utf8))
      if folded(key) != key || folded(nfd(String(scalar).utf8.span)) != key { faults.append(scalar) }
    }
    #expect(faults == [])
  }

  private func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    appendFolded(bytes.span, to: &folded)
    return folded
  }
}
