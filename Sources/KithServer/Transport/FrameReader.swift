import NetSyntax

/// What arrives on the wire: a message in a frame, or bytes that are none.
enum Frame: Hashable {
  /// The content of a frame, which has still to be read as JSON.
  case content([UInt8])
  /// Bytes that begin no frame, up to where one may begin again; with what is wrong, in a sentence.
  case damaged(String)
}

/// Takes the base protocol apart: headers, a blank line, and as many bytes as `Content-Length` says.
///
/// Bytes come in any pieces. Header names may be in any letter case, other headers are passed over, and lines may end in a
/// line feed alone. Where headers make no sense, all is passed over up to the next `Content-Length:`, wherever that stands,
/// so what is damaged costs no more than itself. Each byte is looked at a constant number of times.
struct FrameReader {
  /// No message is longer than this, in bytes: ten times all notes that anybody is expected to have.
  static let longestContent = 1 << 28
  /// No headers are longer than this, in bytes.
  static let longestHeaders = 1 << 14
  /// No header that says a length is longer than this, in bytes.
  private static let longestLine = 64

  private var bytes: [UInt8] = []
  /// Where what has not been handed over begins.
  private var start = 0
  private var state = State.headers(lineStart: 0, length: nil)
  /// Up to where it has been looked for the end of a line, or for the next frame.
  private var seen = 0

  private enum State {
    /// In the headers; what the ones before said of the length.
    case headers(lineStart: Int, length: Int?)
    /// In the content, up to this offset.
    case content(end: Int)
    /// Behind damage, which has been told.
    case lost
  }

  /// Takes more bytes.
  mutating func append(_ more: [UInt8]) {
    // Moving what is left costs no more than what has been handed over.
    if start > bytes.count / 2 { dropHandedOver() }
    bytes += more
  }

  /// The next frame, or the next damage; nil while there is none whole.
  mutating func next() -> Frame? {
    while true {
      switch state {
      case .content(let end):
        guard bytes.count >= end else { return nil }
        let content = Array(bytes[start..<end])
        begin(at: end)
        return .content(content)
      case .lost:
        guard let found = nextFrame() else { return nil }
        begin(at: found)
      case .headers(let lineStart, let length):
        let end = endOfLine()
        if (end ?? bytes.count) - start > Self.longestHeaders {
          return lose("the headers do not end", from: max(start + 1, seen - Self.longestLine))
        }
        guard let end else { return nil }
        if let damage = take(header: bytes[lineStart..<end], length) {
          return lose(damage, from: lastName(behind: lineStart, end) ?? end)
        }
      }
    }
  }

  /// Takes a header line with its end, and says what is wrong with it.
  private mutating func take(header line: ArraySlice<UInt8>, _ length: Int?) -> String? {
    let end = line.endIndex
    var text = line.dropLast()
    if text.last == 0x0D { text = text.dropLast() }
    if text.isEmpty {
      // Line ends between frames hurt nobody.
      if line.startIndex == start {
        begin(at: end)
        return nil
      }
      guard let length else { return "the header `Content-Length` is missing" }
      start = end
      state = .content(end: end + length)
      return nil
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return "a header has no colon" }
    guard text[..<colon].allSatisfy({ $0.isAsciiAlphanumeric || $0 == UInt8(ascii: "-") }) else {
      return "a header has no name"
    }
    guard isContentLength(text[..<colon]) else {
      state = .headers(lineStart: end, length: length)
      return nil
    }
    let digits = text[(colon + 1)...].filter { $0 != Ascii.space && $0 != Ascii.tab }
    let isNumber = !digits.isEmpty && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard isNumber, length == nil else { return "the header `Content-Length` is no number, or stands there twice" }
    guard let value = Int(String(decoding: digits, as: UTF8.self)), value <= Self.longestContent else {
      return "the message is longer than \(Self.longestContent) bytes"
    }
    state = .headers(lineStart: end, length: value)
    return nil
  }

  /// The offset behind the next line feed.
  private mutating func endOfLine() -> Int? {
    while seen < bytes.count {
      seen += 1
      if bytes[seen - 1] == Ascii.lineFeed { return seen }
    }
    return nil
  }

  /// Where the next `Content-Length:` begins; forgets what stands before.
  private mutating func nextFrame() -> Int? {
    while seen + Self.name.count < bytes.count {
      if isName(at: seen) { return seen }
      seen += 1
    }
    start = seen
    return nil
  }

  private mutating func lose(_ damage: String, from offset: Int) -> Frame {
    state = .lost
    start = offset
    seen = offset
    return .damaged(damage)
  }

  /// Where in a line that makes no sense a frame may begin all the same: at the last `Content-Length:` in it, since of a
  /// sound header nothing but a number stands between that and the end of the line.
  private func lastName(behind lineStart: Int, _ end: Int) -> Int? {
    var offset = end - Self.name.count - 1
    while offset > lineStart {
      if isName(at: offset) { return offset }
      offset -= 1
    }
    return nil
  }

  /// Whether `Content-Length:` begins at an offset behind which there are as many bytes.
  private func isName(at offset: Int) -> Bool {
    let end = offset + Self.name.count
    return bytes[end] == UInt8(ascii: ":") && isContentLength(bytes[offset..<end])
  }

  private mutating func begin(at offset: Int) {
    start = offset
    seen = offset
    state = .headers(lineStart: offset, length: nil)
  }

  private mutating func dropHandedOver() {
    let gone = start
    bytes.removeFirst(gone)
    start = 0
    seen = max(0, seen - gone)
    switch state {
    case .headers(let lineStart, let length): state = .headers(lineStart: lineStart - gone, length: length)
    case .content(let end): state = .content(end: end - gone)
    case .lost: break
    }
  }

  private static let name = Array("content-length".utf8)

  private func isContentLength(_ name: ArraySlice<UInt8>) -> Bool {
    name.count == Self.name.count && zip(name, Self.name).allSatisfy { $0.asciiLowercased == $1 }
  }
}
