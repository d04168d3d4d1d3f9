import Testing

@testable import NetSyntax

/// Searches that look at many bytes at a time find what a look at each byte finds, wherever it stands and whatever stands
/// around the range that is searched.
@Suite struct ByteSearchTests {
  /// Each byte there is, alone among plain ones, at each place of a text longer than the longest block.
  private func forEachText(_ body: ([UInt8], Int, UInt8) -> Void) {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<41 {
        var text = [UInt8](repeating: UInt8(ascii: "x"), count: 41)
        text[place] = byte
        body(text, place, byte)
      }
    }
  }

  private func expect(
    _ wanted: (UInt8) -> Bool, _ find: (Span<UInt8>, Int, Int) -> Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var wrong: [String] = []
    forEachText { text, place, byte in
      for (start, end) in [(0, 41), (3, 41), (0, 37), (20, 22)] {
        let expected = wanted(byte) && start <= place && place < end ? place : end
        if find(text.span, start, end) != expected { wrong.append("\(byte) at \(place) in \(start)..<\(end)") }
      }
    }
    #expect(wrong == [], sourceLocation: sourceLocation)
  }

  @Test func whatIsNotASCII() {
    expect({ $0 >= 0x80 }) { findNonASCII($0, from: $1, to: $2) }
  }

  @Test func whatIsUnusual() {
    expect({ ($0 < 0x20 && $0 != 0x0A) || $0 >= 0x7F || [0x2F, 0x3C, 0x3E].contains($0) }) {
      findUnusual($0, from: $1, to: $2)
    }
  }

  @Test func controls() {
    expect({ ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F || $0 == 0xC2 }) { findControl($0, from: $1, to: $2) }
  }

  @Test func oneByteAndOneOfTwo() {
    expect({ $0 == UInt8(ascii: ":") }) { find(UInt8(ascii: ":"), $0, from: $1, to: $2) }
    expect({ $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "~") }) {
      find(UInt8(ascii: "<"), or: UInt8(ascii: "~"), $0, from: $1, to: $2)
    }
  }

  @Test func marksOfRunningText() {
    expect({ Array("@#:<[\\]`".utf8).contains($0) }) { findInlineMark($0, from: $1, to: $2) }
  }

  @Test func whatEndsAHandle() {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    let handle = Array("\(letters)\(letters.uppercased())0123456789-_".utf8)
    expect({ !handle.contains($0) }) { findHandleEnd($0, from: $1, to: $2) }
  }

  @Test func lowerCase() {
    var wrong: [String] = []
    forEachText { text, place, byte in
      let isCapitalOrWide = byte >= 0x80 || (0x41...0x5A).contains(byte)
      for range in [ByteRange(0, 41), ByteRange(1, 40), ByteRange(17, 20)] {
        if isLowercaseASCII(text.span, range) == (isCapitalOrWide && range.contains(place)) {
          wrong.append("\(byte) at \(place) in \(range)")
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func oneOfSomeCharacters() {
    for byte in UInt8.min...UInt8.max {
      #expect(byte.isOne(of: ".,;\"\\") == [0x2E, 0x2C, 0x3B, 0x22, 0x5C].contains(byte))
    }
  }
}
