import NetSyntax

/// What some lines of a file become by a fix.
struct FixPreview {
  /// The number of the first line that changes, from 1.
  let firstLine: Int
  /// The lines as they are, without line ends.
  let old: [ByteRange]
  /// The text that takes their place, and its lines in it.
  let newText: [UInt8]
  let new: [ByteRange]
  /// What the fix has put into the new text.
  let inserted: [ByteRange]
  /// What of the new text is shown to nobody.
  let masked: MaskedRanges

  /// The previews of `edits`, those in the same or neighbouring lines together.
  static func all(of edits: [TextEdit], in source: OpenSource) -> [FixPreview] {
    var groups: [[TextEdit]] = []
    var lastLine = -1
    for edit in edits where edit.range.end <= source.bytes.count {
      if let last = groups.indices.last, source.lines.line(of: edit.range.start) <= lastLine + 1 {
        groups[last].append(edit)
      } else {
        groups.append([edit])
      }
      lastLine = source.lines.line(of: edit.range.end)
    }
    return groups.compactMap { FixPreview($0, source) }
  }

  private init?(_ edits: [TextEdit], _ source: OpenSource) {
    guard let first = edits.first, let last = edits.last else { return nil }
    firstLine = source.lines.line(of: first.range.start)
    var lastLine = source.lines.line(of: last.range.end)
    // An edit that takes a line with its line end leaves the next line as it is.
    let endsAtLineStart = last.range.end == source.lines.start(ofLine: lastLine)
    if endsAtLineStart, lastLine > firstLine, last.replacement.isEmpty || last.replacement.utf8.last == 0x0A {
      lastLine -= 1
    }
    old = (firstLine...lastLine).map { source.lines.lineRange($0) }
    let start = source.lines.start(ofLine: firstLine)
    let end = max(source.lines.lineRange(lastLine).end, last.range.end)
    let text = source.bytes[start..<end].applying(edits)
    newText = text
    inserted = edits.newRanges.map { ByteRange($0.start - start, $0.end - start) }
    masked = MaskedRanges(
      source.masked.moved(by: edits).filter { $0.end > start }.map {
        ByteRange(max($0.start, start) - start, $0.end - start)
      })
    let lines = LineIndex(text.span)
    var ranges = (1...lines.lineCount).map { lines.lineRange($0) }
    // What was cut up to a line end, or ends in one, has no further line behind it.
    if end > source.lines.lineRange(lastLine).end, ranges.last?.isEmpty == true { ranges.removeLast() }
    new = ranges
  }
}
