import NetModel
import NetSyntax

/// What a rename would change besides the handle; that is a fault of the rename, and the files are better left alone.
public enum RenameDifference: Error, Hashable, Sendable {
  /// The lines of a file would be other blocks, or hold other marks.
  case blocks(file: Int)
  /// A record would be another, or go by other names.
  case record(RecordID)
  /// A mention would mean somebody else, or no mention; its index in the file.
  case mention(file: Int, Int)

  /// The file that it would happen in.
  public var file: Int {
    switch self {
    case .blocks(let file), .mention(let file, _): file
    case .record(let id): id.file
    }
  }

  /// What would happen, to stand behind a colon.
  public var reason: String {
    switch self {
    case .blocks: "its lines would be read differently"
    case .record(let id): "record \(id.record + 1) would be read differently"
    case .mention(_, let mention): "mention \(mention + 1) would mean somebody else"
    }
  }
}

extension Rename {
  /// Makes the new version of each file, and proves that nothing but the handle is another in them: they are parsed
  /// again, and every block, mark and record, and what every mention means, is compared over the whole notebook.
  ///
  /// - Parameters:
  ///   - notebook: The notebook as it is.
  ///   - bytes: The bytes of each of its files.
  /// - Returns: The new bytes of each of ``files``.
  public func proved(in notebook: Notebook, _ bytes: [[UInt8]]) throws(RenameDifference) -> [[UInt8]] {
    var facts = notebook.files
    var texts: [[UInt8]] = []
    for renamed in files {
      let text = bytes[renamed.file]
      let old = parse(text.span, reusing: Tree())
      let new = ParsedFile(text.applying(renamed.edits))
      guard haveSameBlocks(old, new.tree, addingField: renamed.file == record.file),
        marks(old, besides: []) == marks(new.tree, besides: renamed.insertedRanges)
      else { throw .blocks(file: renamed.file) }
      facts[renamed.file] = new.facts
      texts.append(new.bytes)
    }
    let after = Notebook(facts)
    for renamed in files { try compareRecords(of: renamed.file, notebook, after) }
    for file in facts.indices { try compareMentions(of: file, notebook, after) }
    guard let new = after.symbol(of: request.new.key), after.record(of: new) == record,
      after.holders(of: new) == [record]
    else { throw .record(record) }
    return texts
  }

  private func compareRecords(of file: Int, _ old: Notebook, _ new: Notebook) throws(RenameDifference) {
    let (before, after) = (old.files[file], new.files[file])
    for index in 0..<max(before.records.count, after.records.count) {
      let id = RecordID(file: file, record: index)
      guard index < before.records.count, index < after.records.count else { throw .record(id) }
      let (one, other) = (before.records[index], after.records[index])
      guard one.kind == other.kind, one.isPrivate == other.isPrivate, one.date == other.date,
        one.hasWith == other.hasWith, old.nameText(of: id) == new.nameText(of: id),
        names(of: id, old, isAfter: false) == names(of: id, new, isAfter: true)
      else { throw .record(id) }
    }
  }

  /// The names that a record goes by, those left out that the rename is about.
  private func names(of id: RecordID, _ notebook: Notebook, isAfter: Bool) -> Set<String> {
    let claims = notebook.claims(of: id)
    let names = Set(claims.map { notebook.text(of: notebook.symbol(ofName: $0.name, in: id.file)) })
    if id != record { return names }
    return names.subtracting([request.old.key, request.new.key])
  }

  private func compareMentions(of file: Int, _ old: Notebook, _ new: Notebook) throws(RenameDifference) {
    let (before, after) = (old.files[file].mentions, new.files[file].mentions)
    for index in 0..<max(before.count, after.count) {
      guard index < before.count, index < after.count else { throw .mention(file: file, index) }
      let (one, other) = (before[index], after[index])
      let (symbol, otherSymbol) = (old.symbol(ofName: one.name, in: file), new.symbol(ofName: other.name, in: file))
      let renames = old.text(of: symbol) == request.old.key
      guard one.role == other.role, one.record == other.record,
        old.resolution(of: symbol) == new.resolution(of: otherSymbol),
        new.text(of: otherSymbol) == (renames ? request.new.key : old.text(of: symbol))
      else { throw .mention(file: file, index) }
    }
  }
}

/// Whether two files have the same blocks in the same order, but for one field more where one may have been added.
private func haveSameBlocks(_ old: borrowing Tree, _ new: borrowing Tree, addingField: Bool) -> Bool {
  var isAdded = !addingField || new.nodeCount == old.nodeCount
  var node = 0
  for other in 0..<new.nodeCount {
    if node < old.nodeCount, old.kind(ofNode: node) == new.kind(ofNode: other) {
      node += 1
    } else if !isAdded, new.kind(ofNode: other) == .field {
      isAdded = true
    } else {
      return false
    }
  }
  return isAdded && node == old.nodeCount
}

/// What the tokens of a file are, in order: all that is no plain text, save for some that have been added.
private func marks(_ tree: borrowing Tree, besides added: [ByteRange]) -> [TokenKind] {
  var marks: [TokenKind] = []
  for token in 0..<tree.tokenCount {
    let kind = tree.kind(ofToken: token)
    let start = tree.start(ofToken: token)
    if kind == .text || kind == .space || kind == .lineEnd || added.contains(where: { $0.contains(start) }) { continue }
    marks.append(kind)
  }
  return marks
}

extension RenamedFile {
  /// Where text stands in the new version that is in the place of none.
  fileprivate var insertedRanges: [ByteRange] { zip(edits, edits.newRanges).compactMap { $0.range.isEmpty ? $1 : nil } }
}
