import NetSyntax

/// A date in the life of a person, group or organisation that others can be held against.
public struct LifeDate: Sendable {
  /// What it is the date of.
  public enum Kind: UInt8, Sendable {
    case birthday, died, met
    /// A dated item on the record that is no task and has no head with people: a contact with the record's own. It is
    /// kept only where the record has one of the first two.
    case contact

    /// What the values of a key are.
    @inline(__always)
    init?(_ key: FieldKey) {
      switch key {
      case .birthday: self = .birthday
      case .died: self = .died
      case .met: self = .met
      case .kind, .aka, .pronouns, .role, .org, .place, .email, .phone, .url, .address, .anniversary, .via, .knows,
        .members, .cadence, .language, .with, .time, .tz, .status, .tags:
        return nil
      }
    }
  }

  /// The record's index in ``FileFacts/records``.
  public var record: Int
  /// What it is the date of.
  public var kind: Kind
  /// The date, which is valid.
  public var date: DateExpression
  /// Where it stands.
  public var range: ByteRange
}

extension FactsBuilder {
  /// Reads the first `birthday:`, `died:` or `met:` of a record, if it begins with a date.
  mutating func readLifeDate(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ value: Range<Int>, _ kind: LifeDate.Kind, index: Int
  ) {
    guard let line = tree.onlyTextLine(in: value), !line.isEmpty, bytes[line.start] < 0x3A,
      !lifeDates.reversed().prefix(while: { $0.record == index }).contains(where: { $0.kind == kind })
    else { return }
    let text = bytes.extracting(line.start..<line.end)
    let scan = scanDate(text, from: 0, behind: kind == .met ? .blankOrPunctuation : .end)
    guard case .valid(let date) = scan.reading, date.start.year != nil, kind == .met || !date.isInterval else {
      return
    }
    lifeDates.append(
      LifeDate(record: index, kind: kind, date: date, range: ByteRange(line.start, line.start + scan.length)))
  }

  /// Reads the dated items of a record's notes, if it is known when its person was born or died.
  mutating func readContacts(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ notes: Range<Int>, index: Int) {
    let own = lifeDates.reversed().prefix { $0.record == index }
    guard own.contains(where: { $0.kind == .birthday || $0.kind == .died }) else { return }
    var node = notes.lowerBound
    while node < notes.upperBound {
      guard tree.kind(ofNode: node) == .item else {
        node += 1
        continue
      }
      let parts = tree.itemParts(ofNode: node)
      if let head = parts.head, tree.nextMention(from: head.lowerBound, to: head.upperBound) < head.upperBound {
        // It is about those in its head, and so are the items below it.
        node = tree.end(ofNode: node)
        continue
      }
      if parts.checkbox == nil, let token = parts.date, isContact(tree, bytes, parts.label) {
        let range = tree.range(ofToken: token)
        if let date = DateExpression(bytes.extracting(range.start..<range.end)) {
          lifeDates.append(LifeDate(record: index, kind: .contact, date: date, range: range))
        }
      }
      node += 1
    }
  }

  private func isContact(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ label: Int?) -> Bool {
    guard let range = label.map({ tree.range(ofToken: $0) }),
      let label = ItemLabel(bytes, in: range)
    else { return true }
    switch label {
    case .idea, .ask, .offer: return false
    case .story, .challenge, .gave, .got, .intro, .thanks: return true
    }
  }
}
