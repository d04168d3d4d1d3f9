import NetModel
import NetSyntax

/// What gives a record another handle in a whole notebook: edits of its files, and what is better looked at by a person.
///
/// Mentions are replaced where they are the old handle; those of the record by another of its names stay. Nothing in it
/// reads or writes files.
public struct Rename: Sendable {
  /// What was asked for.
  public let request: RenameRequest
  /// The record.
  public let record: RecordID
  /// The files that change: the one that holds the record first, so that whichever of them come to be written, every
  /// mention still means the same as long as the old handle is kept; then the others in their order.
  public private(set) var files: [RenamedFile] = []
  /// Where the old handle stands and is no mention: in comments, in code, in labels.
  public let leftovers: [Label]
  /// Who else goes by the old handle, so that the record cannot keep it.
  public private(set) var rival: Label?

  /// Finds out what changes.
  ///
  /// - Parameters:
  ///   - request: Which handle is to become which.
  ///   - notebook: The notebook.
  ///   - bytes: The bytes of each of its files, valid UTF-8.
  /// - Throws: Why the record cannot have the new handle.
  public init(_ request: RenameRequest, in notebook: Notebook, bytes: [[UInt8]]) throws(RenameRefusal) {
    self.request = request
    record = try recordToRename(request, in: notebook)
    leftovers = NetLint.leftovers(of: request.old, in: notebook, bytes)
    guard let old = notebook.symbol(of: request.old.key) else { return }
    let others = notebook.files.indices.filter { $0 != record.file }
    for file in [record.file] + others {
      var renamed = RenamedFile(file: file)
      renamed.replaceMentions(of: old, in: notebook, bytes[file], by: request.mention)
      if file == record.file { addHeader(to: &renamed, old, notebook, bytes[file]) }
      renamed.edits.sort { $0.range < $1.range }
      if !renamed.edits.isEmpty { files.append(renamed) }
    }
    let places = files.flatMap { $0.editsBeforeTags(bytes[$0.file]) }
    if !places.isEmpty { throw .touchesTag(request.old, Array(places.prefix(RenameRefusal.mostPlaces))) }
  }

  /// The handle in the heading, and the old one below it.
  private mutating func addHeader(
    to renamed: inout RenamedFile, _ old: Notebook.Symbol, _ notebook: Notebook, _ bytes: [UInt8]
  ) {
    guard notebook.holders(of: old) == [record] else { return }
    let facts = notebook.facts(of: record)
    if let handle = facts.handle {
      guard !bytes[handle.start..<handle.end].elementsEqual(request.mention.utf8) else { return }
      renamed.edits.append(TextEdit(range: handle, replacement: request.mention))
    } else {
      let place = ByteRange(facts.name.end, facts.name.end)
      renamed.edits.append(TextEdit(range: place, replacement: " " + request.mention))
    }
    renamed.changesHandle = true
    guard request.keepsOld, request.old != request.new, let handle = facts.handle else { return }
    let claimants = notebook.claimants(of: old)
    rival = claimants.first { $0.id != record }.map {
      Label(file: $0.id.file, range: notebook.place(of: $0), message: "somebody else goes by it here")
    }
    // Whoever still goes by it by another name, or a name that others share, needs no further one.
    guard rival == nil, !claimants.contains(where: { $0.kind != .handle }) else { return }
    let kept = written(bytes.span.extracting(handle.start + 1..<handle.end))
    let earlier = notebook.claims(of: record).first {
      $0.kind == .akaHandle && notebook.symbol(ofName: $0.name, in: record.file) == notebook.symbol(of: request.new.key)
    }
    if let earlier {
      renamed.edits.append(TextEdit(range: earlier.range, replacement: kept))
    } else {
      renamed.edits += akaEdits(adding: kept, to: facts, in: ParsedFile(bytes))
    }
  }
}

/// What a rename changes in one file.
public struct RenamedFile: Hashable, Sendable {
  /// The file's number in the notebook.
  public let file: Int
  /// The edits, in order and without overlap.
  public internal(set) var edits: [TextEdit] = []
  /// How many mentions they replace.
  public private(set) var mentions = 0
  /// Whether the record's own handle is among what they change.
  public internal(set) var changesHandle = false

  init(file: Int) { self.file = file }

  /// Puts another mention in the place of each that is a name.
  fileprivate mutating func replaceMentions(
    of symbol: Notebook.Symbol, in notebook: Notebook, _ bytes: [UInt8], by text: String
  ) {
    for mention in notebook.files[file].mentions where notebook.symbol(ofName: mention.name, in: file) == symbol {
      let range = mention.range
      if bytes[range.start..<range.end].elementsEqual(text.utf8) { continue }
      edits.append(TextEdit(range: range, replacement: text))
      mentions += 1
    }
  }

  /// Where a `#` behind a handle opens a tag in the one version and none in the other: it does behind `@小林`, and does
  /// not behind an ASCII letter or digit.
  fileprivate func editsBeforeTags(_ bytes: [UInt8]) -> [Label] {
    edits.filter { edit in
      guard edit.range.end < bytes.count, bytes[edit.range.end] == UInt8(ascii: "#"), !edit.range.isEmpty,
        let last = edit.replacement.utf8.last
      else { return false }
      return (bytes[edit.range.end - 1] < 0x80) != (last < 0x80)
    }.map { Label(file: file, range: ByteRange($0.range.start, $0.range.end + 1), message: "the `#` touches it") }
  }
}
