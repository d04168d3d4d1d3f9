/// A time of day to the minute, on a clock of 24 hours, without a zone.
public struct TimeOfDay: Sendable, Hashable, Comparable {
  /// Minutes since midnight, 0 to 1439.
  public let minutes: UInt16

  /// A time, or nil if there is none such; 24:00 is written 00:00.
  public init?(hour: Int, minute: Int) {
    guard hour >= 0, hour <= 23, minute >= 0, minute <= 59 else { return nil }
    self.minutes = UInt16(hour * 60 + minute)
  }

  /// The hour, 0 to 23.
  public var hour: Int { Int(minutes) / 60 }
  /// The minute, 0 to 59.
  public var minute: Int { Int(minutes) % 60 }

  /// The time with two digits each: `09:00`.
  public var text: String { CalendarDate.padded(hour, 2) + ":" + CalendarDate.padded(minute, 2) }

  /// The order within a day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }
}

/// A time, or a start and an end: `15:00`, `15:00-16:30`.
public struct TimeRange: Sendable, Hashable {
  /// When it starts.
  public let start: TimeOfDay
  /// When it ends, if that is known.
  public let end: TimeOfDay?

  /// A start, and perhaps an end.
  public init(_ start: TimeOfDay, to end: TimeOfDay? = nil) {
    self.start = start
    self.end = end
  }

  /// The time or range that a text is from its first byte to its last, or nil.
  public init?(_ bytes: Span<UInt8>) {
    guard case .valid(let range) = TimeRange.read(bytes) else { return nil }
    self = range
  }

  /// Whether the end lies on the day after the start: it is before it on the clock.
  public var endsNextDay: Bool { end.map { $0 < start } ?? false }

  /// The length in minutes, if the end is known.
  public var duration: Int? {
    end.map { Int($0.minutes) - Int(start.minutes) + (endsNextDay ? 24 * 60 : 0) }
  }

  /// The text in canonical form, with two digits each.
  public var text: String { end.map { start.text + "-" + $0.text } ?? start.text }

  /// Reads a text as a time or range, from its first byte to its last.
  public static func read(_ bytes: Span<UInt8>) -> TimeReading {
    let scan = scanTime(bytes, from: 0)
    if scan.length == bytes.count { return scan.reading }
    if case .invalid = scan.reading { return scan.reading }
    return .none
  }
}

/// What is wrong with a text that is shaped like a time but is none.
public enum TimeFault: Sendable, Hashable {
  /// An hour that is not one of 0 to 23.
  case noSuchHour(Int)
  /// A minute that is not one of 00 to 59.
  case noSuchMinute(Int)
  /// Blanks around the hyphen of a range that is otherwise right; the text is the range without them.
  case blankInRange(TimeRange)
  /// Seconds: `15:00:00`.
  case seconds
  /// Something that stands directly behind the time.
  case textAttached

  /// The fault in a few words, to stand behind a colon or in brackets.
  public var reason: String {
    switch self {
    case .noSuchHour(24): "there is no hour 24; midnight is 00:00"
    case .noSuchHour(let hour): "there is no hour \(CalendarDate.padded(hour, 2))"
    case .noSuchMinute(let minute): "there is no minute \(CalendarDate.padded(minute, 2))"
    case .blankInRange: "no blanks stand around the hyphen"
    case .seconds: "times have no seconds"
    case .textAttached: "a blank is missing behind the time"
    }
  }
}

/// The reading of a text as a time.
public enum TimeReading: Sendable, Hashable {
  /// Not shaped like a time.
  case none
  /// Shaped like one, but none.
  case invalid(TimeFault)
  /// A time or a range.
  case valid(TimeRange)
}
