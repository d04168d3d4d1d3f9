/// A path as git writes it in a diff: in quotes where it holds a quote, a backslash, or what a terminal would hide or
/// obey, which stands there as an escape of C (`"a/line\nfeed"`).
///
/// Letters of any script stay as they are, as with git's `core.quotePath` off. A blank at the end, which git leaves bare,
/// is put in quotes as well: patch would not take it for a part of the name.
func quotedAsGitDoes(_ name: [UInt8]) -> [UInt8] {
  var text: [UInt8] = []
  var isQuoted = name.last == Ascii.space
  var offset = 0
  while offset < name.count {
    let next = decodeScalar(name.span, at: offset, end: name.count)
    let end = offset + next.length
    // U+FFFD of one byte is none: the byte there belongs to no scalar.
    let isBroken = next.length == 1 && name[offset] >= 0x80
    if isBroken || isUnseen(next.scalar) || next.scalar == "\"" || next.scalar == "\\" {
      isQuoted = true
      for byte in name[offset..<end] { text += escaped(byte).utf8 }
    } else {
      text += name[offset..<end]
    }
    offset = end
  }
  let quote = isQuoted ? [UInt8(ascii: "\"")] : []
  return quote + text + quote
}

/// A backslash with the letter that C has for a byte, or with three octal digits.
private func escaped(_ byte: UInt8) -> String {
  switch byte {
  case UInt8(ascii: "\""): return "\\\""
  case UInt8(ascii: "\\"): return "\\\\"
  case 0x07...0x0D:
    let letters: [Unicode.Scalar] = ["a", "b", "t", "n", "v", "f", "r"]
    return "\\\(letters[Int(byte - 0x07)])"
  default:
    let digits = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }
}
