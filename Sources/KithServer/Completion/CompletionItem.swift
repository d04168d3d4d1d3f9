import NetJSON
import NetSyntax

/// One thing that can be typed at a place.
struct CompletionItem {
  /// The protocol's `CompletionItemKind`, as far as it is used here.
  enum Kind: Int {
    case property = 10
    case unit = 11
    case value = 12
    case keyword = 14
    case snippet = 15
    case reference = 18
  }

  var label: String
  var kind: Kind
  /// What stands beside the label.
  var detail: String?
  /// What it means.
  var documentation: String?
  /// What is put in the place of what has been typed, if that is not the label.
  var text: String?
  /// The same with places to fill in: `${1:name}`, `$0`.
  var snippet: String?
  /// What the client compares with what has been typed, if that is not the label.
  var filter: String?
  /// The handle of the record that its documentation is made of, once it is asked for.
  var handle: String?
}

/// What can be typed at a place, and what of the text it takes the place of.
struct CompletionList {
  var range: ByteRange
  var items: [CompletionItem] = []
  /// Whether there is more, which further letters bring up.
  var isIncomplete = false

  /// Puts a blank before each item: directly behind its colon a value would make the line no field.
  mutating func addBlanks() {
    for index in items.indices {
      items[index].text = " " + (items[index].text ?? items[index].label)
      items[index].snippet = items[index].snippet.map { " " + $0 }
    }
  }
}

extension JSONWriter {
  /// Writes a `CompletionList`; a client asks for the rest of an item by `data`, in which the document's address stands.
  mutating func completions(_ list: CompletionList, in file: borrowing OpenFile, for client: ClientCapabilities) {
    let range = file.range(list.range)
    beginObject()
    member("isIncomplete", list.isIncomplete)
    key("items")
    beginArray()
    for (number, item) in list.items.enumerated() {
      beginObject()
      member("label", item.label)
      member("kind", item.kind.rawValue)
      if let detail = item.detail { member("detail", detail) }
      if let words = item.documentation {
        var text = client.documentation
        text.addMarked(words)
        documentation(text, for: client)
      }
      // The order of this list, whatever the client makes of the labels.
      member("sortText", String(10_000 + number))
      // Some clients take what has no such text for chosen already.
      member("filterText", item.filter ?? item.label)
      let isSnippet = client.takesSnippets && item.snippet != nil
      if isSnippet { member("insertTextFormat", 2) }
      object("textEdit") { json in
        json.range(range)
        json.member("newText", (isSnippet ? item.snippet : item.text) ?? item.label)
      }
      if let handle = item.handle {
        object("data") { json in
          json.member("uri", file.uri)
          json.member("handle", handle)
        }
      }
      endObject()
    }
    endArray()
    endObject()
  }
}
