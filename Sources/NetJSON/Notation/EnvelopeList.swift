import NetModel

/// The lists of the envelope in their order.
enum EnvelopeList: CaseIterable {
  case people, groups, meetings, pages, preamble

  var key: StaticString {
    switch self {
    case .people: "people"
    case .groups: "groups"
    case .meetings: "meetings"
    case .pages: "pages"
    case .preamble: "preamble"
    }
  }

  /// The kinds of record that it holds; a preamble is none.
  var kinds: RecordKinds {
    switch self {
    case .people: RecordKinds([.person])
    case .groups: .collective
    case .meetings: .meeting
    case .pages: RecordKinds([.page])
    case .preamble: RecordKinds([])
    }
  }

  /// Whether an empty list is written too: the two that every notebook is about.
  var isAlwaysThere: Bool {
    switch self {
    case .people, .meetings: true
    case .groups, .pages, .preamble: false
    }
  }

  /// Whether a file may have an entry in it.
  func mayHoldEntry(of facts: FileFacts) -> Bool {
    switch self {
    case .people, .groups, .meetings, .pages: facts.records.contains { kinds.contains($0.kind) }
    // Where the first node below the file's is a record, nothing stands before it.
    case .preamble: facts.records.first?.node != 1
    }
  }
}
