import NetSyntax

/// Strings and numbers.
extension JSONReader {
  mutating func readString() throws(JSONError) {
    var hasEscapes = false
    var end = offset + 1
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "\""):
        append(.string, length: end + 1 - offset, hasEscapes: hasEscapes)
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        end = try endOfEscape(at: end)
      case 0x0A, 0x0D:
        throw JSONError(
          range: ByteRange(offset, end), message: "the string is not closed on its line",
          help: "add `\"`, or write a line break inside a string as `\\n`")
      case 0..<0x20:
        let isTab = bytes[end] == 0x09
        throw JSONError(
          range: ByteRange(end, end + 1), message: "a control character stands in a string",
          help: "write it as `\(isTab ? "\\t" : unicodeEscape(bytes[end]))`")
      default:
        end += 1
      }
    }
    throw JSONError(
      range: ByteRange(offset, bytes.count), message: "the string is not closed", help: "add `\"`")
  }

  /// The offset behind the escape that begins at `start`.
  private func endOfEscape(at start: Int) throws(JSONError) -> Int {
    // A text that ends here is reported as an open string.
    guard start + 1 < bytes.count else { return bytes.count }
    if escapedCharacter(bytes[start + 1]) != nil { return start + 2 }
    guard bytes[start + 1] == UInt8(ascii: "u") else {
      throw JSONError(
        range: ByteRange(start, endOfScalar(at: start + 1)), message: "there is no such escape",
        help: #"write a backslash as `\\`; the escapes are `\"` `\\` `\/` `\b` `\f` `\n` `\r` `\t` `\u0000`"#)
    }
    guard let value = hexadecimal(of: bytes, at: start + 2) else {
      var end = start + 2
      while end < min(start + 6, bytes.count), isHexadecimalDigit(bytes[end]) { end += 1 }
      throw JSONError(
        range: ByteRange(start, end), message: "`\\u` lacks its four hexadecimal digits",
        help: "write it as in `\\u00e9`")
    }
    guard value & 0xF800 == 0xD800 else { return start + 6 }
    let isPair =
      value < 0xDC00 && start + 8 <= bytes.count && bytes[start + 6] == UInt8(ascii: "\\")
      && bytes[start + 7] == UInt8(ascii: "u")
      && hexadecimal(of: bytes, at: start + 8).map { $0 & 0xFC00 == 0xDC00 } ?? false
    guard isPair else {
      throw JSONError(
        range: ByteRange(start, start + 6), message: "this is half of a surrogate pair",
        help: "write the character itself, or both halves, as in `\\ud83d\\ude00`")
    }
    return start + 12
  }

  mutating func readNumber() throws(JSONError) {
    var end = offset
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    let whole = end
    end = endOfDigits(from: end)
    var isSound = end == whole + 1 || end > whole && bytes[whole] != UInt8(ascii: "0")
    if isSound, end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      let fraction = end + 1
      end = endOfDigits(from: fraction)
      isSound = end > fraction
    }
    if isSound, end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
        exponent += 1
      }
      end = endOfDigits(from: exponent)
      isSound = end > exponent
    }
    let endOfText = endOfWord(from: offset)
    guard isSound, end == endOfText else {
      throw malformedNumber(ByteRange(offset, max(end, endOfText)))
    }
    append(.number, length: end - offset)
  }

  /// The error for what begins like a number but is none.
  func malformedNumber(_ range: ByteRange) -> JSONError {
    let digits = bytes[range.start..<range.end].filter { !(UInt8(ascii: "+")...UInt8(ascii: "-") ~= $0) }
    let isOctal = digits.count > 1 && digits[0] == UInt8(ascii: "0") && digits.allSatisfy(isDigit)
    let help =
      isOctal
      ? "leave out the zeros it begins with, or write it as a string, in double quotes"
      : "write it as in `12`, `-0.5` or `1e3`"
    return JSONError(range: range, message: "this number cannot be read", help: help)
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end
  }

  /// The end of the letters, digits, dots and signs at `start`, which people take for one word or number.
  func endOfWord(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) || ".+-_$".utf8.contains(bytes[end]) {
      end += 1
    }
    return end
  }

  /// The letters at the current offset.
  var word: String { text(to: endOfWord(from: offset)) }

  func text(to end: Int) -> String { String(decoding: bytes[offset..<end], as: UTF8.self) }

  /// The offset behind the character at `start`.
  func endOfScalar(at start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, bytes.count)
  }

  private func unicodeEscape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z") }

private func isHexadecimalDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
}
