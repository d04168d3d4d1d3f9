import NetModel
import NetSyntax

/// control-character: what cannot be seen, and is no text.
let controlCharacter = Rule(
  "control-character", "N102", .error, page: PackageResources.control_character_md,
  .file { file, findings in
    let bytes = file.bytes.span
    var firstNull: ByteRange?
    var wordsWithNull: [ByteRange] = []
    var offset = 0
    while let run = nextControls(bytes, from: offset) {
      offset = run.end
      if holdsNull(bytes, run) {
        firstNull = firstNull ?? run
        wordsWithNull.append(word(bytes, around: run))
      } else if isAllReturns(bytes, run), !holdsLineFeed(bytes) {
        reportReturns(bytes, run, &findings)
        return
      } else {
        report(bytes, run, &findings)
      }
    }
    guard let firstNull else { return }
    findings.report(
      firstNull, "the file holds the byte `00`", help: "save the file as plain text in UTF-8",
      silencingAll: wordsWithNull)
  })

/// The next run of control characters from an offset on, those of line ends left out.
private func nextControls(_ bytes: Span<UInt8>, from start: Int) -> ByteRange? {
  var offset = start
  while offset < bytes.count {
    let byte = bytes[offset]
    // Nearly all bytes are neither below a space nor of the two that control characters may start with.
    if byte >= 0x20, byte != 0x7F, byte != 0xC2 {
      offset += 1
      continue
    }
    let run = controls(bytes, at: offset)
    if !run.isEmpty { return run }
    offset += 1
  }
  return nil
}

/// The control characters at an offset, without carriage returns that belong to a line's end.
private func controls(_ bytes: Span<UInt8>, at start: Int) -> ByteRange {
  var end = start
  var length = controlLength(bytes, at: end)
  while length > 0 {
    end += length
    length = controlLength(bytes, at: end)
  }
  if end == bytes.count || bytes[end] == UInt8(ascii: "\n") {
    while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
  }
  return ByteRange(start, end)
}

private func controlLength(_ bytes: Span<UInt8>, at offset: Int) -> Int {
  guard offset < bytes.count else { return 0 }
  let byte = bytes[offset]
  if byte < 0x20 { return byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t") ? 0 : 1 }
  if byte == 0x7F { return 1 }
  return byte == 0xC2 && offset + 1 < bytes.count && bytes[offset + 1] &- 0x80 < 0x20 ? 2 : 0
}

private func holdsNull(_ bytes: Span<UInt8>, _ run: ByteRange) -> Bool {
  (run.start..<run.end).contains { bytes[$0] == 0 }
}

private func isAllReturns(_ bytes: Span<UInt8>, _ run: ByteRange) -> Bool {
  (run.start..<run.end).allSatisfy { bytes[$0] == UInt8(ascii: "\r") }
}

private func holdsLineFeed(_ bytes: Span<UInt8>) -> Bool {
  lineEnd(bytes, from: 0) < bytes.count
}

private func reportReturns(_ bytes: Span<UInt8>, _ first: ByteRange, _ findings: inout Findings) {
  let edits = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\r") }.map {
    TextEdit(range: ByteRange($0, $0 + 1), replacement: "\n")
  }
  findings.report(
    first, "the lines end in carriage returns alone", help: "end them with line feeds",
    fix: Fix(isSafe: false, title: "end the lines with line feeds", edits: edits),
    silencing: ByteRange(0, bytes.count))
}

private func report(_ bytes: Span<UInt8>, _ run: ByteRange, _ findings: inout Findings) {
  let scalar = decodeScalar(bytes, at: run.start, end: run.end).scalar
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let number = String(repeating: "0", count: 4 - digits.utf8.count) + digits
  let isNextToBlank =
    isGap(bytes, run.end) || run.start == 0 || isGap(bytes, run.start - 1)
  findings.report(
    run, "`U+\(number)` is a control character, not text",
    help: isNextToBlank ? "remove it" : "write a blank in its place",
    fix: isNextToBlank ? .remove(run, isSafe: false) : .replace(run, with: " ", isSafe: false),
    silencing: word(bytes, around: run))
}

private func isGap(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
  guard offset < bytes.count else { return true }
  let byte = bytes[offset]
  return byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
}

private func word(_ bytes: Span<UInt8>, around run: ByteRange) -> ByteRange {
  var word = run
  while word.start > 0, !isGap(bytes, word.start - 1) { word.start -= 1 }
  while !isGap(bytes, word.end) { word.end += 1 }
  return word
}
