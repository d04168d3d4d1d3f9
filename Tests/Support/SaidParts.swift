import NetFormat
import NetModel
import NetSyntax

/// What the preamble or a record says, in parts that can be compared.
struct SaidParts {
  /// The record without where it stands; nil for a preamble.
  var record: Record?
  var notes: [Note]

  /// Of each file: what its preamble says, and each record.
  static func all(of files: [CheckedNotebook.File]) -> [[SaidParts]] {
    let notebook = Notebook(files.map { ParsedFile($0.bytes).facts })
    return files.enumerated().map { number, file in
      let parsed = ParsedFile(file.bytes)
      var reader = RecordReader(notebook, file: number, path: "", of: parsed, includesPrivate: true)
      let preamble = SaidParts(record: nil, notes: reader.preamble(of: parsed)?.notes.withoutPlaces ?? [])
      return [preamble]
        + parsed.facts.records.indices.map { index in
          let record = reader.record(index, of: parsed)?.withoutPlaces
          return SaidParts(record: record, notes: record?.base.notes ?? [])
        }
    }
  }

  /// The record's heading and fields, by the names of their properties.
  var properties: [String: String] {
    var properties: [String: String] = [:]
    func add(_ value: Any) {
      for child in Mirror(reflecting: value).children {
        switch child.label {
        case "details", "base": add(child.value)
        case "notes", "source": break
        case "fields":
          for field in record?.base.fields ?? [] { properties["fields." + field.key] = "\(field.values)" }
        case let name?: properties[name] = String(describing: child.value)
        case nil: break
        }
      }
    }
    switch record {
    case .person(let person): add(person)
    case .group(let group): add(group)
    case .page(let page): add(page)
    case .meeting(let meeting): add(meeting)
    case nil: break
    }
    return properties
  }
}

extension [Note] {
  /// The notes without what they have of the record that they stand in: its people, and that it is private.
  var withoutContext: [Note] {
    map { note in
      switch note {
      case .item(let item): return .item(item.withoutContext)
      case .paragraph(var text):
        text.isPrivate = false
        return .paragraph(text)
      case .quote(var text):
        text.isPrivate = false
        return .quote(text)
      case .section(var text, let level):
        text.isPrivate = false
        return .section(text, level: level)
      case .code(var code):
        code.isPrivate = false
        return .code(code)
      }
    }
  }
}

extension Item {
  fileprivate var withoutContext: Item {
    var item = self
    if !hasPeopleInHead { item.people = [] }
    item.introducers = []
    item.isPrivate = false
    item.items = items.map(\.withoutContext)
    return item
  }
}

/// Where something stands in a record.
enum SaidPlace: Hashable {
  case heading
  case field(String, FieldKey?)
  case note

  /// The place of an offset.
  init(_ offset: Int, in file: borrowing ParsedFile) {
    self = .note
    for node in 0..<file.tree.nodeCount {
      let range = file.tree.range(ofNode: node)
      guard range.start <= offset, offset < range.end else { continue }
      switch file.tree.kind(ofNode: node) {
      case .heading, .meetingHeading: self = .heading
      case .field:
        let key = file.tree.range(ofToken: file.tree.fieldParts(ofNode: node).key)
        let bytes = file.bytes.span.extracting(key.start..<key.end)
        self = .field(String(decoding: file.bytes[key.start..<key.end], as: UTF8.self).lowercased(), FieldKey(bytes))
      case .file, .preamble, .record, .section, .paragraph, .quote, .fence, .separator, .list, .item, .comment,
        .foreign:
        break
      }
    }
  }

  /// The properties of a record that are read there, beside its notes.
  var properties: Set<String> {
    switch self {
    case .heading: ["handle", "name", "title", "date", "time", "tags", "isPrivate", "participants"]
    case .note: []
    case .field(let key, let known): Set(known.map(names) ?? []).union(["fields." + key])
    }
  }

  private func names(of key: FieldKey) -> [String] {
    switch key {
    case .aka: ["aka", "akaHandles"]
    case .email, .phone, .url: [key.name + "s"]
    case .address: ["addresses"]
    case .language: ["languages"]
    case .with: ["participants", "isPrivate"]
    case .tz: ["timeZone"]
    case .tags: ["tags", "isPrivate"]
    case .kind, .pronouns, .role, .org, .place, .birthday, .anniversary, .died, .met, .via, .knows, .members, .cadence,
      .time, .status:
      [key.name]
    }
  }

  /// Whether items that name nobody are about those who stand there.
  var isContext: Bool {
    switch self {
    case .heading, .field(_, .with): true
    case .note, .field: false
    }
  }
}
