/// How certain a meeting is; the words are those of iCalendar's `STATUS` (RFC 5545, 3.8.1.11).
public enum MeetingStatus: UInt8, Sendable, Hashable, CaseIterable {
  case tentative, confirmed, cancelled

  /// The status as written in notes and in JSON.
  public var name: String {
    switch self {
    case .tentative: "tentative"
    case .confirmed: "confirmed"
    case .cancelled: "cancelled"
    }
  }

  /// The status that a value names, in any letter case.
  public init?(_ bytes: Span<UInt8>) {
    guard let word = Word(bytes), let status = MeetingStatus.written[word] else { return nil }
    self = status
  }

  /// The status that was probably meant by a value that names none: `canceled` for `cancelled`.
  public static func suggestion(for bytes: Span<UInt8>) -> MeetingStatus? {
    guard let word = Word(loose: bytes) else { return nil }
    if let status = written[word] ?? others[word] { return status }
    guard let best = nearest(to: word.text, in: allCases.map(\.name)) else { return nil }
    return allCases.first { $0.name == best }
  }

  private static let written = WordTable<MeetingStatus>(allCases.map { ($0.name, $0) })

  private static let others = WordTable<MeetingStatus>([
    ("maybe", .tentative), ("planned", .tentative), ("proposed", .tentative), ("pencilled", .tentative),
    ("penciled", .tentative), ("provisional", .tentative), ("unconfirmed", .tentative),
    ("pending", .tentative), ("accepted", .confirmed), ("agreed", .confirmed), ("booked", .confirmed),
    ("confirm", .confirmed), ("yes", .confirmed), ("fixed", .confirmed), ("scheduled", .confirmed),
    ("canceled", .cancelled), ("cancel", .cancelled), ("calledoff", .cancelled), ("off", .cancelled),
    ("declined", .cancelled),
  ])
}

/// Where a task stands, by its checkbox.
public enum TaskState: UInt8, Sendable, Hashable, CaseIterable {
  /// `[ ]`: still to be done.
  case open
  /// `[x]`: done.
  case done
  /// `[-]`: no longer to be done.
  case dropped

  /// The state's name in JSON.
  public var name: String {
    switch self {
    case .open: "open"
    case .done: "done"
    case .dropped: "dropped"
    }
  }

  /// The checkbox in canonical form.
  public var checkbox: String {
    switch self {
    case .open: "[ ]"
    case .done: "[x]"
    case .dropped: "[-]"
    }
  }

  /// The state of the character between a checkbox's brackets: a space, `x` or `X`, or `-`.
  public init?(mark: UInt8) {
    switch mark {
    case UInt8(ascii: " "): self = .open
    case UInt8(ascii: "x"), UInt8(ascii: "X"): self = .done
    case UInt8(ascii: "-"): self = .dropped
    default: return nil
    }
  }
}
