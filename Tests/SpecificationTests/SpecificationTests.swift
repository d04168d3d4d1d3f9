import Foundation
import NetFormat
import NetJSON
import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// The specification is run: each of its examples gives exactly what it says, and reports exactly what it says.
@Suite struct SpecificationTests {
  @Test func thereAreEnoughExamples() {
    #expect(Example.all.count >= 150)
  }

  @Test(arguments: Example.all)
  func example(_ example: Example) throws {
    let checked = CheckedNotebook(example.files + friends(besides: example))
    #expect(checked.violations == [])
    #expect(reports(checked, example) == example.reports)
    guard let expected = example.expected else { return }
    switch example.kind {
    case .lint: break
    case .lines:
      let file = try #require(example.files.first)
      #expect(lineKinds(file.bytes).joined(separator: "\n") == normalised(lines: expected))
    case .format:
      let file = try #require(example.files.first)
      let edits = formattingEdits(of: parse(file.bytes.span, reusing: Tree()), file.bytes.span)
      let expectedBytes = bytes(ofExample: expected.isEmpty ? "" : expected + "\n")
      #expect(shown(file.bytes.applying(edits)) == shown(expectedBytes))
    case .json, .record, .notes:
      let expectedValue = try readJSON(bytes(ofExample: expected))
      let actual = try #require(try value(of: checked, example))
      #expect(actual.canonical == expectedValue.canonical)
    }
  }

  @Test(arguments: Example.all)
  func errorsAreTheSameWithoutTheRulesBehindThem(_ example: Example) {
    let selection = RuleSelection(select: [.all])
    let (all, first) = (selection.rules, selection.rulesForErrors)
    #expect(first.count < all.count)
    let errors = [all, first].map { rules in
      CheckedNotebook(example.files, rules: rules).diagnostics.filter { $0.rule.severity == .error }
    }
    #expect(errors[0] == errors[1])
  }

  private func reports(_ checked: CheckedNotebook, _ example: Example) -> [String] {
    checked.diagnostics.filter { $0.file < example.files.count }.map { diagnostic in
      let place = checked.place(diagnostic.range.start, in: diagnostic.file)
      let file = example.hasFileNames ? example.files[diagnostic.file].name + ":" : ""
      return "\(file)\(place) \(diagnostic.rule.name)"
    }
  }

  /// The friends that every example has, save those whose handle it defines.
  private func friends(besides example: Example) -> [CheckedNotebook.File] {
    let own = Set(
      example.files.flatMap { file in
        { facts in
          facts.records.compactMap { $0.handle == nil ? nil : facts.handleText(of: $0) }
        }(ParsedFile(file.bytes).facts)
      })
    let friends = [("Amara Okafor", "amara"), ("Lena Petrova", "lena"), ("Jun Tanaka", "jun")]
    let text = friends.filter { !own.contains($0.1) }
      .map { "# \($0.0) @\($0.1)\nrole: friend\n" }.joined(separator: "\n")
    return [(name: "friends.net", bytes: Array(text.utf8))]
  }

  /// The part of the example's JSON that its kind shows.
  private func value(of checked: CheckedNotebook, _ example: Example) throws -> OrderedJSON? {
    var options = NotebookJSON.Options()
    options.includesPrivate = example.isPrivate
    let files = example.files.enumerated().map { NotebookJSON.File(number: $0, path: $1.name, bytes: $1.bytes) }
    var output: [UInt8] = []
    _ = writeJSON(checked.notebook, files: files, options: options) { piece in
      for index in piece.indices { output.append(piece[index]) }
    }
    let json = OrderedJSON(try readJSON(output))
    switch example.kind {
    case .json: return json.without(["format", "source"])
    case .record: return json.lastRecord?.without(["source"])
    case .notes: return (json.lastRecord ?? json.lastPreamble)?.member("notes") ?? .array([])
    case .lines, .lint, .format: return nil
    }
  }

  private func normalised(lines: String) -> String {
    lines.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: "  ", maxSplits: 1)
      let text = words.count > 1 ? words[1].drop { $0 == " " } : ""
      let decoded = String(decoding: bytes(ofExample: String(text)), as: UTF8.self)
      return decoded.isEmpty ? String(words.first ?? "") : "\(words[0])  \(decoded)"
    }.joined(separator: "\n")
  }
}
