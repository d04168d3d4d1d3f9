import Foundation
import Support
import Testing

@testable import NetLint

/// Of a notebook that is edited again and again: what is found is what a run from the beginning finds, although only what an
/// edit concerns is looked at again, and although the work is left again and again for more edits.
///
/// As many edits for each seed as `KITH_EDITS` says, else a sample.
@Suite struct EditedNotebookTests {
  #if DEBUG
    private static let sample = 250
  #else
    private static let sample = 1_250
  #endif
  private static let editCount = ProcessInfo.processInfo.environment["KITH_EDITS"].flatMap { Int($0) } ?? sample

  @Test(arguments: 1...8) func editsAreLikeReadingAnew(seed: UInt64) throws {
    var typing = TypedLines(seed: seed)
    let linter = Linter(rules: seed.isMultiple(of: 4) ? allRules.filter(\.info.isDefault) : allRules)
    var files = [[String]](repeating: [], count: 5)
    var linted = LintedNotebook(files.map(bytes), linter: linter)
    linted.nodesOfPiece = 3
    for edit in 1...Self.editCount {
      let before = files
      let shown = linted.diagnosticsByFile
      var early: Set<Int> = []
      // Names may be brought up to date several times before findings are.
      for _ in 0...typing.number(below: 3) {
        var texts: [Int: [UInt8]] = [:]
        for _ in 0...typing.number(below: 2) {
          let file = typing.number(below: files.count)
          typing.edit(&files[file])
          texts[file] = bytes(files[file])
        }
        linted.take(texts)
        if typing.number(below: 2) == 0 { early.formUnion(beginToSettle(&linted, pieces: typing.number(below: 40))) }
      }
      let changed = early.union(linted.settle())
      let fresh = LintedNotebook(files.map(bytes), linter: linter)
      try #require(
        linted.diagnosticsByFile == fresh.diagnosticsByFile,
        "edit \(edit):\n\(before.map(text))\n\(files.map(text))\n\(difference(linted, fresh))")
      if edit.isMultiple(of: 5) {
        var divided = linted
        divided.take(Dictionary(uniqueKeysWithValues: files.map(bytes).enumerated().map { ($0, $1) }))
        divided.settle(on: LastFirst()) {}
        try #require(divided.diagnosticsByFile == fresh.diagnosticsByFile, "edit \(edit), divided among workers")
      }
      for file in files.indices where shown[file] != linted.diagnosticsByFile[file] {
        try #require(changed.contains(file), "edit \(edit) changed what is found in \(file) in silence")
      }
    }
  }

  /// Does some of what there is to do, and leaves the rest if there is more.
  ///
  /// - Returns: The files of which something else may be reported, if all has been done.
  private func beginToSettle(_ linted: inout LintedNotebook, pieces: Int) -> Set<Int> {
    var left = pieces
    do throws(Interruption) {
      return try linted.settle { () throws(Interruption) in
        if left == 0 { throw Interruption() }
        left -= 1
      }
    } catch {
      return []
    }
  }

  private struct Interruption: Error {}

  private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  private func bytes(_ lines: [String]) -> [UInt8] { Array(text(lines).utf8) }

  private func difference(_ linted: LintedNotebook, _ fresh: LintedNotebook) -> String {
    let (mine, other) = (Set(linted.diagnostics), Set(fresh.diagnostics))
    let (lost, left) = (other.subtracting(mine), mine.subtracting(other))
    return "lost: \(lost.map { "\($0)" })\nleft: \(left.map { "\($0)" })"
  }
}
