import NetModel

/// What `#private` does.
let meaningOfPrivate = """
  Marks what it stands on as private: a record, a section, an item with all below it, a paragraph. JSON and all that is made \
  for others leaves it out. It is a mark, not encryption.
  """

extension FieldKey {
  /// What a field says, with an example of its value.
  func meaning(on kind: RecordKind) -> String {
    switch self {
    case .kind:
      kind == .meeting
        ? "What it was, in one word, such as `coffee`, `call`, `visit`."
        : "What the record is of: `person` (as it is without this field), `group`, `org` or `page`."
    case .aka: "Other names, or an earlier handle, such as `Mara`, `@amara-o`. Mentions by them mean this record, too."
    case .pronouns: "How to speak of them, such as `she/her`."
    case .role: "What they do, such as `Head of School`."
    case .org: "Where they do it, such as `Katara International Academy`."
    case .place:
      kind == .meeting ? "Where it was, such as `Katara, Doha`." : "Where they are to be found, such as `Doha`."
    case .email: "An address for mail, perhaps with a label, such as `amara@katara.example (work)`."
    case .phone: "A telephone number, perhaps with a label, such as `+974 5555 0123 (mobile)`."
    case .url: "An address on the web, perhaps with a label, such as `https://katara.example (work)`."
    case .address: "A postal address, perhaps with a label."
    case .birthday: "The day of birth; the year may be missing, as in `--05-14`."
    case .anniversary: "A day to remember each year; the year may be missing, as in `--05-14`."
    case .died: "The day of death, such as `2024-03-02`."
    case .met: "When and how you met, such as `2026-11-03 school leaders' breakfast, Doha`."
    case .via: "Through whom you met, such as `@lena`."
    case .knows: "Whom they know, perhaps with what these are to them, such as `@jun (former colleague)`."
    case .members: "Who belongs to it, such as `@amara, @jun (treasurer)`."
    case .cadence: "How often you would like to be in touch, such as `3 months`, `weekly`, `none`."
    case .language: "The languages they speak, such as `Arabic, English`."
    case .with: "Who took part, beside you, such as `@amara, @lena`. Without it those whom the title mentions."
    case .time: "When it was, in local time, such as `15:00-16:30`."
    case .tz: "The time zone, by its IANA name, such as `Asia/Qatar`."
    case .status: "How certain it is: `tentative`, `confirmed` or `cancelled`."
    case .tags: "Tags of the record, such as `#education #founder`."
    }
  }
}

extension ItemLabel {
  /// What an item says that begins with the label.
  var meaning: String {
    switch self {
    case .story: "Something they shared: their story."
    case .challenge: "Something they are facing."
    case .idea: "An insight that came of talking."
    case .ask: "Something looked for; by you, if it is `ask @me:`."
    case .offer: "Something that could be given; by you, if it is `offer @me:`."
    case .gave: "What you gave: time, help, a contact."
    case .got: "What you received from them."
    case .intro:
      "An introduction of two or more: `intro @amara, @jun:`. With `@me` among them, somebody introduced you."
    case .thanks: "Gratitude to pass on."
    }
  }
}

extension TaskState {
  /// What a checkbox says.
  var meaning: String {
    switch self {
    case .open: "A promise that is open. Whoever is mentioned before a colon owes it; without such a mention, you do."
    case .done: "A promise that has been kept."
    case .dropped: "A promise that has been let go."
    }
  }
}

extension MeetingStatus {
  /// What a status says.
  var meaning: String {
    switch self {
    case .tentative: "It may take place."
    case .confirmed: "It takes place."
    case .cancelled: "It did not, or will not, take place."
    }
  }
}
