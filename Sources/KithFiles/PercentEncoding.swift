import NetSyntax

/// The bytes of a path as a URI holds them (RFC 3986): exact also where they are no UTF-8.
public func percentEncoded(_ path: Path) -> String { percentEncoded(path.bytes, keeping: "-._~/") }

/// Bytes as a part of a URI, in which a few signs besides letters and digits stand for themselves.
package func percentEncoded(_ bytes: [UInt8], keeping kept: StaticString) -> String {
  let kept = Set("\(kept)".utf8)
  var encoded = ""
  for byte in bytes {
    if byte.isAsciiAlphanumeric || kept.contains(byte) {
      encoded.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
    }
  }
  return encoded
}
