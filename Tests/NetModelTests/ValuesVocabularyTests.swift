import Testing

@testable import NetModel

@Suite("Vocabulary")
struct ValuesVocabularyTests {
  @Test("a known key is found in any letter case")
  func lookup() {
    for key in FieldKey.allCases {
      #expect(FieldKey(key.name.utf8.span) == key)
      #expect(FieldKey(key.name.uppercased().utf8.span) == key)
    }
    for other in [
      "", "emails", "e-mail", "notes", "ключ", "a key that is much too long to be one", "birthdayx",
      "aka.", "kind....", "kind............", "birthday........", "anniversary.....", "annivers", "anniversarie",
    ] {
      #expect(FieldKey(other.utf8.span) == nil, "\(other)")
    }
  }

  @Test("keys belong to the records of the notation's table")
  func records() {
    #expect(FieldKey.keys(of: .page) == [.kind, .tags])
    #expect(FieldKey.keys(of: .meeting) == [.kind, .place, .url, .with, .time, .tz, .status, .tags])
    #expect(FieldKey.members.isKnown(on: .org))
    #expect(!FieldKey.members.isKnown(on: .person))
    #expect(FieldKey.kind.valueType(on: .person) == .recordKind)
    #expect(FieldKey.kind.valueType(on: .meeting) == .word)
    #expect(FieldKey.birthday.valueType(on: .meeting) == nil)
    #expect(
      FieldKey.allCases.filter(\.isRepeatable).map(\.name).sorted().joined(separator: " ")
        == "address aka email knows language members phone tags url via with")
  }

  @Test(
    "other words for a key are understood, with the label they imply",
    arguments: [
      ("company", RecordKind.person, "org"), ("Mobile", .person, "phone (mobile)"),
      ("linkedin", .person, "url (linkedin)"), ("born", .person, "birthday"), ("title", .person, "role"),
      ("nickname", .person, "aka"), ("location", .person, "place"), ("location", .meeting, "place"),
      ("emails", .person, "email"), ("e-mail", .person, "email"), ("E-Mails", .person, "email"),
      ("work-email", .person, "email (work)"), ("phone2", .person, "phone"), ("phone-2", .person, "phone"),
      ("date-of-birth", .person, "birthday"), ("Date of birth", .person, "birthday"),
      ("organisation", .person, "org"), ("organization", .person, "org"),
      ("keep_in_touch", .person, "cadence"),
      ("attendees", .meeting, "with"), ("participants", .meeting, "with"),
      ("participants", .group, "members"),
      ("time-zone", .meeting, "tz"), ("timezone", .meeting, "tz"), ("start", .meeting, "time"),
      ("tag", .page, "tags"), ("type", .org, "kind"), ("introduced-by", .person, "via"),
      // Slips of the fingers.
      ("emial", .person, "email"), ("brithday", .person, "birthday"), ("adress", .person, "address"),
      ("cadance", .person, "cadence"), ("anniversery", .person, "anniversary"), ("rloe", .person, "role"),
      ("orgg", .person, "org"), ("tgas", .person, "tags"), ("witth", .meeting, "with"),
      ("staus", .meeting, "status"),
    ])
  func suggestions(word: String, kind: RecordKind, expected: String) {
    let found = FieldSuggestion(for: word.utf8.span, on: kind)
    #expect(found.map { $0.key.name + ($0.label.map { " (\($0))" } ?? "") } == expected)
  }

  @Test(
    "the writer's own keys are left alone",
    arguments: [
      "diet", "pet", "kids", "visa", "plan", "known", "allergies", "spouse", "children", "hobby", "school",
      "note", "notes", "coffee", "team", "country", "faith", "hometown", "likes", "gift", "price",
      "favourite",
      "studied", "size", "home", "work", "children", "mentor", "номер", "生日", "tea", "rule", "use", "next",
    ])
  func ownKeys(word: String) {
    for kind in RecordKind.allCases where !(word == "work" && kind == .meeting) {
      #expect(FieldSuggestion(for: word.utf8.span, on: kind)?.key.name == nil, "\(word) on \(kind)")
    }
  }

  @Test("a key of another kind of record is the writer's own here")
  func otherRecords() {
    #expect(FieldSuggestion(for: "birthday".utf8.span, on: .meeting) == nil)
    #expect(FieldSuggestion(for: "company".utf8.span, on: .meeting) == nil)
    #expect(FieldSuggestion(for: "email".utf8.span, on: .person) == nil)
  }

  @Test("no synonym is a key, too long for the table, or its own word")
  func synonyms() {
    #expect(FieldSynonyms.table.allWords.allSatisfy { $0.packed != 0 })
    #expect(FieldSynonyms.ownWords.allWords.allSatisfy { $0.packed != 0 })
    for word in FieldSynonyms.table.allWords {
      #expect(FieldKey(word.text.utf8.span) == nil, "\(word.text)")
      #expect(FieldSynonyms.ownWords[word] == nil, "\(word.text)")
      #expect(Word(loose: word.text.utf8.span) == word, "\(word.text)")
    }
  }

  @Test("labels of items")
  func labels() {
    for label in ItemLabel.allCases {
      #expect(ItemLabel(label.name.uppercased().utf8.span) == label)
    }
    #expect(ItemLabel("given".utf8.span) == nil)
    let meant = [
      "given": ItemLabel.gave, "Stories": .story, "stroy": .story, "challange": .challenge, "received": .got,
      "introduced": .intro, "thank": .thanks, "offred": nil, "aks": .ask, "great": nil, "goat": nil,
      "task": nil, "idae": .idea, "gvae": .gave,
    ]
    for (word, label) in meant { #expect(ItemLabel.suggestion(for: word.utf8.span) == label, "\(word)") }
    #expect(ItemLabel.allCases.filter { !$0.tellsOfContact } == [.idea, .ask, .offer])
  }

  @Test("kinds, statuses and checkboxes")
  func others() {
    #expect(RecordKind(value: "Group".utf8.span) == .group)
    #expect(RecordKind(value: "meeting".utf8.span) == nil)
    #expect(RecordKind.suggestion(for: "Organisation".utf8.span) == .org)
    #expect(RecordKind.suggestion(for: "persn".utf8.span) == .person)
    #expect(RecordKind.suggestion(for: "spaceship".utf8.span) == nil)
    #expect(MeetingStatus("CANCELLED".utf8.span) == .cancelled)
    #expect(MeetingStatus("canceled".utf8.span) == nil)
    #expect(MeetingStatus.suggestion(for: "canceled".utf8.span) == .cancelled)
    #expect(MeetingStatus.suggestion(for: "tentativ".utf8.span) == .tentative)
    #expect(TaskState(mark: UInt8(ascii: "X")) == .done)
    #expect(TaskState(mark: UInt8(ascii: "y")) == nil)
    #expect(TaskState.allCases.map(\.checkbox) == ["[ ]", "[x]", "[-]"])
  }
}
