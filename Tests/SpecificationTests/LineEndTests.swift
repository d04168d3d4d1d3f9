import NetJSON
import NetModel
import NetSyntax
import Support
import Testing

/// LF, CRLF, a byte-order mark, a final newline or none: the same notes say the same.
@Suite struct LineEndTests {
  @Test func samplesSayTheSameWithAnyLineEnds() throws {
    for sample in Texts.samples {
      let text = String(decoding: sample.bytes, as: UTF8.self)
      let plain = try json(sample.bytes)
      var mixed = ""
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { mixed += index.isMultiple(of: 3) ? "\r\n" : "\n" }
        mixed += line
      }
      let crlf = String(text.unicodeScalars.flatMap { $0 == "\n" ? "\r\n" : String($0) })
      for variant in [crlf, mixed, "\u{FEFF}" + text, String(text.dropLast()), "\u{FEFF}" + crlf] {
        #expect(try json(Array(variant.utf8)) == plain, "\(sample.name)")
      }
    }
  }

  private func json(_ bytes: [UInt8]) throws -> String {
    let notebook = Notebook([ParsedFile(bytes).facts])
    var output: [UInt8] = []
    _ = writeJSON(notebook, files: [NotebookJSON.File(number: 0, path: "a.net", bytes: bytes)]) { piece in
      for index in piece.indices { output.append(piece[index]) }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
