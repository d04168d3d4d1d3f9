/// The bytes of an example, in which visible characters stand for those that cannot be seen.
///
/// `→` is a tab, `␣` a space, `␍` a CR, `⍽` a no-break space, `⎵` an ideographic space, `‹U+200F›` the code point named,
/// `‹E9›` a byte.
package func bytes(ofExample text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    switch scalar {
    case "→": bytes.append(0x09)
    case "␣": bytes.append(0x20)
    case "␍": bytes.append(0x0D)
    case "⍽": bytes.append(contentsOf: [0xC2, 0xA0])
    case "⎵": bytes.append(contentsOf: [0xE3, 0x80, 0x80])
    case "‹":
      guard let end = rest.firstIndex(of: "›"), let named = named(String(String.UnicodeScalarView(rest[..<end]))) else {
        bytes.append(contentsOf: "‹".utf8)
        continue
      }
      bytes.append(contentsOf: named)
      rest = rest[rest.index(after: end)...]
    default: bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    }
  }
  return bytes
}

private func named(_ name: String) -> [UInt8]? {
  if name.hasPrefix("U+"), let value = UInt32(name.dropFirst(2), radix: 16), let scalar = Unicode.Scalar(value) {
    return Array(String(scalar).utf8)
  }
  guard name.count == 2, let byte = UInt8(name, radix: 16) else { return nil }
  return [byte]
}
