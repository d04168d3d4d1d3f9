import NetModel
import NetSyntax

/// unnormalised-handle: a handle or tag of other bytes than the same text mostly has.
let unnormalisedHandle = Rule(
  "unnormalised-handle", "N404", .warning, page: PackageResources.unnormalised_handle_md,
  .file { file, findings in
    let bytes = file.bytes.span
    var token = 0
    var offset = findNonASCII(bytes, from: 0, to: bytes.count)
    while offset < bytes.count {
      while file.tree.start(ofToken: token + 1) <= offset { token += 1 }
      let kind = file.tree.kind(ofToken: token)
      let range = file.tree.range(ofToken: token)
      if kind == .mention || kind == .tag {
        if findings.isFull { return }
        check(bytes, range, &findings)
      }
      offset = findNonASCII(bytes, from: range.end, to: bytes.count)
    }
  })

private func check(_ bytes: Span<UInt8>, _ range: ByteRange, _ findings: inout Findings) {
  if holdsEasyLetters(bytes, range) || isPlainlyNormal(bytes, range) { return }
  let joined = withoutIdleJoiners(bytes, range)
  // In lower case, in which format writes them: some letters are of form C only in one case.
  var lower: [UInt8] = []
  appendLowercasedWithJoiners(joined.span, to: &lower)
  if joined.count == range.count, isCertainlyNFC(lower.span) || nfc(lower.span) == lower { return }
  let written = bytes.extracting(range.start..<range.end)
  var mended = nfc(joined.span)
  if isEqual(written, mended) { mended = nfc(lower.span) }
  guard !isEqual(written, mended), foldHandle(written) == foldHandle(mended.span) else { return }
  let handle = String(decoding: mended, as: UTF8.self)
  let (fault, how) =
    joined.count < range.count
    ? ("holds joiners, which cannot be seen", "without them")
    : ("is not spelt as other programs spell it", "in Unicode's form C")
  findings.report(
    range, "\(quoted(handle)) \(fault)", help: "write \(quoted(handle)) \(how)",
    fix: .replace(range, with: handle, isSafe: true))
}

/// Whether all is ASCII or of scripts of which every character is of form C in both cases, whatever stands beside it:
/// Latin, Greek, Cyrillic, Han. To tell it of others takes twenty times as long.
func holdsEasyLetters(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  // By the lower six bits of a byte from C0 on: C3 to CB, CE to D1, E4 to E9.
  let leadBytes: UInt64 = 0x1FF << 0x03 | 0xF << 0x0E | 0x3F << 0x24
  for offset in range.start..<range.end where bytes[offset] >= 0xC0 {
    let byte = bytes[offset]
    guard leadBytes >> UInt64(byte & 0x3F) & 1 != 0 else { return false }
    // The lower case of `İ` has a mark, and U+0387 is another dot in form C.
    if offset + 1 < range.end, byte == 0xC4 && bytes[offset + 1] == 0xB0 || byte == 0xCE && bytes[offset + 1] == 0x87 {
      return false
    }
  }
  return true
}

/// Whether there are no joiners, and form C is certain of the lower case: so it is of nearly all.
private func isPlainlyNormal(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  guard find(0xE2, bytes, from: range.start, to: range.end) == range.end else { return false }
  var lower: [UInt8] = []
  lower.reserveCapacity(range.count)
  appendLowercasedWithJoiners(bytes.extracting(range.start..<range.end), to: &lower)
  return isCertainlyNFC(lower.span)
}

/// The bytes of a handle without the joiners that its script has no use for.
private func withoutIdleJoiners(_ bytes: Span<UInt8>, _ range: ByteRange) -> [UInt8] {
  var kept: [UInt8] = []
  var offset = range.start
  while offset < range.end {
    // U+200C and U+200D are E2 80 8C and E2 80 8D.
    if bytes[offset] == 0xE2, let found = hidden(bytes, at: offset), found.kind == .joiner, !found.isOfUse(in: bytes) {
      offset += 3
      continue
    }
    kept.append(bytes[offset])
    offset += 1
  }
  return kept
}

private func isEqual(_ bytes: Span<UInt8>, _ others: [UInt8]) -> Bool {
  bytes.count == others.count && others.indices.allSatisfy { bytes[$0] == others[$0] }
}
