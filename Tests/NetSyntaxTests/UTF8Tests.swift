import NetSyntax
import Testing

/// What is UTF-8 is said as the standard library says it.
@Suite struct UTF8Tests {
  /// The ends of the ranges of the bytes that a character may consist of (RFC 3629), and ASCII.
  private let bytes: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
    0xF0,
    0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test func charactersOfFourBytesAndTheirBeginnings() {
    var text: [UInt8] = []
    for first in bytes {
      for second in bytes {
        for third in bytes {
          for fourth in bytes {
            text = [first, second, third, fourth]
            for length in 1...4 where !isAsExpected(Array(text[..<length])) { Issue.record("\(text[..<length])") }
          }
        }
      }
    }
  }

  @Test func anywhereInALine() {
    let line = Array("Amara Okafor lives in Enugu, says Zoë, and 小林 does not; nobody else was there".utf8)
    for place in line.indices {
      for byte in [0x41, 0x80, 0xC3, 0xF5] as [UInt8] {
        var text = line
        text[place] = byte
        if !isAsExpected(text) { Issue.record("\(byte) at \(place)") }
      }
    }
  }

  private func isAsExpected(_ text: [UInt8]) -> Bool {
    isUTF8(text.span) == ((try? UTF8Span(validating: text.span)) != nil)
  }
}
