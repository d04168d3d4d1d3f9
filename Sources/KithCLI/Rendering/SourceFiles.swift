import NetSyntax

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
