import NetSyntax

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

/// Several files as an example shows them, in which each line ends in a line feed.
package func shown(_ files: [CheckedNotebook.File]) -> String {
  files.map { "=== \($0.name)\n\(shown($0.bytes))" + ($0.bytes.last == 0x0A ? "" : "\n") }.joined()
}

/// A text as an example shows it, ready to be pasted into one: the inverse of `bytes(ofExample:)`.
///
/// What could not be seen, or could be taken for something else in an example, is shown by what stands for it.
package func shown(_ bytes: [UInt8]) -> String {
  bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { shownLine(Array($0)) }.joined(separator: "\n")
}

private func shownLine(_ line: [UInt8]) -> String {
  var parts: [String] = []
  var lastSeen = 0
  var offset = 0
  while offset < line.count {
    let decoded = decodeScalar(line.span, at: offset, end: line.count)
    if decoded.length == 1, line[offset] >= 0x80 {
      parts.append("‹\(hexadecimal(UInt32(line[offset]), digits: 2))›")
    } else if let standIn = standIn(for: decoded.scalar) {
      parts.append(standIn)
    } else {
      parts.append(String(decoded.scalar))
      if decoded.scalar != " " { lastSeen = parts.count }
    }
    offset += decoded.length
  }
  for index in lastSeen..<parts.count where parts[index] == " " { parts[index] = "␣" }
  // A full stop alone, or a fence of the examples themselves, would end one, and `===` would begin a file.
  let text = parts.joined()
  if let first = text.unicodeScalars.first, text == "." || text.hasPrefix("=== ") || text.hasPrefix(exampleFence) {
    parts[0] = name(of: first)
  }
  return parts.joined()
}

private let exampleFence = String(repeating: "`", count: 16)

private func standIn(for scalar: Unicode.Scalar) -> String? {
  switch scalar {
  case "\t": "→"
  case "\r": "␍"
  case "\u{A0}": "⍽"
  case "\u{3000}": "⎵"
  case "→", "␣", "␍", "⍽", "⎵", "‹": name(of: scalar)
  case " ": nil
  default: isSeen(scalar) ? nil : name(of: scalar)
  }
}

/// Whether a character can be seen, and told from others, wherever it stands.
private func isSeen(_ scalar: Unicode.Scalar) -> Bool {
  // Accents that may be part of the letter before them, or not.
  if (0x300...0x36F).contains(scalar.value) || scalar.properties.isDefaultIgnorableCodePoint { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: return false
  default: return true
  }
}

private func name(of scalar: Unicode.Scalar) -> String { "‹U+\(hexadecimal(scalar.value, digits: 4))›" }

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
