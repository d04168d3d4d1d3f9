import NetModel
import NetSyntax

/// A wide mark where a narrow one was meant.
struct WideMark {
  var range: ByteRange
  /// What stands there in the notation.
  var narrow: String
  /// The same with the blank that belongs behind it, if none is there.
  var replacement: String
}

/// The wide marks of a stretch of a line, with what all of it should be.
struct WideStretch {
  var marks: [WideMark] = []
  /// The stretch with narrow marks.
  var mended: String
  /// Where it stands.
  var range: ByteRange
}

/// What a character of three bytes stands for.
enum WideKind {
  case at, colon, comma, dash, bullet
}

/// The wide mark at an offset; all of them have three bytes.
func wideKind(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> WideKind? {
  guard offset + 2 < end else { return nil }
  switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
  case (0xEF, 0xBC, 0xA0): return .at  // ＠
  case (0xEF, 0xBC, 0x9A): return .colon  // ：
  case (0xEF, 0xBC, 0x8C): return .comma  // ，
  case (0xE2, 0x80, 0x93), (0xE2, 0x80, 0x94), (0xE2, 0x88, 0x92): return .dash  // – — −
  case (0xE2, 0x80, 0xA2), (0xE2, 0x80, 0xA3), (0xE2, 0x97, 0xA6), (0xE2, 0x96, 0xAA), (0xE2, 0x97, 0x8F),
    (0xE3, 0x83, 0xBB):
    return .bullet  // • ‣ ◦ ▪ ● ・
  default: return nil
  }
}

/// The offset of the first byte from `start` on that `＠`, `：` and `，` start with, or `end`.
///
/// Eight bytes at a time, for this is asked of every line: where a byte is the one looked for, the difference is zero,
/// and taking one from it carries into its high bit.
@inline(__always)
func findFullWidth(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
  let ones: UInt64 = 0x0101_0101_0101_0101
  var offset = start
  while offset < end, offset &+ 8 <= bytes.count {
    // In bounds: eight bytes are left, and any bytes are a number.
    let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let difference = word ^ (0xEF &* ones)
    if (difference &- ones) & ~difference & (0x80 &* ones) != 0 { break }
    offset &+= 8
  }
  while offset < end, bytes[offset] != 0xEF { offset += 1 }
  return min(offset, end)
}

/// A head with wide marks in it, at the start of an item that has none; nil if it is none even so.
func wideHead(_ bytes: Span<UInt8>, at start: Int, end: Int, isTask: Bool) -> WideStretch? {
  let label = isTask ? nil : scanLabel(bytes, at: start, end: end)
  var stretch = WideStretch(mended: "", range: ByteRange(start, start))
  var people: [String] = []
  var offset = skipSpace(bytes, from: label?.end ?? start, end: end)
  scanning: while offset < end {
    let kind = wideKind(bytes, at: offset, end: end)
    if bytes[offset] == UInt8(ascii: "@") || kind == .at {
      let handle = offset + (kind == .at ? 3 : 1)
      guard let handleEnd = scanHandle(bytes, at: handle, end: end) else { return nil }
      if kind == .at { stretch.add(offset, "@") }
      people.append("@" + text(bytes, ByteRange(handle, handleEnd)))
      offset = skipSeparators(bytes, from: handleEnd, end: end)
    } else if kind == .comma, !people.isEmpty {
      let next = skipSeparators(bytes, from: offset + 3, end: end)
      if startsMention(bytes, at: next, end: end) {
        stretch.add(offset, ",", blankBehind: !isBlankOrEnd(bytes, at: offset + 3, end: end))
      } else {
        stretch.drop(offset, ",")  // None stands behind the last.
      }
      offset = next
    } else {
      break
    }
  }
  guard label != nil || !people.isEmpty, offset < end else { return nil }
  if wideKind(bytes, at: offset, end: end) == .colon {
    stretch.add(offset, ":", blankBehind: !isBlankOrEnd(bytes, at: offset + 3, end: end))
    offset += 3
  } else {
    guard bytes[offset] == UInt8(ascii: ":"), label != nil || isBlankOrEnd(bytes, at: offset + 1, end: end)
    else {
      return nil
    }
    if !isBlankOrEnd(bytes, at: offset + 1, end: end) { stretch.addBlank(behindColonAt: offset) }
    offset += 1
  }
  let words = [label?.label.name, people.isEmpty ? nil : people.joined(separator: ", ")]
  stretch.mended = words.compactMap { $0 }.joined(separator: " ") + ":"
  stretch.range.end = offset
  return stretch.marks.contains { $0.range.count > 1 } ? stretch : nil
}

/// A time or two with wide marks in them, with a blank, the end or a colon behind; nil if it is none even so.
func wideTime(_ bytes: Span<UInt8>, at start: Int, end: Int) -> WideStretch? {
  var stretch = WideStretch(mended: "", range: ByteRange(start, start))
  var offset = start
  while offset < end, stretch.mended.utf8.count < 12 {
    switch wideKind(bytes, at: offset, end: end) {
    case .colon:
      stretch.add(offset, ":")
      stretch.mended += ":"
      offset += 3
    case .dash:
      stretch.add(offset, "-")
      stretch.mended += "-"
      offset += 3
    case .at, .comma, .bullet, nil:
      let byte = bytes[offset]
      let isTight = byte == UInt8(ascii: ":") && !isBlankOrEnd(bytes, at: offset + 1, end: end)
      guard byte.isAsciiDigit || byte == UInt8(ascii: "-") || isTight else {
        return finished(stretch, at: offset, bytes, end: end)
      }
      stretch.mended.unicodeScalars.append(Unicode.Scalar(byte))
      offset += 1
    }
  }
  return finished(stretch, at: offset, bytes, end: end)
}

private func finished(_ stretch: WideStretch, at offset: Int, _ bytes: Span<UInt8>, end: Int) -> WideStretch? {
  guard !stretch.marks.isEmpty,
    isBlankOrEnd(bytes, at: offset, end: end) || bytes[offset] == UInt8(ascii: ":"),
    TimeRange(stretch.mended.utf8.span) != nil
  else { return nil }
  var stretch = stretch
  stretch.range.end = offset
  return stretch
}

extension WideStretch {
  /// Adds the mark at an offset, which is to go.
  mutating func drop(_ offset: Int, _ narrow: String) {
    marks.append(WideMark(range: ByteRange(offset, offset + 3), narrow: narrow, replacement: ""))
  }

  /// Adds the blank that belongs behind a narrow colon.
  mutating func addBlank(behindColonAt offset: Int) {
    marks.append(WideMark(range: ByteRange(offset, offset + 1), narrow: ":", replacement: ": "))
  }

  /// Adds the mark at an offset.
  mutating func add(_ offset: Int, _ narrow: String, blankBehind: Bool = false) {
    marks.append(
      WideMark(
        range: ByteRange(offset, offset + 3), narrow: narrow, replacement: blankBehind ? narrow + " " : narrow
      ))
  }
}
