import NetModel
import NetSyntax

/// Where a text names somebody, and whom that means.
struct FoundName {
  /// How it stands there.
  enum Kind {
    /// The heading of the record itself: its handle, or the name that gives it.
    case heading
    /// A mention.
    case mention
    /// Another name or an earlier handle, in `aka:`.
    case otherName
    /// A name in a list of people, or between `[[` and `]]`.
    case entry
  }

  let kind: Kind
  let range: ByteRange
  /// The name; nil for a heading whose name gives no handle.
  let symbol: Notebook.Symbol?
  /// Whom it means: nobody, one, or several of whom it is not clear which.
  let records: [RecordID]

  /// The one record that it means, if there is one.
  var record: RecordID? { records.count == 1 ? records[0] : nil }
}

extension OpenFile {
  /// The name that an offset is in, or directly behind.
  func name(at offset: Int) -> FoundName? {
    let mentions = facts.mentions
    let behind = mentions.partitioned { $0.range.start <= offset }
    if behind > 0, offset <= mentions[behind - 1].range.end {
      return named(mentions[behind - 1].name, .mention, mentions[behind - 1].range)
    }
    if let heading = heading(at: offset) { return heading }
    if let claim = facts.claims.first(where: { $0.range.start <= offset && offset <= $0.range.end }) {
      let id = RecordID(file: place.file, record: claim.record)
      let symbol = notebook.symbol(ofName: claim.name, in: place.file)
      return FoundName(kind: .otherName, range: claim.range, symbol: symbol, records: [id])
    }
    let entry = facts.entries.first { entry in
      entry.role != .mentionAndWords && entry.range.start <= offset && offset <= entry.range.end
    }
    return entry.flatMap { entry in
      let found = named(entry.name, .entry, entry.range)
      // Nobody needs a record to be named.
      return found.records.isEmpty ? nil : found
    }
  }

  /// The handle in a heading, or the name of a record.
  private func heading(at offset: Int) -> FoundName? {
    guard let index = record(at: offset) else { return nil }
    let record = facts.records[index]
    guard RecordKinds.mentionable.contains(record.kind) else { return nil }
    let symbol = record.handleName.map { notebook.symbol(ofName: $0, in: place.file) }
    for range in [record.handle, record.name].compactMap(\.self) where range.start <= offset && offset <= range.end {
      let id = RecordID(file: place.file, record: index)
      return FoundName(kind: .heading, range: range, symbol: symbol, records: [id])
    }
    return nil
  }

  private func named(_ name: Int, _ kind: FoundName.Kind, _ range: ByteRange) -> FoundName {
    let symbol = notebook.symbol(ofName: name, in: place.file)
    return FoundName(kind: kind, range: range, symbol: symbol, records: notebook.resolution(of: symbol).records)
  }
}

extension Resolution {
  /// The records that a handle may mean.
  var records: [RecordID] {
    switch self {
    case .record(let id): [id]
    case .shared(let ids), .ambiguous(let ids): ids
    case .writer, .unknown: []
    }
  }
}
