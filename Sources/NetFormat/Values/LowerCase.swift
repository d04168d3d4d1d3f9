import NetSyntax

/// Whether a handle, tag or key is certain to be in lower case, as nearly all are.
func isLowercase(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  if isLowercaseASCII(bytes, range) { return true }
  var offset = range.start
  while offset < range.end {
    let byte = bytes[offset]
    if byte &- UInt8(ascii: "A") < 26 { return false }
    let length = byte < 0x80 ? 1 : lowercaseLength(bytes, at: offset, end: range.end)
    if length == 0 { return false }
    offset += length
  }
  return true
}

/// The length of the character at an offset if it is a letter, mark or digit that has no other lower case; otherwise 0.
private func lowercaseLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  let decoded = decodeScalar(bytes, at: offset, end: end)
  switch scalarClass(decoded.scalar) {
  case .letter, .mark, .digit: return decoded.length
  case .capital, .closingPunctuation, .other: return 0
  }
}
