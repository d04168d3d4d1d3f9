import NetFormat
import NetLint
import NetModel
import NetSyntax
import Support
import Testing

/// Of every notebook: whoever may have another handle can be given it, and nothing else changes.
///
/// A debug build tries a sample of the cases that a release build does.
@Suite struct RenamePropertyTests {
  /// How many notebooks each seed tries; of the samples, one record in so many.
  #if DEBUG
    static let count = 12
    static let step = 20
  #else
    static let count = 2_000
    static let step = 1
  #endif

  @Test(arguments: 1...4)
  func everybodyCanBeRenamed(seed: Int) throws {
    var generator = NotebookGenerator(seed: UInt64(seed), isWild: seed.isMultiple(of: 4))
    var renamed = 0
    for _ in 0..<Self.count { renamed += try renameAll(generator.files(2).map(\.bytes)) }
    #expect(renamed > Self.count)
  }

  @Test(arguments: 11...14)
  func everybodyInMutatedNotesCanBeRenamed(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var generator = NotebookGenerator(seed: UInt64(seed))
    for _ in 0..<Self.count {
      var files = generator.files(2).map(\.bytes)
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&files[0], &random) }
      // Files that are not UTF-8 are not renamed in.
      guard String(validating: files[0], as: UTF8.self) != nil else { continue }
      _ = try renameAll(files)
    }
  }

  /// What is canonical stays canonical.
  @Test(arguments: 21...22)
  func renamingKeepsTheForm(seed: Int) throws {
    var generator = NotebookGenerator(seed: UInt64(seed))
    for _ in 0..<Self.count {
      let files = generator.files(2).map { canonical($0.bytes) }
      _ = try renameAll(files) { text in
        if canonical(text) != text { Issue.record("no longer canonical:\n\(String(decoding: text, as: UTF8.self))") }
      }
    }
  }

  @Test func everybodyInTheSamplesCanBeRenamed() throws {
    let samples = Dictionary(grouping: Texts.samples) { $0.name.prefix { $0 != "/" } }
    for notebook in samples.values { #expect(try renameAll(notebook.map(\.bytes), each: Self.step) > 1) }
  }

  /// Gives each record of a notebook another handle, one at a time, and returns how many could be given one.
  private func renameAll(
    _ files: [[UInt8]], each step: Int = 1, _ check: ([UInt8]) -> Void = { _ in }
  ) throws -> Int {
    let notebook = Notebook(files.map { ParsedFile($0).facts })
    var renamed = 0
    let handles = notebook.recordIDs.compactMap { notebook.handle(of: $0) }
    for handle in stride(from: 0, to: handles.count, by: step).map({ handles[$0] }) {
      for (new, keepsOld) in [("another-one", true), ("二人", false)] {
        var request = try RenameRequest(Array(handle.utf8), to: Array(new.utf8))
        request.keepsOld = keepsOld
        guard let rename = try? Rename(request, in: notebook, bytes: files) else { continue }
        renamed += 1
        for file in rename.files { #expect(editViolations(file.edits, files[file.file]) == []) }
        do throws(RenameDifference) {
          for text in try rename.proved(in: notebook, files) { check(text) }
        } catch {
          let text = String(decoding: files[error.file], as: UTF8.self)
          Issue.record("renaming @\(handle) to @\(new): \(error.reason) in\n\(text)")
        }
      }
    }
    return renamed
  }

  private func canonical(_ bytes: [UInt8]) -> [UInt8] {
    bytes.applying(formattingEdits(of: parse(bytes.span, reusing: Tree()), bytes.span))
  }
}
