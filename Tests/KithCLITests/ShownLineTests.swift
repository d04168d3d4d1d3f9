import NetSyntax
import Testing

@testable import KithCLI

@Suite struct ShownLineTests {
  /// Shows a line and the marks below `part` of it.
  private func marked(_ text: String, _ part: String, limit: Int = 100) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(part.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else { return [] }
    let range = ByteRange(start, start + needle.count)
    let shown = ShownLine(bytes.span, line: ByteRange(0, bytes.count), focus: range, limit: limit)
    guard let columns = shown.columns(of: range) else { return [shown.text] }
    return [
      shown.text,
      String(repeating: " ", count: columns.lowerBound) + String(repeating: "^", count: columns.count),
    ]
  }

  @Test func `carets line up below what is at fault`() {
    #expect(marked("- gave @amra: x", "@amra") == ["- gave @amra: x", "       ^^^^^"])
    #expect(marked("\t- @a", "@a") == ["    - @a", "      ^^"])
    #expect(marked("ab\t@a", "@a") == ["ab  @a", "    ^^"])
    #expect(marked("小林 @a", "@a") == ["小林 @a", "     ^^"])
    #expect(marked("小林 @a", "小林") == ["小林 @a", "^^^^"])
    #expect(marked("e\u{301}o\u{308} @a", "@a") == ["e\u{301}o\u{308} @a", "   ^^"])
    #expect(marked("e\u{301}x", "\u{301}") == ["e\u{301}x", "^"])
    #expect(marked("👩‍🏫 👍🏽 ❤️ 🇶🇦 @a", "@a") == ["👩‍🏫 👍🏽 ❤️ 🇶🇦 @a", "            ^^"])
    #expect(marked("한 한 @a", "@a") == ["한 한 @a", "      ^^"])
    #expect(marked("क्षि @a", "@a").last == "    ^^")
    #expect(marked("می‌خواهم @a", "@a").last == "        ^^")
  }

  @Test func `what a terminal would obey or hide is shown as an escape`() {
    #expect(
      marked("a\u{1B}[31m\u{202E}b @x", "@x") == ["a\\u{1B}[31m\\u{202E}b @x", "                     ^^"])
    #expect(marked("a\u{1B}b", "\u{1B}") == ["a\\u{1B}b", " ^^^^^^"])
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let shown = ShownLine(bytes.span, line: ByteRange(0, 3), focus: ByteRange(1, 2), limit: 80)
    #expect(shown.text == "a\\xFFb" && shown.columns(of: ByteRange(1, 2)) == 1..<5)
  }

  @Test func `long lines are shown around what is at fault`() {
    let long = String(repeating: "x", count: 10_000)
    #expect(marked(long + "@a" + long, "@a", limit: 20) == ["…xxxxxx@axxxxxxxxxx…", "       ^^"])
    #expect(marked("@a" + long, "@a", limit: 20) == ["@axxxxxxxxxxxxxxxxx…", "^^"])
    #expect(marked(long + "@a", "@a", limit: 20) == ["…xxxxxx@a", "       ^^"])
    #expect(
      marked(long + "@" + long, "@" + long, limit: 20) == ["…xxxxxx@xxxxxxxxxxx…", "       ^^^^^^^^^^^^^"])
    let wide = String(repeating: "小", count: 10_000)
    #expect(marked(wide + "@a" + wide, "@a", limit: 20) == ["…小小小小小小@a小小…", "             ^^"])
    let accents = Array(String(repeating: "\u{301}", count: 100_000).utf8)
    let marks = ShownLine(
      accents.span, line: ByteRange(0, accents.count), focus: ByteRange(0, 2), limit: 80)
    #expect(marks.text.utf8.count < 3000)
  }

  @Test func `an empty range has a caret where it is`() {
    let bytes = Array("ab".utf8)
    let shown = ShownLine(bytes.span, line: ByteRange(0, 2), focus: ByteRange(2, 2), limit: 80)
    #expect(shown.columns(of: ByteRange(2, 2)) == 2..<3 && shown.columns(of: ByteRange(1, 1)) == 1..<2)
    let nothing: [UInt8] = []
    let empty = ShownLine(nothing.span, line: ByteRange(0, 0), focus: ByteRange(0, 0), limit: 80)
    #expect(empty.text.isEmpty && empty.columns(of: ByteRange(0, 0)) == 0..<1)
  }
}
