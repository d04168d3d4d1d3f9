import NetSyntax
import Support
import Testing

@Suite struct ComposedEditsTests {
  @Test func `two rounds come to one`() {
    let text = Array("- gave @amra: a book\n".utf8)
    var composed = ComposedEdits(of: text)
    composed.apply([TextEdit(range: ByteRange(7, 12), replacement: "@amara")])
    // The offsets are those of `- gave @amara: a book`.
    composed.apply([
      TextEdit(range: ByteRange(0, 1), replacement: "*"), TextEdit(range: ByteRange(8, 9), replacement: "A"),
    ])
    #expect(
      composed.edits == [
        TextEdit(range: ByteRange(0, 1), replacement: "*"), TextEdit(range: ByteRange(7, 12), replacement: "@Amara"),
      ])
  }

  @Test func `what is undone is no edit`() {
    var composed = ComposedEdits(of: Array("abc".utf8))
    composed.apply([TextEdit(range: ByteRange(1, 2), replacement: "xyz")])
    composed.apply([TextEdit(range: ByteRange(1, 4), replacement: "b")])
    #expect(composed.edits.isEmpty)
  }

  @Test func `many random rounds lead to the same text`() {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let first = (0..<Int.random(in: 0...12, using: &random)).map { UInt8(0x61 + $0) }
      var composed = ComposedEdits(of: first)
      var text = first
      for _ in 0..<4 {
        let edits = someEdits(of: text, &random)
        composed.apply(edits)
        text = text.applying(edits)
        let all = composed.edits
        #expect(first.applying(all) == text)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.range.end < $1.range.start })
      }
    }
  }

  private func someEdits(of text: [UInt8], _ random: inout SeededGenerator) -> [TextEdit] {
    var edits: [TextEdit] = []
    var offset = 0
    while offset <= text.count, Bool.random(using: &random) {
      let start = Int.random(in: offset...text.count, using: &random)
      let end = Int.random(in: start...text.count, using: &random)
      let letters = String("XYZ".prefix(Int.random(in: 0...3, using: &random)))
      edits.append(TextEdit(range: ByteRange(start, end), replacement: letters))
      offset = end + 1
    }
    return edits
  }
}
