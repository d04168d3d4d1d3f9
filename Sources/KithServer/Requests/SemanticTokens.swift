import NetJSON
import NetModel
import NetSyntax

/// What a token is to be coloured as: names of the protocol's own list, which all themes know.
enum SemanticType: Int, CaseIterable {
  case comment, string, keyword, number, `operator`, property, variable, `class`, event, namespace, decorator, macro

  var name: String { String(describing: self) }
}

/// What is said of a token beside.
enum SemanticModifier: Int, CaseIterable {
  /// A handle where it is given.
  case declaration
  /// A mention that nobody answers to.
  case deprecated

  var name: String { String(describing: self) }
}

/// `textDocument/semanticTokens/full`
@Sendable func allSemanticTokens(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  json.semanticTokens(of: file, in: ByteRange(0, file.bytes.count))
}

/// `textDocument/semanticTokens/range`
@Sendable func semanticTokensInRange(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  json.semanticTokens(of: file, in: try file.byteRange(params))
}

extension JSONWriter {
  /// Five numbers a token: lines and characters from the one before, its length, its type, and its modifiers as bits.
  fileprivate mutating func semanticTokens(of file: borrowing OpenFile, in range: ByteRange) {
    beginObject()
    key("data")
    beginArray()
    var last = TextPlace(line: 0, character: 0)
    var colours = TokenColours(file.bytes.count)
    let first = file.token(at: range.start) ?? 0
    for token in first..<file.parsed.tree.tokenCount where file.parsed.tree.start(ofToken: token) < range.end {
      guard let colour = colours.colour(ofToken: token, in: file) else { continue }
      let bytes = file.parsed.tree.range(ofToken: token)
      let place = file.range(bytes)
      if place.isEmpty || place.lowerBound.line != place.upperBound.line { continue }
      let isSameLine = place.lowerBound.line == last.line
      int(place.lowerBound.line - last.line)
      int(isSameLine ? place.lowerBound.character - last.character : place.lowerBound.character)
      int(place.upperBound.character - place.lowerBound.character)
      int(colour.type.rawValue)
      int(colour.modifier.map { 1 << $0.rawValue } ?? 0)
      last = place.lowerBound
    }
    endArray()
    endObject()
  }
}

/// What tokens are coloured as; those of a file are to be asked for in their order.
private struct TokenColours {
  private var record: Int?
  private var recordEnd = 0
  private let byteCount: Int

  init(_ byteCount: Int) { self.byteCount = byteCount }

  mutating func colour(
    ofToken token: Int, in file: borrowing OpenFile
  ) -> (type: SemanticType, modifier: SemanticModifier?)? {
    let range = file.parsed.tree.range(ofToken: token)
    switch file.parsed.tree.kind(ofToken: token) {
    case .comment: return (.comment, nil)
    case .recordMark, .sectionMark, .bullet, .checkbox, .quoteMark, .separator, .fenceMark: return (.operator, nil)
    case .code, .codeSpan, .fenceInfo: return (.macro, nil)
    case .key: return (.property, nil)
    case .label:
      return ItemLabel(file.bytes.span, in: range) == nil ? nil : (.keyword, nil)
    case .date, .time, .due, .done: return (.number, nil)
    case .tag: return (.decorator, nil)
    case .address, .bracketedAddress, .linkAddress: return (.string, nil)
    case .mention: return (.variable, modifier(ofMention: range, in: file))
    case .text: return heading(range, in: file).map { ($0, nil) }
    case .lineEnd, .space, .byteOrderMark, .colon, .joiner, .headColon, .linkOpen, .linkMiddle, .linkClose, .escape,
      .foreign:
      return nil
    }
  }

  private mutating func modifier(ofMention range: ByteRange, in file: borrowing OpenFile) -> SemanticModifier? {
    if let record = record(at: range.start, in: file), file.facts.records[record].handle == range {
      return .declaration
    }
    let handle = foldHandle(file.bytes.span.extracting(range.start + 1..<range.end))
    guard let symbol = file.notebook.symbol(of: handle) else { return .deprecated }
    switch file.notebook.resolution(of: symbol) {
    case .unknown, .ambiguous: return .deprecated
    case .record, .shared, .writer: return nil
    }
  }

  /// The text of a record's heading.
  private mutating func heading(_ range: ByteRange, in file: borrowing OpenFile) -> SemanticType? {
    guard let record = record(at: range.start, in: file) else { return nil }
    let facts = file.facts.records[record]
    guard facts.heading.start <= range.start, range.end <= facts.heading.end else { return nil }
    switch facts.kind {
    case .person, .group, .org: return .class
    case .page: return .namespace
    case .meeting: return .event
    }
  }

  /// The record that an offset is in, found anew where it is another than the last time.
  private mutating func record(at offset: Int, in file: borrowing OpenFile) -> Int? {
    if offset >= recordEnd {
      record = file.record(at: offset)
      let next = (record ?? -1) + 1
      let records = file.facts.records
      recordEnd = next < records.count ? file.parsed.tree.range(ofNode: records[next].node).start : byteCount + 1
    }
    return record
  }
}
