import Foundation
import KithFiles

/// Patterns and what git says of some paths under them, as recorded from `git check-ignore`.
///
/// `‹FF›` stands for the byte FF, which is no text.
enum IgnoreCases {
  /// The text of a `.gitignore` file, the paths that it leaves out, and those that it does not.
  typealias Case = (text: String, ignored: [String], kept: [String])

  static let all = namesAndStars + classesAndBackslashes + lines

  /// The bytes that a text of the table stands for.
  static func bytes(_ text: String) -> [UInt8] {
    text.split(separator: "‹", omittingEmptySubsequences: false).enumerated().flatMap { index, part -> [UInt8] in
      guard index > 0 else { return Array(part.utf8) }
      return [UInt8(part.prefix(2), radix: 16) ?? 0] + part.dropFirst(3).utf8
    }
  }
}

extension TemporaryFolder {
  /// Writes a file whose name may be any bytes; false where the file system refuses it.
  func write(_ text: [UInt8], to name: [UInt8]) -> Bool {
    let file = path.appending(Path(name)).bytes
    for index in file.indices.dropFirst(path.bytes.count + 1) where file[index] == UInt8(ascii: "/") {
      mkdir(file[..<index].map { CChar(bitPattern: $0) } + [0], 0o777)
    }
    guard let stream = fopen(file.map { CChar(bitPattern: $0) } + [0], "w") else { return false }
    let count = fwrite(text, 1, text.count, stream)
    return fclose(stream) == 0 && count == text.count
  }
}
