extension Notebook {
  /// Whether a name is that of a record marked private; of several records that go by it, if one of them is.
  public func isPrivate(_ symbol: Symbol) -> Bool {
    isCrowd(symbol) ? privateCrowds.contains(symbol) : holdsPrivate(symbol)
  }

  /// Whether so many go by a name that they are not to be asked for each of its mentions.
  func isCrowd(_ symbol: Symbol) -> Bool { claimantTable.count(of: symbol) > 8 }

  func holdsPrivate(_ symbol: Symbol) -> Bool { claimants(of: symbol).contains { facts(of: $0.id).isPrivate } }

  /// Whether a record is private: by its mark, or because its heading or its participants mention one that is.
  public func isPrivate(_ id: RecordID) -> Bool {
    let file = files[id.file]
    let record = file.records[id.record]
    if record.isPrivate { return true }
    for mention in file.mentions[record.mentions] {
      switch mention.role {
      case .title, .with: if isPrivate(symbol(ofName: mention.name, in: id.file)) { return true }
      case .via, .knows, .members, .text: break
      }
    }
    guard record.kind == .meeting, record.hasWith else { return false }
    return file.entries[record.entries].contains {
      $0.role == .with && isPrivate(symbol(ofName: $0.name, in: id.file))
    }
  }
}
