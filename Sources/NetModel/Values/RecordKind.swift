/// What a record is about.
public enum RecordKind: UInt8, Sendable, Hashable, CaseIterable {
  case person, group, org, page, meeting

  /// The kind's name in notes and in JSON.
  public var name: String {
    switch self {
    case .person: "person"
    case .group: "group"
    case .org: "org"
    case .page: "page"
    case .meeting: "meeting"
    }
  }

  /// The kind that a value of an undated record's `kind:` names, in any letter case.
  ///
  /// `meeting` is none of them: a record is a meeting because its heading starts with a date.
  public init?(value bytes: Span<UInt8>) {
    guard let word = Word(bytes), let kind = RecordKind.written[word] else { return nil }
    self = kind
  }

  /// The kind that was probably meant by a value that names none: `company` for `org`, `team` for `group`.
  public static func suggestion(for bytes: Span<UInt8>) -> RecordKind? {
    guard let word = Word(loose: bytes) else { return nil }
    if let kind = written[word] ?? others[word] { return kind }
    let names = [RecordKind.person, .group, .org, .page]
    guard let best = nearest(to: word.text, in: names.map(\.name)) else { return nil }
    return names.first { $0.name == best }
  }

  private static let written = WordTable<RecordKind>(
    [RecordKind.person, .group, .org, .page].map { ($0.name, $0) })

  private static let others = WordTable<RecordKind>([
    ("people", .person), ("individual", .person), ("contact", .person), ("human", .person),
    ("friend", .person), ("groups", .group), ("team", .group), ("circle", .group), ("family", .group),
    ("community", .group), ("network", .group), ("club", .group), ("household", .group),
    ("committee", .group), ("list", .group), ("orgs", .org), ("organisation", .org),
    ("organization", .org), ("company", .org), ("business", .org), ("employer", .org), ("school", .org),
    ("institution", .org), ("university", .org), ("charity", .org), ("foundation", .org),
    ("pages", .page), ("note", .page), ("notes", .page), ("document", .page), ("checklist", .page),
  ])
}

/// Several kinds of record.
public struct RecordKinds: OptionSet, Sendable, Hashable {
  /// One bit a kind, at the place of its raw value.
  public let rawValue: UInt8

  /// The kinds whose bits are set.
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The kinds of a list.
  public init(_ kinds: [RecordKind]) {
    self.rawValue = kinds.reduce(0) { $0 | 1 << $1.rawValue }
  }

  /// Whether a kind is one of them.
  @inlinable
  public func contains(_ kind: RecordKind) -> Bool { rawValue & 1 << kind.rawValue != 0 }

  // Constants, since they are asked for at every field.

  /// People, groups and organisations: what can be mentioned.
  @inlinable public static var mentionable: RecordKinds { RecordKinds(rawValue: 0b00111) }
  /// Everything without a date.
  @inlinable public static var undated: RecordKinds { RecordKinds(rawValue: 0b01111) }
  /// Groups and organisations.
  @inlinable public static var collective: RecordKinds { RecordKinds(rawValue: 0b00110) }
  /// Meetings alone.
  @inlinable public static var meeting: RecordKinds { RecordKinds(rawValue: 0b10000) }
  /// People, groups, organisations and meetings.
  @inlinable public static var mentionableOrMeeting: RecordKinds { RecordKinds(rawValue: 0b10111) }
  /// Every record.
  @inlinable public static var all: RecordKinds { RecordKinds(rawValue: 0b11111) }
}
