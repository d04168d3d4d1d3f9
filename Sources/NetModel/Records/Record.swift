import NetSyntax

/// An entry of a list of people.
public struct Entry: Sendable, Hashable {
  /// A reference, or a name.
  public enum Who: Sendable, Hashable {
    /// A handle, canonical where it resolves.
    case handle(String)
    /// A name, kept as text: nobody needs a record to be named.
    case name(String)
  }

  /// Who is meant.
  public var who: Who
  /// What stands in parentheses behind.
  public var label: String?
  /// Whether it speaks of a private record.
  public var isPrivate: Bool
}

/// When and how the writer and somebody met.
public struct MeetingOrigin: Sendable, Hashable {
  /// The date or interval.
  public var date: DateExpression?
  /// The rest of the value.
  public var text: String?
}

/// A field that the notation does not know, or whose value cannot be read.
public struct OtherField: Sendable, Hashable {
  /// The key in lower case.
  public var key: String
  /// The values in the order of the file.
  public var values: [String]
}

/// Where a record or a preamble stands.
public struct Source: Sendable, Hashable {
  /// The file, relative to the notebook's folder.
  public var file: String
  /// The line of the heading, from 1.
  public var line: Int
}

/// What all records have.
public struct RecordBase: Sendable, Hashable {
  /// The tags of the heading and of `tags:`, each once.
  public var tags: [String] = []
  /// The writer's own fields, and values that cannot be read under their keys.
  public var fields: [OtherField] = []
  /// Whether the record is private.
  public var isPrivate = false
  /// The notes below the header.
  public var notes: [Note] = []
  /// Where the record stands.
  public var source: Source
}

/// What is known of a person, a group or an organisation.
public struct Details: Sendable, Hashable {
  /// Other names.
  public var aka: [String] = []
  /// Earlier handles.
  public var akaHandles: [String] = []
  /// The pronouns.
  public var pronouns: String?
  /// What they do.
  public var role: String?
  /// Where they work, as text.
  public var org: String?
  /// Where they are to be found.
  public var place: String?
  /// E-mail addresses.
  public var emails: [LabelledValue] = []
  /// Telephone numbers.
  public var phones: [LabelledValue] = []
  /// Addresses on the web.
  public var urls: [LabelledValue] = []
  /// Postal addresses.
  public var addresses: [LabelledValue] = []
  /// The birthday; the year may be missing. RFC 6350, BDAY.
  public var birthday: CalendarDate?
  /// An anniversary; the year may be missing. RFC 6350, ANNIVERSARY.
  public var anniversary: CalendarDate?
  /// The day of death.
  public var died: CalendarDate?
  /// When and how the writer met them.
  public var met: MeetingOrigin?
  /// Through whom the writer met them.
  public var via: [Entry] = []
  /// Whom they know.
  public var knows: [Entry] = []
  /// Who belongs to a group or organisation.
  public var members: [Entry] = []
  /// How often the writer means to be in touch.
  public var cadence: Cadence?
  /// The languages they speak.
  public var languages: [String] = []
}

/// A person.
public struct Person: Sendable, Hashable {
  /// The handle without its `@`: the written one, or the one the name gives.
  public var handle: String?
  /// The name as written.
  public var name: String
  /// What is known of them.
  public var details = Details()
  /// Tags, own fields, notes, source.
  public var base: RecordBase
}

/// A group or an organisation.
public struct Group: Sendable, Hashable {
  /// `group` or `org`.
  public var kind: RecordKind
  /// The handle without its `@`: the written one, or the one the name gives.
  public var handle: String?
  /// The name as written.
  public var name: String
  /// What is known of it.
  public var details = Details()
  /// Tags, own fields, notes, source.
  public var base: RecordBase
}

/// A plain page of notes.
public struct Page: Sendable, Hashable {
  /// The whole heading.
  public var title: String
  /// Tags, own fields, notes, source.
  public var base: RecordBase
}

/// A meeting.
public struct Meeting: Sendable, Hashable {
  /// The day, or the days.
  public var date: DateExpression?
  /// The time, or start and end.
  public var time: TimeRange?
  /// The rest of the heading.
  public var title: String
  /// Who took part, beside the writer: the entries of `with:`, else the mentions of the title, each record once.
  public var participants: [Entry] = []
  /// Where it was.
  public var place: String?
  /// The IANA time zone.
  public var timeZone: String?
  /// What it was, in a word: coffee, call.
  public var kind: String?
  /// Whether it is tentative, confirmed or cancelled.
  public var status: MeetingStatus?
  /// Addresses on the web.
  public var urls: [LabelledValue] = []
  /// Tags, own fields, notes, source.
  public var base: RecordBase
}

/// One record of a notebook.
public enum Record: Sendable, Hashable {
  case person(Person)
  case group(Group)
  case page(Page)
  case meeting(Meeting)

  /// What all records have.
  package var base: RecordBase {
    switch self {
    case .person(let person): person.base
    case .group(let group): group.base
    case .page(let page): page.base
    case .meeting(let meeting): meeting.base
    }
  }
}

/// The notes that stand before a file's first record.
public struct Preamble: Sendable, Hashable {
  /// The notes.
  public var notes: [Note]
  /// Where they stand; the line is that of the first note.
  public var source: Source
}
