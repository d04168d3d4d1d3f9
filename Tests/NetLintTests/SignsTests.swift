import NetModel
import NetSyntax
import Testing

@testable import NetLint

/// What is told at a glance must never keep a rule from what it has to look at.
@Suite struct SignsTests {
  @Test func easyLettersAreOfFormCInBothCases() {
    for value in UInt32(0x80)..<0x1_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      guard holdsEasyLetters(bytes.span, ByteRange(0, bytes.count)) else { continue }
      // Neither the letter by itself nor a letter and a mark before it may be composed with it.
      for before in ["", "a", "i\u{307}", "\u{5D0}"] {
        var lower = Array(before.utf8)
        appendLowercasedWithJoiners(bytes.span, to: &lower)
        let isNormal = isCertainlyNFC(lower.span) || nfc(lower.span) == lower
        #expect(isNormal, "U+\(String(value, radix: 16))")
      }
    }
  }

  /// At the pair of bytes by which a token is found nothing else is looked for, and few letters stand before it.
  @Test func everyTokenHasAnAnchor() throws {
    #expect(tokenAnchors.count == allShapes.count)
    for (shape, anchor) in zip(allShapes, tokenAnchors) {
      let lead = Array(try #require(shape.parts.first?.lead).utf8)
      let place = try #require(lead.indices.dropLast().first { (lead[$0], lead[$0 + 1]) == anchor })
      #expect(lead.count > 2 && place <= longestAnchored, "\(lead)")
      let trigger = secretPairs[anchor.first, anchor.second]
      #expect(trigger.contains(.token) && trigger.isDisjoint(with: .any.subtracting(.token)), "\(lead)")
    }
  }

  @Test func everyKnownKeyMayBeginAField() {
    for key in FieldKey.allCases {
      for name in [key.name, key.name.uppercased(), key.name.capitalized, "**\(key.name)"] {
        let bytes = Array("\(name): x".utf8)
        let mayStand = FieldLine.mayStand(bytes.span, at: 0, end: bytes.count)
        #expect(mayStand, "\(name)")
      }
    }
  }

  @Test(
    arguments: [
      ("a\u{E9}b\n\t\u{4E00}\u{1F600}", []), ("\u{FFFD}", .replacement.union(.hidden)), ("a\u{1}", .control),
      ("\r\n", .control), ("\u{85}", .control), ("\u{7F}", .control), ("a\u{200B}b", .hidden), ("\u{AD}", .hidden),
      ("x // KITH: ignore", .directive), ("x //kith", .directive), ("https://kit", []), ("<a>", []),
      (">> x", .conflict),
      ("<<", .conflict), ("/", []), ("<", []),
    ] as [(String, ByteSigns)])
  func areThoseOfTheBytes(_ text: String, _ signs: ByteSigns) {
    for blanks in [0, 7, 40] {
      let bytes = Array((String(repeating: " ", count: blanks) + text).utf8)
      let found = ByteSigns(in: bytes.span)
      #expect(found == signs)
    }
  }

  @Test(arguments: [
    [0x80], [0xC1, 0x80], [0xC3], [0xC3, 0x41], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
  ])
  func areAllThereWhereTheTextIsNotUTF8(_ bytes: [UInt8]) {
    let text = Array("# Amara ".utf8) + bytes
    let found = ByteSigns(in: text.span)
    #expect(found == [.broken, .control, .hidden, .replacement, .directive, .conflict])
  }

  @Test func searchForASCIIMayGoBack() {
    let bytes = Array("abc é def é".utf8)
    var search = ASCIISearch()
    for start in (0..<bytes.count).reversed() + Array(0..<bytes.count) {
      for end in start...bytes.count {
        let isASCII = bytes[start..<end].allSatisfy { $0 < 0x80 }
        let found = search.isASCII(bytes.span, ByteRange(start, end))
        #expect(found == isASCII)
      }
    }
  }
}
