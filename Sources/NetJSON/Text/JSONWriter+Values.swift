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
    // Raw, since a word is read from the bytes of which there are enough.
    let raw = unsafe text.bytes
    while offset + 8 <= text.count {
      // Any 8 bytes are a valid number, and the condition above keeps them inside the span.
      let word = unsafe raw.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      var marks = placesToLook(UInt64(littleEndian: word))
      while marks != 0 {
        let place = offset + marks.trailingZeroBitCount / 8
        if escapedLength(of: text, at: place) > 0 { return place }
        marks &= marks &- 1
      }
      offset += 8
    }
    while offset < text.count, escapedLength(of: text, at: offset) == 0 { offset += 1 }
    return offset
  }

  /// The highest bit of each of 8 bytes that may begin what needs an escape; behind one of them perhaps that of others, too.
  ///
  /// All are compared at once: of those that are less than a number, the highest bit is set in the difference and not in the
  /// byte.
  @inline(__always)
  private func placesToLook(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    func isLess(_ word: UInt64, _ byte: UInt64) -> UInt64 { (word &- ones &* byte) & ~word }
    func holds(_ byte: UInt64) -> UInt64 { isLess(word ^ (ones &* byte), 1) }
    let ascii = isLess(word, 0x20) | holds(0x22) | holds(0x5C) | holds(0x7F)
    // C1; U+061C; U+200E and all others.
    return (ascii | holds(0xC2) | holds(0xD8) | holds(0xE2)) & (ones << 7)
  }

  /// The length of the character at `offset` if it cannot stand in a string as it is, else 0.
  ///
  /// To JSON these are C0, the quotation mark and the backslash; to a terminal also DEL and C1 (ECMA-48), Bidi_Control
  /// (UAX #9) and the separators U+2028 and U+2029.
  @inline(__always)
  private func escapedLength(of text: Span<UInt8>, at offset: Int) -> Int {
    switch text[offset] {
    case ..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F: return 1
    case 0xC2: return 0x80...0x9F ~= byte(of: text, at: offset + 1) ? 2 : 0
    case 0xD8: return byte(of: text, at: offset + 1) == 0x9C ? 2 : 0
    case 0xE2:
      switch (byte(of: text, at: offset + 1), byte(of: text, at: offset + 2)) {
      case (0x80, 0x8E), (0x80, 0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }

  /// A byte that belongs to a character; behind the end the greatest, which belongs to none.
  private func byte(of text: Span<UInt8>, at offset: Int) -> UInt8 { offset < text.count ? text[offset] : 0xFF }

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
      let length = escapedLength(of: text, at: offset)
      var value = UInt32(text[offset]) & (length == 1 ? 0x7F : length == 2 ? 0x1F : 0x0F)
      for next in 1..<length { value = value << 6 | UInt32(text[offset + next] & 0x3F) }
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(value >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
      return length
    }
    return 1
  }
}
