import NetSyntax

/// Keys and values. Text is UTF-8 that is known to be valid; nothing here validates it again.
extension JSONWriter {
  /// Writes a key of the program's own, which holds nothing that needs an escape.
  public mutating func key(_ key: StaticString) {
    beginToken(key.utf8CodeUnitCount + 4)
    bytes.append(UInt8(ascii: "\""))
    // A static string's bytes live as long as the program.
    key.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes a key that comes from elsewhere, with escapes where it needs them.
  public mutating func key(escaping key: String) {
    let text = key.utf8.span
    beginToken(text.count + 4)
    quote(text)
    endKey()
  }

  /// Writes a string.
  public mutating func string(_ value: String) { string(value.utf8.span) }

  /// Writes text as a string.
  public mutating func string(_ text: Span<UInt8>) {
    beginToken(text.count + 2)
    quote(text)
  }

  /// Writes a stretch of a file as a string.
  public mutating func string(_ text: Span<UInt8>, _ range: ByteRange) {
    string(text.extracting(range.start..<range.end))
  }

  /// Begins a string that is made of several pieces, each given by `append`.
  public mutating func beginString() {
    beginToken(2)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds a piece to the string that has been begun.
  public mutating func append(_ text: Span<UInt8>) { escape(text) }

  /// Adds a stretch of a file to the string that has been begun.
  public mutating func append(_ text: Span<UInt8>, _ range: ByteRange) {
    escape(text.extracting(range.start..<range.end))
  }

  /// Adds a piece to the string that has been begun.
  public mutating func append(_ text: String) { escape(text.utf8.span) }

  /// Ends the string that has been begun.
  public mutating func endString() { bytes.append(UInt8(ascii: "\"")) }

  /// Writes a whole number.
  public mutating func int(_ value: Int) {
    let digits = String(value).utf8
    beginToken(digits.count)
    bytes.append(contentsOf: digits)
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { literal("null") }

  /// Writes an array of strings.
  public mutating func strings(_ values: some Sequence<String>) {
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  private mutating func literal(_ word: StaticString) {
    beginToken(word.utf8CodeUnitCount)
    // A static string's bytes live as long as the program.
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}

extension JSONWriter {
  private mutating func quote(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    escape(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends `text`, clean runs as they are and the rest as escapes.
  private mutating func escape(_ text: Span<UInt8>) {
    var offset = 0
    while true {
      let clean = endOfCleanRun(in: text, from: offset)
      // The pointer is used only to copy the run into the buffer.
      unsafe text.extracting(offset..<clean).withUnsafeBufferPointer { run in
        unsafe bytes.append(contentsOf: run)
      }
      guard clean < text.count else { return }
      offset = clean + appendEscape(of: text, at: clean)
    }
  }

  /// The offset of the first byte from `start` on that cannot stand in a string as it is.
  private func endOfCleanRun(in text: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    if escapesUnsafe {
      while offset < text.count, !needsEscape(text[offset]), unsafeLength(of: text, at: offset) == 0 {
        offset += 1
      }
      return offset
    }
    let blanks = SIMD16<UInt8>(repeating: 0x20)
    let quotes = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let backslashes = SIMD16<UInt8>(repeating: UInt8(ascii: "\\"))
    // Raw, since a vector is read from the bytes of which there are enough.
    let raw = unsafe text.bytes
    while offset + 16 <= text.count {
      // Any 16 bytes are a valid vector, and the condition above keeps them inside the span.
      let block = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      if any((block .< blanks) .| (block .== quotes) .| (block .== backslashes)) { break }
      offset += 16
    }
    while offset < text.count, !needsEscape(text[offset]) { offset += 1 }
    return offset
  }

  private func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  /// The length of a character at `offset` that could disturb a terminal, or 0.
  ///
  /// These are DEL and C1 (ECMA-48), Bidi_Control (UAX #9) and the separators U+2028 and U+2029.
  private func unsafeLength(of text: Span<UInt8>, at offset: Int) -> Int {
    let byte = text[offset]
    if byte < 0x80 { return byte == 0x7F ? 1 : 0 }
    switch scalar(in: text, at: offset) {
    case 0x80...0x9F, 0x061C: return 2
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: return 3
    default: return 0
    }
  }

  /// The scalar that begins at `offset` if it has two or three bytes, else 0.
  private func scalar(in text: Span<UInt8>, at offset: Int) -> UInt32 {
    let first = UInt32(text[offset])
    if first >= 0xC0, first < 0xE0, offset + 1 < text.count {
      return (first & 0x1F) << 6 | UInt32(text[offset + 1] & 0x3F)
    }
    guard first >= 0xE0, first < 0xF0, offset + 2 < text.count else { return 0 }
    return (first & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
  }

  /// Appends the escape of the character at `offset` and returns the number of its bytes.
  private mutating func appendEscape(of text: Span<UInt8>, at offset: Int) -> Int {
    bytes.append(UInt8(ascii: "\\"))
    switch text[offset] {
    case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      let value = text[offset] < 0x80 ? UInt32(text[offset]) : scalar(in: text, at: offset)
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(value >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
      return max(1, unsafeLength(of: text, at: offset))
    }
    return 1
  }
}
