import Support
import Testing

@testable import KithServer

/// Bytes that nobody should send, before requests that are sound.
@Suite struct DamagedFrameTests {
  #if DEBUG
    private static let frameCount = 5_000
  #else
    private static let frameCount = 100_000
  #endif

  private static let messages = [
    #"{"jsonrpc":"2.0","id":"a","method":"textDocument/formatting","params":{"textDocument":{"uri":"file:///x"}}}"#,
    #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:1","text":"- @a: b"}}}"#,
    #"{"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:1","version":2},"#
      + #""contentChanges":[{"range":{"start":{"line":0,"character":2},"end":{"line":0,"character":3}},"text":"é"}]}}"#,
    #"{"jsonrpc":"2.0","id":1.5,"method":"kith/other"}"#, #"{"jsonrpc":"2.0","id":7,"result":null}"#, "[]", "{}", "",
  ]

  @Test func everySoundRequestIsAnsweredOnce() throws {
    let client = try Client()
    _ = client.start()
    var random = SeededGenerator(seed: 3)
    var sent: [UInt8] = []
    for number in 1...Self.frameCount {
      sent += damaged(&random)
      sent += frame(#"{"jsonrpc":"2.0","id":\#(number),"method":"kith/none"}"#).utf8
      // In pieces of any size.
      guard number.isMultiple(of: 10) else { continue }
      var answers: [String] = []
      while !sent.isEmpty {
        let count = min(sent.count, Int.random(in: 1...400, using: &random))
        answers += client.take(Array(sent.prefix(count)))
        sent.removeFirst(count)
      }
      for id in (number - 9)...number {
        let own = answers.filter { $0.hasPrefix("\"id\":\(id),") }
        try #require(own == [#""id":\#(id),"error":{"code":-32601,"message":"there is no method `kith/none` here"}"#])
      }
    }
    #expect(client.server.exitCode == nil)
  }

  /// A frame whose content, or whose headers but for the length, are damaged in some way.
  private func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    let message = Self.messages.randomElement(using: &random) ?? ""
    var content = Array(message.utf8)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return Array("Content-Size: \(content.count)\r\n\r\n".utf8) + content + Array("}\r\n".utf8)
    case 1: return Array("Content-Length: \(message.prefix(3))\r\n\r\n".utf8) + content + Array("}".utf8)
    case 2: return Array(("\u{0}" + message + "\r\n" + frame(message)).utf8)
    case 3: if !content.isEmpty { content.removeLast(Int.random(in: 1...content.count, using: &random)) }
    case 4:
      content.insert(UInt8.random(in: 0...255, using: &random), at: Int.random(in: 0...content.count, using: &random))
    default:
      for index in content.indices where Int.random(in: 0..<20, using: &random) == 0 {
        content[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    return Array("Content-Length: \(content.count)\r\n\r\n".utf8) + content
  }
}
