import KithFiles
import NetLint
import NetModel
import NetSyntax

extension Notebook {
  /// Where a record stands: from the start of its heading to the end of its last line that is not blank.
  ///
  /// Comments directly above the next heading belong to that one.
  func recordRange(_ id: RecordID, in bytes: [UInt8]) -> ByteRange {
    let records = files[id.file].records
    let start = lineStart(bytes, records[id.record].heading.start)
    guard id.record + 1 < records.count else { return ByteRange(start, textEnd(bytes, start, bytes.count)) }
    var end = lineStart(bytes, records[id.record + 1].heading.start)
    while end > start {
      let above = lineStart(bytes, end - 1)
      guard bytes[above..<end].starts(with: "//".utf8) else { break }
      end = above
    }
    return ByteRange(start, textEnd(bytes, start, end))
  }

  /// What a record is called in a list: its name, and of meetings and pages the whole heading.
  func title(of id: RecordID, in bytes: [UInt8]) -> String {
    let name = visible(nameText(of: id))
    if !name.isEmpty { return name }
    let range = headingLine(id, in: bytes)
    let text = bytes[range.start..<range.end].drop { $0 == UInt8(ascii: "#") || $0 == Ascii.space || $0 == Ascii.tab }
    return text.isEmpty ? "#" : visible(String(decoding: text, as: UTF8.self))
  }

  /// What of a record is selected where one goes to it: its handle or name, or else the heading, so that it is always part
  /// of ``recordRange(_:in:)``.
  func selection(of id: RecordID, in bytes: [UInt8]) -> ByteRange {
    let place = placeOfHandle(id)
    return place.isEmpty ? headingLine(id, in: bytes) : place
  }

  /// The line of a record's heading, its mark included.
  func headingLine(_ id: RecordID, in bytes: [UInt8]) -> ByteRange {
    let heading = facts(of: id).heading
    let start = lineStart(bytes, heading.start)
    let end = bytes[heading.end...].firstIndex(of: Ascii.lineFeed) ?? bytes.count
    return ByteRange(start, textEnd(bytes, start, end))
  }
}

/// The end of some bytes without the blanks and blank lines at it.
func textEnd(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
  var end = end
  while end > start {
    switch bytes[end - 1] {
    case Ascii.lineFeed, Ascii.carriageReturn, Ascii.space, Ascii.tab: end -= 1
    default: return end
    }
  }
  return end
}

extension RecordKind {
  /// The protocol's `SymbolKind`, chosen by how editors draw it: Object, Module, Package, File and Event.
  var symbolKind: Int {
    switch self {
    case .person: 19
    case .group: 2
    case .org: 4
    case .page: 1
    case .meeting: 24
    }
  }
}

extension OpenFile {
  /// The value of a record's first field with a key.
  func value(of key: FieldKey, in record: Int) -> FieldValue? {
    let facts = facts.records[record]
    guard facts.hasFields, key.isKnown(on: facts.kind) else { return nil }
    return fields(of: record).first { self.key(ofField: $0) == key }.map {
      FieldValue(parsed.tree.fieldParts(ofNode: $0).value, of: parsed.tree, bytes: bytes.span)
    }
  }

  /// The nodes of a record's fields.
  func fields(of record: Int) -> [Int] {
    let facts = facts.records[record]
    var fields: [Int] = []
    var node = parsed.tree.end(ofNode: parsed.tree.heading(ofRecord: facts.node))
    while node < facts.notes.lowerBound {
      if parsed.tree.kind(ofNode: node) == .field { fields.append(node) }
      node = parsed.tree.end(ofNode: node)
    }
    return fields
  }

  /// The known key of a field.
  func key(ofField node: Int) -> FieldKey? {
    let range = parsed.tree.range(ofToken: parsed.tree.fieldParts(ofNode: node).key)
    return FieldKey(bytes.span, in: range)
  }
}
