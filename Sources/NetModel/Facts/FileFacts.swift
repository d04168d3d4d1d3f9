import NetSyntax

/// What one file says, without its tree: enough to resolve mentions over a notebook and to check it.
///
/// Facts never change. They are numbers and byte ranges; the only texts are the names, each of them once.
///
/// ```
/// names     "amara" "jun-tanaka" …        folded handles and slugs, what claims and mentions speak of
/// records   kind, heading, date …         in the order of the file
/// claims    record ── name                handles, names and other names that a record goes by
/// mentions  record ── name, role, range   in the order of the file
/// entries   record ── name, role, range   names in lists of people that are no mentions
/// contacts  record ── hash, range         e-mail addresses, telephone numbers and addresses on the web, of people
/// meetings  record ── date, time, title   what meetings have beside
/// relations record ── name, word, range   labels such as `mother`
/// items     record ── label, names        labelled items of which the people are not certain
/// extras    record ── mention             mentions in names
/// ```
public final class FileFacts: Sendable {
  /// The names that the other facts refer to by number. Compared by canonical equivalence, as `String` does.
  public let names: [String]
  /// The records of the file.
  public let records: [RecordFacts]
  /// The names that records go by.
  public let claims: [Claim]
  /// Every mention that counts.
  public let mentions: [MentionFact]
  /// Names of people that may be somebody's with a record.
  public let entries: [NameEntry]
  /// E-mail addresses, telephone numbers and addresses on the web, of people.
  public let contacts: [Contact]
  /// What meetings have beside, in the order of the file.
  public let meetings: [MeetingFacts]
  /// Labels of `knows:` that can contradict each other.
  public let relations: [RelationFact]
  /// Labelled items of which it takes the notebook to say whom they are about.
  public let openItems: [OpenItem]
  /// The first mention in each name of a person, group or organisation that has one.
  public let extraHandles: [ExtraHandle]
  /// Where the front matter ends, in bytes; 0 where there is none.
  public let frontMatterEnd: Int

  init(_ builder: consuming FactsBuilder, frontMatterEnd: Int) {
    names = builder.names.texts
    records = builder.records
    claims = builder.claims
    mentions = builder.mentions
    entries = builder.entries
    contacts = builder.contacts
    meetings = builder.meetings
    relations = builder.relations
    openItems = builder.openItems
    extraHandles = builder.extraHandles
    self.frontMatterEnd = frontMatterEnd
  }

  /// Reads the facts off a tree.
  public convenience init(of tree: borrowing Tree, bytes: Span<UInt8>) {
    var builder = FactsBuilder()
    builder.read(tree, bytes)
    self.init(builder, frontMatterEnd: tree.frontMatterEnd)
  }
}

/// The facts of one record.
public struct RecordFacts: Sendable {
  /// The record's node in the file's tree.
  public var node: Int
  /// What the record is of.
  public var kind: RecordKind
  /// The text of its heading, without the `#`.
  public var heading: ByteRange
  /// The name, without handle and tags; of meetings and pages the title.
  public var name: ByteRange
  /// The handle that stands in the heading, with its `@`; nil where none does.
  public var handle: ByteRange?
  /// The handle as a name in ``FileFacts/names``: the written one, or the one that the name gives.
  public var handleName: Int?
  /// The same handle in lower case as written, which is how it is shown.
  public var handleText: String?
  /// The name of a person, group or organisation as it is shown; empty for others.
  public var nameText = ""
  /// What tells people of one name apart.
  public var traits = Traits()
  /// The date of a meeting, where it is valid.
  public var date: DateExpression?
  /// The time that stands in a meeting's heading.
  public var time: ByteRange?
  /// Whether the record is marked `#private` in its heading or header.
  public var isPrivate = false
  /// Whether the record has any field.
  public var hasFields = false
  /// Whether a meeting has a `with:` field with an entry.
  public var hasWith = false
  /// The record's mentions in ``FileFacts/mentions``.
  public var mentions: Range<Int> = 0..<0
  /// The record's names of people in ``FileFacts/entries``.
  public var entries: Range<Int> = 0..<0
  /// The first and the last node behind the header.
  public var notes: Range<Int> = 0..<0
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

  /// The record's index in ``FileFacts/records``.
  public var record: Int
  /// The name's index in ``FileFacts/names``.
  public var name: Int
  /// How the record comes by it.
  public var kind: Kind
  /// Where it stands.
  public var range: ByteRange
}

/// One mention: where it stands and in what role.
public struct MentionFact: Sendable {
  /// What a mention does where it stands.
  public enum Role: UInt8, Sendable {
    case title, with, via, knows, members
    /// Anywhere else.
    case text
  }

  @usableFromInline var start: UInt32
  @usableFromInline var end: UInt32
  @usableFromInline var storedName: UInt32
  @usableFromInline var storedRecord: UInt32
  /// What it does there.
  public var role: Role

  @usableFromInline init(range: ByteRange, name: Int, record: Int?, role: Role) {
    start = UInt32(truncatingIfNeeded: range.start)
    end = UInt32(truncatingIfNeeded: range.end)
    storedName = UInt32(truncatingIfNeeded: name)
    storedRecord = record.map { UInt32(truncatingIfNeeded: $0) } ?? .max
    self.role = role
  }

  /// The mention with its `@`.
  @inlinable public var range: ByteRange { ByteRange(Int(start), Int(end)) }
  /// Its handle's index in ``FileFacts/names``.
  @inlinable public var name: Int { Int(truncatingIfNeeded: storedName) }
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
  }

  /// The record it stands in; nil in a preamble.
  public var record: Int?
  /// The handle that the name gives, as an index in ``FileFacts/names``.
  public var name: Int
  /// Where it stands, label left out.
  public var range: ByteRange
  /// What list it stands in.
  public var role: Role
  /// What stands there, of a wiki link what is inside the brackets; left out where words stand behind a mention, for
  /// those are many and seldom anybody's name.
  public var text = ""
}

/// An e-mail address, a telephone number or an address on the web, by a hash of what makes it the same: 64 bits, so that among a million of
/// them two that differ are taken for the same less than once in ten million notebooks.
public struct Contact: Sendable {
  /// What it is.
  public enum Kind: UInt8, Sendable {
    case email, phone, url
  }

  /// The record it stands in.
  public var record: Int
  /// What it is.
  public var kind: Kind
  /// The same for addresses that differ only in letter case, and numbers only in how they are grouped.
  public var hash: UInt64
  /// Where it stands, label left out.
  public var range: ByteRange
}
