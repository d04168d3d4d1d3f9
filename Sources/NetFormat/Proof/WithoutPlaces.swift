import NetModel
import NetSyntax

/// Records without where they stand, which is all that formatting changes of them.
extension Record {
  package var withoutPlaces: Record {
    switch self {
    case .person(var person):
      person.base = person.base.withoutPlaces
      return .person(person)
    case .group(var group):
      group.base = group.base.withoutPlaces
      return .group(group)
    case .page(var page):
      page.base = page.base.withoutPlaces
      return .page(page)
    case .meeting(var meeting):
      meeting.base = meeting.base.withoutPlaces
      return .meeting(meeting)
    }
  }
}

extension RecordBase {
  fileprivate var withoutPlaces: RecordBase {
    var base = self
    base.source.line = 0
    base.notes = notes.withoutPlaces
    return base
  }
}

extension [Note] {
  package var withoutPlaces: [Note] {
    map { note in
      switch note {
      case .item(let item): .item(item.withoutPlaces)
      case .paragraph, .quote, .section, .code: note
      }
    }
  }
}

extension Item {
  /// Calls itself for the items below, at most 32 deep.
  fileprivate var withoutPlaces: Item {
    var item = self
    item.range = ByteRange(0, 0)
    item.items = items.map(\.withoutPlaces)
    return item
  }
}
