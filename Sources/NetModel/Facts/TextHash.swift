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

/// The hash of text that is even but for letter case; nil for other text.
private func hashOfPlain(_ bytes: Span<UInt8>, _ range: ByteRange) -> UInt64? {
  guard !range.isEmpty, bytes[range.end - 1] != Ascii.space else { return nil }
  let end = range.end
  var offset = range.start
  var hash = UInt64(truncatingIfNeeded: range.count)
  // The first byte of a word, where a blank stands directly before it.
  var behindBlank: UInt64 = 1
  while offset < end {
    let isWhole = offset &+ 8 <= end
    let word = isWhole ? ByteWords.load(bytes, at: offset) : ByteWords.load(bytes, at: offset, count: end &- offset)
    let blanks = spaces(word)
    guard word & ByteWords.highBits == 0, (blanks &<< 8 | behindBlank &<< 7) & blanks == 0,
      controls(word, count: end &- offset) == 0
    else { return nil }
    hash = NameHash.mixed(hash, ByteWords.lowercased(word))
    behindBlank = blanks &>> 63
    offset &+= 8
  }
  return hash
}

/// The high bit of each byte that is a space.
@inline(__always)
private func spaces(_ word: UInt64) -> UInt64 {
  let others = word ^ (0x20 &* ByteWords.ones)
  return ~(((others & ~ByteWords.highBits) &+ ~ByteWords.highBits) | others) & ByteWords.highBits
}

/// The high bit of each byte below 0x20 among the first bytes, none of which is 0x80 or above.
@inline(__always)
private func controls(_ word: UInt64, count: Int) -> UInt64 {
  let found = ~((word & (0x60 &* ByteWords.ones)) &+ (0x60 &* ByteWords.ones)) & ByteWords.highBits
  return count >= 8 ? found : found & ~(~0 &<< UInt64(truncatingIfNeeded: 8 &* count))
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
