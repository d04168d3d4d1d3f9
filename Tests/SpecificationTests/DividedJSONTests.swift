import NetJSON
import NetModel
import NetSyntax
import Support
import Testing

/// The files of a notebook are written at once, many at a time: as if each had been written behind the other.
@Suite struct DividedJSONTests {
  private let files = Example.all.flatMap(\.files).enumerated().map { number, file in
    NotebookJSON.File(number: number, path: "\(number)-\(file.name)", bytes: file.bytes)
  }
  private let notebook: Notebook

  init() {
    notebook = Notebook(files.map { ParsedFile($0.bytes).facts })
  }

  @Test(arguments: [false, true])
  func linesAreThoseOfEachFile(includesPrivate: Bool) {
    var options = NotebookJSON.Options()
    (options.isLines, options.includesPrivate) = (true, includesPrivate)
    let whole = written(files, options)
    let alone = files.map { written([$0], options) }
    #expect(whole.text == alone.map(\.text).joined())
    #expect(whole.omitted == alone.reduce(0) { $0 + $1.omitted })
  }

  @Test(arguments: [JSONWriter.Layout.compact, .readable], [false, true])
  func listsHoldTheEntriesOfEachFile(layout: JSONWriter.Layout, includesPrivate: Bool) throws {
    var options = NotebookJSON.Options()
    (options.layout, options.includesPrivate) = (layout, includesPrivate)
    let whole = written(files, options)
    let alone = files.map { written([$0], options) }
    let parts = try alone.map { try readJSON(Array($0.text.utf8)) }
    let value = try readJSON(Array(whole.text.utf8))
    #expect(value.members.map(\.name) == ["format", "people", "groups", "meetings", "pages", "preamble"])
    for list in value.members.dropFirst() {
      let entries = parts.flatMap { $0.members.filter { $0.name == list.name }.flatMap(\.value.elements) }
      #expect(list.value.elements.map(OrderedJSON.init) == entries.map(OrderedJSON.init), "\(list.name)")
    }
    #expect(whole.omitted == alone.reduce(0) { $0 + $1.omitted })
  }

  /// What is written of some files, and how many private things are left out.
  private func written(_ files: [NotebookJSON.File], _ options: NotebookJSON.Options) -> (text: String, omitted: Int) {
    var output: [UInt8] = []
    let omitted = writeJSON(notebook, files: files, options: options, on: LastFirst()) { piece in
      for index in piece.indices { output.append(piece[index]) }
    }
    return (String(decoding: output, as: UTF8.self), omitted)
  }
}
