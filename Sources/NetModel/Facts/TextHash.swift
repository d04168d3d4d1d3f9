import NetSyntax

/// A hash of text on one line, in any letter case and with each run of blanks as one space.
///
/// Text without anything to change but letter case is hashed where it stands, eight bytes at a time.
///
/// - Parameter text: A buffer for what has to be changed.
func textHash(of bytes: Span<UInt8>, in range: ByteRange, _ text: inout [UInt8]) -> UInt64 {
  if let hash = hashOfPlain(bytes, range) { return hash }
  text.removeAll(keepingCapacity: true)
  appendEven(bytes, in: range, to: &text)
  return hashOfEven(text.span)
}

/// A hash of a value of several lines, as if they were joined by blanks.
func textHash(ofLines lines: Range<Int>, of tree: borrowing Tree, _ bytes: Span<UInt8>) -> UInt64 {
  var text: [UInt8] = []
  tree.forEachTextLine(in: lines) { line in appendEven(bytes, in: line, to: &text) }
  return hashOfEven(text.span)
}

/// The hash of text that is even but for letter case, and has no capitals but those of ASCII; nil for other text.
private func hashOfPlain(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt64? {
  guard !range.isEmpty, bytes[range.end - 1] != Ascii.space else { return nil }
  let end = range.end
  let wide = findNonASCII(bytes, from: range.start, to: end)
  guard wide == end || isCaseless(bytes, from: wide, to: end) else { return nil }
  var offset = range.start
  var hash = UInt64(truncatingIfNeeded: range.count)
  // The high bit of a word's first byte, where a blank stands directly before it.
  var behindBlank: UInt64 = 0x80
  while offset < end {
    let rest = end &- offset
    // In bounds: `findNonASCII` has checked the range.
    let word = rest >= 8 ? loadUncheckedWord(bytes, offset) : ByteWords.load(bytes, at: offset, count: rest)
    // Letters for the bytes that are missing.
    let text = rest >= 8 ? word : word | 0x61 &* ByteWords.ones &<< UInt64(truncatingIfNeeded: 8 &* rest)
    // Sums that carry into the high bit of each byte: from a space on, and from behind it on.
    let low = text & ~ByteWords.highBits
    let shown = (low &+ 0x60 &* ByteWords.ones | text) & ByteWords.highBits
    let blanks = ~(low &+ 0x5F &* ByteWords.ones | text) & ByteWords.highBits
    guard shown == ByteWords.highBits, (blanks &<< 8 | behindBlank) & blanks == 0 else { return nil }
    hash = NameHash.mixed(hash, ByteWords.lowercased(word))
    behindBlank = blanks &>> 56
    offset &+= 8
  }
  return hash
}

/// Whether all that is not ASCII is its own lower case, and no blank.
private func isCaseless(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  var offset = start
  while offset < end {
    if let length = lengthOfCaseless(bytes, at: offset, end: end) {
      offset += length
    } else {
      let next = decodeScalar(bytes, at: offset, end: end)
      switch scalarClass(next.scalar) {
      case .letter, .mark, .digit, .closingPunctuation: offset += next.length
      case .capital, .other: return false
      }
    }
    offset = findNonASCII(bytes, from: offset, to: end)
  }
  return true
}

/// Appends text in lower case with each run of blanks as one space, and one before it where there is text already.
private func appendEven(_ bytes: Span<UInt8>, in range: ByteRange, to text: inout [UInt8]) {
  var isBehindBlank = true
  var offset = range.start
  while offset < range.end {
    let blank = blankLength(bytes, at: offset, end: range.end)
    if blank > 0 {
      isBehindBlank = true
      offset += blank
      continue
    }
    if isBehindBlank, !text.isEmpty { text.append(Ascii.space) }
    isBehindBlank = false
    if bytes[offset] < 0x80 {
      text.append(bytes[offset].asciiLowercased)
      offset += 1
      continue
    }
    if let length = lengthOfCaseless(bytes, at: offset, end: range.end) {
      text.append(contentsOf: bytes, in: offset..<offset + length)
      offset += length
      continue
    }
    let decoded = decodeScalar(bytes, at: offset, end: range.end)
    HandleText.appendLowercased(decoded.scalar, foldingSigma: false, to: &text)
    offset += decoded.length
  }
}

private func hashOfEven(_ text: Span<UInt8>) -> UInt64 {
  var hash = UInt64(truncatingIfNeeded: text.count)
  var offset = 0
  while offset < text.count {
    let isWhole = offset &+ 8 <= text.count
    let word = isWhole ? ByteWords.load(text, at: offset) : ByteWords.load(text, at: offset, count: text.count - offset)
    hash = NameHash.mixed(hash, word)
    offset += 8
  }
  return hash
}

/// The length of a scalar at an offset, if it is one of those that are their own lower case and that most text is made
/// of: `à` to `ÿ`, dashes and quotation marks.
@inline(__always)
private func lengthOfCaseless(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int? {
  switch bytes[offset] {
  case 0xC3: offset + 1 < end && bytes[offset + 1] & 0xE0 == 0xA0 ? 2 : nil
  case 0xE2:
    offset + 2 < end && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xC0 == 0x80 ? 3 : nil
  default: nil
  }
}
