import NetSyntax

/// What is said about a text that is almost JSON.
extension JSONReader {
  /// The error for what stands at the current offset where something else is due.
  func unexpected(_ due: Due, comma: Int?) -> JSONError {
    if let comma, isClosing(bytes[offset]) {
      return JSONError(
        range: ByteRange(comma, comma + 1), message: "a comma stands behind the last entry", help: "remove it"
      )
    }
    return familiar(due) ?? foreign() ?? plain(due)
  }

  /// Words, quotes and numbers that other notations have.
  private func familiar(_ due: Due) -> JSONError? {
    let end = endOfWord(from: offset)
    if end > offset {
      let range = ByteRange(offset, end)
      // Long ones are cut, for the sake of who has to read the message; a word is ASCII.
      let word = end - offset <= 40 ? text(to: end) : text(to: offset + 40) + "…"
      switch due {
      case .key, .firstKey:
        return JSONError(
          range: range, message: "the key `\(word)` is not in double quotes", help: "write `\"\(word)\"`")
      case .value, .firstElement:
        if isDigit(bytes[offset]) || ".+-".utf8.contains(bytes[offset]) { return malformedNumber(range) }
        let meant = Self.words[word.lowercased()]
        return JSONError(
          range: range, message: "`\(word)` is no JSON value",
          help: meant.map { "write `\($0)`" } ?? "a text stands in double quotes: `\"\(word)\"`")
      case .colon, .separator, .end:
        return nil
      }
    }
    guard due != .colon, due != .separator, due != .end else { return nil }
    let character = text(to: endOfScalar(at: offset))
    guard character == "'" || character == "`" || character == "“" || character == "”" || character == "„"
    else {
      return nil
    }
    return JSONError(
      range: ByteRange(offset, endOfScalar(at: offset)),
      message: "a text stands in double quotes, not in \(character == "`" ? "backticks" : "`\(character)`")",
      help: "write `\"` before and behind it")
  }

  /// What other languages write for the words of JSON.
  private static let words = [
    "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false",
    "null": "null", "nil": "null", "none": "null", "undefined": "null", "nan": "null", "infinity": "null",
  ]

  /// Comments and characters that have no place anywhere outside strings.
  private func foreign() -> JSONError? {
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
    let isSlashed = next == UInt8(ascii: "/") || next == UInt8(ascii: "*")
    if bytes[offset] == UInt8(ascii: "/") && isSlashed || bytes[offset] == UInt8(ascii: "#") {
      let length = bytes[offset] == UInt8(ascii: "#") ? 1 : 2
      return JSONError(
        range: ByteRange(offset, offset + length), message: "JSON has no comments", help: "remove it")
    }
    let end = endOfScalar(at: offset)
    let range = ByteRange(offset, end)
    guard let scalar = text(to: end).unicodeScalars.first else { return nil }
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return JSONError(
        range: range, message: "this blank, \(name(of: scalar)), is none of JSON's", help: "write a space")
    case .control, .format, .surrogate, .privateUse, .unassigned:
      return JSONError(
        range: range, message: "the invisible character \(name(of: scalar)) stands here", help: "remove it")
    default:
      return nil
    }
  }

  /// The error that says only what is due.
  private func plain(_ due: Due) -> JSONError {
    let end = endOfScalar(at: offset)
    let range = ByteRange(offset, end)
    let found = bytes[offset] == UInt8(ascii: "`") ? "a backtick" : "`\(text(to: end))`"
    let closing = isInObject ? "}" : "]"
    switch due {
    case .value:
      return JSONError(
        range: range, message: "a value is missing before \(found)", help: "add one, or `null`")
    case .firstElement:
      return JSONError(range: range, message: "\(found) begins no value", help: "write a value, or `]`")
    case .key, .firstKey:
      return JSONError(
        range: range, message: "\(found) begins no key", help: "write a key in double quotes, or `}`")
    case .colon:
      return JSONError(
        range: range, message: "a colon is missing before \(found)", help: "write `\"key\": value`")
    case .separator where isClosing(bytes[offset]):
      return JSONError(
        range: range, message: "\(found) does not close what is open here", help: "write `\(closing)`")
    case .separator:
      return JSONError(
        range: ByteRange(offset, offset), message: "a comma is missing before \(found)",
        help: "add `,`, or `\(closing)` if this is the end")
    case .end:
      return JSONError(
        range: ByteRange(offset, bytes.count), message: "something stands behind the end of the value",
        help: "remove it")
    }
  }

  private func isClosing(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") }

  /// A character's number as Unicode writes it: `U+00A0`.
  private func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
