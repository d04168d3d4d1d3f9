import NetSyntax

/// The keys of fields that the notation knows; any other key is the writer's own.
public enum FieldKey: UInt8, Sendable, Hashable, CaseIterable {
  case kind
  case aka, pronouns, role, org, place
  case email, phone, url, address
  case birthday, anniversary, died, met
  case via, knows, members
  case cadence, language
  case with, time, tz, status
  case tags

  /// The key as written in canonical notes and in JSON.
  public var name: String {
    switch self {
    case .kind: "kind"
    case .aka: "aka"
    case .pronouns: "pronouns"
    case .role: "role"
    case .org: "org"
    case .place: "place"
    case .email: "email"
    case .phone: "phone"
    case .url: "url"
    case .address: "address"
    case .birthday: "birthday"
    case .anniversary: "anniversary"
    case .died: "died"
    case .met: "met"
    case .via: "via"
    case .knows: "knows"
    case .members: "members"
    case .cadence: "cadence"
    case .language: "language"
    case .with: "with"
    case .time: "time"
    case .tz: "tz"
    case .status: "status"
    case .tags: "tags"
    }
  }

  /// The known key that bytes spell, in any letter case.
  public init?(_ bytes: Span<UInt8>) {
    self.init(bytes, in: ByteRange(0, bytes.count))
  }

  /// The known key that a part of some bytes spells, in any letter case.
  public init?(_ bytes: Span<UInt8>, in range: ByteRange) {
    guard let place = FieldKey.written.place(of: bytes, range) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: place))
  }

  private static var written: StaticWords {
    StaticWords(
      """
      kind............aka.............pronouns........role............\
      org.............place...........email...........phone...........\
      url.............address.........birthday........anniversary.....\
      died............met.............via.............knows...........\
      members.........cadence.........language........with............\
      time............tz..............status..........tags............
      """,
      places: "0:0000;030@0000050000000?00000D>6800000200E00<00F41BG00=0A00C097", factor: 0x4155_d7ef_28dd_37eb)
  }

  /// The keys that a kind of record holds, in the order of the notation's table.
  public static func keys(of kind: RecordKind) -> [FieldKey] {
    allCases.filter { $0.records.contains(kind) }
  }

  /// Whether a kind of record holds the key; elsewhere it is the writer's own.
  @inlinable
  public func isKnown(on kind: RecordKind) -> Bool { records.contains(kind) }

  /// The kinds of record that hold the key.
  @inlinable
  public var records: RecordKinds {
    switch self {
    case .kind, .tags: .all
    case .aka, .pronouns, .role, .org, .email, .phone, .address: .mentionable
    case .birthday, .anniversary, .died, .met, .via, .knows, .cadence, .language: .mentionable
    case .place, .url: .mentionableOrMeeting
    case .members: .collective
    case .with, .time, .tz, .status: .meeting
    }
  }

  /// Whether a record may hold the key more than once.
  public var isRepeatable: Bool {
    switch self {
    case .aka, .email, .phone, .url, .address, .via, .knows, .members, .language, .with, .tags: true
    case .kind, .pronouns, .role, .org, .place, .birthday, .anniversary, .died, .met, .cadence: false
    case .time, .tz, .status: false
    }
  }

  /// What the key's value is on a kind of record, or nil where the key is the writer's own.
  public func valueType(on kind: RecordKind) -> FieldValueType? {
    guard isKnown(on: kind) else { return nil }
    switch self {
    case .kind: return kind == .meeting ? .word : .recordKind
    case .aka: return .names
    case .pronouns, .role, .org, .place: return .text
    case .email: return .email
    case .phone: return .phone
    case .url: return .url
    case .address: return .address
    case .birthday, .anniversary, .died: return .date
    case .met: return .dateAndText
    case .via, .knows, .members, .with: return .people
    case .cadence: return .cadence
    case .language: return .list
    case .time: return .time
    case .tz: return .timeZone
    case .status: return .status
    case .tags: return .tags
    }
  }
}

/// What the value of a known field is.
public enum FieldValueType: UInt8, Sendable, Hashable, CaseIterable {
  /// Running text.
  case text
  /// One word, such as a meeting's `coffee` or `call`.
  case word
  /// `person`, `group`, `org` or `page`.
  case recordKind
  /// Other names, or earlier handles written as mentions.
  case names
  /// One e-mail address, with an optional label.
  case email
  /// One telephone number, with an optional label.
  case phone
  /// One address on the web, with an optional label.
  case url
  /// One postal address, with an optional label.
  case address
  /// One date, of which the year may be missing.
  case date
  /// An optional date or interval, then optional text.
  case dateAndText
  /// A list of mentions or names, each with an optional label.
  case people
  /// How often to be in touch.
  case cadence
  /// A list of texts.
  case list
  /// A time, or a start and an end.
  case time
  /// An IANA time zone.
  case timeZone
  /// A meeting's status.
  case status
  /// Tags.
  case tags
}
