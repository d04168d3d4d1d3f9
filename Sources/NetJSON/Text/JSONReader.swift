import NetSyntax

/// Why a text is not JSON.
public struct JSONError: Error, Hashable, Sendable {
  /// The bytes at fault; empty where something is missing.
  public var range: ByteRange
  /// One sentence in lower case without a full stop.
  public var message: String
  /// What to type instead.
  public var help: String?
  /// The bracket that has not been closed, where that is what is wrong.
  public var opening: ByteRange?
}

/// Reads a JSON text (RFC 8259), strictly, and returns its value.
///
/// The whole text must be one value in UTF-8 without a byte-order mark; half surrogate pairs are refused, as
/// they stand for no text. Time and memory are linear. Nesting takes no stack, and ends at `maximumDepth`.
public func readJSON(_ bytes: [UInt8], maximumDepth: Int = 512) throws(JSONError) -> JSONValue {
  var reader = JSONReader(bytes: bytes, maximumDepth: maximumDepth)
  try reader.checkEncoding()
  try reader.readText()
  return JSONValue(document: JSONDocument(bytes: bytes, nodes: reader.nodes), index: 0)
}

struct JSONReader {
  let bytes: [UInt8]
  let maximumDepth: Int
  var nodes: [JSONDocument.Node] = []
  var offset = 0
  /// The indices of the containers that are open, outermost first.
  private var open: [Int] = []
  /// What the next token may be.
  private var due = Due.value
  /// Where the comma stands after which the next token is due.
  private var comma: Int?

  /// What may come next.
  enum Due {
    case value, firstElement, firstKey, key, colon, separator, end
  }

  init(bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  func checkEncoding() throws(JSONError) {
    guard bytes.count < 1 << 31 else {
      throw JSONError(range: ByteRange(0, 0), message: "the text is 2 GiB or longer", help: "split it")
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw JSONError(range: ByteRange(0, 4), message: "the text is in UTF-32", help: "save it as UTF-8")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw JSONError(range: ByteRange(0, 2), message: "the text is in UTF-16", help: "save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw JSONError(
        range: ByteRange(0, 3), message: "a byte-order mark stands before the text",
        help: "save it as UTF-8 without one")
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let range = ByteRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
      throw JSONError(range: range, message: "this is not valid UTF-8", help: "save the text as UTF-8")
    }
  }

  /// Reads the whole text, a token at a time.
  mutating func readText() throws(JSONError) {
    while true {
      while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
      guard let byte = current else {
        if due == .end { return }
        throw missing()
      }
      try readToken(byte)
    }
  }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func readToken(_ byte: UInt8) throws(JSONError) {
    switch due {
    case .firstElement where byte == UInt8(ascii: "]"), .firstKey where byte == UInt8(ascii: "}"):
      close()
    case .value, .firstElement:
      try readValue(byte)
    case .key, .firstKey:
      guard byte == UInt8(ascii: "\"") else { throw unexpected(due, comma: comma) }
      try readString()
      due = .colon
    case .colon:
      guard byte == UInt8(ascii: ":") else { throw unexpected(due, comma: nil) }
      offset += 1
      due = .value
      comma = nil
    case .separator:
      if byte == UInt8(ascii: ",") {
        comma = offset
        offset += 1
        due = isInObject ? .key : .value
      } else if byte == UInt8(ascii: isInObject ? "}" : "]") {
        close()
      } else {
        throw unexpected(due, comma: nil)
      }
    case .end:
      throw unexpected(due, comma: nil)
    }
  }

  private mutating func readValue(_ byte: UInt8) throws(JSONError) {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      try openContainer(byte == UInt8(ascii: "{") ? .object : .array)
      return
    case UInt8(ascii: "\""): try readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try readNumber()
    case UInt8(ascii: "t") where word == "true": append(.bool, length: 4)
    case UInt8(ascii: "f") where word == "false": append(.bool, length: 5)
    case UInt8(ascii: "n") where word == "null": append(.null, length: 4)
    default: throw unexpected(due, comma: comma)
    }
    due = open.isEmpty ? .end : .separator
  }

  private mutating func openContainer(_ kind: JSONKind) throws(JSONError) {
    guard open.count < maximumDepth else {
      throw JSONError(
        range: ByteRange(offset, offset + 1),
        message: "this is nested deeper than \(maximumDepth) levels", help: "nest it less deeply")
    }
    open.append(nodes.count)
    append(kind, length: 1)
    due = kind == .object ? .firstKey : .firstElement
    comma = nil
  }

  private mutating func close() {
    offset += 1
    if let index = open.popLast() {
      nodes[index].range.end = offset
      nodes[index].end = UInt32(nodes.count)
    }
    due = open.isEmpty ? .end : .separator
  }

  mutating func append(_ kind: JSONKind, length: Int, hasEscapes: Bool = false) {
    let range = ByteRange(offset, offset + length)
    nodes.append(
      JSONDocument.Node(kind: kind, hasEscapes: hasEscapes, range: range, end: UInt32(nodes.count + 1)))
    offset += length
  }

  /// Whether the innermost container is an object.
  var isInObject: Bool { open.last.map { nodes[$0].kind == .object } ?? false }

  /// The bracket of the innermost container.
  private var opening: ByteRange? {
    open.last.map { ByteRange(nodes[$0].range.start, nodes[$0].range.start + 1) }
  }

  /// The error of a text that ends too early.
  private func missing() -> JSONError {
    let end = ByteRange(bytes.count, bytes.count)
    let closing = isInObject ? "}" : "]"
    if open.isEmpty {
      return JSONError(range: end, message: "there is no value", help: "write one, such as `{}`")
    }
    switch due {
    case .colon:
      return JSONError(
        range: end, message: "the value of the last key is missing", help: "add `: ` and a value")
    case .value where isInObject:
      return JSONError(range: end, message: "the value of the last key is missing", help: "add a value")
    case .value, .firstElement, .firstKey, .key, .separator, .end:
      let bracket = isInObject ? "{" : "["
      return JSONError(
        range: end, message: "the text ends before `\(bracket)` is closed", help: "add `\(closing)`",
        opening: opening)
    }
  }
}
