import NetSyntax

/// A text in backticks, as messages show it; of a long one the beginning.
package func quoted(_ text: String) -> String { "`\(shortened(text))`" }

/// A text as messages show it; of a long one the beginning.
package func shortened(_ text: String) -> String {
  let most = 80
  guard text.utf8.count > most, text.unicodeScalars.count > most else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.prefix(most - 1))) + "…"
}

/// Texts in backticks with commas and `or` between.
func alternatives(_ texts: [String]) -> String {
  guard let last = texts.last, texts.count > 1 else { return texts.map(quoted).joined() }
  return texts.dropLast().map(quoted).joined(separator: ", ") + " or " + quoted(last)
}

/// The text of a range of bytes.
func text(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
  var copy: [UInt8] = []
  copy.reserveCapacity(range.count)
  for offset in range.start..<range.end { copy.append(bytes[offset]) }
  return String(decoding: copy, as: UTF8.self)
}
