import NetModel
import NetSyntax

/// Letters without their accents and other marks.
func withoutMarks(_ bytes: Span<UInt8>) -> [UInt8] {
  let text = String(decoding: nfd(bytes), as: UTF8.self)
  let plain = text.unicodeScalars.filter { $0.value < 0x80 || $0.properties.generalCategory != .nonspacingMark }
  return Array(String(String.UnicodeScalarView(plain)).utf8)
}
