import NetSyntax
import Support
import Testing

@testable import KithServer

/// Typing that looks random: what the server holds is what the client holds, and what it finds is what a fresh run finds.
@Suite struct EditTests {
  #if DEBUG
    private static let editCount = 600
  #else
    private static let editCount = 50_000
  #endif

  private static let pieces = [
    "a", "é", "😀", "e\u{301}", "🇶🇦", "中", " ", "\n", "\r\n", "\r", "@amara", "@amra", "# ", "# Jun Tanaka @jun\n",
    "- gave @amara: two contacts\n", "#private", "due:2026-11-30", "// kith: ignore N201\n", "`", "", "",
  ]

  @Test(arguments: [PositionEncoding.utf8, .utf16]) func serverAndClientAgree(encoding: PositionEncoding) throws {
    let people = "# Amara Okafor @amara\n- [ ] send @jun the list\n"
    let client = try Client(["people.net": people])
    let capabilities = #"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#
    _ = client.start(capabilities)
    var text = Array("# Jun Tanaka @jun\n- [ ] ask @amara 😀\r\nx".unicodeScalars)
    _ = client.send(
      #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"ROOT/jun.net","version":0,"#
        + #""languageId":"net","text":\#(quoted(string(text)))}}"#)
    var random = SeededGenerator(seed: encoding == .utf8 ? 8 : 16)
    for version in 1...Self.editCount {
      let changes = (0..<Int.random(in: 1...3, using: &random)).map { _ in change(&text, encoding, &random) }
      let answer = client.send(
        #""method":"textDocument/didChange","params":{"textDocument":{"uri":"ROOT/jun.net","version":\#(version)},"#
          + #""contentChanges":[\#(changes.joined(separator: ","))]}"#)
      let document = try #require(client.server.workspace.documents.values.first)
      try #require(document.text.bytes == Array(string(text).utf8), "edit \(version): \(changes)")
      #expect(document.version == version)
      #expect(answer.contains { $0.contains("jun.net") && $0.contains("\"version\":\(version)") })
      guard version.isMultiple(of: 25) else { continue }
      let fresh = try Client(["people.net": people, "jun.net": string(text)])
      _ = fresh.start(capabilities)
      #expect(found(by: client) == found(by: fresh), "edit \(version) of \(string(text).debugDescription)")
      // A text that is too long would be the same text again and again.
      if text.count > 600 { text.removeAll() } else { continue }
      _ = client.send(
        #""method":"textDocument/didChange","params":{"textDocument":{"uri":"ROOT/jun.net","version":\#(version)},"#
          + #""contentChanges":[{"text":""}]}"#)
    }
  }

  /// Makes one change, and says it as a client does.
  private func change(
    _ text: inout [Unicode.Scalar], _ encoding: PositionEncoding, _ random: inout SeededGenerator
  ) -> String {
    let new = (0..<Int.random(in: 0...2, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      .joined()
    var start = Int.random(in: 0...text.count, using: &random)
    var end = min(text.count, start + Int.random(in: 0...9, using: &random))
    // There is no place between CR and LF.
    if isInsideLineEnd(start, text) { start -= 1 }
    if isInsideLineEnd(end, text) { end += 1 }
    let range = "{\"start\":\(place(start, text, encoding)),\"end\":\(place(end, text, encoding))}"
    text.replaceSubrange(start..<end, with: new.unicodeScalars)
    return "{\"range\":\(range),\"text\":\(quoted(new))}"
  }

  private func isInsideLineEnd(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    index > 0 && index < text.count && text[index - 1] == "\r" && text[index] == "\n"
  }

  private func place(_ index: Int, _ text: [Unicode.Scalar], _ encoding: PositionEncoding) -> String {
    var (line, character) = (0, 0)
    for (offset, scalar) in text[..<index].enumerated() {
      let isEnd = scalar == "\n" || (scalar == "\r" && !(offset + 1 < text.count && text[offset + 1] == "\n"))
      if isEnd {
        (line, character) = (line + 1, 0)
      } else {
        character += encoding == .utf8 ? UTF8.width(scalar) : UTF16.width(scalar)
      }
    }
    return "{\"line\":\(line),\"character\":\(character)}"
  }

  private func string(_ text: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(text)) }

  /// What is found in each file, without the folder's name.
  private func found(by client: Client) -> [String] {
    client.server.reports.byURI.values.map { client.contents(of: $0.json + [0x20]).joined() }.sorted()
  }
}
