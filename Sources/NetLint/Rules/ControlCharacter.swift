import NetModel
import NetSyntax

/// control-character: what cannot be seen, and is no text.
let controlCharacter = Rule(
  "control-character", "N102", .error, page: PackageResources.control_character_md,
  .file(holding: .control) { file, findings in
    let bytes = file.bytes.span
    var firstNull: ByteRange?
    var wordsWithNull: [ByteRange] = []
    var lineOfReturns = ByteRange(0, 0)
    var offset = 0
    while let run = nextControls(bytes, from: offset, to: bytes.count) {
      offset = run.end
      if isAllReturns(bytes, run) {
        if run.start < lineOfReturns.end { continue }
        lineOfReturns = lineRange(bytes, around: run.start)
        if lineOfReturns == ByteRange(0, bytes.count) {
          reportLineEnds(bytes, run, &findings)
          break
        }
        report(bytes, runs(bytes, from: run, to: lineOfReturns.end, where: isAllReturns), &findings)
        continue
      }
      let word = word(bytes, around: run)
      offset = word.end
      let inWord = runs(bytes, from: run, to: word.end) { _, _ in true }
      if let null = inWord.first(where: { holdsNull(bytes, $0) }) {
        firstNull = firstNull ?? null
        wordsWithNull.append(word)
      } else {
        report(bytes, inWord, &findings)
      }
    }
    guard let firstNull else { return }
    findings.report(
      firstNull, "the file holds the byte `00`", help: "save the file as plain text in UTF-8",
      silencingAll: wordsWithNull)
  })

/// The next run of control characters from an offset on, those of line ends left out.
private func nextControls(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> ByteRange? {
  var offset = findControl(bytes, from: start, to: limit)
  while offset < limit {
    let end = controlsEnd(bytes, from: offset)
    let run = ByteRange(offset, withoutLineEnd(bytes, from: offset, to: end))
    if !run.isEmpty { return run }
    offset = findControl(bytes, from: max(end, offset + 1), to: limit)
  }
  return nil
}

/// Some runs of control characters, a first one and those behind it that a closure wants.
private func runs(
  _ bytes: Span<UInt8>, from first: ByteRange, to limit: Int, where isWanted: (Span<UInt8>, ByteRange) -> Bool
) -> [ByteRange] {
  var runs = [first]
  var offset = first.end
  while let run = nextControls(bytes, from: offset, to: limit) {
    if isWanted(bytes, run) { runs.append(run) }
    offset = run.end
  }
  return runs
}

private func controlsEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  var end = start
  var length = controlLength(bytes, at: end)
  while length > 0 {
    end += length
    length = controlLength(bytes, at: end)
  }
  return end
}

/// The end of a run of control characters without the carriage returns that belong to a line's end.
private func withoutLineEnd(_ bytes: Span<UInt8>, from start: Int, to runEnd: Int) -> Int {
  guard runEnd == bytes.count || bytes[runEnd] == UInt8(ascii: "\n") else { return runEnd }
  var end = runEnd
  while end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
  return end
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

private func reportLineEnds(_ bytes: Span<UInt8>, _ first: ByteRange, _ findings: inout Findings) {
  let end = withoutLineEnd(
    bytes, from: 0, to: bytes[bytes.count - 1] == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count)
  let edits = (first.start..<end).filter { bytes[$0] == UInt8(ascii: "\r") }.map {
    TextEdit(range: ByteRange($0, $0 + 1), replacement: "\n")
  }
  findings.report(
    first, "the lines end in carriage returns alone", help: "save the file with Unix line ends (LF)",
    fix: Fix(isSafe: false, title: "write LF line ends", edits: edits),
    silencing: ByteRange(0, bytes.count))
}

/// Reports the first of some runs, for all of them.
private func report(_ bytes: Span<UInt8>, _ runs: [ByteRange], _ findings: inout Findings) {
  let first = runs[0]
  let scalar = decodeScalar(bytes, at: first.start, end: first.end).scalar
  let digits = String(scalar.value, radix: 16, uppercase: true)
  let number = String(repeating: "0", count: 4 - digits.utf8.count) + digits
  var words: [ByteRange] = []
  var edits: [TextEdit] = []
  for run in runs {
    if run.start >= words.last?.end ?? 0 { words.append(word(bytes, around: run)) }
    edits.append(TextEdit(range: run, replacement: isNextToBlank(bytes, run) ? "" : " "))
  }
  var help = isNextToBlank(bytes, first) ? "remove it" : "write a blank in its place"
  if runs.count > 1 {
    help = edits.allSatisfy(\.replacement.isEmpty) ? "remove all such" : "write a blank in place of each"
  }
  findings.report(
    first, "`U+\(number)` is a control character, not text", help: help,
    fix: Fix(isSafe: false, title: help, edits: edits), silencingAll: words)
}

private func isNextToBlank(_ bytes: Span<UInt8>, _ run: ByteRange) -> Bool {
  isGap(bytes, run.end) || run.start == 0 || isGap(bytes, run.start - 1)
}
