import NetModel
import NetSyntax

extension SpacedKey {
  /// The field with a known key that the words stand for, if the value could be its.
  func knownField(_ bytes: Span<UInt8>, on kind: RecordKind) -> String? {
    let written = bytes.extracting(value.start..<value.end)
    guard let key = knownKey(on: kind), couldBeValue(written, of: key.key, on: kind) else { return nil }
    let label = key.label.flatMap { splitLabel(written).label == nil ? " (\($0))" : nil } ?? ""
    return "\(key.key.name): \(text(bytes, value))\(label)"
  }

  /// The field with a key of the writer's own.
  func ownField(_ bytes: Span<UInt8>) -> String {
    let key = text(bytes, range).lowercased().split(separator: " ").joined(separator: "-")
    return "\(key): \(text(bytes, value))"
  }
}
