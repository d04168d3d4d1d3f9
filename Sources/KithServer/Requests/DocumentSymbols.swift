import KithFiles
import NetJSON
import NetModel
import NetSyntax

/// `textDocument/documentSymbol`: the records of a file with their sections, as a tree where the client shows one.
@Sendable func listSymbols(
  _ server: inout Server, _ params: Params, _ json: inout JSONWriter
) throws(ResponseError) {
  guard let file = try server.file(params) else { return json.null() }
  let outline = Outline(of: file)
  json.beginArray()
  if server.client.nestsSymbols {
    for symbol in outline.symbols.indices where outline.symbols[symbol].parent == nil {
      json.tree(symbol, of: outline, in: file)
    }
  } else {
    for symbol in outline.symbols { json.flat(symbol, of: outline, in: file) }
  }
  json.endArray()
}

/// The outline of a file.
private struct Outline {
  struct Symbol {
    var name: String
    var detail: String?
    /// The protocol's `SymbolKind`.
    var kind: Int
    var range: ByteRange
    /// What of it is selected; part of `range`.
    var selection: ByteRange
    /// What it is part of, by its index.
    var parent: Int?
    var children: [Int] = []
  }

  /// In the order of the file.
  private(set) var symbols: [Symbol] = []

  init(of file: borrowing OpenFile) {
    let sections = file.sections()
    var section = 0
    var symbolOfSection: [Int] = []
    func isNext(_ record: Int?) -> Bool { section < sections.count && sections[section].record == record }
    while isNext(nil) {
      symbolOfSection.append(add(sections[section], in: nil, symbolOfSection, file))
      section += 1
    }
    for record in file.facts.records.indices {
      let symbol = add(record, file)
      while isNext(record) {
        symbolOfSection.append(add(sections[section], in: symbol, symbolOfSection, file))
        section += 1
      }
    }
  }

  private mutating func add(_ record: Int, _ file: borrowing OpenFile) -> Int {
    let id = RecordID(file: file.place.file, record: record)
    return add(
      Symbol(
        name: file.notebook.title(of: id, in: file.bytes), detail: file.detail(of: record),
        kind: file.facts.records[record].kind.symbolKind, range: file.notebook.recordRange(id, in: file.bytes),
        selection: file.notebook.selection(of: id, in: file.bytes)))
  }

  private mutating func add(
    _ section: Section, in record: Int?, _ symbols: [Int], _ file: borrowing OpenFile
  ) -> Int {
    let title = visible(file.text(section.title))
    return add(
      Symbol(
        name: title.isEmpty ? String(repeating: "#", count: section.level) : title,
        // String.
        kind: 15, range: section.range, selection: section.title, parent: section.parent.map { symbols[$0] } ?? record))
  }

  private mutating func add(_ symbol: Symbol) -> Int {
    symbols.append(symbol)
    if let parent = symbol.parent { symbols[parent].children.append(symbols.count - 1) }
    return symbols.count - 1
  }
}

extension OpenFile {
  /// What tells records of one name apart: of people their handle, what they do and where; of meetings where and with whom.
  fileprivate func detail(of record: Int) -> String? {
    var parts: [String] = []
    if let handle = facts.handleText(of: facts.records[record]) { parts.append("@" + handle) }
    let isMeeting = facts.records[record].kind == .meeting
    for key in isMeeting ? [FieldKey.place, .with] : [.role, .org] {
      guard let value = value(of: key, in: record), !value.isEmpty else { continue }
      parts.append(visible(value.text))
    }
    return parts.isEmpty ? nil : parts.joined(separator: isMeeting ? "; " : ", ")
  }
}

extension JSONWriter {
  /// Writes a `DocumentSymbol`; calls itself for what is below it, six deep at most.
  fileprivate mutating func tree(_ index: Int, of outline: Outline, in file: borrowing OpenFile) {
    let symbol = outline.symbols[index]
    beginObject()
    member("name", symbol.name)
    if let detail = symbol.detail { member("detail", detail) }
    member("kind", symbol.kind)
    range(file.range(symbol.range))
    range(file.range(symbol.selection), as: "selectionRange")
    if !symbol.children.isEmpty {
      key("children")
      beginArray()
      for child in symbol.children { tree(child, of: outline, in: file) }
      endArray()
    }
    endObject()
  }

  /// Writes a `SymbolInformation`.
  fileprivate mutating func flat(_ symbol: Outline.Symbol, of outline: Outline, in file: borrowing OpenFile) {
    beginObject()
    member("name", symbol.name)
    member("kind", symbol.kind)
    key("location")
    beginObject()
    location(Location(uri: file.uri, range: file.range(symbol.range)))
    endObject()
    if let parent = symbol.parent { member("containerName", outline.symbols[parent].name) }
    endObject()
  }
}
