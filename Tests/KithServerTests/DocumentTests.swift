import KithFiles
import NetSyntax
import Testing

@testable import KithServer

/// Texts of documents, and places in them.
@Suite struct DocumentTests {
  @Test func placesAreCountedInEitherUnit() {
    // The second line has no line end of its own; a lone CR ends one here.
    let bytes = Array("a😀e\u{301}x\r\nb\rc\n".utf8)
    let cases: [(offset: Int, utf8: TextPlace, utf16: TextPlace)] = [
      (0, TextPlace(line: 0, character: 0), TextPlace(line: 0, character: 0)),
      (1, TextPlace(line: 0, character: 1), TextPlace(line: 0, character: 1)),
      (5, TextPlace(line: 0, character: 5), TextPlace(line: 0, character: 3)),
      (8, TextPlace(line: 0, character: 8), TextPlace(line: 0, character: 5)),
      (9, TextPlace(line: 0, character: 9), TextPlace(line: 0, character: 6)),
      (11, TextPlace(line: 1, character: 0), TextPlace(line: 1, character: 0)),
      (13, TextPlace(line: 2, character: 0), TextPlace(line: 2, character: 0)),
      (15, TextPlace(line: 3, character: 0), TextPlace(line: 3, character: 0)),
    ]
    for (offset, utf8, utf16) in cases {
      for (encoding, place) in [(PositionEncoding.utf8, utf8), (.utf16, utf16)] {
        let lines = LineTable(bytes, encoding)
        #expect(lines.place(of: offset, in: bytes) == place, "\(offset) in \(encoding)")
        #expect(lines.offset(of: place, in: bytes) == offset, "\(place) in \(encoding)")
      }
    }
    // Between CR and LF there is no place.
    #expect(LineTable(bytes, .utf16).place(of: 10, in: bytes) == TextPlace(line: 0, character: 6))
  }

  @Test func placesThatAreNoneCountAsTheNearest() {
    let bytes = Array("a😀\r\nb".utf8)
    let utf8 = LineTable(bytes, .utf8)
    let utf16 = LineTable(bytes, .utf16)
    // Behind the end of the line, and of the text.
    for table in [utf8, utf16] {
      #expect(table.offset(of: TextPlace(line: 0, character: 99), in: bytes) == 5)
      #expect(table.offset(of: TextPlace(line: 1, character: .max), in: bytes) == 8)
      #expect(table.offset(of: TextPlace(line: .max, character: 0), in: bytes) == 8)
    }
    // Inside a character.
    #expect(utf8.offset(of: TextPlace(line: 0, character: 3), in: bytes) == 1)
    #expect(utf16.offset(of: TextPlace(line: 0, character: 2), in: bytes) == 1)
  }

  @Test func aLongLineIsAsGoodAsAnother() {
    let bytes = Array(String(repeating: "é😀a", count: 2_000).utf8)
    let lines = LineTable(bytes, .utf16)
    for piece in stride(from: 0, to: 2_000, by: 37) {
      let place = TextPlace(line: 0, character: piece * 4)
      #expect(lines.offset(of: place, in: bytes) == piece * 7)
      #expect(lines.place(of: piece * 7, in: bytes) == place)
    }
  }

  @Test func addressesArePaths() {
    let cases: [(uri: String, path: String?)] = [
      ("file:///notes/people.net", "/notes/people.net"),
      ("FILE:///a", "/a"),
      ("file:/a", "/a"),
      ("file://localhost/a", "/a"),
      ("file:///zo%C3%AB%20and%20co/%23a.net", "/zoë and co/#a.net"),
      ("file:///50%/a%2", "/50%/a%2"),
      ("file:///a?version=2#line", "/a"),
      ("file:///a%00b", nil),
      ("file://server/share/a", nil),
      ("file:a.net", nil),
      ("untitled:Untitled-1", nil),
      ("", nil),
    ]
    for (uri, expected) in cases {
      #expect(Path(fileURI: uri) == expected.map { Path($0) }, "\(uri)")
    }
    let odd = Path([0x2F, 0xFF, 0x20, 0x23])
    #expect(odd.fileURI == "file:///%FF%20%23")
    #expect(Path(fileURI: odd.fileURI) == odd)
  }

  @Test func editsKeepBothBytesOfALineEndTogether() {
    let bytes = Array("a \r\nb\r\n".utf8)
    let edits = [
      TextEdit(range: ByteRange(1, 3), replacement: ""), TextEdit(range: ByteRange(3, 5), replacement: "\nB"),
      TextEdit(range: ByteRange(6, 7), replacement: "\n\n"),
    ]
    let placed = placeable(edits, in: bytes)
    #expect(bytes.applying(placed) == bytes.applying(edits))
    for end in placed.flatMap({ [$0.range.start, $0.range.end] }) {
      #expect(!(end > 0 && end < bytes.count && bytes[end - 1] == 0x0D && bytes[end] == 0x0A))
    }
  }
}
