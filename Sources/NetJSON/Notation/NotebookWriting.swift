import NetModel
import NetSyntax

/// A conversion of a notebook under way.
struct NotebookWriting<Hands: Workers>: ~Copyable {
  private let workers: Hands
  private var json: JSONWriter
  private var omitted = 0
  /// Writes what is not divided among the workers.
  private var files: FileWriting

  /// How much is written before it is handed over, in bytes.
  private static var pieceSize: Int { 1 << 16 }
  /// How much of the notes is written at once, in bytes, of files that are no longer by themselves than a fourth of it.
  private let batchSize: Int

  init(notebook: Notebook, options: NotebookJSON.Options, workers: Hands, batchSize: Int = 1 << 23) {
    self.workers = workers
    self.batchSize = batchSize
    files = FileWriting(notebook: notebook, options: options)
    json = JSONWriter(layout: options.isLines ? .compact : options.layout)
  }

  mutating func writeEnvelope<Failure: Error>(
    _ files: [NotebookJSON.File], to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    json.beginObject()
    json.member("format", "net/1")
    for list in EnvelopeList.allCases {
      var entries = FileEntries(list: list, style: .entry)
      if list.isAlwaysThere { entries.open(&json) }
      let files = files.filter { list.mayHoldEntry(of: self.files.notebook.files[$0.number]) }
      try write(files, &entries, to: sink)
      if entries.isOpen { json.endArray() }
    }
    json.endObject()
    json.endLine()
  }

  /// Writes all records, each on a line.
  mutating func writeLines<Failure: Error>(
    _ files: [NotebookJSON.File], to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var lines = FileEntries(list: nil, style: .line)
    let files = files.filter { !self.files.notebook.files[$0.number].records.isEmpty }
    try write(files, &lines, to: sink)
  }

  /// Hands over what is left, and says how many private things were left out.
  mutating func finish<Failure: Error>(_ sink: (Span<UInt8>) throws(Failure) -> Void) throws(Failure) -> Int {
    try json.drain(sink)
    return omitted
  }

  /// Writes the entries of some files: many small ones at once, as soon as that makes no difference to the layout.
  private mutating func write<Failure: Error>(
    _ files: [NotebookJSON.File], _ entries: inout FileEntries, to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var rest = files[...]
    while let file = rest.first {
      let batch = entries.isOpen && json.takesEntriesOfOthers ? batch(rest) : rest.prefix(1)
      rest = rest.dropFirst(batch.count)
      if batch.count > 1 {
        try write(batch: batch, entries, to: sink)
      } else {
        omitted += try self.files.write(file, &entries, &json) { json throws(Failure) in
          if json.bytes.count > Self.pieceSize { try json.drain(sink) }
        }
      }
    }
  }

  private mutating func write<Failure: Error>(
    batch: ArraySlice<NotebookJSON.File>, _ entries: FileEntries, to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let (notebook, options, writer) = (files.notebook, files.options, json.writerOfEntries())
    let pieces = workers.map(
      count: batch.count, makeState: { FileWriting(notebook: notebook, options: options) },
      body: { files, index in
        var (json, entries) = (writer, entries)
        let omitted = files.write(batch[batch.startIndex + index], &entries, &json) { _ in }
        return (json, omitted)
      })
    for piece in pieces {
      json.append(entriesOf: piece.0)
      omitted += piece.1
      try json.drain(sink)
    }
  }

  /// As many of the first files as are written at once: one at least.
  private func batch(_ files: ArraySlice<NotebookJSON.File>) -> ArraySlice<NotebookJSON.File> {
    var room = batchSize
    let batch = files.prefix { file in
      room -= file.bytes.count
      return room >= 0 && file.bytes.count <= batchSize / 4
    }
    return batch.isEmpty ? files.prefix(1) : batch
  }
}

/// The entries of files in one list of the envelope, or on lines of their own.
struct FileEntries: Sendable {
  let list: EnvelopeList?
  let style: RecordStyle
  /// Whether the list has been begun; lines need no beginning.
  private(set) var isOpen: Bool

  init(list: EnvelopeList?, style: RecordStyle) {
    (self.list, self.style) = (list, style)
    isOpen = list == nil
  }

  /// Begins the list, if that has not been done.
  mutating func open(_ json: inout JSONWriter) {
    guard !isOpen, let list else { return }
    json.key(list.key)
    json.beginArray()
    isOpen = true
  }
}

/// Writes files one after another, with the memory of one tree.
private struct FileWriting: ~Copyable {
  let notebook: Notebook
  let options: NotebookJSON.Options
  /// The tree of the file before; none while one is in use.
  private var tree: Tree? = Tree()

  init(notebook: Notebook, options: NotebookJSON.Options) {
    (self.notebook, self.options) = (notebook, options)
  }

  /// Writes the entries of one file.
  ///
  /// - Parameter step: Called behind each entry.
  /// - Returns: How many private things were left out.
  mutating func write<Failure: Error>(
    _ file: NotebookJSON.File, _ entries: inout FileEntries, _ json: inout JSONWriter,
    step: (inout JSONWriter) throws(Failure) -> Void
  ) throws(Failure) -> Int {
    let facts = notebook.files[file.number]
    let parsed = ParsedFile(file.bytes, tree: parse(file.bytes.span, reusing: tree.take() ?? Tree()), facts: facts)
    var reader = RecordReader(
      notebook, file: file.number, path: file.path, of: parsed, includesPrivate: options.includesPrivate)
    if entries.list == .preamble {
      if let preamble = reader.preamble(of: parsed) {
        entries.open(&json)
        json.write(preamble)
        try step(&json)
      }
    } else {
      let kinds = entries.list?.kinds ?? .all
      for index in facts.records.indices where kinds.contains(facts.records[index].kind) {
        guard let record = reader.record(index, of: parsed) else { continue }
        entries.open(&json)
        json.write(record, style: entries.style)
        if entries.style == .line { json.endLine() }
        try step(&json)
      }
    }
    tree = parsed.releaseTree()
    return reader.omitted
  }
}
