import Foundation
import KithCLI
import KithFiles
import NetSyntax

/// What would steer a terminal in anything that is printed of a file for people.
///
/// An input is the name of a file, a unit separator (U+001F), the notes, another one, and the notebook's settings.
func terminalViolations(_ bytes: [UInt8]) -> [String] {
  let parts = bytes.split(separator: 0x1F, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
  let name = parts.count > 1 ? fileName(parts[0]) : Array("a.net".utf8)
  let notes = parts.count > 1 ? parts[1] : bytes
  var files = [(name, notes)]
  if parts.count > 2 { files.append((Array(".kith.json".utf8), parts[2])) }
  return inFolder(files) { folder in
    commands.flatMap { command in
      var console = Console(
        out: .captured(isTerminal: true, width: 100), err: .captured(isTerminal: true, width: 100),
        workingFolder: Path(folder))
      _ = runKith(arguments: command.map { Array($0.utf8) } + [name], console: &console)
      return (unsafeParts(console.out.buffered) + unsafeParts(console.err.buffered)).map {
        "\(command.joined(separator: " ")): \($0)"
      }
    }
  }
}

/// What prints for people; colours, which are escapes of our own, are off.
private let commands = [
  ["lint"], ["lint", "--output-format", "concise"], ["lint", "--diff", "--unsafe-fixes"], ["lint", "--statistics"],
  ["format", "--diff"], ["format", "--check"], ["dump", "tokens"], ["dump", "model"], ["rename", "@a", "@b"],
  ["json", "--private"], ["rule"],
].map { $0 + ["--color", "never", "--"] }

/// A name that a folder takes.
private func fileName(_ bytes: [UInt8]) -> [UInt8] {
  let name = bytes.prefix(200).filter { $0 != 0 && $0 != UInt8(ascii: "/") }
  return name + Array(".net".utf8)
}

/// Runs `body` in a folder that holds some files for as long.
private func inFolder(_ files: [([UInt8], [UInt8])], _ body: ([UInt8]) -> [String]) -> [String] {
  let folder = Array((NSTemporaryDirectory() + "kith-fuzz-\(getpid())").utf8)
  let paths = files.map { (folder + [UInt8(ascii: "/")] + $0.0, $0.1) }
  withPath(folder) { _ = mkdir($0, 0o700) }
  for (path, bytes) in paths {
    let descriptor = withPath(path) { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o600) }
    precondition(descriptor >= 0 && write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
  }
  defer { for (path, _) in paths { withPath(path) { _ = unlink($0) } } }
  return body(folder)
}

private func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
  (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("the buffer holds at least a zero") }
    return body(start)
  }
}

/// What of an output is no text, or would steer a terminal: all of C0 but line feed and tab, DEL, C1, and what turns the
/// direction of text (UAX 9).
private func unsafeParts(_ bytes: [UInt8]) -> [String] {
  guard let text = String(validating: bytes, as: UTF8.self) else { return ["the output is not UTF-8"] }
  return text.unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: scalar.properties.isBidiControl
    }
  }.map { "U+\(String($0.value, radix: 16, uppercase: true)) is raw" }
}
