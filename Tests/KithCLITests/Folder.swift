import Foundation
import KithCLI
import KithFiles

/// A folder with notes in it, removed afterwards.
final class Folder: Sendable {
  let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().appending(
    path: "kith-\(UUID())")

  init(_ files: [String: String]) throws {
    for (name, text) in files {
      let file = url.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Runs the tool as if typed in this folder.
  func kith(_ words: String..., isTerminal: Bool = false) -> (status: Int32, out: String, err: String) {
    kith(words, isTerminal: isTerminal)
  }

  /// Runs the tool as if typed in this folder.
  func kith(
    _ words: [String], isTerminal: Bool = false, environment: [String: String] = [:]
  ) -> (status: Int32, out: String, err: String) {
    var console = Console(
      out: .captured(isTerminal: isTerminal, width: isTerminal ? 100 : nil), err: .captured(),
      workingFolder: Path(url.path(percentEncoded: false)), environment: { environment[$0] })
    let status = runKith(arguments: words.map { Array($0.utf8) }, console: &console)
    return (status, console.out.capturedText, console.err.capturedText)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }

  /// What tells whether a file was replaced or written to.
  func attributes(_ name: String) throws -> (inode: Int?, changed: Date?) {
    let attributes = try FileManager.default.attributesOfItem(atPath: url.appending(path: name).path)
    return (attributes[.systemFileNumber] as? Int, attributes[.modificationDate] as? Date)
  }
}
