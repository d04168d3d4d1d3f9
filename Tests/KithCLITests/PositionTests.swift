import NetSyntax
import Testing

@Suite struct PositionTests {
  /// Counts line and column the slow way, from the start of the bytes.
  private func counted(_ offset: Int, _ bytes: [UInt8]) -> Position {
    var line = 1
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A && index < offset {
      line += 1
      start = index + 1
    }
    var column = 1
    var index = start
    while index < offset {
      let length = (1...4).first { length in
        index + length <= bytes.count
          && String(validating: bytes[index..<index + length], as: UTF8.self)?.unicodeScalars.count == 1
      }
      index += length ?? 1
      column += 1
    }
    return Position(line: line, column: column)
  }

  @Test(arguments: [
    "", "\n", "a", "# Zoë @zoe\n- story @李雷: 小林\n\n👩‍🏫x\r\n", "\u{FEFF}# a\n\u{FEFF}b", "a\r\r\nb\r",
    String(repeating: "ä李x👋", count: 900) + "\n" + String(repeating: "ab", count: 1200),
  ])
  func `offsets become lines and columns`(text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes.span)
    for offset in 0...bytes.count where bytes.count < 100 || offset % 97 < 2 {
      #expect(index.position(of: offset, in: bytes.span) == counted(offset, bytes), "offset \(offset)")
    }
    #expect(
      index.position(of: bytes.count + 10, in: bytes.span) == index.position(of: bytes.count, in: bytes.span))
  }

  @Test func `bytes outside UTF-8 are a column each`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x28, 0xE2, 0x82, 0x80, 0x80, 0xF0, 0x9F, 0x0A, 0x80]
    let index = LineIndex(bytes.span)
    for offset in 0...bytes.count {
      #expect(index.position(of: offset, in: bytes.span) == counted(offset, bytes), "offset \(offset)")
    }
    let long =
      [UInt8](repeating: 0x80, count: 1022) + [0xF0, 0x9F, 0x91, 0x8B] + [UInt8](repeating: 0xE2, count: 2000)
    let longIndex = LineIndex(long.span)
    for offset in 1015...1040 {
      #expect(longIndex.position(of: offset, in: long.span) == counted(offset, long), "offset \(offset)")
    }
    #expect(longIndex.position(of: long.count, in: long.span).column == 1022 + 1 + 2000 + 1)
  }

  @Test func `a line's range leaves its end out`() {
    let text = "ab\ncd\r\r\n\r\nx\ry\r"
    let index = LineIndex(text.utf8.span)
    let lines = (1...index.lineCount).map { line in
      let range = index.lineRange(line)
      return String(decoding: Array(text.utf8)[range.start..<range.end], as: UTF8.self)
    }
    #expect(lines == ["ab", "cd", "", "x\ry"])
    #expect(index.start(ofLine: 3) == 8 && index.line(of: 7) == 2 && index.line(of: 8) == 3)
    let plain = LineIndex("a\n\nb\n".utf8.span)
    #expect(
      (1...plain.lineCount).map { plain.lineRange($0) } == [
        ByteRange(0, 1), ByteRange(2, 2), ByteRange(3, 4), ByteRange(5, 5),
      ])
  }
}
