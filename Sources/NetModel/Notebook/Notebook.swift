import NetSyntax

/// A record by its file's number and its place in the file.
public struct RecordID: Hashable, Sendable, Comparable {
  /// The number of the file in the notebook.
  public var file: Int
  /// The index of the record in its file.
  public var record: Int

  /// The record at an index of a file.
  public init(file: Int, record: Int) {
    self.file = file
    self.record = record
  }

  /// In the order of files, and in a file from top to bottom.
  public static func < (left: RecordID, right: RecordID) -> Bool {
    (left.file, left.record) < (right.file, right.record)
  }
}

/// What a handle means in a notebook.
public enum Resolution: Sendable, Hashable {
  /// `@me`, without a record of its own.
  case writer
  /// One record.
  case record(RecordID)
  /// Several records have the handle; that is a fault of theirs.
  case shared([RecordID])
  /// No record has the handle, and several go by it as a name.
  case ambiguous([RecordID])
  /// Nobody goes by it.
  case unknown
}

/// All files of a notebook, and what each handle in them means.
///
/// Nothing in it depends on the order of records: a mention resolves to the record with that handle, else to the one
/// record whose name or `aka` gives that handle or is it.
public struct Notebook: Sendable {
  /// A name as a number, the same over all files.
  public typealias Symbol = Int

  /// A record that goes by a name.
  public struct Claimant: Sendable {
    /// Which record.
    public var id: RecordID
    /// The claim's index in the file's ``FileFacts/claims``.
    public var claim: Int
    /// How it comes by the name.
    public var kind: Claim.Kind
  }

  /// The facts of each file, by its number.
  public private(set) var files: [FileFacts] = []
  private var symbols: [String: Symbol] = [:]
  private var texts: [String] = []
  /// By file: the symbol of each of its names.
  private var symbolsOfFile: [[Int32]] = []
  /// By symbol: who goes by it, in the order of files.
  private var claimantsOfSymbol: [[Claimant]] = []
  /// By symbol: what it means.
  private var resolutions: [Resolution] = []
  private var meSymbol: Symbol = 0

  /// A notebook of some files.
  public init(_ files: [FileFacts]) {
    self.files = files
    symbols.reserveCapacity(files.reduce(0) { $0 + $1.claims.count })
    meSymbol = addSymbol("me")
    for (number, facts) in files.enumerated() {
      symbolsOfFile.append(facts.names.map { Int32(truncatingIfNeeded: addSymbol($0)) })
      addClaims(of: facts, number)
    }
    resolutions = claimantsOfSymbol.indices.map(resolveAnew)
  }

  private mutating func addSymbol(_ text: String) -> Symbol {
    if let known = symbols[text] { return known }
    let symbol = texts.count
    symbols[text] = symbol
    texts.append(text)
    claimantsOfSymbol.append([])
    return symbol
  }

  private mutating func addClaims(of facts: FileFacts, _ file: Int) {
    for (index, claim) in facts.claims.enumerated() {
      let symbol = Int(symbolsOfFile[file][claim.name])
      claimantsOfSymbol[symbol].append(
        Claimant(id: RecordID(file: file, record: claim.record), claim: index, kind: claim.kind))
    }
  }

  private func resolveAnew(_ symbol: Symbol) -> Resolution {
    let claimants = claimantsOfSymbol[symbol]
    var strong: [RecordID] = []
    var weak: [RecordID] = []
    for claimant in claimants {
      if claimant.kind == .handle {
        if strong.last != claimant.id { strong.append(claimant.id) }
      } else if weak.last != claimant.id, symbol != meSymbol || isHandle(claimant) {
        weak.append(claimant.id)
      }
    }
    let candidates = strong.isEmpty ? weak : strong
    switch (candidates.count, strong.isEmpty) {
    case (0, _): return symbol == meSymbol ? .writer : .unknown
    case (1, _): return .record(candidates[0])
    case (_, false): return .shared(candidates)
    case (_, true): return .ambiguous(candidates)
    }
  }

  /// Whether a claim is to the record's handle: the one in its heading, or the one that its name gives.
  private func isHandle(_ claimant: Claimant) -> Bool {
    switch claimant.kind {
    case .handle: true
    case .name: files[claimant.id.file].records[claimant.id.record].handle == nil
    case .aka, .akaHandle: false
    }
  }

  /// Puts new facts in the place of a file's, and returns the names whose meaning changed.
  public mutating func replace(_ file: Int, with facts: FileFacts) -> Set<Symbol> {
    var touched = Set(files[file].claims.map { Int(symbolsOfFile[file][$0.name]) })
    for symbol in touched { claimantsOfSymbol[symbol].removeAll { $0.id.file == file } }
    files[file] = facts
    symbolsOfFile[file] = facts.names.map { Int32(truncatingIfNeeded: addSymbol($0)) }
    addClaims(of: facts, file)
    for claim in facts.claims { touched.insert(Int(symbolsOfFile[file][claim.name])) }
    for symbol in touched { claimantsOfSymbol[symbol].sort { ($0.id, $0.claim) < ($1.id, $1.claim) } }
    let before = resolutions
    while resolutions.count < texts.count { resolutions.append(.unknown) }
    for symbol in touched { resolutions[symbol] = resolveAnew(symbol) }
    return touched.filter { $0 >= before.count || before[$0] != resolutions[$0] }
  }
}

extension Notebook {
  /// The symbol of a name of a file.
  public func symbol(ofName name: Int, in file: Int) -> Symbol { Int(symbolsOfFile[file][name]) }

  /// The symbol of a folded name, if any file holds it.
  public func symbol(of text: String) -> Symbol? { symbols[text] }

  /// The folded name that is a symbol.
  public func text(of symbol: Symbol) -> String { texts[symbol] }

  /// What a name means.
  public func resolution(of symbol: Symbol) -> Resolution { resolutions[symbol] }

  /// What a mention means.
  public func resolution(of mention: MentionFact, in file: Int) -> Resolution {
    resolutions[Int(symbolsOfFile[file][mention.name])]
  }

  /// Who goes by a name, in the order of files.
  public func claimants(of symbol: Symbol) -> [Claimant] { claimantsOfSymbol[symbol] }

  /// The records whose handle a name is, written or derived, in the order of files; more than one is a fault.
  public func holders(of symbol: Symbol) -> [RecordID] {
    claimantsOfSymbol[symbol].filter(isHandle).map(\.id)
  }

  /// The number of different names.
  public var symbolCount: Int { texts.count }

  /// The facts of a record.
  public func facts(of id: RecordID) -> RecordFacts { files[id.file].records[id.record] }

  /// The handle of a record in lower case as written: the one in its heading, or the one its name gives.
  public func handle(of id: RecordID) -> String? { facts(of: id).handleText }

  /// The records of all files, in their order.
  public var recordIDs: some Sequence<RecordID> {
    files.indices.lazy.flatMap { file in
      self.files[file].records.indices.lazy.map { RecordID(file: file, record: $0) }
    }
  }
}
