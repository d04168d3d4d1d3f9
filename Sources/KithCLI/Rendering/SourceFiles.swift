import NetSyntax

/// What is needed of a notebook's files to show findings in them; files go by their numbers.
struct SourceFiles: Sendable {
  /// The path to show.
  var shown: @Sendable (Int) -> String
  /// The bytes that the findings' ranges are of.
  var bytes: @Sendable (Int) -> [UInt8]
  /// Whether a range lies in lines that only the writer is to see.
  var isPrivate: @Sendable (Int, ByteRange) -> Bool
  /// What is shown to nobody.
  var secrets: ShownSecrets
}

/// A file that something is shown of.
struct OpenSource: Sendable {
  let shown: String
  let bytes: [UInt8]
  let lines: LineIndex
  /// What of it is shown to nobody.
  let masked: MaskedRanges

  init(_ number: Int, of files: SourceFiles) {
    shown = files.shown(number)
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
    return "\(shown):\(position.line):\(position.column)"
  }
}
