import NetSyntax

/// What an item says of the people in its head.
public enum ItemLabel: UInt8, Sendable, Hashable, CaseIterable {
  /// Something they shared.
  case story
  /// Something they are facing.
  case challenge
  /// An insight that came of talking.
  case idea
  /// Something looked for.
  case ask
  /// Something that could be given.
  case offer
  /// What the writer gave: time, help, a contact.
  case gave
  /// What the writer received.
  case got
  /// An introduction of two or more people.
  case intro
  /// Gratitude to pass on.
  case thanks

  /// The label as written in notes and in JSON.
  public var name: String {
    switch self {
    case .story: "story"
    case .challenge: "challenge"
    case .idea: "idea"
    case .ask: "ask"
    case .offer: "offer"
    case .gave: "gave"
    case .got: "got"
    case .intro: "intro"
    case .thanks: "thanks"
    }
  }

  /// Whether a dated item with this label tells of a contact: ideas, asks and offers need no meeting.
  public var tellsOfContact: Bool {
    switch self {
    case .story, .challenge, .gave, .got, .intro, .thanks: true
    case .idea, .ask, .offer: false
    }
  }

  /// The label that a word is, in any letter case.
  public init?(_ bytes: Span<UInt8>) {
    self.init(bytes, in: ByteRange(0, bytes.count))
  }

  /// The label that a part of some bytes is, in any letter case.
  public init?(_ bytes: Span<UInt8>, in range: ByteRange) {
    guard let place = ItemLabel.written.place(of: bytes, range) else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: place))
  }

  /// The label that was probably meant by a word that is none: another form (`gives`, `stories`), another
  /// word for it (`received`), or a slip of the fingers (`stroy`, `challange`).
  ///
  /// Only where something else says that a head was meant is this a mistake: prose starts with such words
  /// too.
  public static func suggestion(for bytes: Span<UInt8>) -> ItemLabel? {
    guard let word = Word(loose: bytes) else { return nil }
    if let label = all[word] ?? others[word] { return label }
    guard let best = KeySpelling.nearest(to: word.text, in: allCases.map(\.name)) else { return nil }
    return allCases.first { $0.name == best }
  }

  private static var written: StaticWords {
    StaticWords(
      """
      story...........challenge.......idea............ask.............\
      offer...........gave............got.............intro...........\
      thanks..........
      """,
      places: "0005004000000000000000006000000018000000000700000000000002300000", factor: 0xcd61_3e30_d8f1_6adf)
  }

  private static let all = WordTable<ItemLabel>(allCases.map { ($0.name, $0) })

  private static let others = WordTable<ItemLabel>([
    ("stories", .story), ("storys", .story), ("anecdote", .story), ("challenges", .challenge),
    ("challenged", .challenge), ("problem", .challenge), ("struggle", .challenge), ("ideas", .idea),
    ("insight", .idea), ("insights", .idea), ("asks", .ask), ("asked", .ask), ("asking", .ask),
    ("request", .ask), ("requested", .ask), ("needs", .ask), ("wants", .ask), ("offers", .offer),
    ("offered", .offer), ("offering", .offer), ("give", .gave), ("gives", .gave), ("given", .gave),
    ("giving", .gave), ("gift", .gave), ("helped", .gave), ("get", .got), ("gets", .got),
    ("gotten", .got), ("received", .got), ("receive", .got), ("introduce", .intro),
    ("introduced", .intro), ("introduction", .intro), ("introductions", .intro), ("intros", .intro),
    ("introducing", .intro), ("connected", .intro), ("thank", .thanks), ("thanked", .thanks),
    ("thankyou", .thanks), ("thx", .thanks), ("gratitude", .thanks), ("grateful", .thanks),
  ])
}
