import NetModel
import NetSyntax

/// duplicate-person: two records that are perhaps of one person.
let duplicatePerson = Rule(
  "duplicate-person", "N213", .warning, page: PackageResources.duplicate_person_md,
  .notebook(reading: [.records, .contacts, .mentions]) { notebook, lookups, findings in
    var reported: Set<RecordID> = []
    for pair in pairsOfOneName(notebook, &lookups) where reported.insert(pair.later).inserted {
      report(
        "name", (pair.first, notebook.facts(of: pair.first).name),
        (pair.later, notebook.facts(of: pair.later).name),
        notebook, &findings)
    }
    for kind in [Contact.Kind.email, .phone] {
      for pair in pairsOfOneContact(kind, notebook) where reported.insert(pair.later.id).inserted {
        report(
          kind == .email ? "email" : "phone", (pair.first.id, pair.first.range),
          (pair.later.id, pair.later.range),
          notebook, &findings)
      }
    }
  })

private func report(
  _ what: String, _ first: (id: RecordID, range: ByteRange), _ later: (id: RecordID, range: ByteRange),
  _ notebook: Notebook, _ findings: inout Findings
) {
  let handle = notebook.shown(later.id)
  findings.report(
    later.range, "`\(handle)` has the same \(what) as `\(notebook.shown(first.id))`", in: later.id.file,
    help: "if they are one person, keep the first record, and write `aka: \(handle)` there",
    labels: [Label(file: first.id.file, range: first.range, message: "the first is here")])
}

private func pairsOfOneName(
  _ notebook: Notebook, _ lookups: inout Lookups
) -> [(first: RecordID, later: RecordID)] {
  var found: [(first: RecordID, later: RecordID)] = []
  for symbol in lookups.sharedNames(in: notebook) {
    let people = notebook.claimants(of: symbol).filter {
      $0.kind == .name && notebook.facts(of: $0.id).kind == .person
    }
    found += pairs(in: people.map(\.id)) { first, later in
      !notebook.facts(of: first).traits.differ(from: notebook.facts(of: later).traits)
        && !contactsDiffer(first, later, notebook) && !isSettled(first, later, notebook)
    }
  }
  return found
}

/// Whether both have an address of one kind, and none in common.
private func contactsDiffer(_ first: RecordID, _ later: RecordID, _ notebook: Notebook) -> Bool {
  let contacts = notebook.contacts(of: first)
  if contacts.isEmpty { return false }
  let others = notebook.contacts(of: later)
  if others.isEmpty { return false }
  for kind in [Contact.Kind.email, .phone, .url] {
    let hashes = Set(contacts.filter { $0.kind == kind }.map(\.hash))
    let otherHashes = others.filter { $0.kind == kind }.map(\.hash)
    if !hashes.isEmpty, !otherHashes.isEmpty, hashes.isDisjoint(with: otherHashes) { return true }
  }
  return false
}

private struct Address {
  var id: RecordID
  var hash: UInt64
  var range: ByteRange
}

private func pairsOfOneContact(_ kind: Contact.Kind, _ notebook: Notebook) -> [(
  first: Address, later: Address
)] {
  var addresses: [Address] = []
  for (file, facts) in notebook.files.enumerated() {
    for contact in facts.contacts where contact.kind == kind {
      addresses.append(
        Address(id: RecordID(file: file, record: contact.record), hash: contact.hash, range: contact.range))
    }
  }
  return placesOfEqual(addresses.map(\.hash)).flatMap { group in
    let named = group.map { (address: addresses[$0], names: words(ofNames: addresses[$0].id, notebook)) }
    return pairs(in: named) { first, later in
      let (id, laterID) = (first.address.id, later.address.id)
      return id != laterID && agree(first.names, later.names) && !isSettled(id, laterID, notebook)
    }.map { (first: $0.first.address, later: $0.later.address) }
  }
}

/// Whether the words of some name of one all stand in some name of the other.
private func agree(_ names: [Set<Substring>], _ others: [Set<Substring>]) -> Bool {
  others.contains { other in names.contains { $0.isSubset(of: other) || other.isSubset(of: $0) } }
}

/// The words of each name of a record, titles and initials left out.
private func words(ofNames id: RecordID, _ notebook: Notebook) -> [Set<Substring>] {
  let names = notebook.claims(of: id).filter { $0.kind == .name || $0.kind == .aka }
  return names.map { name in
    Set(
      notebook.files[id.file].name(name.name).split(separator: "-").filter {
        !titles.contains($0) && ($0.unicodeScalars.count > 1 || !$0.utf8.allSatisfy { $0 < 0x80 })
      })
  }.filter { !$0.isEmpty }
}

private let titles: Set<Substring> = [
  "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "aunt", "auntie", "uncle",
]

/// Whether the two are certainly two, or another rule speaks about them.
private func isSettled(_ first: RecordID, _ later: RecordID, _ notebook: Notebook) -> Bool {
  mentions(first, later, notebook) || mentions(later, first, notebook)
    || goesByHandle(first, of: later, notebook)
    || goesByHandle(later, of: first, notebook)
}

private func mentions(_ id: RecordID, _ other: RecordID, _ notebook: Notebook) -> Bool {
  let facts = notebook.files[id.file]
  return facts.mentions[facts.records[id.record].mentions].contains {
    notebook.record(of: $0, in: id.file) == other
  }
}

/// Whether a record has the handle of another too, or is called by the one in the other's heading.
private func goesByHandle(_ id: RecordID, of other: RecordID, _ notebook: Notebook) -> Bool {
  let record = notebook.facts(of: other)
  guard let name = record.handleName else { return false }
  let symbol = notebook.symbol(ofName: name, in: other.file)
  let isDerived = notebook.facts(of: id).handle == nil
  return notebook.claims(of: id).contains {
    guard notebook.symbol(ofName: $0.name, in: id.file) == symbol else { return false }
    return record.handle != nil || $0.kind == .handle || ($0.kind == .name && isDerived)
  }
}

extension Notebook {
  /// The addresses of a record.
  fileprivate func contacts(of id: RecordID) -> ArraySlice<Contact> {
    let contacts = files[id.file].contacts
    let first = contacts.partitioned { $0.record < id.record }
    return contacts[first..<contacts.partitioned { $0.record <= id.record }]
  }
}
