import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// The notebooks that properties are tested on hold everything there is.
@Suite struct GeneratorTests {
  @Test func everythingIsReached() {
    var generator = NotebookGenerator(seed: 1)
    var reached = Reached()
    for _ in 0..<4_000 { reached.add(generator.file()) }
    #expect(Reached.all.subtracting(reached.names).sorted() == [])
  }

  @Test func everyRuleSpeaks() {
    var generator = NotebookGenerator(seed: 2)
    var silent = Set(allRules.map(\.info.name))
    for _ in 0..<2_000 {
      let checked = CheckedNotebook(generator.files(2), rules: allRules)
      for diagnostic in checked.diagnostics { silent.remove(diagnostic.rule.name) }
    }
    // Generated notes hold no secret, so that those who scan this repository for some find none; and nobody's handle is
    // like another's by chance.
    #expect(silent.sorted() == ["confusable-handle", "secret"])
  }

  @Test func theSameSeedGivesTheSameFiles() {
    var first = NotebookGenerator(seed: 3)
    var second = NotebookGenerator(seed: 3)
    var other = NotebookGenerator(seed: 4)
    let files = (0..<50).map { _ in first.file() }
    #expect(files == (0..<50).map { _ in second.file() })
    #expect(files != (0..<50).map { _ in other.file() })
  }

  @Test func filesAreSmall() {
    var generator = NotebookGenerator(seed: 5)
    let counts = (0..<2_000).map { _ in generator.file().count { $0 == Ascii.lineFeed } }.sorted()
    #expect((15...40).contains(counts[1_000]), "\(counts[1_000]) lines")
    #expect(counts[1_900] < 110, "\(counts[1_900]) lines")
  }

  @Test func filesMentionEachOthersPeople() {
    var generator = NotebookGenerator(seed: 6)
    var count = 0
    for _ in 0..<100 {
      let notebook = CheckedNotebook(generator.files(3), rules: []).notebook
      for (file, facts) in notebook.files.enumerated() {
        for mention in facts.mentions {
          if case .record(let id) = notebook.resolution(of: mention, in: file), id.file != file { count += 1 }
        }
      }
    }
    #expect(count > 300)
  }

  @Test(arguments: [false, true])
  func whatIsShownIsReadBack(isWild: Bool) {
    var generator = NotebookGenerator(seed: 7, isWild: isWild)
    for _ in 0..<1_000 {
      let file = generator.file()
      #expect(bytes(ofExample: shown(file)) == file)
    }
  }

  @Test(arguments: [
    ("a \n\t\n", "a␣\n→\n"), ("\u{200F}# a\r\n", "‹U+200F›# a␍\n"), ("\u{A0}\u{3000}é e\u{301}", "⍽⎵é e‹U+0301›"),
    ("‹E9›", "‹U+2039›E9›"), ("a\n.\n", "a\n‹U+002E›\n"), ("=== a.net", "‹U+003D›== a.net"), ("", ""),
  ])
  func textIsShown(text: String, expected: String) {
    #expect(shown(Array(text.utf8)) == expected)
    #expect(bytes(ofExample: expected) == Array(text.utf8))
  }

  @Test func bytesThatAreNoTextAreShown() {
    #expect(shown([0x61, 0xFF, 0xED, 0xA0, 0x80, 0xE2, 0x80]) == "a‹FF›‹ED›‹A0›‹80›‹E2›‹80›")
  }
}
