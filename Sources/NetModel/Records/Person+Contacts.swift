/// A contact apart from meetings: a call, a letter, a word at the gate.
public struct PersonalContact: Sendable, Hashable {
  /// The day.
  public var date: CalendarDate
  /// The handles of whom it was with.
  public var people: [String]
  /// What the notes say of it.
  public var text: String
}

extension Person {
  /// The contacts that the person's own record tells of, in its order: dated items that are no idea, ask or offer, and no
  /// open or dropped task.
  public var contacts: [PersonalContact] {
    var contacts: [PersonalContact] = []
    for case .item(let item) in base.notes { addContacts(of: item, to: &contacts) }
    return contacts
  }

  /// Calls itself for the items below, at most 32 deep.
  private func addContacts(of item: Item, to contacts: inout [PersonalContact]) {
    if item.isContact, let date = item.date {
      let people = item.task == nil ? item.people : handle.map { [$0] } ?? []
      contacts.append(PersonalContact(date: date, people: people, text: item.content.text))
    }
    for child in item.items { addContacts(of: child, to: &contacts) }
  }
}
