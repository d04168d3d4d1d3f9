import KithFiles
import NetJSON

/// Text for people, in Markdown for clients that show it and plain for others.
struct Markup {
  let isMarkdown: Bool
  private(set) var text = ""

  init(_ isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  var isEmpty: Bool { text.isEmpty }

  /// Adds text of the notes, of which no character is a mark, and none moves or hides others.
  mutating func add(_ words: String) {
    for character in visible(words) {
      if isMarkdown, Self.marks.contains(character) { text += "\\" }
      text.append(character)
    }
  }

  mutating func addStrong(_ words: String) {
    if isMarkdown { text += "**" }
    add(words)
    if isMarkdown { text += "**" }
  }

  /// Adds what people type, such as a handle.
  mutating func addCode(_ words: String) {
    guard isMarkdown, !words.contains("`") else { return add(words) }
    text += "`\(visible(words))`"
  }

  /// Adds text that has its marks already: of a rule's page, a message or our own.
  mutating func addMarked(_ words: String) { text += isMarkdown ? words : words.filter { $0 != "`" } }

  mutating func beginParagraph() { if !text.isEmpty { text += "\n\n" } }

  mutating func beginItem() { text += "\n- " }

  private static let marks: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "!"]
}

extension ClientCapabilities {
  /// Text to be shown beside completions.
  var documentation: Markup { Markup(documentationFormats.contains("markdown")) }
}

extension JSONWriter {
  /// Writes the member `documentation`, which is a string for clients that name no formats.
  mutating func documentation(_ text: Markup, for client: ClientCapabilities) {
    if client.documentationFormats.isEmpty { member("documentation", text.text) } else { markup("documentation", text) }
  }

  /// Writes a member that is `MarkupContent`.
  mutating func markup(_ key: StaticString, _ markup: Markup) {
    object(key) { json in
      json.member("kind", markup.isMarkdown ? "markdown" : "plaintext")
      json.member("value", markup.text)
    }
  }
}
