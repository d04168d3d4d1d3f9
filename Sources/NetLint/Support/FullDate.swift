import NetModel
import NetSyntax

/// The offset behind a `YYYY-MM-DD` at an offset, with no digit, letter or hyphen behind it; the day need not exist.
func fullDateEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start + 10 <= end, bytes[start].isAsciiDigit else { return nil }
  for index in 0..<10 {
    let byte = bytes[start + index]
    if index == 4 || index == 7 {
      if byte != UInt8(ascii: "-") { return nil }
    } else if !byte.isAsciiDigit {
      return nil
    }
  }
  let behind = start + 10
  if behind < end, bytes[behind].isAsciiAlphanumeric || bytes[behind] == UInt8(ascii: "-") { return nil }
  return behind
}

/// A checkbox: `[ ]`, `[x]`, `[X]` or `[-]`, whatever stands behind it; the offset behind it, or nil.
func checkboxEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start + 3 <= end, bytes[start] == UInt8(ascii: "["), bytes[start + 2] == UInt8(ascii: "]"),
    TaskState(mark: bytes[start + 1]) != nil
  else { return nil }
  return start + 3
}

/// The offset behind a list's number (`1.` or `12)`) and the blanks behind it, or nil.
func numberEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  var offset = start
  while offset < end, offset < start + 3, bytes[offset].isAsciiDigit { offset += 1 }
  guard offset > start, offset < end, bytes[offset] == UInt8(ascii: ".") || bytes[offset] == UInt8(ascii: ")")
  else { return nil }
  let behind = skipSpace(bytes, from: offset + 1, end: end)
  return behind > offset + 1 ? behind : nil
}
