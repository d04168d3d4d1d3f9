import NetModel

/// Somebody whom notes speak of: a record, or a handle that no one record answers to.
enum Somebody: Hashable {
  case record(RecordID)
  case handle(Notebook.Symbol)
}

extension Notebook {
  /// Who a name of a file is.
  func somebody(_ name: Int, in file: Int) -> Somebody {
    let symbol = symbol(ofName: name, in: file)
    if let id = record(of: symbol) { return .record(id) }
    return .handle(symbol)
  }

  /// The handle of somebody, with its `@`.
  func mention(of somebody: Somebody) -> String {
    switch somebody {
    case .record(let id): "@" + (handle(of: id) ?? "")
    case .handle(let symbol): "@" + text(of: symbol)
    }
  }

  /// Those who were at a meeting and are mentioned, each once, and whether others are named.
  func participants(of id: RecordID) -> (people: [Somebody], hasNames: Bool) {
    let facts = files[id.file]
    let record = facts.records[id.record]
    let role: MentionFact.Role = record.hasWith ? .with : .title
    var people: [Somebody] = []
    var seen: Set<Somebody> = []
    for mention in facts.mentions[record.mentions] where mention.role == role {
      let somebody = somebody(mention.name, in: id.file)
      let isMe = text(of: symbol(ofName: mention.name, in: id.file)) == "me"
      if !isMe, seen.insert(somebody).inserted { people.append(somebody) }
    }
    return (people, record.hasWith && facts.entries[record.entries].contains { $0.role == .with })
  }
}
