import NetModel
import NetSyntax
import Support
import Testing

@Suite struct PrivateRangesTests {
  private static let texts =
    Texts.examples + Texts.files(below: "Tests/Corpus/privacy") { $0.hasSuffix(".net") }.map(\.bytes)

  @Test func `private ranges hold exactly the items that are read as private`() {
    var count = 0
    for bytes in Self.texts {
      let file = ParsedFile(bytes)
      let notebook = Notebook([file.facts])
      var reader = RecordReader(notebook, file: 0, path: "", of: file, includesPrivate: true)
      let ranges = reader.privateRanges(of: file)
      let records = file.facts.records.indices.compactMap { reader.record($0, of: file) }
      let notes = (reader.preamble(of: file)?.notes ?? []) + records.flatMap(notes)
      for item in notes.flatMap(items) {
        let isCovered = ranges.contains { $0.contains(item.range.start) }
        #expect(item.isPrivate == isCovered, "\(String(decoding: bytes, as: UTF8.self)) at \(item.range)")
        if isCovered { count += 1 }
      }
    }
    #expect(count > 10)
  }

  private func notes(of record: Record) -> [Note] {
    switch record {
    case .person(let person): person.base.notes
    case .group(let group): group.base.notes
    case .page(let page): page.base.notes
    case .meeting(let meeting): meeting.base.notes
    }
  }

  private func items(of note: Note) -> [Item] {
    if case .item(let item) = note { items(in: item) } else { [] }
  }

  private func items(in item: Item) -> [Item] { [item] + item.items.flatMap(items) }
}
