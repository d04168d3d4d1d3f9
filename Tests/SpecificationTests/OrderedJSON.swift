import NetJSON

/// A JSON value that is compared with the order of its keys.
indirect enum OrderedJSON: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([OrderedJSON])
  case object([(key: String, value: OrderedJSON)])

  init(_ value: JSONValue) {
    switch value.kind {
    case .null: self = .null
    case .bool: self = .bool(value.bool ?? false)
    case .number: self = .number(value.numberText ?? "")
    case .string: self = .string(value.string ?? "")
    case .array: self = .array(value.elements.map(OrderedJSON.init))
    case .object: self = .object(value.members.map { ($0.name, OrderedJSON($0.value)) })
    }
  }

  static func == (left: OrderedJSON, right: OrderedJSON) -> Bool { left.canonical == right.canonical }

  /// The value on lines of their own, so that a difference can be seen.
  var canonical: String { text(indent: "") }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .number(let text): return text
    // Scalars are compared, not what they look like.
    case .string(let text): return text.unicodeScalars.map { $0.escaped(asASCII: false) }.joined()
    case .array(let values):
      return "[\n" + values.map { inner + $0.text(indent: inner) + "\n" }.joined() + indent + "]"
    case .object(let members):
      return "{\n" + members.map { inner + $0.key + ": " + $0.value.text(indent: inner) + "\n" }.joined() + indent
        + "}"
    }
  }

  /// The value without some keys, at any depth.
  func without(_ keys: Set<String>) -> OrderedJSON {
    switch self {
    case .null, .bool, .number, .string: self
    case .array(let values): .array(values.map { $0.without(keys) })
    case .object(let members):
      .object(members.filter { !keys.contains($0.key) }.map { ($0.key, $0.value.without(keys)) })
    }
  }

  func member(_ key: String) -> OrderedJSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  private func elements(_ key: String) -> [OrderedJSON] {
    guard case .array(let values)? = member(key) else { return [] }
    return values
  }

  private var line: Int {
    guard case .number(let text)? = member("source")?.member("line") else { return 0 }
    return Int(text) ?? 0
  }

  /// The record that stands last in the (only) file.
  var lastRecord: OrderedJSON? {
    ["people", "groups", "meetings", "pages"].flatMap(elements).max { $0.line < $1.line }
  }

  var lastPreamble: OrderedJSON? { elements("preamble").last }
}

extension JSONValue {
  var canonical: String { OrderedJSON(self).canonical }
}
