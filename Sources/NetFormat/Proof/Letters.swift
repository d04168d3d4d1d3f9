/// Whether two texts hold the same letters, digits and other signs in the same order, letter case aside.
///
/// What a formatter may write anew is passed over: blanks, line ends, and the marks of lists, fields and tags; so is the
/// `0` of an hour, which gets one to have two digits. This asks nothing of a parser, and so sees what a parser does not.
func haveSameLetters(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
  var (leftOffset, rightOffset) = (0, 0)
  while true {
    leftOffset = skipForm(left, from: leftOffset)
    rightOffset = skipForm(right, from: rightOffset)
    guard leftOffset < left.count, rightOffset < right.count else {
      return leftOffset == left.count && rightOffset == right.count
    }
    if left[leftOffset] < 0x80, right[rightOffset] < 0x80 {
      if lowercased(left[leftOffset]) != lowercased(right[rightOffset]) { return false }
      leftOffset += 1
      rightOffset += 1
    } else if !matchWide(left, &leftOffset, right, &rightOffset) {
      return false
    }
  }
}

/// Compares the next characters where one of them is not ASCII: those that have case may differ in it.
private func matchWide(
  _ left: Span<UInt8>, _ leftOffset: inout Int, _ right: Span<UInt8>, _ rightOffset: inout Int
) -> Bool {
  lowercased(left, &leftOffset).elementsEqual(lowercased(right, &rightOffset))
}

/// The lower case of the scalar at an offset, which is moved behind it. `İ` becomes `i`, whose own dot is passed over.
private func lowercased(_ bytes: Span<UInt8>, _ offset: inout Int) -> [Unicode.Scalar] {
  var end = offset + 1
  while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
  let text = String(decoding: (offset..<end).map { bytes[$0] }, as: UTF8.self)
  offset = end
  return text.lowercased().unicodeScalars.filter { $0 != "\u{307}" }
}

private func skipForm(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var offset = start
  while offset < bytes.count {
    let length = formLength(bytes, offset)
    if length == 0 { return offset }
    offset += length
  }
  return offset
}

/// The length of what a formatter may write anew at an offset, or 0.
private func formLength(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
  func follow(_ second: UInt8, _ third: UInt8?) -> Bool {
    guard offset + 1 < bytes.count, bytes[offset + 1] == second else { return false }
    return third.map { offset + 2 < bytes.count && bytes[offset + 2] == $0 } ?? true
  }
  switch bytes[offset] {
  case 0x20, 0x09, 0x0A, 0x0D: return 1
  case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: ":"),
    UInt8(ascii: "#"):
    return 1
  case UInt8(ascii: "0"):
    return isHour(bytes, offset) ? 1 : 0
  case 0xCC: return follow(0x87, nil) ? 2 : 0  // The dot of `İ` in lower case.
  case 0xC2: return follow(0xA0, nil) ? 2 : 0  // A no-break space.
  case 0xD8: return follow(0x8C, nil) || follow(0x9C, nil) ? 2 : 0  // `،`, U+061C.
  case 0xE2: return follow(0x80, 0x8E) || follow(0x80, 0x8F) ? 3 : 0  // U+200E, U+200F.
  case 0xE3: return follow(0x80, 0x80) || follow(0x80, 0x81) ? 3 : 0  // An ideographic space, `、`.
  case 0xEF: return follow(0xBB, 0xBF) ? 3 : 0  // A byte-order mark.
  default: return 0
  }
}

/// Whether two digits, a colon and a digit stand at an offset.
private func isHour(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
  func isDigit(_ place: Int) -> Bool { bytes[place] &- 0x30 < 10 }
  return offset + 3 < bytes.count && isDigit(offset + 1) && bytes[offset + 2] == UInt8(ascii: ":")
    && isDigit(offset + 3)
}

private func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
