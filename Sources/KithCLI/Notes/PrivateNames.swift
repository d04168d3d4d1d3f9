import NetModel
import NetSyntax

/// What private records are called: their names as they are written, and every handle that means one of them.
struct PrivateNames: Sendable {
  private let notebook: Notebook
  /// The names by their first two bytes.
  private var names: [[UInt8]: [[UInt8]]] = [:]
  private let isEmpty: Bool

  init(_ notebook: Notebook) {
    self.notebook = notebook
    let records = notebook.recordIDs.filter { notebook.isPrivate($0) }
    isEmpty = records.isEmpty
    for name in Set(records.map { Array(notebook.nameText(of: $0).utf8) }) where !name.isEmpty {
      names[Array(name.prefix(2)), default: []].append(name)
    }
    // The longest first, so that none is left in part.
    for key in names.keys { names[key]?.sort { $0.count > $1.count } }
  }

  /// A text with `…` for each of them.
  func removed(from text: String) -> String {
    if isEmpty { return text }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if let end = endOfHandle(bytes, at: offset) ?? endOfName(bytes, at: offset) {
        shown += "…".utf8
        offset = end
      } else {
        shown.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private func endOfHandle(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard bytes[offset] == UInt8(ascii: "@"), let end = scanHandle(bytes.span, at: offset + 1, end: bytes.count),
      let symbol = notebook.symbol(of: foldHandle(bytes.span.extracting(offset + 1..<end)))
    else { return nil }
    return notebook.isPrivate(symbol) ? end : nil
  }

  private func endOfName(_ bytes: [UInt8], at offset: Int) -> Int? {
    guard offset == 0 || !isPartOfWord(bytes[offset - 1]) else { return nil }
    let found = names[Array(bytes[offset...].prefix(2))]?.first { name in
      let end = offset + name.count
      return bytes[offset...].starts(with: name) && (end == bytes.count || !isPartOfWord(bytes[end]))
    }
    return found.map { offset + $0.count }
  }

  private func isPartOfWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isAsciiAlphanumeric }
}
