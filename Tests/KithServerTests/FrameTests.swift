import Testing

@testable import KithServer

/// The base protocol: what arrives in whatever pieces, and what is made of it.
@Suite struct FrameTests {
  private let cases: [(bytes: String, frames: [Frame])] = [
    ("Content-Length: 2\r\n\r\n{}", [.content(Array("{}".utf8))]),
    ("content-length:2\r\n\r\n{}", [.content(Array("{}".utf8))]),
    ("CONTENT-LENGTH: \t 2 \r\n\r\n{}", [.content(Array("{}".utf8))]),
    ("Content-Length: 2\n\n{}", [.content(Array("{}".utf8))]),
    ("Content-Length: 0\r\n\r\n", [.content([])]),
    (
      "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\nX-Other: é\r\n\r\n{}",
      [.content(Array("{}".utf8))]
    ),
    ("\r\n\nContent-Length: 1\r\n\r\n1\r\nContent-Length: 1\r\n\r\n2", [.content([0x31]), .content([0x32])]),
    // Bytes of a character are bytes.
    ("Content-Length: 4\r\n\r\n\"é\"", [.content(Array("\"é\"".utf8))]),
    // What makes no sense costs no more than itself.
    ("hello\r\nContent-Length: 1\r\n\r\n1", [.damaged("a header has no colon"), .content([0x31])]),
    ("{\"a\": 1}Content-Length: 1\r\n\r\n1", [.damaged("a header has no name"), .content([0x31])]),
    ("X: y\r\n\r\nContent-Length: 1\r\n\r\n1", [.damaged("the header `Content-Length` is missing"), .content([0x31])]),
    (
      "Content-Length: ten\r\n\r\n{}Content-Length: 1\r\n\r\n1",
      [.damaged("the header `Content-Length` is no number, or stands there twice"), .content([0x31])]
    ),
    (
      "Content-Length: -5\r\nContent-Length: 1\r\n\r\n1",
      [.damaged("the header `Content-Length` is no number, or stands there twice"), .content([0x31])]
    ),
    (
      "Content-Length: 268435457\r\n\r\nContent-Length: 1\r\n\r\n1",
      [.damaged("the message is longer than 268435456 bytes"), .content([0x31])]
    ),
    (
      "Content-Length: 99999999999999999999\r\n\r\nContent-Length: 1\r\n\r\n1",
      [.damaged("the message is longer than 268435456 bytes"), .content([0x31])]
    ),
    (
      String(repeating: "x", count: 20_000) + "Content-Length: 1\r\n\r\n1",
      [.damaged("the headers do not end"), .content([0x31])]
    ),
    // A frame that is not whole waits.
    ("Content-Length: 3\r\n\r\n{}", []),
    ("Content-Length: 3\r\n", []),
  ]

  @Test func framesAreTakenApart() {
    for (bytes, frames) in cases {
      var reader = FrameReader()
      reader.append(Array(bytes.utf8))
      #expect(reader.rest == frames, "\(bytes.prefix(60))")
    }
  }

  @Test func piecesMakeNoDifference() {
    for (text, frames) in cases where text.utf8.count < 1_000 {
      let bytes = Array(text.utf8)
      for split in bytes.indices {
        var reader = FrameReader()
        reader.append(Array(bytes[..<split]))
        var found = reader.rest
        reader.append(Array(bytes[split...]))
        found += reader.rest
        #expect(found == frames, "\(text) in two at \(split)")
      }
      var reader = FrameReader()
      var found: [Frame] = []
      for byte in bytes {
        reader.append([byte])
        found += reader.rest
      }
      #expect(found == frames, "\(text) byte by byte")
    }
  }

  /// Each byte is looked at a few times only, whatever stands there: this ends, and at once.
  @Test(.timeLimit(.minutes(1))) func timeGrowsAsTheBytesDo() {
    for piece in ["content-length:", "Content-Length: 1\r\n", "x: y\r\n", "\r\n", "x", "Content-Length: x "] {
      var reader = FrameReader()
      for _ in 0..<40 { reader.append(Array(String(repeating: piece, count: 20_000 / piece.utf8.count).utf8)) }
      _ = reader.rest
      reader.append(Array("}\r\nContent-Length: 2\r\n\r\n{}".utf8))
      #expect(reader.rest.last == .content(Array("{}".utf8)), "\(piece)")
    }
  }
}

extension FrameReader {
  /// All frames there are by now.
  fileprivate var rest: [Frame] {
    mutating get {
      var frames: [Frame] = []
      while let frame = next() { frames.append(frame) }
      return frames
    }
  }
}
