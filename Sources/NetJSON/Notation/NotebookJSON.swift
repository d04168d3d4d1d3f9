import NetModel
import NetSyntax

/// What is written as JSON, and how.
public enum NotebookJSON {
  /// One file of a notebook.
  public struct File: Sendable {
    /// Its number in the notebook.
    public var number: Int
    /// Its path relative to the notebook's folder, for ``Source/file``.
    public var path: String
    /// Its bytes.
    public var bytes: [UInt8]

    /// A file with its number, path and bytes.
    public init(number: Int, path: String, bytes: [UInt8]) {
      self.number = number
      self.path = path
      self.bytes = bytes
    }
  }

  /// What is written, and how.
  public struct Options: Sendable {
    /// Whether private things are written too.
    public var includesPrivate = false
    /// Whether each record stands on a line of its own, without an envelope.
    public var isLines = false
    /// How values are set out; lines are always compact.
    public var layout = JSONWriter.Layout.readable

    /// Public things, in the readable layout.
    public init() {}
  }
}

/// The lists of the envelope in their order, with the kinds of record they hold.
private enum EnvelopeList: CaseIterable {
  case people, groups, meetings, pages

  var key: StaticString {
    switch self {
    case .people: "people"
    case .groups: "groups"
    case .meetings: "meetings"
    case .pages: "pages"
    }
  }

  var kinds: RecordKinds {
    switch self {
    case .people: RecordKinds([.person])
    case .groups: .collective
    case .meetings: .meeting
    case .pages: RecordKinds([.page])
    }
  }

  /// Whether an empty list is written too: the two that every notebook is about.
  var isAlwaysThere: Bool {
    switch self {
    case .people, .meetings: true
    case .groups, .pages: false
    }
  }
}

/// Writes files of a notebook as JSON, in their order.
///
/// The lists of the envelope stand one behind the other, so the files are gone through once for each list; only those
/// that hold a record of its kind are parsed again. That costs less than keeping the typed records of a whole notebook.
///
/// - Parameters:
///   - sink: Takes the output piece by piece, in UTF-8.
/// - Returns: How many private things were left out.
public func writeJSON<Failure: Error>(
  _ notebook: Notebook, files: [NotebookJSON.File], options: NotebookJSON.Options = .init(),
  to sink: (Span<UInt8>) throws(Failure) -> Void
) throws(Failure) -> Int {
  var writing = Writing(notebook: notebook, options: options)
  if options.isLines {
    for file in files { try writing.writeRecords(of: file, kinds: .all, .line, isOpen: true, to: sink) }
  } else {
    try writing.writeEnvelope(files, to: sink)
  }
  try writing.json.drain(sink)
  return writing.omitted
}

/// A conversion under way.
private struct Writing: ~Copyable {
  let notebook: Notebook
  let options: NotebookJSON.Options
  var json: JSONWriter
  var omitted = 0
  /// The tree of the file before; none while one is in use.
  private var tree: Tree? = Tree()

  init(notebook: Notebook, options: NotebookJSON.Options) {
    self.notebook = notebook
    self.options = options
    json = JSONWriter(layout: options.isLines ? .compact : options.layout)
  }

  mutating func writeEnvelope<Failure: Error>(
    _ files: [NotebookJSON.File], to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    json.beginObject()
    json.member("format", "net/1")
    for list in EnvelopeList.allCases {
      var isOpen = list.isAlwaysThere
      if isOpen {
        json.key(list.key)
        json.beginArray()
      }
      for file in files {
        isOpen = try writeRecords(of: file, kinds: list.kinds, .entry, isOpen: isOpen, key: list.key, to: sink)
      }
      if isOpen { json.endArray() }
    }
    try writePreambles(files, to: sink)
    json.endObject()
    json.endLine()
  }

  /// Writes the records of some kinds; whether the list is open behind them.
  @discardableResult
  mutating func writeRecords<Failure: Error>(
    of file: NotebookJSON.File, kinds: RecordKinds, _ style: RecordStyle, isOpen: Bool, key: StaticString = "",
    to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    let facts = notebook.files[file.number]
    guard facts.records.contains(where: { kinds.contains($0.kind) }) else { return isOpen }
    let parsed = parsedAgain(file)
    var reader = reader(of: file, parsed)
    var isOpen = isOpen
    for index in facts.records.indices where kinds.contains(facts.records[index].kind) {
      guard let record = reader.record(index, of: parsed) else { continue }
      if !isOpen {
        json.key(key)
        json.beginArray()
        isOpen = true
      }
      json.write(record, style: style)
      if style == .line { json.endLine() }
      if json.bytes.count > Self.pieceSize { try json.drain(sink) }
    }
    omitted += reader.omitted
    tree = parsed.releaseTree()
    return isOpen
  }

  private mutating func writePreambles<Failure: Error>(
    _ files: [NotebookJSON.File], to sink: (Span<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var isOpen = false
    // Where the first node below the file's is a record, nothing stands before it.
    for file in files where notebook.files[file.number].records.first?.node != 1 {
      let parsed = parsedAgain(file)
      var reader = reader(of: file, parsed)
      if let preamble = reader.preamble(of: parsed) {
        if !isOpen {
          json.key("preamble")
          json.beginArray()
          isOpen = true
        }
        json.write(preamble)
        try json.drain(sink)
      }
      omitted += reader.omitted
      tree = parsed.releaseTree()
    }
    if isOpen { json.endArray() }
  }

  /// A file with its tree, whose memory is that of the file before.
  private mutating func parsedAgain(_ file: NotebookJSON.File) -> ParsedFile {
    ParsedFile(
      file.bytes, tree: parse(file.bytes.span, reusing: tree.take() ?? Tree()), facts: notebook.files[file.number])
  }

  private func reader(of file: NotebookJSON.File, _ parsed: borrowing ParsedFile) -> RecordReader {
    RecordReader(
      notebook, file: file.number, path: file.path, of: parsed, includesPrivate: options.includesPrivate)
  }

  /// How much is written before it is handed over, in bytes.
  private static let pieceSize = 1 << 16
}
