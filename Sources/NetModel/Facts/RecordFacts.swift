import NetSyntax

/// The facts of one record.
public struct RecordFacts: Sendable {
  /// The text of its heading, without the `#`.
  public var heading: ByteRange
  /// The name, without handle and tags; of meetings and pages the title.
  public var name: ByteRange
  /// What tells people of one name apart.
  public var traits = Traits()
  /// The date of a meeting, where it is valid.
  public var date: DateExpression?
  /// What the record is of.
  public var kind: RecordKind
  /// Whether the record is marked `#private` in its heading or header.
  public var isPrivate = false
  /// Whether the record has any field.
  public var hasFields = false
  /// Whether a meeting has a `with:` field with an entry.
  public var hasWith = false

  // Numbers are kept in 32 bits, none as the greatest, and no range as an empty one.
  private var storedNode: UInt32
  private var storedHandle = ByteRange(0, 0)
  private var storedTime = ByteRange(0, 0)
  private var storedHandleName = UInt32.max
  private var storedWrittenHandle = UInt32.max
  private var storedMentions = ByteRange(0, 0)
  private var storedEntries = ByteRange(0, 0)
  private var storedNotes = ByteRange(0, 0)
  /// The name of a person, group or organisation as it is shown, in the file's texts.
  var shownName = ByteRange(0, 0)

  init(node: Int, kind: RecordKind, heading: ByteRange, name: ByteRange) {
    storedNode = UInt32(truncatingIfNeeded: node)
    self.kind = kind
    self.heading = heading
    self.name = name
  }

  /// The record's node in the file's tree.
  public var node: Int { Int(storedNode) }

  /// The handle that stands in the heading, with its `@`; nil where none does.
  public internal(set) var handle: ByteRange? {
    get { storedHandle.isEmpty ? nil : storedHandle }
    set { storedHandle = newValue ?? ByteRange(0, 0) }
  }

  /// The time that stands in a meeting's heading.
  public internal(set) var time: ByteRange? {
    get { storedTime.isEmpty ? nil : storedTime }
    set { storedTime = newValue ?? ByteRange(0, 0) }
  }

  /// The handle as a name of the file: the written one, or the one that the name gives.
  public internal(set) var handleName: Int? {
    get { storedHandleName == .max ? nil : Int(storedHandleName) }
    set { storedHandleName = newValue.map { UInt32(truncatingIfNeeded: $0) } ?? .max }
  }

  /// The same handle in lower case as written, among the file's names too.
  var writtenHandle: Int? {
    get { storedWrittenHandle == .max ? nil : Int(storedWrittenHandle) }
    set { storedWrittenHandle = newValue.map { UInt32(truncatingIfNeeded: $0) } ?? .max }
  }

  /// The record's mentions in ``FileFacts/mentions``.
  public internal(set) var mentions: Range<Int> {
    get { storedMentions.start..<storedMentions.end }
    set { storedMentions = ByteRange(newValue.lowerBound, newValue.upperBound) }
  }

  /// The record's names of people in ``FileFacts/entries``.
  public internal(set) var entries: Range<Int> {
    get { storedEntries.start..<storedEntries.end }
    set { storedEntries = ByteRange(newValue.lowerBound, newValue.upperBound) }
  }

  /// The first and the last node behind the header.
  public internal(set) var notes: Range<Int> {
    get { storedNotes.start..<storedNotes.end }
    set { storedNotes = ByteRange(newValue.lowerBound, newValue.upperBound) }
  }
}

/// A name that a record goes by.
public struct Claim: Sendable {
  /// How the record comes by the name, the strongest first.
  public enum Kind: UInt8, Sendable {
    /// The handle in its heading.
    case handle
    /// Its name, which gives this handle.
    case name
    /// An `aka:`, which gives this handle.
    case aka
    /// An `aka: @handle`, an earlier handle.
    case akaHandle
  }

  private var storedRecord: UInt32
  private var storedName: UInt32
  /// Where it stands.
  public var range: ByteRange
  /// How the record comes by it.
  public var kind: Kind

  init(record: Int, name: Int, kind: Kind, range: ByteRange) {
    storedRecord = UInt32(truncatingIfNeeded: record)
    storedName = UInt32(truncatingIfNeeded: name)
    self.kind = kind
    self.range = range
  }

  /// The record's index in ``FileFacts/records``.
  public var record: Int { Int(storedRecord) }
  /// The name's index in the file.
  public var name: Int { Int(storedName) }
}

/// One mention: where it stands and in what role.
///
///     start │ end │ name << 3 | role │ record         4 bytes each
public struct MentionFact: Sendable {
  /// What a mention does where it stands.
  public enum Role: UInt8, Sendable {
    case title, with, via, knows, members
    /// Anywhere else.
    case text
  }

  /// The mention with its `@`.
  public let range: ByteRange
  // Names differ, and so a file of 2 GiB holds fewer than 2²⁹.
  @usableFromInline let nameAndRole: UInt32
  @usableFromInline let storedRecord: UInt32

  init(range: ByteRange, name: Int, record: Int?, role: Role) {
    self.range = range
    nameAndRole = UInt32(truncatingIfNeeded: name) << 3 | UInt32(role.rawValue)
    storedRecord = record.map { UInt32(truncatingIfNeeded: $0) } ?? .max
  }

  /// What it does there.
  @inlinable public var role: Role { Role(rawValue: UInt8(truncatingIfNeeded: nameAndRole & 7)) ?? .text }
  /// Its handle as a name of the file.
  @inlinable public var name: Int { Int(truncatingIfNeeded: nameAndRole >> 3) }
  /// The record it stands in; nil in a preamble.
  @inlinable public var record: Int? {
    storedRecord == .max ? nil : Int(truncatingIfNeeded: storedRecord)
  }
}

/// A name of somebody that is no mention.
public struct NameEntry: Sendable {
  /// Where a name stands.
  public enum Role: UInt8, Sendable {
    case with, via, knows, members
    /// In running text: `@Amara Nwosu`, the mention and the words behind it.
    case mentionAndWords
    /// `[[Amara Okafor]]`, as other programs link.
    case wikiLink
    /// The same in a value that is no running text, such as a list of people.
    case wikiLinkInValue
  }

  private let storedRecord: UInt32
  private let storedName: UInt32
  /// Where it stands, label left out.
  public let range: ByteRange
  /// Where its text stands in the file's texts.
  let shownText: ByteRange
  /// What list it stands in.
  public let role: Role

  init(record: Int?, name: Int, range: ByteRange, role: Role, text: ByteRange = ByteRange(0, 0)) {
    storedRecord = record.map { UInt32(truncatingIfNeeded: $0) } ?? .max
    storedName = UInt32(truncatingIfNeeded: name)
    self.range = range
    self.role = role
    shownText = text
  }

  /// The record it stands in; nil in a preamble.
  public var record: Int? { storedRecord == .max ? nil : Int(storedRecord) }
  /// The handle that the name gives, as a name of the file.
  public var name: Int { Int(storedName) }
}

/// An e-mail address, a telephone number or an address on the web, by a hash of what makes it the same: 64 bits, so
/// that among a million of them two that differ are taken for the same less than once in ten million notebooks.
public struct Contact: Sendable {
  /// What it is.
  public enum Kind: UInt8, Sendable {
    case email, phone, url
  }

  /// The same for addresses that differ only in letter case, and numbers only in how they are grouped: the
  /// ``ContactHash`` of the address, of a number of its digits.
  public let hash: UInt64
  /// Where it stands, label left out.
  public let range: ByteRange
  private let storedRecord: UInt32
  /// What it is.
  public let kind: Kind

  init(record: Int, kind: Kind, hash: UInt64, range: ByteRange) {
    storedRecord = UInt32(truncatingIfNeeded: record)
    self.kind = kind
    self.hash = hash
    self.range = range
  }

  /// The record it stands in.
  public var record: Int { Int(storedRecord) }
}

/// Makes the hash by which contacts are compared: FNV-1a of bytes in lower case.
public struct ContactHash: Sendable {
  /// The hash of what was added.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// How many bytes were added.
  public private(set) var count = 0

  /// A hash of nothing.
  public init() {}

  /// Adds a byte behind those before.
  public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3
    count += 1
  }
}
