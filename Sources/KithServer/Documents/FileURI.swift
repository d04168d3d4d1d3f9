import KithFiles
import NetSyntax

extension Path {
  /// The path that an address such as `file:///home/zo%C3%AB/people.net` means (RFC 8089); nil for an address of any other
  /// kind.
  ///
  /// A percent sign without its two digits stands for itself, as editors have it.
  init?(fileURI uri: String) {
    let bytes = Array(uri.utf8)
    let scheme = Array("file:".utf8)
    guard bytes.count > scheme.count, zip(bytes, scheme).allSatisfy({ $0.asciiLowercased == $1 }) else { return nil }
    var rest = bytes[scheme.count...]
    let slash = UInt8(ascii: "/")
    if rest.starts(with: [slash, slash]) {
      let host = rest.dropFirst(2).prefix { $0 != slash }
      guard host.isEmpty || host.map(\.asciiLowercased) == Array("localhost".utf8) else { return nil }
      rest = rest[host.endIndex...]
    }
    guard rest.first == slash else { return nil }
    let path = percentDecoded(rest.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    if path.contains(0) { return nil }
    self.init(path)
  }

  /// The address of an absolute path.
  var fileURI: String { "file://" + percentEncoded(self) }
}

private func percentDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var decoded: [UInt8] = []
  decoded.reserveCapacity(text.count)
  var offset = text.startIndex
  while offset < text.endIndex {
    if text[offset] == UInt8(ascii: "%"), offset + 2 < text.endIndex, let high = digit(text[offset + 1]),
      let low = digit(text[offset + 2])
    {
      decoded.append(high << 4 | low)
      offset += 3
    } else {
      decoded.append(text[offset])
      offset += 1
    }
  }
  return decoded
}

/// The value of a hexadecimal digit.
private func digit(_ byte: UInt8) -> UInt8? {
  switch byte.asciiLowercased {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte.asciiLowercased - UInt8(ascii: "a") + 10
  default: nil
  }
}
