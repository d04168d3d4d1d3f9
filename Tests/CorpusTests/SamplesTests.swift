import Foundation
import KithCLI
import KithFiles
import NetFormat
import NetModel
import NetSyntax
import Support
import Testing

/// The samples are what notes should look like: nothing to report in them, nothing to format, and all there is to see.
@Suite struct SamplesTests {
  @Test func nothingIsFoundInThem() {
    let folder = Texts.package.appending(path: "Samples").path
    var console = Console(out: .captured(), err: .captured(), workingFolder: Path(folder))
    let status = runKith(arguments: ["lint", "--error-on-warning"].map { Array($0.utf8) }, console: &console)
    #expect(status == 0 && console.out.capturedText.isEmpty, "\(console.out.capturedText)")
  }

  @Test func theyAreCanonical() {
    for sample in Texts.samples {
      let edits = formattingEdits(of: parse(sample.bytes.span, reusing: Tree()), sample.bytes.span)
      #expect(edits.isEmpty, "\(sample.name)")
    }
  }

  @Test func theSchoolYearIsAWholeOne() {
    let kinds = Texts.samples.filter { $0.name.hasPrefix("school-year/") }
      .flatMap { ParsedFile($0.bytes).facts.records.map(\.kind) }
    #expect(kinds.count { $0 == .person } >= 80)
    #expect(kinds.count { $0 == .meeting } >= 150)
  }

  /// Every key, label and kind of line stands in the notebook that shows each feature once.
  @Test func theRepairCafeShowsEachFeature() {
    var keys: Set<FieldKey> = []
    var labels: Set<ItemLabel> = []
    var nodes: Set<NodeKind> = []
    var tokens: Set<TokenKind> = []
    var records: Set<RecordKind> = []
    for sample in Texts.samples where sample.name.hasPrefix("repair-cafe/") {
      let file = ParsedFile(sample.bytes)
      records.formUnion(file.facts.records.map(\.kind))
      for node in 0..<file.tree.nodeCount { nodes.insert(file.tree.kind(ofNode: node)) }
      for token in 0..<file.tree.tokenCount {
        let range = file.tree.range(ofToken: token)
        let bytes = file.bytes.span.extracting(range.start..<range.end)
        tokens.insert(file.tree.kind(ofToken: token))
        if file.tree.kind(ofToken: token) == .key, let key = FieldKey(bytes) { keys.insert(key) }
        if file.tree.kind(ofToken: token) == .label, let label = ItemLabel(bytes) { labels.insert(label) }
      }
    }
    #expect(Set(FieldKey.allCases).subtracting(keys).isEmpty)
    #expect(Set(ItemLabel.allCases).subtracting(labels).isEmpty)
    #expect(Set(RecordKind.allCases).subtracting(records).isEmpty)
    #expect(Set(NodeKind.allCases).subtracting(nodes) == [.foreign])
    // A canonical file has neither; the rest is all there.
    #expect(Set(TokenKind.allCases).subtracting(tokens) == [.foreign, .byteOrderMark])
  }
}
