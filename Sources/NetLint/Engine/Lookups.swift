import NetModel

/// What rules look up over all files of a notebook: made when it is first asked for, and kept as long as it is true.
struct Lookups: Sendable {
  /// What is known of private people; nil where nobody is.
  private(set) var privateFacts: PrivateFacts?
  private var looks = Looks()
  private var nearHandles = NearHandles()
  private var shared: [Notebook.Symbol]?
  private var alike: [[MeetingPlace]]?
  /// By file; those in ASCII alone apart, which are seldom asked for.
  private var capitals: (abroad: [Int: [CapitalLook]], plain: [Int: [CapitalLook]]) = ([:], [:])

  init(_ notebook: Notebook) { privateFacts = PrivateFacts(ofAnyIn: notebook) }

  /// The names that several records go by, in the order in which they are first given.
  mutating func sharedNames(in notebook: Notebook) -> [Notebook.Symbol] {
    let names = shared ?? notebook.sharedNames
    shared = names
    return names
  }

  /// The meetings that have a date and a title in common.
  mutating func meetingsAlike(in notebook: Notebook) -> [[MeetingPlace]] {
    let groups = alike ?? NetLint.meetingsAlike(in: notebook)
    alike = groups
    return groups
  }

  /// What a name looks like.
  mutating func look(of symbol: Notebook.Symbol, in notebook: Notebook) -> Looks.Look {
    looks.look(of: symbol, in: notebook)
  }

  /// What a name looks like as it is written, capitals and all.
  mutating func look(ofWritten name: Span<UInt8>) -> Looks.Look { looks.look(ofWritten: name) }

  /// What the names of a file look like that are written with capitals, and not in ASCII alone.
  mutating func capitalLooks(of file: Int, in notebook: Notebook) -> [CapitalLook] {
    if let known = capitals.abroad[file] { return known }
    let found = NetLint.capitalLooks(of: notebook.files[file], inASCII: false, &looks)
    capitals.abroad[file] = found
    return found
  }

  /// The same of those in ASCII alone.
  mutating func plainCapitalLooks(of file: Int, in notebook: Notebook) -> [CapitalLook] {
    if let known = capitals.plain[file] { return known }
    let found = NetLint.capitalLooks(of: notebook.files[file], inASCII: true, &looks)
    capitals.plain[file] = found
    return found
  }

  /// At most three handles that a word which nobody has as a handle may have been meant for, with their `@`.
  ///
  /// - Parameter budget: How many names may still be looked at for the same file.
  mutating func handles(near word: String, in notebook: Notebook, _ budget: inout Int) -> [String] {
    nearHandles.suggestions(for: word, in: notebook, &looks, &budget)
  }

  /// Forgets all that it knows of names by their numbers.
  mutating func forgetNames() { (looks, nearHandles, shared) = (Looks(), NearHandles(), nil) }

  /// Brings everything up to date.
  ///
  /// - Parameters:
  ///   - edited: The files that are others than before.
  ///   - isRenamed: Whether something else is known of some names than before.
  ///   - parts: What files say otherwise than before.
  /// - Returns: Whether other things are known of private people than before, or of other people.
  mutating func update(_ notebook: Notebook, edited: Set<Int>, isRenamed: Bool, _ parts: FactParts) -> Bool {
    shared = nil
    for file in edited { (capitals.abroad[file], capitals.plain[file]) = (nil, nil) }
    if parts.contains(.meetings) { alike = nil }
    if isRenamed { nearHandles.forgetMeanings() }
    let before = privateFacts
    privateFacts = PrivateFacts(ofAnyIn: notebook)
    return privateFacts?.content != before?.content
  }
}
