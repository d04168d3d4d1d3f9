/// The time that a text in another form than the notation's can only mean: `3pm`, `3:30 p.m.`, `15h30`,
/// `15.30`.
///
/// Both times of a range may be written so; in `3-4pm` the first is of the same half of the day as the second
/// if that makes it the earlier one. Nil if the text is a time already, or looks like none.
public func guessTime(_ bytes: Span<UInt8>) -> TimeRange? {
  var index = TextBytes.skipBlanks(bytes, 0)
  guard TimeRange(bytes) == nil, let first = LooseTime.scan(bytes, &index) else { return nil }
  index = TextBytes.skipBlanks(bytes, index)
  if index == bytes.count { return first.time.map { TimeRange($0) } }
  guard LooseTime.skipDash(bytes, &index) else { return nil }
  index = TextBytes.skipBlanks(bytes, index)
  guard let second = LooseTime.scan(bytes, &index), TextBytes.skipBlanks(bytes, index) == bytes.count,
    let end = second.time
  else { return nil }
  if let start = first.time { return TimeRange(start, to: end) }
  guard let half = second.half, let start = first.time(half), start < end else { return nil }
  return TimeRange(start, to: end)
}

/// A time as people type it.
private struct LooseTime {
  enum Half { case morning, afternoon }

  let hour: Int
  let minute: Int?
  let half: Half?

  /// Only an hour with its half of the day, or with minutes, is a time.
  var time: TimeOfDay? {
    if let half { return time(half) }
    return minute.flatMap { TimeOfDay(hour: hour, minute: $0) }
  }

  func time(_ half: Half) -> TimeOfDay? {
    guard hour >= 1, hour <= 12 else { return nil }
    switch half {
    case .morning: return TimeOfDay(hour: hour % 12, minute: minute ?? 0)
    case .afternoon: return TimeOfDay(hour: hour % 12 + 12, minute: minute ?? 0)
    }
  }

  static func scan(_ bytes: Span<UInt8>, _ index: inout Int) -> LooseTime? {
    guard let hour = digits(bytes, &index, atMost: 2) else { return nil }
    var minute: Int?
    let mark = TextBytes.byte(bytes, index).map(TextBytes.lowercased)
    if mark == UInt8(ascii: ":") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "h") {
      var next = index + 1
      let start = next
      if let found = digits(bytes, &next, atMost: 2), next - start == 2 {
        minute = found
        index = next
      } else if mark == UInt8(ascii: "h") {
        minute = 0
        index += 1
      }
    }
    let half = skipHalf(bytes, &index)
    return LooseTime(hour: hour, minute: minute, half: half)
  }

  private static func digits(_ bytes: Span<UInt8>, _ index: inout Int, atMost most: Int) -> Int? {
    var value = 0
    var end = index
    while end - index < most, let byte = TextBytes.byte(bytes, end), TextBytes.isDigit(byte) {
      value = value * 10 + Int(byte - 0x30)
      end += 1
    }
    guard end > index, !TextBytes.isDigit(TextBytes.byte(bytes, end)) else { return nil }
    index = end
    return value
  }

  /// `am`, `pm`, `a.m.`, `p.m.`, with or without a blank before.
  private static func skipHalf(_ bytes: Span<UInt8>, _ index: inout Int) -> Half? {
    var end = TextBytes.skipBlanks(bytes, index)
    let letter = TextBytes.byte(bytes, end).map(TextBytes.lowercased)
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    end += 1
    if TextBytes.byte(bytes, end) == UInt8(ascii: ".") { end += 1 }
    guard TextBytes.byte(bytes, end).map(TextBytes.lowercased) == UInt8(ascii: "m") else { return nil }
    end += 1
    if TextBytes.byte(bytes, end) == UInt8(ascii: ".") { end += 1 }
    guard !TextBytes.isLetter(TextBytes.byte(bytes, end)) else { return nil }
    index = end
    return letter == UInt8(ascii: "a") ? .morning : .afternoon
  }

  static func skipDash(_ bytes: Span<UInt8>, _ index: inout Int) -> Bool {
    guard let (scalar, length) = TextBytes.scalar(bytes, index) else { return false }
    guard scalar == "-" || scalar == "\u{2013}" || scalar == "\u{2014}" else { return false }
    index += length
    return true
  }
}
