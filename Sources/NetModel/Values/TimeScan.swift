/// A time at some place of a text.
public struct TimeScan: Sendable, Hashable {
  /// The number of bytes of the time, or of what is shaped like one; 0 where nothing is.
  public let length: Int
  /// What the bytes are.
  public let reading: TimeReading
}

/// Reads the time or range that starts at an offset and is followed by a blank, the end, or a colon, as in a
/// heading.
///
///     range = time [ "-" time ]
///     time  = 1*2digit ":" 2digit
public func scanTime(_ bytes: Span<UInt8>, from offset: Int) -> TimeScan {
  guard offset >= 0, offset < bytes.count, let start = ClockDigits.scan(bytes, offset) else {
    return TimeScan(length: 0, reading: .none)
  }
  var fault = start.fault
  var end: ClockDigits?
  var index = start.end
  let hyphen = TextBytes.skipBlanks(bytes, index)
  if TextBytes.byte(bytes, hyphen) == UInt8(ascii: "-") {
    let second = TextBytes.skipBlanks(bytes, hyphen + 1)
    if let found = ClockDigits.scan(bytes, second) {
      end = found
      fault = fault ?? found.fault
      let isTight = hyphen == index && second == hyphen + 1
      if !isTight, fault == nil, let from = start.time, let to = found.time {
        fault = .blankInRange(TimeRange(from, to: to))
      }
      index = found.end
    }
  }
  fault = fault ?? attachedFault(bytes, index)
  if let fault { return TimeScan(length: index - offset, reading: .invalid(fault)) }
  guard let from = start.time else { return TimeScan(length: 0, reading: .none) }
  return TimeScan(length: index - offset, reading: .valid(TimeRange(from, to: end?.time)))
}

private func attachedFault(_ bytes: Span<UInt8>, _ end: Int) -> TimeFault? {
  var index = end
  while case let length = TextBytes.directionalMarkLength(bytes, index), length > 0 { index += length }
  guard index < bytes.count, TextBytes.blankLength(bytes, index) == 0 else { return nil }
  guard bytes[index] == UInt8(ascii: ":") else { return .textAttached }
  return TextBytes.isDigit(TextBytes.byte(bytes, index + 1)) ? .seconds : nil
}

/// One time's digits, not yet known to be a time.
private struct ClockDigits {
  let hour: Int
  let minute: Int
  let end: Int

  var time: TimeOfDay? { TimeOfDay(hour: hour, minute: minute) }

  var fault: TimeFault? {
    if hour > 23 { return .noSuchHour(hour) }
    return minute > 59 ? .noSuchMinute(minute) : nil
  }

  static func scan(_ bytes: Span<UInt8>, _ offset: Int) -> ClockDigits? {
    var index = offset
    var hour = 0
    while index - offset < 2, let byte = TextBytes.byte(bytes, index), TextBytes.isDigit(byte) {
      hour = hour * 10 + Int(byte - 0x30)
      index += 1
    }
    guard index > offset, TextBytes.byte(bytes, index) == UInt8(ascii: ":"),
      let tens = TextBytes.byte(bytes, index + 1), TextBytes.isDigit(tens),
      let ones = TextBytes.byte(bytes, index + 2), TextBytes.isDigit(ones),
      !TextBytes.isDigit(TextBytes.byte(bytes, index + 3))
    else { return nil }
    return ClockDigits(hour: hour, minute: Int(tens - 0x30) * 10 + Int(ones - 0x30), end: index + 3)
  }
}
