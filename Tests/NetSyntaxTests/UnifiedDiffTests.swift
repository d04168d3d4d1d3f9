import NetSyntax
import Support
import Testing

/// Edits and their diffs. In the texts `⟨old|new⟩` is an edit: `⟨old|⟩` takes away, `⟨|new⟩` puts in.
@Suite struct UnifiedDiffTests {
  // MARK: Applying

  @Test func editsAreAppliedInOrder() {
    #expect(applied("⟨#  |# ⟩Amara⟨ |⟩") == "# Amara")
    #expect(applied("due:⟨|2⟩⟨|0⟩⟨|26⟩⟨|-⟩") == "due:2026-")
    #expect(applied("⟨\u{FEFF}|⟩a⟨|\n⟩") == "a\n")
    #expect(applied("nothing") == "nothing")
    #expect(applied("") == "")
  }

  // MARK: Hunks

  @Test func oneUntidyLineIsOneLineOnBothSides() {
    expect(
      "# Amara\n\nborn\nin\nDoha⟨  |⟩\nand\nraised\nin\nAccra\n",
      gives: ["@@ -2,7 +2,7 @@", " ", " born", " in", "-Doha  ", "+Doha", " and", " raised", " in"])
  }

  @Test func linesSideBySideAreOneChange() {
    expect(
      "#⟨  | ⟩Amara\nrole:⟨| ⟩friend⟨ |⟩\nbody\n",
      gives: ["@@ -1,3 +1,3 @@", "-#  Amara", "-role:friend ", "+# Amara", "+role: friend", " body"])
  }

  @Test func anEditThatLeavesLinesAtItsEndsShowsOnlyTheOthers() {
    expect("⟨a\nb\nc\n|a\nB\nc\n⟩", gives: ["@@ -1,3 +1,3 @@", " a", "-b", "+B", " c"])
    expect("a\n⟨b\n|b\n⟩", gives: [])
    expect("a\n", gives: [])
  }

  @Test func blankLinesAreTakenAndPutIn() {
    expect("a\n\n⟨\n\n|⟩b\n", gives: ["@@ -1,5 +1,3 @@", " a", " ", "-", "-", " b"])
    expect("a⟨\n|⟩\n\nb\n", gives: ["@@ -1,4 +1,3 @@", " a", "-", " ", " b"])
    expect("a\n⟨|\n⟩# b\n", gives: ["@@ -1,2 +1,3 @@", " a", "+", " # b"])
    expect("a⟨|\n⟩\n# b\n", gives: ["@@ -1,2 +1,3 @@", " a", "+", " # b"])
    expect("⟨\n \n|⟩a\n", gives: ["@@ -1,3 +1 @@", "-", "- ", " a"])
    expect("a\n⟨\n\n|⟩", gives: ["@@ -1,3 +1 @@", " a", "-", "-"])
    expect("a⟨\n\n|⟩\n", gives: ["@@ -1,3 +1 @@", " a", "-", "-"])
  }

  @Test func editsThatMeetBetweenTwoLinesAreOneChange() {
    expect("a⟨\n|⟩⟨|, ⟩b\nc\n", gives: ["@@ -1,3 +1,2 @@", "-a", "-b", "+a, b", " c"])
    expect("a\n⟨|b⟩⟨|\n⟩c\n", gives: ["@@ -1,2 +1,3 @@", " a", "+b", " c"])
  }

  @Test func aByteOrderMarkIsPartOfTheFirstLine() {
    expect("⟨\u{FEFF}|⟩a\nb\n", gives: ["@@ -1,2 +1,2 @@", "-\u{FEFF}a", "+a", " b"])
    expect("⟨\u{FEFF}|⟩", gives: ["@@ -1 +0,0 @@", "-\u{FEFF}", #"\ No newline at end of file"#])
  }

  @Test func carriageReturnsAreSeenInTheOldLines() {
    expect("a⟨\r|⟩\nb⟨\r\r|⟩\n", gives: ["@@ -1,2 +1,2 @@", "-a\r", "-b\r\r", "+a", "+b"])
    expect("a⟨\r|\n⟩b⟨\r|\n⟩", gives: ["@@ -1 +1,2 @@", "-a\rb\r", #"\ No newline at end of file"#, "+a", "+b"])
  }

  @Test func itIsSaidWhereTheFinalNewlineIsMissing() {
    let note = #"\ No newline at end of file"#
    expect("a\nb⟨|\n⟩", gives: ["@@ -1,2 +1,2 @@", " a", "-b", note, "+b"])
    expect("a\nb⟨\n|⟩", gives: ["@@ -1,2 +1,2 @@", " a", "-b", "+b", note])
    expect("a\nb⟨ |⟩", gives: ["@@ -1,2 +1,2 @@", " a", "-b ", note, "+b", note])
    expect("a⟨ |⟩\nb", gives: ["@@ -1,2 +1,2 @@", "-a ", "+a", " b", note])
    expect("a⟨\nb|⟩", gives: ["@@ -1,2 +1 @@", "-a", "-b", note, "+a", note])
    expect("a\n⟨|b⟩", gives: ["@@ -1 +1,2 @@", " a", "+b", note])
    expect("a\nb⟨ \n  |\n⟩", gives: ["@@ -1,3 +1,2 @@", " a", "-b ", "-  ", note, "+b"])
  }

  @Test func emptyFilesHaveNoLines() {
    expect("⟨|a\n⟩", gives: ["@@ -0,0 +1 @@", "+a"])
    expect("⟨\n\n|⟩", gives: ["@@ -1,2 +0,0 @@", "-", "-"])
    expect("⟨\n|⟩", gives: ["@@ -1 +0,0 @@", "-"])
    expect("", gives: [])
  }

  @Test func changesThatShareContextShareAHunk() {
    expect(
      "⟨1|I⟩\n2\n3\n4\n5\n6\n7\n⟨8|VIII⟩\n",
      gives: ["@@ -1,8 +1,8 @@", "-1", "+I", " 2", " 3", " 4", " 5", " 6", " 7", "-8", "+VIII"])
    expect(
      "⟨1\n|⟩2\n3\n4\n5\n6\n7\n8\n⟨9\n|⟩",
      gives: ["@@ -1,4 +1,3 @@", "-1", " 2", " 3", " 4", "@@ -6,4 +5,3 @@", " 6", " 7", " 8", "-9"])
  }

  // MARK: Names

  @Test(arguments: [
    ("people/doha.net", "people/doha.net"), ("/notes/a.net", "notes/a.net"), ("دفتر 🙂.net", "دفتر 🙂.net\t"),
    ("two words.net", "two words.net\t"),
  ])
  func plainNames(name: String, shown: String) {
    #expect(headers(Array(name.utf8)) == ["--- a/\(shown)", "+++ b/\(shown)"])
  }

  @Test(arguments: [
    (Array("a\tb\n\u{1B}.net".utf8), #"a\tb\n\033.net"#), (Array(#"the "best" \o/"#.utf8), #"the \"best\" \\o/"#),
    (Array("a.net ".utf8), "a.net "), (Array("right\u{202E}left".utf8), #"right\342\200\256left"#),
    ([0x61, 0xFF, 0xC3], #"a\377\303"#),
    (Array("\u{7}\u{8}\u{B}\u{C}\r\u{7F}é\u{85}".utf8), #"\a\b\v\f\r\177é\302\205"#),
  ])
  func namesThatMustBeQuoted(name: [UInt8], shown: String) {
    let end = shown.contains(" ") ? "\t" : ""
    #expect(headers(name) == [#"--- "a/\#(shown)"\#(end)"#, #"+++ "b/\#(shown)"\#(end)"#])
  }

  // MARK: Lines

  @Test func eachLineHasItsKind() {
    // What is removed and added begins as headers do.
    let diff = diff("⟨-- a|++ b⟩\nc⟨|\n⟩d")
    let texts = diff.lines.map { String(decoding: diff.bytes[$0.range], as: UTF8.self) }
    #expect(
      texts == [
        "--- a/a.net", "+++ b/a.net", "@@ -1,2 +1,3 @@", "--- a", "-cd", #"\ No newline at end of file"#, "+++ b", "+c",
        "+d", #"\ No newline at end of file"#,
      ])
    #expect(
      diff.lines.map(\.kind) == [
        .header, .header, .hunk, .removed, .removed, .note, .added, .added, .added, .note,
      ])
    #expect(self.diff("⟨a|b⟩\nc\n").lines.map(\.kind) == [.header, .header, .hunk, .removed, .added, .context])
  }

  // MARK: Properties

  /// The format's own definition, read by someone who has only the diff, gives the new text back.
  @Test func whateverIsEditedTheDiffLeadsThere() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<10_000 {
      let old = randomText(upTo: 40, &random)
      let edits = randomEdits(of: old, &random)
      let new = Array(old.utf8).applying(edits)
      let diff = UnifiedDiff(of: Array(old.utf8), applying: edits, name: Array("a.net".utf8))
      #expect(diff.bytes.isEmpty == (new == Array(old.utf8)))
      let patched = try patch(Array(old.utf8), with: diff.bytes)
      if patched != new {
        Issue.record("\(old.debugDescription) by \(edits): \(String(decoding: diff.bytes, as: UTF8.self))")
        return
      }
    }
  }

  /// A file that is one long line, and one of nothing but line ends, take no longer than any other.
  @Test(.timeLimit(.minutes(1)), arguments: ["ab ", "\n", "a \n"])
  func aHundredThousandEdits(piece: String) throws {
    let old = Array(String(repeating: piece, count: 100_000).utf8)
    let length = piece.utf8.count
    let edits = (0..<100_000).filter { $0 % 3 == 0 }.map {
      TextEdit(range: ByteRange($0 * length, ($0 + 1) * length), replacement: "")
    }
    let diff = UnifiedDiff(of: old, applying: edits, name: Array("a.net".utf8))
    #expect(try patch(old, with: diff.bytes) == old.applying(edits))
  }

  // MARK: Helpers

  private func applied(_ marked: String) -> String {
    let (old, edits) = edits(in: marked)
    return String(decoding: Array(old.utf8).applying(edits), as: UTF8.self)
  }

  private func diff(_ marked: String) -> UnifiedDiff {
    let (old, edits) = edits(in: marked)
    return UnifiedDiff(of: Array(old.utf8), applying: edits, name: Array("a.net".utf8))
  }

  private func headers(_ name: [UInt8]) -> [String] {
    let diff = UnifiedDiff(of: [0x20], applying: [TextEdit(range: ByteRange(0, 1), replacement: "\n")], name: name)
    return diff.lines.prefix(2).map { String(decoding: diff.bytes[$0.range], as: UTF8.self) }
  }

  private func expect(_ marked: String, gives lines: [String], location: SourceLocation = #_sourceLocation) {
    let headers = lines.isEmpty ? [] : ["--- a/a.net", "+++ b/a.net"]
    let expected = (headers + lines).map { $0 + "\n" }.joined()
    #expect(String(decoding: diff(marked).bytes, as: UTF8.self) == expected, sourceLocation: location)
  }
}
