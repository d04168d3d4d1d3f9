import NetSyntax

/// One step through bytes that are meant to be UTF-8.
public struct DecodedScalar: Sendable {
  /// The scalar, or nil for a byte that is not part of one.
  public var scalar: Unicode.Scalar?
  /// How many bytes it takes; 1 where there is no scalar.
  public var length: Int
}

/// The scalar that begins at `offset`, by RFC 3629: no surrogates, no overlong forms.
public func decodeScalar(_ bytes: Span<UInt8>, at offset: Int) -> DecodedScalar {
  let first = bytes[offset]
  if first < 0x80 { return DecodedScalar(scalar: Unicode.Scalar(first), length: 1) }
  let broken = DecodedScalar(scalar: nil, length: 1)
  let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
  guard length > 1, offset + length <= bytes.count else { return broken }
  var value = UInt32(first) & (0x7F >> UInt32(length))
  for index in offset + 1..<offset + length {
    guard bytes[index] & 0xC0 == 0x80 else { return broken }
    value = value << 6 | UInt32(bytes[index] & 0x3F)
  }
  let lowest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
  // The initialiser refuses surrogates and what lies behind U+10FFFF.
  guard value >= lowest, let scalar = Unicode.Scalar(value) else { return broken }
  return DecodedScalar(scalar: scalar, length: length)
}

/// The escape for a scalar, as Swift writes it: `\u{1B}`.
public func escape(_ scalar: Unicode.Scalar) -> String {
  "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
}

/// The escape for a byte that is no UTF-8, and so at least 0x80: `\xFF`.
public func escape(byte: UInt8) -> String {
  "\\x" + String(byte, radix: 16, uppercase: true)
}

/// The text of `bytes` on one line, with escapes for whatever a terminal would hide or obey.
public func visible(_ bytes: Span<UInt8>) -> String {
  var text = ""
  text.reserveCapacity(bytes.count)
  var offset = 0
  while offset < bytes.count {
    let next = decodeScalar(bytes, at: offset)
    if let scalar = next.scalar {
      if isUnseen(scalar) { text += escape(scalar) } else { text.unicodeScalars.append(scalar) }
    } else {
      text += escape(byte: bytes[offset])
    }
    offset += next.length
  }
  return text
}

/// `text` on one line, with escapes for whatever a terminal would hide or obey.
public func visible(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnseen) else { return text }
  var shown = ""
  for scalar in text.unicodeScalars {
    if isUnseen(scalar) { shown += escape(scalar) } else { shown.unicodeScalars.append(scalar) }
  }
  return shown
}
