import NetModel
import NetSyntax
import Support
import Testing

/// Parsing is total and loses nothing: the tokens join to the input and the nodes nest, whatever the bytes.
@Suite struct LosslessTests {
  @Test func everyExampleAndSample() {
    #expect(Texts.examples.count > 200 && Texts.samples.count > 5)
    for bytes in Texts.examples + Texts.samples.map(\.bytes) { expectSound(bytes) }
  }

  @Test func everyInputOfOneOrTwoBytes() {
    for first in UInt8.min...UInt8.max {
      expectSound([first])
      for second in UInt8.min...UInt8.max { expectSound([first, second]) }
    }
  }

  @Test func everyPrefixOfTheExamples() {
    for bytes in Texts.examples where bytes.count < 4096 {
      for count in bytes.indices { expectSound(Array(bytes[..<count])) }
    }
  }

  /// What stands complete above the end of a prefix is read as it is in the whole file.
  @Test func prefixesKeepCompleteRecords() {
    for sample in Texts.samples {
      let whole = records(sample.bytes)
      for (index, byte) in sample.bytes.enumerated() where byte == 0x0A {
        let prefix = Array(sample.bytes[...index])
        let complete = records(prefix)
        // The last record of a prefix may still grow.
        #expect(complete.dropLast().elementsEqual(whole.prefix(max(0, complete.count - 1))))
      }
    }
  }

  @Test func hundredThousandMutations() {
    var random = SeededGenerator(seed: 20_261_114)
    let texts = Texts.examples.filter { !$0.isEmpty }
    var tree = Tree()
    for round in 0..<100_000 {
      var bytes = texts[round % texts.count]
      for _ in 0...Int.random(in: 0..<3, using: &random) { mutate(&bytes, &random) }
      tree = parse(bytes.span, reusing: tree)
      let violations = treeViolations(tree, bytes)
      if !violations.isEmpty {
        Issue.record("\(String(decoding: bytes, as: UTF8.self)): \(violations)")
        return
      }
    }
  }

  @Test(arguments: [
    "#", "# ", "## ", "- ", "  - ", "> ", "```\n", "````\n", "`", "@", "@a ", "#a ", "[", "](", "[a](b", "<a:", "a://",
    "\\", "- [ ] ", "a: ", "# a\na: ", "//\n", "\t", "\r", "\u{FEFF}", "- @a, ", "(", "--", "---\n", "*", "due:1",
  ])
  func anyMarkAHundredThousandTimes(mark: String) {
    expectSound(Array(String(repeating: mark, count: 100_000).utf8))
  }

  @Test func depthGrowsOnEveryLine() {
    let lines = (0..<2_000).map { String(repeating: " ", count: $0) + "- deeper\n" }
    expectSound(Array(lines.joined().utf8))
  }

  @Test func fencesOfFallingLength() {
    let lines = (3..<600).reversed().map { String(repeating: "`", count: $0) + " x\n" }
    expectSound(Array(lines.joined().utf8))
  }

  private func expectSound(_ bytes: [UInt8], location: SourceLocation = #_sourceLocation) {
    let tree = parse(bytes.span, reusing: Tree())
    let violations = treeViolations(tree, bytes)
    if !violations.isEmpty {
      Issue.record(
        "\(String(decoding: bytes.prefix(200), as: UTF8.self)): \(violations.prefix(3))", sourceLocation: location)
    }
  }

  private func records(_ bytes: [UInt8]) -> [String] {
    let file = ParsedFile(bytes)
    return file.facts.records.map { record in
      let text = String(decoding: bytes[record.heading.start..<record.heading.end], as: UTF8.self)
      return "\(record.kind) \(text) \(record.mentions.count)"
    }
  }
}
