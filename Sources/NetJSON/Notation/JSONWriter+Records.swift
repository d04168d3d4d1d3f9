import NetModel

/// How a record is written: as an entry of its list, or on a line of its own.
enum RecordStyle {
  /// In the list of its kind.
  case entry
  /// Alone, with its kind first.
  case line
}

extension JSONWriter {
  /// Writes a record. What is absent, empty or false is left out.
  mutating func write(_ record: Record, style: RecordStyle) {
    beginObject()
    switch record {
    case .person(let person): write(person, style)
    case .group(let group): write(group, style)
    case .page(let page): write(page, style)
    case .meeting(let meeting): write(meeting, style)
    }
    endObject()
  }

  private mutating func write(_ person: Person, _ style: RecordStyle) {
    if style == .line { text("kind", "person") }
    text("handle", person.handle)
    text("name", person.name)
    write(person.details)
    write(person.base)
  }

  private mutating func write(_ group: Group, _ style: RecordStyle) {
    if style == .line { text("kind", group.kind.name) }
    text("handle", group.handle)
    text("name", group.name)
    if style == .entry { text("kind", group.kind.name) }
    write(group.details)
    write(group.base)
  }

  private mutating func write(_ page: Page, _ style: RecordStyle) {
    if style == .line { text("kind", "page") }
    text("title", page.title)
    write(page.base)
  }

  private mutating func write(_ meeting: Meeting, _ style: RecordStyle) {
    if style == .line { text("kind", "meeting") }
    text("date", meeting.date?.edtf)
    if let time = meeting.time {
      key("time")
      beginObject()
      text("start", time.start.text)
      text("end", time.end?.text)
      endObject()
    }
    text("title", meeting.title)
    entries("participants", meeting.participants)
    text("place", meeting.place)
    text("tz", meeting.timeZone)
    // On a line `kind` says what the record is, so the meeting's own goes by another key.
    text(style == .line ? "meetingKind" : "kind", meeting.kind)
    text("status", meeting.status?.name)
    labelled("url", meeting.urls)
    write(meeting.base)
  }

  private mutating func write(_ details: Details) {
    list("aka", details.aka)
    list("akaHandles", details.akaHandles)
    text("pronouns", details.pronouns)
    text("role", details.role)
    text("org", details.org)
    text("place", details.place)
    labelled("email", details.emails)
    labelled("phone", details.phones)
    labelled("url", details.urls)
    labelled("address", details.addresses)
    text("birthday", details.birthday?.edtf)
    text("anniversary", details.anniversary?.edtf)
    text("died", details.died?.edtf)
    if let met = details.met {
      key("met")
      beginObject()
      text("date", met.date?.edtf)
      text("text", met.text)
      endObject()
    }
    entries("via", details.via)
    entries("knows", details.knows)
    entries("members", details.members)
    text("cadence", details.cadence?.text)
    list("language", details.languages)
  }

  private mutating func write(_ base: RecordBase) {
    list("tags", base.tags)
    if !base.fields.isEmpty {
      key("fields")
      beginObject()
      for field in base.fields {
        key(escaping: field.key)
        strings(field.values)
      }
      endObject()
    }
    flag("private", base.isPrivate)
    notes(base.notes)
    write(base.source)
  }

  /// Writes the notes that stand before a file's first record.
  mutating func write(_ preamble: Preamble) {
    beginObject()
    notes(preamble.notes)
    write(preamble.source)
    endObject()
  }

  private mutating func write(_ source: Source) {
    key("source")
    beginObject()
    text("file", source.file)
    key("line")
    int(source.line)
    endObject()
  }

  // MARK: Members that may be absent

  /// Writes a key and a text, unless there is none or it is empty.
  mutating func text(_ name: StaticString, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    key(name)
    string(value)
  }

  mutating func flag(_ name: StaticString, _ value: Bool) {
    guard value else { return }
    key(name)
    bool(true)
  }

  mutating func list(_ name: StaticString, _ values: [String]) {
    guard !values.isEmpty else { return }
    key(name)
    strings(values)
  }

  private mutating func labelled(_ name: StaticString, _ values: [LabelledValue]) {
    guard !values.isEmpty else { return }
    key(name)
    beginArray()
    for value in values {
      beginObject()
      text("value", value.value)
      text("label", value.label)
      endObject()
    }
    endArray()
  }

  private mutating func entries(_ name: StaticString, _ entries: [Entry]) {
    guard !entries.isEmpty else { return }
    key(name)
    beginArray()
    for entry in entries {
      beginObject()
      switch entry.who {
      case .handle(let handle): text("handle", handle)
      case .name(let text): self.text("name", text)
      }
      text("label", entry.label)
      flag("private", entry.isPrivate)
      endObject()
    }
    endArray()
  }
}
