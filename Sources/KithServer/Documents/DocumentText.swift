/// What the client says of a change: a text, and what it takes the place of.
struct DocumentChange {
  /// The stretch that is replaced; nil for all of the document.
  var range: Range<TextPlace>?
  var text: String

  /// Nil for what is none: then nobody can know what the client's text is.
  init?(_ change: Params) {
    guard let text = change["text"]?.string else { return nil }
    self.text = text
    if change["range"] == nil { return }
    let range = change.at("range")
    guard let start = try? range.place("start"), let end = try? range.place("end") else { return nil }
    // The protocol wants them in order, and says nothing of others.
    self.range = min(start, end)..<max(start, end)
  }
}

/// The text of an open document, in UTF-8, with its lines.
struct DocumentText: Sendable {
  private(set) var bytes: [UInt8]
  private(set) var lines: LineTable
  private let encoding: PositionEncoding

  /// Offsets are kept in 31 bits.
  private static let limit = 1 << 31

  init(_ text: String, _ encoding: PositionEncoding) {
    bytes = Array(text.utf8)
    lines = LineTable(bytes, encoding)
    self.encoding = encoding
  }

  /// Makes a change, whose places are those of the text as it is by now.
  ///
  /// - Returns: Whether it was made: no text becomes longer than a file may be.
  mutating func apply(_ change: DocumentChange) -> Bool {
    guard bytes.count + change.text.utf8.count < Self.limit else { return false }
    if let range = change.range {
      let start = lines.offset(of: range.lowerBound, in: bytes)
      let end = max(start, lines.offset(of: range.upperBound, in: bytes))
      bytes.replaceSubrange(start..<end, with: change.text.utf8)
    } else {
      bytes = Array(change.text.utf8)
    }
    lines = LineTable(bytes, encoding)
    return true
  }
}
