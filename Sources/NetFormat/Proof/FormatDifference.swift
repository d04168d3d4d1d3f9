import NetModel
import NetSyntax

/// What two texts that should say the same do not have in common.
public enum FormatDifference: Error, Sendable, Hashable {
  /// A record or the preamble is read differently: its place among the records from 0, or nil for the preamble.
  case model(record: Int?)
  /// The comments are others, or stand in other records.
  case comments
  /// The parser notices other things.
  case faults
  /// Letters or digits came, went, or changed places.
  case letters
  /// The text still is not canonical.
  case unsettled

  /// The difference in a few words, to stand behind a colon.
  public var reason: String {
    switch self {
    case .model(nil): "the notes before the first record would be read differently"
    case .model(let record?): "record \(record + 1) would be read differently"
    case .comments: "a comment would be lost or moved"
    case .faults: "something that is reported would change"
    case .letters: "letters or digits would be lost or moved"
    case .unsettled: "formatting it again would change it again"
    }
  }
}

/// Finds out whether two texts say the same: the proof that is made before a file is replaced.
///
/// No code here is the formatter's; what both rest on is how notes are read. Both texts are parsed and read into
/// records as for JSON, private things included; records, comments, what the parser noticed, and all letters in their
/// order are compared.
///
/// - Returns: The first difference, or nil if there is none.
public func difference(between old: [UInt8], and new: [UInt8]) -> FormatDifference? {
  if !haveSameLetters(old.span, new.span) { return .letters }
  let old = ParsedFile(old)
  let new = ParsedFile(new)
  if remarks(old) != remarks(new) { return .faults }
  if comments(old) != comments(new) { return .comments }
  return recordDifference(old, new)
}

private func recordDifference(_ old: borrowing ParsedFile, _ new: borrowing ParsedFile) -> FormatDifference? {
  var oldReader = RecordReader(Notebook([old.facts]), file: 0, path: "", of: old, includesPrivate: true)
  var newReader = RecordReader(Notebook([new.facts]), file: 0, path: "", of: new, includesPrivate: true)
  if oldReader.preamble(of: old)?.notes.withoutPlaces != newReader.preamble(of: new)?.notes.withoutPlaces {
    return .model(record: nil)
  }
  let count = old.facts.records.count
  if new.facts.records.count != count { return .model(record: min(count, new.facts.records.count)) }
  for index in 0..<count {
    let before = oldReader.record(index, of: old)
    let after = newReader.record(index, of: new)
    if before?.withoutPlaces != after?.withoutPlaces { return .model(record: index) }
  }
  return nil
}

/// Something that stands in a record: its place among the records from 1, 0 for the preamble, and what it is.
private struct Placed<Thing: Hashable>: Hashable {
  var record: Int
  var thing: Thing
}

/// Each comment's text with the record it stands in.
private func comments(_ file: borrowing ParsedFile) -> [Placed<[UInt8]>] {
  var record = 0
  var comments: [Placed<[UInt8]>] = []
  for node in 0..<file.tree.nodeCount {
    let kind = file.tree.kind(ofNode: node)
    if kind == .record { record += 1 }
    guard kind == .comment,
      let token = file.tree.tokens(ofNode: node).first(where: { file.tree.kind(ofToken: $0) == .comment })
    else { continue }
    let range = file.tree.range(ofToken: token)
    comments.append(Placed(record: record, thing: Array(file.bytes[range.start..<range.end])))
  }
  return comments
}

/// What the parser noticed in each record. A byte-order mark inside the file is taken away, and no longer noticed.
private func remarks(_ file: borrowing ParsedFile) -> [Placed<Fault.Kind>] {
  let starts = file.facts.records.map(\.heading.start)
  var record = 0
  return file.tree.faults.filter { $0.kind != .misplacedByteOrderMark }.map { fault in
    let offset = file.tree.start(ofToken: fault.token)
    while record < starts.count, starts[record] <= offset { record += 1 }
    return Placed(record: record, thing: fault.kind)
  }
}
