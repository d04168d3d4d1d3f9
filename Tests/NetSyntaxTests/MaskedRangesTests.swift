import NetSyntax
import Testing

@Suite struct MaskedRangesTests {
  @Test(arguments: [
    // before an edit, behind it, and behind two
    ("pin 1234 of ⟨ann|anna⟩", ["1234"]), ("⟨pn|pin⟩ 1234", ["1234"]), ("⟨a|abc⟩ ⟨pin|p⟩ 1234 and 77", ["1234", "77"]),
    // an edit inside what is masked, and one that ends where it starts
    ("pin 12⟨3|333⟩4", ["123334"]), ("pin⟨: | ⟩1234", ["1234"]),
    // an edit over its start, over its end, and over all of it
    ("pi⟨n 1|N 9⟩234", ["N 9234"]), ("pin 123⟨4 x|5⟩", ["1235"]), ("⟨pin 1234|none⟩", ["none"]),
  ])
  func `a mask moves with what it hides`(marked: String, hidden: [String]) throws {
    let (old, edits) = edits(in: marked)
    let new = Array(old.utf8).applying(edits)
    let masked = MaskedRanges(
      old.ranges(of: /\d[\d]+/).map { digits in
        ByteRange(digits.lowerBound.utf16Offset(in: old), digits.upperBound.utf16Offset(in: old))
      })
    #expect(masked.moved(by: edits).map { String(decoding: new[$0.start..<$0.end], as: UTF8.self) } == hidden)
  }

  @Test func `each character that is hidden has its mark, and lines end where they did`() {
    let text = Array("käse\r\nbrot".utf8)
    let masked = MaskedRanges([ByteRange(8, 9), ByteRange(1, 5), ByteRange(4, 8)])
    #expect(String(decoding: masked.shown(text.span, ByteRange(0, 11)), as: UTF8.self) == "k•••\r\n••ot")
    #expect(String(decoding: masked.shown(text.span, ByteRange(9, 11)), as: UTF8.self) == "ot")
  }
}
