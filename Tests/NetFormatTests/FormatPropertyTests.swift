import NetFormat
import NetSyntax
import Support
import Testing

/// Of every text: formatting keeps what it says, and formatting again changes nothing.
///
/// A debug build tries a sample of the cases that a release build does.
@Suite struct FormatPropertyTests {
  /// How many texts each seed tries.
  #if DEBUG
    static let count = 150
  #else
    static let count = 14_000
  #endif

  @Test func examplesAndSamplesKeepWhatTheySay() {
    for text in Texts.examples + Texts.samples.map(\.bytes) { expectNoViolation(text) }
  }

  /// What generated and mutated texts have found, as small as it could be made.
  @Test(arguments: [
    "# a\ntaGS: ,\n", "\n\u{FEFF}```\n```\n", "\n\u{FEFF}//kith: format off",
    "- \na\n//kith: format off\n//kith: format on\n\n\n",
    "# a\n**met**:a\n", "# a\n- **met**:a\n", "# 1111 1:01:\n", "- 1111-11-01:\n", "~~~ \n~~~a", "<<<<<<<\n>>>>>>> \n",
    "# 2026-13-01 ", "# A\ntags: # a/b, c d\n", "# a\nrol e: a\n",
    "# a\n-\n#\na:\nvia: @a\n", "# a\n-\n#\u{200F}\na:\nvia: @a\n",
  ])
  func whatWasFoundOnce(text: String) { expectNoViolation(Array(text.utf8)) }

  @Test(arguments: 1...8)
  func generatedNotesKeepWhatTheySay(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 4))
    for _ in 0..<Self.count { expectNoViolation(generator.file()) }
  }

  @Test(arguments: 11...18)
  func mutatedNotesKeepWhatTheySay(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var generator = NotebookGenerator(seed: UInt64(seed))
    let texts = Texts.examples.filter { !$0.isEmpty } + Texts.samples.map { Array($0.bytes.prefix(4000)) }
    for round in 0..<Self.count {
      var text = round.isMultiple(of: 2) ? generator.file() : texts[round / 2 % texts.count]
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&text, &random) }
      expectNoViolation(text)
    }
  }

  /// LF, CRLF or some of each, with and without a byte-order mark and a line end at the end: one canonical text.
  @Test(arguments: 21...22)
  func lineEndsMakeNoDifference(seed: Int) {
    var generator = NotebookGenerator(seed: UInt64(seed))
    var texts = Texts.samples.map(\.bytes) + Texts.examples
    for _ in 0..<Self.count / 2 { texts.append(generator.file()) }
    for text in texts where isNotes(text) {
      let fails = { (text: [UInt8]) in isNotes(text) && variants(of: text).contains { canonical($0) != canonical(text) }
      }
      if fails(text) { Issue.record("line ends change the form of\n\(shown(shrink(text, while: fails)))") }
    }
  }

  /// Only the lines asked for change, and what they say does not.
  @Test(arguments: 31...32)
  func aRangeOfLinesKeepsWhatAllSay(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var generator = NotebookGenerator(seed: UInt64(seed))
    for _ in 0..<Self.count {
      let text = generator.file()
      guard isNotes(text) else { continue }
      let first = Double.random(in: 0...1, using: &random)
      let length = Double.random(in: 0...0.5, using: &random)
      let fails = { (text: [UInt8]) in !rangeViolations(text, from: first, length: length).isEmpty }
      if fails(text) {
        let smallest = shrink(text) { isNotes($0) && fails($0) }
        Issue.record("\(rangeViolations(smallest, from: first, length: length))\n\(shown(smallest))")
      }
    }
  }

  private func expectNoViolation(_ text: [UInt8], location: SourceLocation = #_sourceLocation) {
    if formatViolations(text).isEmpty { return }
    let smallest = shrink(text) { !formatViolations($0).isEmpty }
    Issue.record("\(formatViolations(smallest))\n\(shown(smallest))", sourceLocation: location)
  }
}

/// Whether a text is valid UTF-8 and no file of another kind.
private func isNotes(_ text: [UInt8]) -> Bool {
  guard (try? UTF8Span(validating: text.span)) != nil else { return false }
  return parse(text.span, reusing: Tree()).faults.first?.kind != .pajekFile
}

private func canonical(_ text: [UInt8]) -> [UInt8] {
  text.applying(formattingEdits(of: parse(text.span, reusing: Tree()), text.span))
}

/// The same lines with other line ends, and with a byte-order mark.
private func variants(of text: [UInt8]) -> [[UInt8]] {
  let lineFeed = UInt8(ascii: "\n")
  let crlf = text.flatMap { $0 == lineFeed ? [UInt8(ascii: "\r"), lineFeed] : [$0] }
  var count = 0
  let mixed = text.flatMap { byte in
    count += byte == lineFeed ? 1 : 0
    return byte == lineFeed && count.isMultiple(of: 3) ? [UInt8(ascii: "\r"), lineFeed] : [byte]
  }
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  // A blank line that nothing ends is none.
  let last = text.dropLast().split(separator: lineFeed, omittingEmptySubsequences: false).last ?? []
  let isBlank = last.allSatisfy { $0 <= 0x20 || $0 >= 0x80 }
  let open = text.last == lineFeed && !isBlank ? Array(text.dropLast()) : text
  return [crlf, mixed, mark + text, mark + crlf, open]
}

/// What does not hold of a file of which some lines are formatted.
private func rangeViolations(_ text: [UInt8], from first: Double, length: Double) -> [String] {
  let lines = LineIndex(text.span)
  let start = 1 + Int(first * Double(lines.lineCount - 1))
  let end = min(lines.lineCount, start + Int(length * Double(lines.lineCount)))
  let range = ByteRange(
    lines.start(ofLine: start), end < lines.lineCount ? lines.start(ofLine: end + 1) : text.count)
  do {
    guard let formatted = try format(text, parse(text.span, reusing: Tree()), in: range) else { return [] }
    let isOutside = formatted.edits.contains { $0.range.start < range.start || $0.range.end > range.end }
    return isOutside ? ["an edit lies outside of lines \(start) to \(end)"] : []
  } catch {
    return ["\(error) in lines \(start) to \(end)"]
  }
}
