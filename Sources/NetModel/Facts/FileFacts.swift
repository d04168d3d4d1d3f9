import NetSyntax

/// What one file says, without its tree: enough to resolve mentions over a notebook and to check it.
///
/// Facts never change. They are numbers and byte ranges; texts are bytes in two buffers, and become strings when they
/// are asked for.
///
/// ```
/// names     amara │ jun-tanaka …          folded handles and slugs, each once, with a hash
/// texts     Amara │ Jun Tanaka …          names as they are shown
/// records   kind, heading, date …         in the order of the file
/// claims    record ── name                handles, names and other names that a record goes by
/// capitals  claim ── text                 handles and other names as they are written, where that is with capitals
/// mentions  record ── name, role, range   in the order of the file, 16 bytes each
/// entries   record ── name, role, range   names in lists of people that are no mentions
/// contacts  record ── hash, range         e-mail addresses, telephone numbers and addresses on the web, of people
/// meetings  record ── date, time, title   what meetings have beside
/// lifeDates record ── kind, date, range   when somebody was born, met, died
/// relations record ── name, word, range   labels such as `mother`
/// items     record ── label, names        labelled items of which the people are not certain
/// extras    record ── mention             mentions in names
/// ```
public final class FileFacts: Sendable {
  let names: NameColumn
  let texts: [UInt8]
  let capitals: [CapitalName]
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
  /// Dates in the lives of people, groups and organisations, a record at a time.
  public let lifeDates: [LifeDate]
  /// Labels of `knows:` that can contradict each other.
  public let relations: [RelationFact]
  /// Labelled items of which it takes the notebook to say whom they are about.
  public let openItems: [OpenItem]
  /// The first mention in each name of a person, group or organisation that has one.
  public let extraHandles: [ExtraHandle]
  /// Whether any record is marked private.
  public let holdsPrivateRecord: Bool
  /// Where the front matter ends, in bytes; 0 where there is none.
  public let frontMatterEnd: Int

  /// Takes over what a builder has gathered, in no more memory than it needs.
  init(_ builder: borrowing FactsBuilder, frontMatterEnd: Int) {
    names = builder.names.names.trimmed()
    texts = builder.texts.trimmed()
    records = builder.records.trimmed()
    claims = builder.claims.trimmed()
    capitals = builder.capitals.trimmed()
    mentions = builder.mentions.trimmed()
    entries = builder.entries.trimmed()
    contacts = builder.contacts.trimmed()
    meetings = builder.meetings.trimmed()
    lifeDates = builder.lifeDates.trimmed()
    relations = builder.relations.trimmed()
    openItems = builder.openItems.trimmed()
    extraHandles = builder.extraHandles.trimmed()
    holdsPrivateRecord = records.contains(where: \.isPrivate)
    self.frontMatterEnd = frontMatterEnd
  }

  /// Reads the facts off a tree.
  ///
  /// Where many files are read, a ``FactsBuilder`` that is used again takes less time.
  public convenience init(of tree: borrowing Tree, bytes: Span<UInt8>) {
    var builder = FactsBuilder()
    builder.read(tree, bytes)
    self.init(builder, frontMatterEnd: tree.frontMatterEnd)
  }

  /// The number of different names, which the other facts refer to by number.
  public var nameCount: Int { names.count }

  /// The folded handle that is a name.
  public func name(_ index: Int) -> String { names.text(of: index) }

  /// The handle of a record in lower case as written, which is how it is shown: the one in its heading, or the one that
  /// its name gives.
  public func handleText(of record: RecordFacts) -> String? { record.writtenHandle.map(name) }

  /// The name of a person, group or organisation as it is shown; empty for others.
  public func nameText(of record: RecordFacts) -> String { text(record.shownName) }

  /// What stands at an entry, of a wiki link what is inside the brackets; left out where words stand behind a mention,
  /// for those are many and seldom anybody's name.
  public func text(of entry: NameEntry) -> String { text(entry.shownText) }

  private func text(_ range: ByteRange) -> String { String(decoding: texts[range.start..<range.end], as: UTF8.self) }
}
