import NetSyntax
import Synchronization

/// What is needed of a notebook's files to show findings in them; files go by their numbers.
struct SourceFiles: Sendable {
  /// The path to show.
  var path: @Sendable (Int) -> ShownPath
  /// The bytes that the findings' ranges are of.
  var bytes: @Sendable (Int) -> [UInt8]
  /// Whether a range lies in lines that only the writer is to see.
  var isPrivate: @Sendable (Int, ByteRange) -> Bool
  /// Whether a file has backticks, so that nobody can tell where in a sentence a quote from it ends.
  var hasBackticks: @Sendable (Int) -> Bool = { _ in true }
  /// Words without what private records are called.
  var withoutPrivateNames: @Sendable (String) -> String = { $0 }
  /// What is shown to nobody.
  var secrets: ShownSecrets
  /// The files that are reported on, in order.
  var reported: [Int] = []
  /// Why a file could not be read, by its number.
  var failures: [Int: String] = [:]
}

/// A file that something is shown of.
struct OpenSource: Sendable {
  let path: ShownPath
  let bytes: [UInt8]
  let lines: LineIndex
  /// What of it is shown to nobody.
  let masked: MaskedRanges
  private let longLines = LongLines()

  init(_ number: Int, of files: SourceFiles) {
    path = files.path(number)
    let bytes = files.bytes(number)
    self.bytes = bytes
    lines = LineIndex(bytes.span)
    masked = files.secrets.ranges(in: number)
  }

  /// The line and column of an offset.
  func position(_ offset: Int) -> Position { lines.position(of: offset, in: bytes.span) }

  /// `people.net:14:9`, the place as editors and terminals understand it.
  func place(_ range: ByteRange) -> String {
    let position = position(range.start)
    return "\(path.shown):\(position.line):\(position.column)"
  }
}

extension OpenSource {
  /// Whether what a private record is called stands in a line.
  func namesSomebodyPrivate(inLine number: Int, _ files: SourceFiles) -> Bool {
    let line = lines.lineRange(number)
    func isNamed() -> Bool {
      let text = String(decoding: bytes[line.start..<line.end], as: UTF8.self)
      return files.withoutPrivateNames(text) != text
    }
    return line.count < LongLines.shortest ? isNamed() : longLines.isNamed(number, isNamed)
  }
}

/// What has been found out about the long lines of a file, each of which may hold a million findings.
private final class LongLines: Sendable {
  /// The fewest bytes of a line that is remembered.
  static let shortest = 1024
  private let known = Mutex<[Int: Bool]>([:])

  /// Whether a line names somebody private, found out once.
  func isNamed(_ line: Int, _ find: () -> Bool) -> Bool {
    if let found = known.withLock({ $0[line] }) { return found }
    let found = find()
    known.withLock { $0[line] = found }
    return found
  }
}
