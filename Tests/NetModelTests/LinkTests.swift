import NetModel
import Testing

/// What nobody writes down: who is mentioned where, who met whom, and when.
@Suite struct LinkTests {
  private let text = """
    # Amara Okafor @amara
    knows: @jun

    - 2026-11-20 quick call
    - 2026-11-21 idea: a maths club
    - [ ] 2026-11-22 call her
      - [x] 2026-11-23 @amara: wrote back
    - 2026-11-24 story @jun: his kiln

    # Jun Tanaka @jun
    via: @amara

    # 2026-11-14 Coffee with @amara and @jun

    - gave @amara: two contacts

    # 2026-11-15 Walk, talking of @jun
    with: @amara

    # 2026-11-16 @jun-tanaka calls
    """

  @Test func backLinksAreTheMentionsOfARecord() {
    let file = ParsedFile(Array(text.utf8))
    let notebook = Notebook([file.facts])
    let links = notebook.backLinks(to: RecordID(file: 0, record: 0)).map { link in
      file.facts.mentions[link.mention].range.start
    }
    let lines = links.map { offset in text.utf8.prefix(offset).count { $0 == 0x0A } + 1 }
    #expect(lines == [11, 13, 15, 18])
  }

  @Test func meetingsAreThoseOfTheParticipants() {
    let file = ParsedFile(Array(text.utf8))
    let notebook = Notebook([file.facts])
    #expect(notebook.meetings(with: RecordID(file: 0, record: 0)).map(\.record) == [2, 3])
    // The second is talked of in the title but not there; the third goes by his name.
    #expect(notebook.meetings(with: RecordID(file: 0, record: 1)).map(\.record) == [2, 4])
  }

  @Test func contactsAreDatedItemsThatTellOfOne() throws {
    let file = ParsedFile(Array(text.utf8))
    var reader = RecordReader(Notebook([file.facts]), file: 0, path: "people.net", of: file)
    guard case .person(let amara)? = reader.record(0, of: file) else {
      Issue.record("the first record is a person")
      return
    }
    #expect(amara.contacts.map(\.date.edtf) == ["2026-11-20", "2026-11-23", "2026-11-24"])
    #expect(amara.contacts.map(\.people) == [["amara"], ["amara"], ["jun"]])
  }
}
