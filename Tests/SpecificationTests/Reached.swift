import NetLint
import NetModel
import NetSyntax
import Support

/// What some texts reach of the notation, by name, so that what they miss can be named too.
struct Reached {
  private(set) var names: Set<String> = []

  /// All that can be reached but rules.
  static let all: Set<String> = {
    var all = Set(NodeKind.allCases.map { "node \($0)" } + TokenKind.allCases.map { "token \($0)" })
    all.formUnion(Fault.Kind.allCases.filter { $0 != .tooLarge }.map { "fault \($0)" })
    all.formUnion(ItemLabel.allCases.map { "label \($0)" } + ["a word that is no label"])
    all.formUnion(TaskState.allCases.map { "task \($0)" })
    for kind in RecordKind.allCases {
      all.insert("record \(kind)")
      all.insert("own key on \(kind)")
      for key in FieldKey.keys(of: kind) { all.insert("\(key) on \(kind)") }
    }
    for key in FieldKey.allCases { all.formUnion(["empty \(key)", "repeated \(key)", "\(key) over several lines"]) }
    all.formUnion(Construct.all.map(\.name))
    return all
  }()

  /// Adds what a file reaches.
  mutating func add(_ bytes: [UInt8]) {
    let file = ParsedFile(bytes)
    for token in 0..<file.tree.tokenCount { names.insert("token \(file.tree.kind(ofToken: token))") }
    for fault in file.tree.faults { names.insert("fault \(fault.kind)") }
    for node in 0..<file.tree.nodeCount {
      names.insert("node \(file.tree.kind(ofNode: node))")
      if file.tree.kind(ofNode: node) == .item { addItem(node, file) }
    }
    for record in file.facts.records { addRecord(record, file) }
    let text = shown(bytes)
    for construct in Construct.all where !names.contains(construct.name) && construct.isIn(text) {
      names.insert(construct.name)
    }
  }

  private mutating func addItem(_ node: Int, _ file: borrowing ParsedFile) {
    let parts = file.tree.itemParts(ofNode: node)
    if let checkbox = parts.checkbox,
      let state = TaskState(mark: file.bytes[file.tree.start(ofToken: checkbox) + 1])
    {
      names.insert("task \(state)")
    }
    if let label = parts.label {
      let range = file.tree.range(ofToken: label)
      let known = ItemLabel(file.bytes.span.extracting(range.start..<range.end))
      names.insert(known.map { "label \($0)" } ?? "a word that is no label")
    }
  }

  private mutating func addRecord(_ record: RecordFacts, _ file: borrowing ParsedFile) {
    names.insert("record \(record.kind)")
    var seen: Set<FieldKey> = []
    for node in record.node + 1..<file.tree.end(ofNode: record.node) where file.tree.kind(ofNode: node) == .field {
      let parts = file.tree.fieldParts(ofNode: node)
      let range = file.tree.range(ofToken: parts.key)
      guard let key = FieldKey(file.bytes.span.extracting(range.start..<range.end)), key.isKnown(on: record.kind) else {
        names.insert("own key on \(record.kind)")
        continue
      }
      names.insert("\(key) on \(record.kind)")
      if !seen.insert(key).inserted { names.insert("repeated \(key)") }
      if FieldValue(parts.value, of: file.tree, bytes: file.bytes.span).isEmpty { names.insert("empty \(key)") }
      if file.tree.onlyTextLine(in: parts.value) == nil { names.insert("\(key) over several lines") }
    }
  }
}
