import Foundation
import KithFiles
import KithServer
import NetModel

/// A client in a folder of its own, which is removed afterwards; `ROOT` in what it says is the folder's address.
final class Client {
  let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(path: "kith-\(UUID())")
  var server: Server
  private let root: String

  init(_ files: [String: String] = [:]) throws {
    let path = folder.path(percentEncoded: false)
    root = "file://\(path)"
    server = Server(Search(paths: [], workingFolder: Path(path)), version: "0", threads: 2) {
      CalendarDate(year: 2026, month: 11, day: 26)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(bytes: Array(text.utf8), to: name) }

  func write(bytes: [UInt8], to name: String) throws { try Data(bytes).write(to: folder.appending(path: name)) }

  /// Sends messages in one piece, each the inside of an object, and returns what comes back in the same way.
  func send(_ messages: String...) -> [String] { take(bytes(of: messages)) }

  /// The same, and returns only what is answered at once.
  func answers(to messages: [String]) -> [String] { contents(of: server.answers(to: bytes(of: messages))) }

  private func bytes(of messages: [String]) -> [UInt8] {
    let frames = messages.map { message in
      frame("{\"jsonrpc\":\"2.0\",\(message.replacing("ROOT", with: root))}")
    }
    return Array(frames.joined().utf8)
  }

  /// Sends bytes, and returns what comes back.
  func take(_ bytes: [UInt8]) -> [String] {
    contents(of: server.answers(to: bytes) + server.beginnings() + server.news())
  }

  /// Greets the server, as a client that can do so much, and opens the folder in it.
  func start(_ capabilities: String = "{}") -> [String] {
    send(
      #""id":0,"method":"initialize","params":{"rootUri":"ROOT","capabilities":\#(capabilities)}"#,
      #""method":"initialized","params":{}"#)
  }

  /// The messages in some frames, without what is the same in all.
  func contents(of bytes: [UInt8]) -> [String] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: #/Content-Length: \d+\r\n\r\n/#).map { content in
      content.replacing(root, with: "ROOT").replacing(#"{"jsonrpc":"2.0","#, with: "").dropLast().description
    }
  }
}

/// A message as it goes over the wire.
func frame(_ content: String) -> String { "Content-Length: \(content.utf8.count)\r\n\r\n\(content)" }

/// A text as a JSON string.
func quoted(_ text: String) -> String {
  let data = try? JSONEncoder().encode(text)
  return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
}
