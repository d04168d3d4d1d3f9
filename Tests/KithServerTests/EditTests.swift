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

  /// Several files that speak of each other, three of them open: what is shown of each is what a fresh run shows.
  @Test(arguments: 1...2) func editsOfOneFileAreFeltInOthers(seed: UInt64) throws {
    var typing = TypedLines(seed: seed)
    var files = [[String]](repeating: [], count: 4)
    for _ in 0..<8 { typing.edit(&files[3]) }
    let client = try Client(named(files))
    _ = client.start()
    for file in 0..<3 {
      _ = client.send(
        #""method":"textDocument/didOpen","params":{"textDocument":{"uri":"ROOT/\#(file).net","version":0,"#
          + #""languageId":"net","text":""}}"#)
    }
    var told = shown(by: client)
    for edit in 1...Self.editCount / 10 {
      let before = files
      for _ in 0...typing.number(below: 3) {
        let file = typing.number(below: 3)
        typing.edit(&files[file])
        let change =
          #""method":"textDocument/didChange","params":{"textDocument":{"uri":"ROOT/\#(file).net","version":\#(edit)},"#
          + #""contentChanges":[{"text":\#(quoted(text(files[file])))}]}"#
        let asked = #""id":1,"method":"textDocument/formatting","params":{"textDocument":{"uri":"ROOT/0.net"}}"#
        keep(typing.number(below: 2) == 0 ? client.send(change) : client.send(change, asked), in: &told)
      }
      let fresh = try Client(named(files))
      _ = fresh.start()
      let (mine, other) = (shown(by: client), shown(by: fresh))
      try #require(mine == other, "edit \(edit):\n\(before.map(text))\n\(files.map(text))")
      try #require(told == mine, "edit \(edit): what the client was told is not what is so")
    }
  }

  private func named(_ files: [[String]]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: files.enumerated().map { ("\($0).net", text($1)) })
  }

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  /// What is found in each file, by its name.
  private func shown(by client: Client) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: client.server.reports.byURI.map { uri, report in
        (String(uri.suffix(5)), client.contents(of: report.json + [0x20]).joined())
      })
  }

  /// Takes diagnostics as a client does.
  private func keep(_ messages: [String], in told: inout [String: String]) {
    for message in messages where message.contains("publishDiagnostics") {
      guard let uri = message.firstMatch(of: #/"uri":"ROOT\/(.\.net)"/#)?.1,
        let found = message.firstMatch(of: #/"diagnostics":(\[.*\])/#)?.1
      else { continue }
      told[String(uri)] = String(found)
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
