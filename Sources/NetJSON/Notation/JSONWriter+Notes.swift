import NetModel

extension JSONWriter {
  /// Writes the member `notes`, unless there are none.
  mutating func notes(_ notes: [Note]) {
    guard !notes.isEmpty else { return }
    key("notes")
    beginArray()
    for note in notes { write(note) }
    endArray()
  }

  private mutating func write(_ note: Note) {
    switch note {
    case .paragraph(let text): write(text, type: "paragraph", level: nil)
    case .quote(let text): write(text, type: "quote", level: nil)
    case .section(let text, let level): write(text, type: "section", level: level)
    case .code(let code): write(code)
    case .item(let item): write(item)
    }
  }

  private mutating func write(_ note: TextNote, type: String, level: Int?) {
    beginObject()
    text("type", type)
    if let level {
      key("level")
      int(level)
    }
    text("text", note.content.text)
    marks(note.content)
    flag("private", note.isPrivate)
    endObject()
  }

  private mutating func write(_ code: CodeNote) {
    beginObject()
    text("type", "code")
    text("info", code.info)
    text("text", code.text)
    flag("private", code.isPrivate)
    endObject()
  }

  private mutating func write(_ item: Item) {
    beginObject()
    text("type", "item")
    text("task", item.task?.name)
    text("label", item.label?.name)
    text("date", item.date?.edtf)
    if item.tellsPeople { list("people", item.people) }
    list("owners", item.owners)
    list("introducers", item.introducers)
    text("text", item.content.text)
    text("due", item.due?.edtf)
    text("done", item.done?.edtf)
    marks(item.content)
    flag("private", item.isPrivate)
    if !item.items.isEmpty {
      key("items")
      beginArray()
      for child in item.items { write(child) }
      endArray()
    }
    endObject()
  }

  private mutating func marks(_ text: RunningText) {
    list("mentions", text.mentions)
    list("tags", text.tags)
    list("links", text.links)
  }
}
