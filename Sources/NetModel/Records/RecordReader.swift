import NetSyntax

/// Reads typed records off a file's tree, one at a time.
///
/// ```
/// let file = ParsedFile(bytes)
/// var reader = RecordReader(Notebook([file.facts]), file: 0, path: "people.net", of: file)
/// for index in file.facts.records.indices { let record = reader.record(index, of: file) … }
/// ```
public struct RecordReader: Sendable {
  /// The notebook that handles are resolved in.
  public let notebook: Notebook
  /// The number of the file in it.
  public let file: Int
  /// Whether private things are read; otherwise they are left out, and counted.
  public let includesPrivate: Bool
  /// How many private things were left out: records, notes, fields and entries.
  public private(set) var omitted = 0

  let path: String
  let lines: LineIndex

  /// A reader for one file of a notebook.
  ///
  /// - Parameters:
  ///   - notebook: All files, so that mentions resolve.
  ///   - file: The number of the file in the notebook.
  ///   - path: What ``Source/file`` is to say.
  ///   - parsed: The file.
  ///   - includesPrivate: Whether to read private things too.
  public init(
    _ notebook: Notebook, file: Int, path: String, of parsed: borrowing ParsedFile, includesPrivate: Bool = false
  ) {
    self.notebook = notebook
    self.file = file
    self.path = path
    self.includesPrivate = includesPrivate
    lines = LineIndex(parsed.bytes.span)
  }

  /// The record at an index of the file's facts; nil if it is private and private things are left out.
  public mutating func record(_ index: Int, of parsed: borrowing ParsedFile) -> Record? {
    let facts = parsed.facts.records[index]
    let isPrivate = notebook.isPrivate(RecordID(file: file, record: index))
    guard includes(isPrivate) else { return nil }
    var draft = RecordDraft(
      facts, handle: parsed.facts.handleText(of: facts),
      base: RecordBase(isPrivate: isPrivate, source: source(of: facts.heading.start)))
    readHeading(&draft, parsed)
    readHeader(&draft, parsed)
    if facts.kind == .meeting { draft.participants = participants(draft, parsed) }
    draft.base.notes = notes(
      facts.notes, parsed, context: context(of: draft), isPrivate: isPrivate)
    return draft.record()
  }

  /// What stands before the file's first record; nil if that is nothing.
  public mutating func preamble(of parsed: borrowing ParsedFile) -> Preamble? {
    guard parsed.tree.nodeCount > 1, parsed.tree.kind(ofNode: 1) == .preamble else { return nil }
    let end = parsed.tree.end(ofNode: 1)
    var first = 2
    while first < end, parsed.tree.kind(ofNode: first) == .comment { first += 1 }
    let notes = notes(2..<end, parsed, context: [], isPrivate: false)
    guard first < end, !notes.isEmpty else { return nil }
    return Preamble(notes: notes, source: source(of: parsed.tree.range(ofNode: first).start))
  }

  private func source(of offset: Int) -> Source { Source(file: path, line: lines.line(of: offset)) }

  /// Whether something is to be read; counts it if not.
  mutating func includes(_ isPrivate: Bool) -> Bool {
    if isPrivate, !includesPrivate {
      omitted += 1
      return false
    }
    return true
  }

  // MARK: Handles

  /// What a mention comes to.
  struct Mentioned {
    /// The handle, canonical where it resolves and in lower case as written where it doesn't.
    var handle: String
    /// The record, where there is exactly one.
    var record: RecordID?
    /// Whether a record that goes by the handle is private.
    var isPrivate: Bool
    /// Whether it is the writer.
    var isMe: Bool
  }

  /// Resolves the handle that bytes without `@` spell.
  func resolve(_ handle: Span<UInt8>) -> Mentioned {
    guard let symbol = notebook.symbol(ofHandle: handle) else {
      return Mentioned(handle: lowercasedAsWritten(handle), record: nil, isPrivate: false, isMe: false)
    }
    let isMe = notebook.isMe(symbol)
    let isPrivate = notebook.isPrivate(symbol)
    guard let id = notebook.record(of: symbol), let canonical = notebook.handle(of: id) else {
      return Mentioned(handle: lowercasedAsWritten(handle), record: nil, isPrivate: isPrivate, isMe: isMe)
    }
    return Mentioned(handle: canonical, record: id, isPrivate: isPrivate, isMe: isMe)
  }

  /// Resolves a mention token.
  func resolve(token: Int, _ parsed: borrowing ParsedFile) -> Mentioned {
    let range = parsed.tree.range(ofToken: token)
    return resolve(parsed.bytes.span.extracting(range.start + 1..<range.end))
  }

  // MARK: Running text

  /// The text of tokens with what is marked in it, and whether it is private by a tag or a mention.
  func runningText(
    _ tokens: Range<Int>, _ parsed: borrowing ParsedFile, joinedBy separator: UInt8 = Ascii.lineFeed
  ) -> (content: RunningText, isPrivate: Bool) {
    let bytes = parsed.bytes.span
    var content = RunningText()
    var (mentions, tags, links) = (DistinctTexts(), DistinctTexts(), DistinctTexts())
    var isPrivate = false
    content.text = String(
      decoding: parsed.tree.text(in: tokens, of: bytes, joinedBy: separator), as: UTF8.self)
    for token in tokens {
      let range = parsed.tree.range(ofToken: token)
      switch parsed.tree.kind(ofToken: token) {
      case .mention:
        let mentioned = resolve(bytes.extracting(range.start + 1..<range.end))
        isPrivate = isPrivate || mentioned.isPrivate
        mentions.append(mentioned.handle)
      case .tag:
        guard let tag = Tag(bytes.extracting(range.start + 1..<range.end)) else { continue }
        isPrivate = isPrivate || tag.isPrivate
        tags.append(tag.text)
      case .address, .linkAddress: links.append(parsed.text(range))
      case .bracketedAddress: links.append(parsed.text(ByteRange(range.start + 1, range.end - 1)))
      case .lineEnd, .space, .byteOrderMark, .comment, .recordMark, .sectionMark, .bullet, .checkbox, .quoteMark,
        .separator, .fenceMark, .fenceInfo, .code, .key, .colon, .label, .joiner, .headColon, .date, .time, .text,
        .codeSpan, .linkOpen, .linkMiddle, .linkClose, .escape, .due, .done, .foreign:
        break
      }
    }
    (content.mentions, content.tags, content.links) = (mentions.texts, tags.texts, links.texts)
    return (content, isPrivate)
  }
}

extension ParsedFile {
  /// A range of the file as a string.
  package func text(_ range: ByteRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }
}
