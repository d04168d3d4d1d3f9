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
  private var symbols: SymbolTable
  /// By file: the symbol of each of its names.
  private var symbolsOfFile: [[UInt32]] = []
  /// By symbol: who goes by it.
  private(set) var claimantTable = ClaimantTable()
  /// By symbol: what it means.
  private var meanings: [Meaning] = []
  /// The names that many go by, one of whom is private.
  var privateCrowds: Set<Symbol> = []
  private let meSymbol: Symbol
  /// How many names there were when all were last numbered.
  private var firstSymbolCount = 0

  /// What a name means, in eight bytes; which records share it is found out when it is asked for.
  private struct Meaning: BitwiseCopyable {
    var file: UInt32
    var record: UInt32

    static var unknown: Meaning { Meaning(file: .max, record: 0) }
    static var writer: Meaning { Meaning(file: .max, record: 1) }
    static var several: Meaning { Meaning(file: .max, record: 2) }
  }

  /// A notebook of some files.
  public init(_ files: [FileFacts]) {
    self.files = files
    symbols = SymbolTable(capacity: files.reduce(64) { $0 + $1.claims.count })
    let me = Array("me".utf8)
    meSymbol = symbols.add(me.span, 0..<me.count, hash: NameHash(me.span, 0, me.count).value)
    symbolsOfFile.reserveCapacity(files.count)
    for facts in files { symbolsOfFile.append(addSymbols(of: facts)) }
    firstSymbolCount = symbols.count
    resolve()
  }

  private mutating func addSymbols(of facts: FileFacts) -> [UInt32] {
    let names = facts.names
    var found: [UInt32] = []
    found.reserveCapacity(names.count)
    for name in 0..<names.count {
      let symbol = symbols.add(names.bytes.span, names.range(of: name), hash: names.hash(of: name))
      found.append(UInt32(truncatingIfNeeded: symbol))
    }
    return found
  }

  /// Gathers who goes by each name, and so finds out what it means.
  private mutating func resolve() {
    claimantTable = ClaimantTable(files, symbolsOfFile, symbolCount: symbols.count)
    var meanings: [Meaning] = []
    meanings.reserveCapacity(symbols.count)
    for symbol in 0..<symbols.count { meanings.append(meaning(of: symbol)) }
    self.meanings = meanings
    privateCrowds = Set((0..<symbols.count).filter { isCrowd($0) && holdsPrivate($0) })
  }

  private func meaning(of symbol: Symbol) -> Meaning {
    let places = claimantTable.places(of: symbol)
    if symbol != meSymbol {
      guard let first = places.first else { return .unknown }
      // Nearly always they are one record's, its handle and its name.
      let record = record(ofClaim: first)
      let isShared = places.contains { $0.file != first.file || self.record(ofClaim: $0) != record }
      if !isShared { return Meaning(file: first.file, record: UInt32(truncatingIfNeeded: record)) }
    }
    switch resolveAnew(symbol) {
    case .writer: return .writer
    case .unknown: return .unknown
    case .shared, .ambiguous: return .several
    case .record(let id):
      return Meaning(file: UInt32(truncatingIfNeeded: id.file), record: UInt32(truncatingIfNeeded: id.record))
    }
  }

  private func record(ofClaim place: ClaimantTable.Place) -> Int {
    files[Int(place.file)].claims[Int(place.claim)].record
  }

  private func resolveAnew(_ symbol: Symbol) -> Resolution {
    var strong: [RecordID] = []
    var weak: [RecordID] = []
    for claimant in claimants(of: symbol) {
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
  ///
  /// Only the names are resolved anew that a record of the file goes by, or went by.
  public mutating func replace(_ file: Int, with facts: FileFacts) -> Set<Symbol> {
    let count = symbols.count
    let found = addSymbols(of: facts)
    let old = files[file].claims.map { Int(symbolsOfFile[file][$0.name]) }
    let new = facts.claims.map { Int(found[$0.name]) }
    let touched = Set(old).union(new)
    let before = touched.map { (symbol: $0, meaning: $0 < count ? resolution(of: $0) : nil) }
    files[file] = facts
    symbolsOfFile[file] = found
    claimantTable.replace(file, old, with: new)
    if claimantTable.isFragmented {
      claimantTable = ClaimantTable(files, symbolsOfFile, symbolCount: symbols.count)
    }
    for _ in meanings.count..<symbols.count { meanings.append(.unknown) }
    for symbol in touched {
      meanings[symbol] = meaning(of: symbol)
      if isCrowd(symbol), holdsPrivate(symbol) {
        privateCrowds.insert(symbol)
      } else {
        privateCrowds.remove(symbol)
      }
    }
    return Set(before.filter { $0.meaning != resolution(of: $0.symbol) }.map(\.symbol))
  }

  /// Numbers all names anew where most of them are no longer in any file, since names stay the same numbers as long as
  /// files are replaced.
  ///
  /// - Returns: Whether it was done, and names have other numbers now.
  package mutating func forgetLostNames() -> Bool {
    if symbols.count <= 2 * firstSymbolCount + 4_096 { return false }
    self = Notebook(files)
    return true
  }
}

extension Notebook {
  /// The symbol of a name of a file.
  public func symbol(ofName name: Int, in file: Int) -> Symbol { Int(symbolsOfFile[file][name]) }

  /// The symbol of a folded name, if any file holds it.
  public func symbol(of text: String) -> Symbol? { symbols.symbol(of: text.utf8.span) }

  /// The symbol of a handle without `@`, as it is written, if any file holds it.
  func symbol(ofHandle handle: Span<UInt8>) -> Symbol? { symbols.symbol(of: handle) }

  /// Whether a name is the writer's: `me`.
  func isMe(_ symbol: Symbol) -> Bool { symbol == meSymbol }

  /// The folded name that is a symbol.
  public func text(of symbol: Symbol) -> String { symbols.text(of: symbol) }

  /// The same in UTF-8, where tens of thousands are looked at.
  package func bytes(of symbol: Symbol) -> ArraySlice<UInt8> { symbols.text(ofSymbol: symbol) }

  /// What a name means.
  public func resolution(of symbol: Symbol) -> Resolution {
    if let record = record(of: symbol) { return .record(record) }
    return meanings[symbol].record == Meaning.unknown.record ? .unknown : resolveAnew(symbol)
  }

  /// The one record that a name means, if there is one; in the same time however many go by it.
  public func record(of symbol: Symbol) -> RecordID? {
    let meaning = meanings[symbol]
    return meaning.file == .max ? nil : RecordID(file: Int(meaning.file), record: Int(meaning.record))
  }

  /// The one record that a mention means, if there is one.
  public func record(of mention: MentionFact, in file: Int) -> RecordID? {
    record(of: symbol(ofName: mention.name, in: file))
  }

  /// What a mention means.
  public func resolution(of mention: MentionFact, in file: Int) -> Resolution {
    resolution(of: symbol(ofName: mention.name, in: file))
  }

  /// Who goes by a name, in the order of files.
  public func claimants(of symbol: Symbol) -> Claimants {
    Claimants(files: files, places: claimantTable.places(of: symbol))
  }

  /// Whether anybody goes by a name.
  package func isClaimed(_ symbol: Symbol) -> Bool { claimantTable.count(of: symbol) > 0 }

  /// The records whose handle a name is, written or derived, in the order of files; more than one is a fault.
  public func holders(of symbol: Symbol) -> [RecordID] {
    claimants(of: symbol).lazy.filter(isHandle).map(\.id)
  }

  /// The number of different names.
  public var symbolCount: Int { symbols.count }

  /// The names that several records go by, in the order in which they are first given.
  package var sharedNames: [Symbol] {
    var shared: [(symbol: Symbol, first: ClaimantTable.Place)] = []
    for symbol in 0..<symbols.count where claimantTable.count(of: symbol) > 1 {
      let claimants = claimants(of: symbol)
      // The claims of a record stand side by side.
      if let first = claimants.places.first, claimants.first?.id != claimants.last?.id {
        shared.append((symbol, first))
      }
    }
    shared.sort { ($0.first.file, $0.first.claim) < ($1.first.file, $1.first.claim) }
    return shared.map(\.symbol)
  }

  /// The numbers of the files that hold one of some names, in whatever way.
  package func files(holding names: Set<Symbol>) -> [Int] {
    if names.isEmpty { return [] }
    var isMeant = [Bool](repeating: false, count: symbols.count)
    for name in names { isMeant[name] = true }
    return files.indices.filter { symbolsOfFile[$0].contains { isMeant[Int($0)] } }
  }

  /// The facts of a record.
  public func facts(of id: RecordID) -> RecordFacts { files[id.file].records[id.record] }

  /// The handle of a record in lower case as written: the one in its heading, or the one its name gives.
  public func handle(of id: RecordID) -> String? { files[id.file].handleText(of: facts(of: id)) }

  /// The name of a person, group or organisation as it is shown; empty for others.
  public func nameText(of id: RecordID) -> String { files[id.file].nameText(of: facts(of: id)) }

  /// The records of all files, in their order.
  public var recordIDs: some Sequence<RecordID> {
    files.indices.lazy.flatMap { file in
      self.files[file].records.indices.lazy.map { RecordID(file: file, record: $0) }
    }
  }
}
