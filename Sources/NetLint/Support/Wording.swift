import NetSyntax

/// `a`, `a or b`, `a, b or c`: each in backticks.
func oneOf(_ texts: [String]) -> String {
  let quoted = texts.map { "`\($0)`" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

/// Bytes as a text, with U+FFFD for what is not UTF-8.
func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> String {
  String(decoding: (start..<end).map { bytes[$0] }, as: UTF8.self)
}
