import NetSyntax
import Support
import Testing

@testable import NetLint

/// What names look like is put together from what their characters look like: the same as for each name as a whole.
@Suite struct LooksTests {
  @Test func eachCharacterLooksLikeItself() {
    var looks = Looks()
    for value in UInt32(0x20)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      expectSame(String(scalar), &looks)
    }
  }

  @Test func namesLookLikeTheirCharacters() {
    var looks = Looks()
    let pieces = [
      "a", "rn", "m", "O", "0", " ", "-", "О", "а", "é", "e\u{301}", "\u{301}", "\u{323}", "ệ", "’", "김", "小林", "वि",
      "ल",
      "\u{200D}", "ﬁ", "𝐀", "\u{1F600}", "ς", "I", "l",
    ]
    for first in pieces {
      for second in pieces {
        for third in pieces { expectSame(first + second + third, &looks) }
      }
    }
  }

  /// What is typed on one keyboard looks like ASCII, so that it need not be looked at where nothing else does.
  @Test func namesInASCIILookLikeASCII() {
    var looks = Looks()
    for byte in UInt8(0)..<0x80 where byte.isAsciiAlphanumeric || byte.isOne(of: "-_") {
      #expect(looks.look(of: String(Unicode.Scalar(byte))).isASCII)
    }
  }

  private func expectSame(_ name: String, _ looks: inout Looks) {
    #expect(looks.look(of: name) == Looks.Look(skeleton: Array(skeleton(of: name).utf8)), "\(name.debugDescription)")
    #expect(
      looks.look(ofWritten: name.utf8.span) == Looks.Look(skeleton: Array(skeleton(ofWritten: name).utf8)),
      "\(name.debugDescription)")
  }
}
