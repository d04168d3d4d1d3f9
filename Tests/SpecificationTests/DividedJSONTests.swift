import NetModel
import NetSyntax
import Support
import Testing

@testable import NetJSON

/// The files of a notebook are written at once, many at a time: as if each had been written behind the other.
///
/// In batches of no size each is, and in those of a few hundred bytes the longer files are.
@Suite struct DividedJSONTests {
  private let files = Example.all.flatMap(\.files).enumerated().map { number, file in
    NotebookJSON.File(number: number, path: "\(number)-\(file.name)", bytes: file.bytes)
  }
  private let notebook: Notebook

  init() {
    notebook = Notebook(files.map { ParsedFile($0.bytes).facts })
  }

  @Test(arguments: [JSONWriter.Layout.compact, .readable], [false, true])
  func batchesOfAnySizeGiveTheSame(layout: JSONWriter.Layout, isLines: Bool) {
    var options = NotebookJSON.Options()
    (options.layout, options.isLines) = (layout, isLines)
    let alone = written(files, options, batchSize: 0)
    for size in [100, 400, 2_000, 1 << 23] {
      let divided = written(files, options, batchSize: size)
      #expect(divided.text == alone.text && divided.omitted == alone.omitted, "batches of \(size) bytes")
    }
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
  private func written(
    _ files: [NotebookJSON.File], _ options: NotebookJSON.Options, batchSize: Int = 1 << 23
  ) -> (text: String, omitted: Int) {
    var output: [UInt8] = []
    func add(_ piece: Span<UInt8>) { for index in piece.indices { output.append(piece[index]) } }
    var writing = NotebookWriting(notebook: notebook, options: options, workers: LastFirst(), batchSize: batchSize)
    if options.isLines { writing.writeLines(files, to: add) } else { writing.writeEnvelope(files, to: add) }
    let omitted = writing.finish(add)
    return (String(decoding: output, as: UTF8.self), omitted)
  }
}
