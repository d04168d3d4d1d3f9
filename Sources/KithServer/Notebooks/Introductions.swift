import NetLint
import NetModel
import NetSyntax

/// Somebody whom the writer, or somebody else, came to know through a person: what `via:` and `intro` items say.
struct Introduction {
  /// Who introduced.
  var introducer: RecordID
  /// Who was introduced.
  var introduced: RecordID
  /// The file that says so.
  var file: Int
  /// The entry of `via:`, or the line of the item.
  var range: ByteRange
}

extension Server {
  /// The introductions by a record, and those of it, in the order of files; private ones too.
  func introductions(of id: RecordID, in number: Int) -> [Introduction] {
    let notebook = workspace.notebooks[number].linted.notebook
    var found: [Introduction] = []
    for file in notebook.files.indices {
      found += viaEntries(about: id, in: file, of: notebook)
      let records = notebook.recordsWithItems(about: id, in: file)
      if records.isEmpty { continue }
      let open = self.file(Workspace.Place(notebook: number, file: file))
      var reader = RecordReader(notebook, file: file, path: "", of: open.parsed, includesPrivate: true)
      for record in records {
        for note in reader.record(record, of: open.parsed)?.base.notes ?? [] {
          guard case .item(let item) = note else { continue }
          add(introductionsIn: item, about: id, in: open, to: &found)
        }
      }
    }
    return found
  }

  private func viaEntries(about id: RecordID, in file: Int, of notebook: Notebook) -> [Introduction] {
    let facts = notebook.files[file]
    let mentions = facts.mentions.lazy.filter { $0.role == .via }.map { ($0.record, $0.name, $0.range) }
    let entries = facts.entries.lazy.filter { $0.role == .via }.map { ($0.record, $0.name, $0.range) }
    var found: [Introduction] = []
    for (record, name, range) in Array(mentions) + Array(entries) {
      guard let record, let introducer = notebook.record(of: notebook.symbol(ofName: name, in: file)) else { continue }
      let introduced = RecordID(file: file, record: record)
      guard introducer != introduced, introducer == id || introduced == id else { continue }
      found.append(Introduction(introducer: introducer, introduced: introduced, file: file, range: range))
    }
    return found
  }

  /// Calls itself for the items below, at most 32 deep.
  private func add(
    introductionsIn item: Item, about id: RecordID, in file: borrowing OpenFile, to found: inout [Introduction]
  ) {
    if item.label == .intro, let handle = file.notebook.handle(of: id), file.notebook.record(ofHandle: handle) == id {
      let start =
        file.bytes[item.range.start...].firstIndex { $0 != Ascii.space && $0 != Ascii.tab } ?? item.range.start
      let range = ByteRange(start, max(start, file.line(at: start).end))
      func add(_ introducer: RecordID, _ introduced: RecordID) {
        guard introducer != introduced, found.count < Self.mostIntroductions else { return }
        found.append(
          Introduction(introducer: introducer, introduced: introduced, file: file.place.file, range: range))
      }
      if item.people.contains(handle) {
        for introducer in item.introducers.compactMap({ file.notebook.record(ofHandle: $0) }) { add(introducer, id) }
      }
      if item.introducers.contains(handle) {
        for introduced in item.people.compactMap({ file.notebook.record(ofHandle: $0) }) { add(id, introduced) }
      }
    }
    for child in item.items { add(introductionsIn: child, about: id, in: file, to: &found) }
  }

  /// No more are gathered: a hundred items below a head of a hundred people may tell of ten thousand.
  private static var mostIntroductions: Int { 10_000 }
}

extension Notebook {
  /// The record that a handle means as records have it: without its `@`.
  fileprivate func record(ofHandle handle: String) -> RecordID? { symbol(of: handle).flatMap { record(of: $0) } }

  /// The records of a file whose items may say whom a record introduced, or who introduced it: its own, and those that
  /// mention it. The writer needs no mention to have introduced somebody.
  fileprivate func recordsWithItems(about id: RecordID, in file: Int) -> [Int] {
    if record(ofHandle: "me") == id { return Array(files[file].records.indices) }
    var records: [Int] = []
    for (index, facts) in files[file].records.enumerated() {
      let isAbout =
        id == RecordID(file: file, record: index)
        || files[file].mentions[facts.mentions].contains { record(of: $0, in: file) == id }
      if isAbout { records.append(index) }
    }
    return records
  }
}
