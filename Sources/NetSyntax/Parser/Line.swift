/// One line of the file: where its parts are.
///
/// ```
/// start        lead            contentEnd  end      next
/// │ BOM blanks │ # Amara Okafor │  blanks  │ CR* LF │
/// ```
package struct Line {
  /// The first byte.
  package var start: Int
  /// Behind the byte-order marks at its start.
  package var indentStart: Int
  /// The first byte that is no blank and no directional mark.
  package var lead: Int
  /// Behind the last byte that is no blank.
  package var contentEnd: Int
  /// Behind the last byte that does not belong to the line end.
  package var end: Int
  /// The first byte of the next line.
  package var next: Int
  /// The width of the blanks before `lead`: a tab counts to the next multiple of 4, an ideographic space 2, any other
  /// blank 1, directional marks nothing.
  package var indent: Int

  package var isBlank: Bool { lead >= contentEnd }
  package var isInColumnZero: Bool { indent == 0 }
}

/// Reads the line that starts at an offset.
@inline(__always)
package func readLine(_ bytes: Span<UInt8>, at start: Int) -> Line {
  let lineFeed = findLineFeed(bytes, from: start)
  let next = lineFeed < bytes.count ? lineFeed + 1 : lineFeed
  var end = lineFeed
  if end > start, bytes[end - 1] == Ascii.carriageReturn { end = trimCarriageReturns(bytes, from: start, to: end) }
  var line = Line(
    start: start, indentStart: start, lead: start, contentEnd: end, end: end, next: next, indent: 0)
  // Nearly all lines start with a plain character.
  if start < end, bytes[start] > Ascii.space, bytes[start] < 0x80 {
    line.contentEnd = trimBlanks(bytes, from: start, to: end)
    return line
  }
  readIndent(bytes, &line)
  line.contentEnd = trimBlanks(bytes, from: line.lead, to: end)
  return line
}

@inline(never)
private func trimCarriageReturns(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  var end = end
  while end > start, bytes[end - 1] == Ascii.carriageReturn { end -= 1 }
  return end
}

private func readIndent(_ bytes: Span<UInt8>, _ line: inout Line) {
  line.indentStart = skipByteOrderMarks(bytes, from: line.indentStart, end: line.end)
  line.lead = line.indentStart
  while line.lead < line.end {
    let length = blankLength(bytes, at: line.lead, end: line.end)
    if length == 0 {
      let mark = directionalMarkLength(bytes, at: line.lead, end: line.end)
      if mark == 0 { break }
      line.lead += mark
      continue
    }
    switch (bytes[line.lead], length) {
    case (Ascii.tab, _): line.indent = (line.indent / 4 + 1) * 4
    case (_, 3): line.indent += 2
    default: line.indent += 1
    }
    line.lead += length
  }
}
