import NetModel
import NetSyntax

/// How records and handles are called in messages.
extension Notebook {
  /// The name of a person, group or organisation.
  func name(of id: RecordID) -> String { nameText(of: id) }

  /// The handle of a record with its `@`, or its name if that gives none.
  package func shown(_ id: RecordID) -> String { handle(of: id).map { "@" + $0 } ?? name(of: id) }

  /// A handle with its `@`. It is kept in the form handles compare by, which has no final sigma; Greek spelling has.
  func shown(_ symbol: Symbol) -> String {
    let text = text(of: symbol)
    guard text.utf8.contains(0xCF), text.unicodeScalars.contains("σ") else { return "@" + text }
    var shown = String.UnicodeScalarView()
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    var isInWord = false
    while let scalar = next {
      next = scalars.next()
      let endsWord = !(next?.properties.isAlphabetic ?? false)
      shown.append(scalar == "σ" && isInWord && endsWord ? "ς" : scalar)
      isInWord = scalar.properties.isAlphabetic
    }
    return "@" + String(shown)
  }

  /// Whether a mention, with its `@`, means a record: another one may have its handle, too.
  func isMeant(_ id: RecordID, byMention mention: String) -> Bool {
    symbol(ofMention: mention).flatMap { record(of: $0) } == id
  }

  /// What a mention, with its `@`, stands for, if anybody goes by it.
  func symbol(ofMention mention: String) -> Symbol? {
    let bytes = mention.utf8.span
    return symbol(of: foldHandle(bytes.extracting(1..<bytes.count)))
  }

  /// Where a record's handle stands, or the name that gives it.
  package func placeOfHandle(_ id: RecordID) -> ByteRange { facts(of: id).handle ?? facts(of: id).name }

  /// Where a claim to a name stands.
  package func place(of claimant: Claimant) -> ByteRange { files[claimant.id.file].claims[claimant.claim].range }

  /// The names that a record goes by.
  package func claims(of id: RecordID) -> ArraySlice<Claim> {
    let claims = files[id.file].claims
    let first = claims.partitioned { $0.record < id.record }
    // A search for the end would pass over more than the few that a record has.
    return claims[first...].prefix { $0.record == id.record }
  }

  /// The bytes from a record's heading to the next one.
  package func extent(of id: RecordID) -> ByteRange {
    let records = files[id.file].records
    let end = id.record + 1 < records.count ? records[id.record + 1].heading.start : Tree.maximumByteCount
    return ByteRange(records[id.record].heading.start, end)
  }
}

/// What is looked up over a whole notebook.
extension Notebook {
  /// The one record that has a name as its name or in its `aka`, where nobody else goes by it in any way.
  func onlyRecord(named symbol: Symbol) -> RecordID? {
    var only: RecordID?
    var isName = false
    for claimant in claimants(of: symbol) {
      if let only, only != claimant.id { return nil }
      only = claimant.id
      isName = isName || claimant.kind == .name || claimant.kind == .aka
    }
    return isName ? only : nil
  }
}

extension NotebookFile {
  /// Calls a closure for each mention whose handle means something of interest; a file without any costs nothing more.
  func forEachMention(
    where isOfInterest: (Resolution) -> Bool, _ body: (_ mention: MentionFact, _ symbol: Notebook.Symbol) -> Void
  ) {
    let facts = facts
    let names = (0..<facts.nameCount).map { isOfInterest(notebook.resolution(of: symbol(ofName: $0))) }
    guard names.contains(true) else { return }
    for mention in facts.mentions where names[mention.name] { body(mention, symbol(ofName: mention.name)) }
  }
}

/// Texts with commas and a word between the last two.
func enumeration(_ texts: [String], _ word: String) -> String {
  guard let last = texts.last, texts.count > 1 else { return texts.joined() }
  return texts.dropLast().joined(separator: ", ") + " \(word) " + last
}
