import NetFormat
import NetSyntax
import Support
import Testing

/// Of every text: formatting keeps what it says, and formatting again changes nothing.
@Suite struct FormatPropertyTests {
  @Test func examplesKeepWhatTheySay() {
    for text in Texts.examples { expectNoViolation(text) }
  }

  @Test func mutatedTextsKeepWhatTheySay() {
    var random = SeededGenerator(seed: 11)
    let texts = Texts.examples.filter { !$0.isEmpty } + Texts.samples.map(\.bytes)
    for _ in 0..<2000 {
      guard var text = texts.randomElement(using: &random) else { return }
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&text, &random) }
      expectNoViolation(text)
    }
  }

  private func expectNoViolation(_ text: [UInt8]) {
    let violations = formatViolations(text)
    if !violations.isEmpty { Issue.record("\(violations)\n\(String(decoding: text, as: UTF8.self))") }
  }
}
