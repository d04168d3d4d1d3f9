import NetSyntax

/// What a meeting has beside the facts of every record.
public struct MeetingFacts: Sendable {
  /// The meeting's index in ``FileFacts/records``.
  public var record: Int
  /// The date in its heading, or what is shaped like one; nil where nothing is.
  public var date: ByteRange?
  /// When it began and ended, from its heading or its `time:`, where that can be read.
  public var time: TimeRange?
  /// A hash of its title, the same for titles that differ only in letter case and in how many blanks part the words.
  public var titleHash: UInt64
  /// Whether its status is `cancelled`.
  public var isCancelled = false
  /// Whether it has a `with:`, an empty one included.
  public var hasWithField = false
  /// Behind the last entry of its last `with:`, where a further one can be added with a comma; nil where it cannot.
  public var withEnd: Int?
}

/// A label of `knows:` that says what somebody is to the record's person, where it is a word that can be contradicted.
public struct RelationFact: Sendable {
  /// The record it stands in.
  public var record: Int
  /// The handle of the person named, as an index in ``FileFacts/names``.
  public var name: Int
  /// What they are.
  public var word: RelationWord
  /// The label, without its parentheses.
  public var range: ByteRange
}

/// What tells people of one name apart: for each field that stands once, a hash of its value; 0 where there is none.
///
/// ```
/// lane   0 pronouns  1 role  2 org  3 place  4 birthday  5 anniversary  6 died  7 met
/// ```
/// With 16 bits, two different values look the same once in 65,000 times, and then a pair is reported that need not be.
public struct Traits: Hashable, Sendable {
  private var lanes = SIMD8<UInt16>()

  /// Whether some field of both has different values.
  public func differ(from other: Traits) -> Bool {
    for lane in 0..<8 where lanes[lane] != 0 && other.lanes[lane] != 0 && lanes[lane] != other.lanes[lane] {
      return true
    }
    return false
  }

  /// Whether no earlier field of the record has the same key.
  func isMissing(_ lane: Int) -> Bool { lanes[lane] == 0 }

  /// Keeps the hash of a value.
  mutating func keep(_ hash: UInt64, of lane: Int) {
    lanes[lane] = max(1, UInt16(truncatingIfNeeded: hash ^ hash >> 32))
  }

  /// The lane of a key; nil for a key that tells nobody apart, or that may stand more than once.
  static func lane(of key: FieldKey) -> Int? {
    switch key {
    case .pronouns: 0
    case .role: 1
    case .org: 2
    case .place: 3
    case .birthday: 4
    case .anniversary: 5
    case .died: 6
    case .met: 7
    case .kind, .aka, .email, .phone, .url, .address, .via, .knows, .members, .cadence, .language, .with,
      .time, .tz,
      .status, .tags:
      nil
    }
  }
}
