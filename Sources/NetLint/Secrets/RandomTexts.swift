import NetSyntax

/// What stands behind a word such as `token`, from its first character on, if it looks as if a machine had made it up.
///
/// People write stories behind such words (`secret: they are moving`), and names with a number. So it takes sixteen
/// letters and digits in a row, in which small letters, capitals and digits take turns.
func randomText(_ bytes: Span<UInt8>, from start: Int) -> ByteRange? {
  var end = start
  while end < bytes.count, end - start <= longestPassword, isPart(bytes[end]) { end += 1 }
  // A text goes on with other signs, and a path or an address with these.
  guard end == bytes.count || bytes[end] <= Ascii.space || bytes[end].isOne(of: "&,;)]}\"'`*!?|<") else { return nil }
  while end > start, bytes[end - 1].isOne(of: "._-") { end -= 1 }
  let range = ByteRange(start, end)
  return 16...longestPassword ~= range.count && looksRandom(bytes, range) ? range : nil
}

/// What base 64 and base 64 for addresses are made of, with what stands between parts of them.
private func isPart(_ byte: UInt8) -> Bool { byte.isAsciiAlphanumeric || byte.isOne(of: "+/=_-.~") }

private func looksRandom(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  /// Of one run of letters and digits, where another sort follows upon one, and where one of the two is digits.
  var (run, turns, digitTurns) = (0, 0, 0)
  var seen: Set<UInt8> = []
  var last: UInt8 = 0
  var isRandom = false
  for offset in range.start..<range.end {
    // `wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY` in the manuals of AWS.
    if ["EXAMPLE", "example"].contains(where: { holds(bytes, $0, at: offset) }) { return false }
    let byte = bytes[offset]
    guard byte.isAsciiAlphanumeric else {
      (run, turns, digitTurns) = (0, 0, 0)
      continue
    }
    // Digits, capitals and small letters differ in these bits.
    if run > 0, (byte ^ last) & 0x60 != 0 {
      turns += 1
      if byte.isAsciiDigit != last.isAsciiDigit { digitTurns += 1 }
    }
    run += 1
    last = byte
    seen.insert(byte)
    if run >= 16, turns >= 6, digitTurns >= 3, seen.count >= 8 { isRandom = true }
  }
  return isRandom
}
