/// What is read of files where records are compared with each other.
package struct FactParts: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Records with what they are called, what marks them and what tells people apart.
  package static let records = FactParts(rawValue: 1)
  package static let contacts = FactParts(rawValue: 2)
  /// Meetings: when they were, what they are called, and who was there.
  package static let meetings = FactParts(rawValue: 4)
  package static let lifeDates = FactParts(rawValue: 8)
  package static let relations = FactParts(rawValue: 16)
  /// Who came through whom.
  package static let introductions = FactParts(rawValue: 32)
  /// All mentions and names of people, wherever they stand.
  package static let mentions = FactParts(rawValue: 64)
}

/// Hashes of each part of a file's facts, the places left out: what is the same in two versions of a file has the same
/// hash, and once in 2⁶⁴ what is not.
package struct FactDigest: Sendable {
  private var hashes: [Int] = []

  private static let parts: [(FactParts, @Sendable (FileFacts, [Int], inout Hasher) -> Void)] = [
    (.records, { $0.addRecords($1, to: &$2) }), (.contacts, { $0.addContacts($1, to: &$2) }),
    (.meetings, { $0.addMeetings($1, to: &$2) }), (.lifeDates, { $0.addLifeDates($1, to: &$2) }),
    (.relations, { $0.addRelations($1, to: &$2) }), (.introductions, { $0.addIntroductions($1, to: &$2) }),
    (.mentions, { $0.addMentions($1, to: &$2) }),
  ]

  /// The hashes of a file's facts.
  package init(_ facts: FileFacts) {
    // Names are numbered in the order in which they stand in the file, which is not to count.
    let names = (0..<facts.names.count).map { facts.hash(ofName: $0) }
    for (_, add) in Self.parts {
      var hasher = Hasher()
      add(facts, names, &hasher)
      hashes.append(hasher.finalize())
    }
  }

  /// The parts in which another version of the file differs.
  package func differences(from other: FactDigest) -> FactParts {
    var parts: FactParts = []
    for (index, part) in Self.parts.enumerated() where hashes[index] != other.hashes[index] { parts.insert(part.0) }
    return parts
  }
}

extension FileFacts {
  fileprivate func hash(ofName name: Int) -> Int {
    var hasher = Hasher()
    addName(name, to: &hasher)
    return hasher.finalize()
  }

  private func addName(_ name: Int, to hasher: inout Hasher) {
    let range = names.range(of: name)
    hasher.combine(range.count)
    for byte in names.bytes[range] { hasher.combine(byte) }
  }

  fileprivate func addRecords(_ names: [Int], to hasher: inout Hasher) {
    for record in records {
      hasher.combine(record.kind)
      hasher.combine(record.isPrivate)
      hasher.combine(record.hasFields)
      hasher.combine(record.hasWith)
      hasher.combine(record.handle == nil)
      hasher.combine(record.traits)
      hasher.combine(record.handleName.map { names[$0] })
      hasher.combine(record.writtenHandle.map { names[$0] })
      hasher.combine(texts[record.shownName.start..<record.shownName.end])
    }
    for claim in claims {
      hasher.combine(claim.record)
      hasher.combine(claim.kind)
      hasher.combine(names[claim.name])
    }
    for capital in capitals {
      hasher.combine(capital.claim)
      hasher.combine(texts[capital.text.start..<capital.text.end])
    }
    for extra in extraHandles { hasher.combine(extra.record) }
  }

  fileprivate func addContacts(_ names: [Int], to hasher: inout Hasher) {
    for contact in contacts {
      hasher.combine(contact.record)
      hasher.combine(contact.kind)
      hasher.combine(contact.hash)
    }
  }

  fileprivate func addMeetings(_ names: [Int], to hasher: inout Hasher) {
    for meeting in meetings {
      let record = records[meeting.record]
      hasher.combine(meeting.record)
      hasher.combine(record.date)
      hasher.combine(meeting.date == nil)
      hasher.combine(meeting.time)
      hasher.combine(meeting.titleHash)
      hasher.combine(record.heading.isEmpty)
      hasher.combine(meeting.isCancelled)
      hasher.combine(record.hasWith)
      for mention in mentions[record.mentions] where mention.role == .with || mention.role == .title {
        hasher.combine(mention.role)
        hasher.combine(names[mention.name])
      }
      for entry in entries[record.entries] where entry.role == .with { hasher.combine(names[entry.name]) }
    }
  }

  fileprivate func addLifeDates(_ names: [Int], to hasher: inout Hasher) {
    for life in lifeDates {
      hasher.combine(life.record)
      hasher.combine(life.kind)
      hasher.combine(life.date)
    }
  }

  fileprivate func addRelations(_ names: [Int], to hasher: inout Hasher) {
    for relation in relations {
      hasher.combine(relation.record)
      hasher.combine(names[relation.name])
      hasher.combine(relation.word)
    }
  }

  fileprivate func addIntroductions(_ names: [Int], to hasher: inout Hasher) {
    for mention in mentions where mention.role == .via {
      hasher.combine(mention.record)
      hasher.combine(names[mention.name])
    }
  }

  fileprivate func addMentions(_ names: [Int], to hasher: inout Hasher) {
    for mention in mentions {
      hasher.combine(mention.record)
      hasher.combine(mention.role)
      hasher.combine(names[mention.name])
    }
    for entry in entries {
      hasher.combine(entry.record)
      hasher.combine(entry.role)
      hasher.combine(names[entry.name])
    }
  }
}

extension Notebook {
  /// A hash of all that can be known of a name without reading other names: who goes by it and how, and how they are
  /// called and marked. Where records of a file stand among others does not count.
  package func impression(of symbol: Symbol) -> Int {
    var hasher = Hasher()
    var last: RecordID?
    for claimant in claimants(of: symbol) {
      // The claims of a record stand side by side.
      hasher.combine(claimant.id == last)
      last = claimant.id
      hasher.combine(claimant.kind)
      hasher.combine(claimant.id.file)
      let (file, record) = (files[claimant.id.file], facts(of: claimant.id))
      hasher.combine(record.kind)
      hasher.combine(record.isPrivate)
      hasher.combine(record.handle == nil)
      hasher.combine(record.writtenHandle.map { file.names.bytes[file.names.range(of: $0)] })
      hasher.combine(file.texts[record.shownName.start..<record.shownName.end])
    }
    return hasher.finalize()
  }
}
