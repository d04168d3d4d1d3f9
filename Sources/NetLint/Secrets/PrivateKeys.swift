import NetSyntax

/// The private key whose `-----BEGIN` starts at an offset: from the first to the last character between the two marks.
///
/// Without an end mark it is as many lines as look like parts of one. A mark with no key behind it, as in prose, is none.
func privateKey(_ bytes: Span<UInt8>, at offset: Int) -> Secret? {
  guard holds(bytes, "-----BEGIN ", at: offset), let start = behindMark(bytes, from: offset + 11) else { return nil }
  var end = start
  while end < bytes.count, !holds(bytes, "-----", at: end) { end += 1 }
  if !holds(bytes, "-----END ", at: end) { end = endOfKeyLines(bytes, from: start, to: end) }
  let body = trimmed(bytes, ByteRange(start, end))
  guard longestRun(bytes, body) >= 32 else { return nil }
  return Secret(range: body, kind: .privateKey)
}

/// The offset behind the dashes of `… PRIVATE KEY-----` or `… PRIVATE KEY BLOCK-----`.
private func behindMark(_ bytes: Span<UInt8>, from start: Int) -> Int? {
  var end = start
  while end < bytes.count, end - start < 40, bytes[end].isAsciiAlphanumeric || bytes[end] == Ascii.space { end += 1 }
  guard holds(bytes, "-----", at: end),
    ["PRIVATE KEY", "PRIVATE KEY BLOCK"].contains(where: { name in
      end - name.utf8.count >= start && holds(bytes, name, at: end - name.utf8.count)
    })
  else { return nil }
  return end + 5
}

/// The end of the lines that hold a run of a key's characters, or nothing, from an offset on.
private func endOfKeyLines(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int {
  var end = start
  while end < limit {
    let next = min(lineEnd(bytes, from: end, withLineFeed: true), limit)
    let line = trimmed(bytes, ByteRange(end, next))
    if !line.isEmpty, longestRun(bytes, line) < 16 { break }
    end = next
  }
  return end
}

/// The length of the longest run of base 64 in a range.
private func longestRun(_ bytes: Span<UInt8>, _ range: ByteRange) -> Int {
  var (longest, run) = (0, 0)
  for offset in range.start..<range.end {
    let byte = bytes[offset]
    let isPart = byte.isAsciiAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    run = isPart ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest
}

/// A range without blanks, line ends and the marks of quotes and comments at its two ends.
private func trimmed(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
  func isKey(_ byte: UInt8) -> Bool { byte.isAsciiAlphanumeric || byte == UInt8(ascii: "=") }
  var (start, end) = (range.start, range.end)
  while start < end, !isKey(bytes[start]) { start += 1 }
  while end > start, !isKey(bytes[end - 1]) { end -= 1 }
  return ByteRange(start, end)
}
