import NetSyntax

/// The offset behind a bullet at an offset that has text directly behind it, and so is none; nil if none stands there.
@inline(__always)
func tightBulletEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  switch bytes[start] {
  case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
    isBlankOrEnd(bytes, at: start + 1, end: end) ? nil : start + 1
  default: nil
  }
}
