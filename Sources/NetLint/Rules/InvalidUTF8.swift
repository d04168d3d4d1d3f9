import NetModel
import NetSyntax

/// invalid-utf8: bytes that are no text.
let invalidUTF8 = Rule(
  "invalid-utf8", "N101", .error, page: PackageResources.invalid_utf8_md,
  .file(holding: .broken) { file, findings in
    let bytes = file.bytes.span
    guard let first = firstInvalid(bytes) else { return }
    if isUTF16(bytes) {
      findings.report(
        ByteRange(0, 2), "the bytes `\(hexadecimal(bytes, ByteRange(0, 2)))` are not UTF-8",
        help: "save the file as UTF-8; it is in UTF-16 now", silencing: ByteRange(0, bytes.count))
      return
    }
    let hex = hexadecimal(bytes, first)
    let isOne = first.count == 1
    findings.report(
      first, isOne ? "the byte `\(hex)` is not UTF-8" : "the bytes `\(hex)` are not UTF-8",
      help: isOne ? help(for: bytes[first.start]) : "save the file as UTF-8",
      silencing: ByteRange(0, bytes.count))
  })

private func firstInvalid(_ bytes: Span<UInt8>) -> ByteRange? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes)
    return nil
  } catch let error {
    return ByteRange(error.byteOffsets.lowerBound, error.byteOffsets.upperBound)
  }
}

private func isUTF16(_ bytes: Span<UInt8>) -> Bool {
  guard bytes.count > 1 else { return false }
  return (bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)
}

private func hexadecimal(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
  (range.start..<range.end).map { offset in
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }.joined(separator: " ")
}

private func help(for byte: UInt8) -> String {
  guard let character = windows1252(byte) else { return "save the file as UTF-8" }
  return "save the file as UTF-8; in Windows-1252 this byte is `\(character)`"
}

/// The character that a byte stands for in the encoding most old files have, where it is one that can be seen.
private func windows1252(_ byte: UInt8) -> Unicode.Scalar? {
  if byte < 0x80 || byte == 0xA0 || byte == 0xAD { return nil }
  if byte >= 0xA0 { return Unicode.Scalar(byte) }
  let scalar = upperControls[Int(byte) - 0x80]
  return scalar == " " ? nil : scalar
}

/// 80 to 9F; a blank where nothing is assigned.
private let upperControls = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)
