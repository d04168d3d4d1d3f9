import KithFiles
import NetFormat
import NetSyntax
import Synchronization

/// Formats files on several threads, and writes those that change.
struct FormatJob: Sendable {
  let mode: FormatMode
  /// The lines to be formatted, from 1; nil for all.
  var lines: ClosedRange<Int>?

  /// What a thread uses again for each file.
  private struct Workplace: ~Copyable {
    /// The tree of the file before; none while one is in use.
    var tree: Tree? = Tree()
    var bytes: [UInt8] = []
  }

  init(mode: FormatMode) { self.mode = mode }

  /// What came of each file, in their order.
  func run(_ files: [FoundFile], threads: Int, _ progress: Progress) -> [FormatResult] {
    let results = Mutex([FormatResult](repeating: .canonical([]), count: files.count))
    parallelFor(
      count: files.count, threads: threads, makeState: { Workplace() },
      body: { workplace, number in
        let result = format(files[number], &workplace)
        results.withLock { $0[number] = result }
        progress.step()
      })
    return results.withLock { $0 }
  }

  private func format(_ file: FoundFile, _ workplace: inout Workplace) -> FormatResult {
    do throws(FileError) { try file.read(into: &workplace.bytes) } catch {
      return .failed(error.message, help: nil, [])
    }
    // What goes back to standard output is kept until then; of other files, only what changes.
    let bytes = workplace.bytes
    let rest = file.source == .standardInput ? bytes : []
    let name = file.shown.shown
    if let place = firstInvalid(bytes) {
      return .failed(
        "`\(name)` is left as it is: the byte at line \(place.line), column \(place.column) is not UTF-8",
        help: "save it as UTF-8 first; `kith rule invalid-utf8` says more", rest)
    }
    let tree = parse(bytes.span, reusing: workplace.tree.take() ?? Tree())
    let result = format(bytes, tree, file, rest)
    workplace.tree = consume tree
    return result
  }

  private func format(_ bytes: [UInt8], _ tree: borrowing Tree, _ file: FoundFile, _ rest: [UInt8]) -> FormatResult {
    let name = file.shown.shown
    if tree.faults.first?.kind == .pajekFile {
      return .passedOver("`\(name)` is left as it is: it is a Pajek network, not notes", rest)
    }
    let range = lines.map { byteRange(of: $0, bytes) }
    // To say that a file would change takes no proof of how.
    if mode == .check || mode == .list {
      let edits = formattingEdits(of: tree, bytes.span, in: range)
      return edits.isEmpty ? .canonical([]) : .changed(FormattedText(edits: edits, bytes: []), old: [])
    }
    let formatted: FormattedText?
    do throws(FormatDifference) { formatted = try NetFormat.format(bytes, tree, in: range) } catch {
      return .failed(
        "internal error: formatting `\(name)` would change more than its form (\(error.reason)); it is left as it is",
        help: "please report this, if you can with the lines it is about", rest)
    }
    guard let formatted else { return .canonical(rest) }
    guard mode.writes, case .file(let path) = file.source else { return .changed(formatted, old: bytes) }
    do throws(FileError) {
      try replaceFile(path, shown: file.shown, expecting: bytes.span, with: formatted.bytes.span)
    } catch {
      return .failed(error.message, help: nil, rest)
    }
    return .changed(FormattedText(edits: [], bytes: []), old: [])
  }
}

/// Where the first byte stands that is not UTF-8.
private func firstInvalid(_ bytes: [UInt8]) -> Position? {
  do throws(UTF8.ValidationError) {
    _ = try UTF8Span(validating: bytes.span)
    return nil
  } catch {
    return LineIndex(bytes.span).position(of: error.byteOffsets.lowerBound, in: bytes.span)
  }
}

/// The bytes of some lines, from the first of the first to behind the last; lines behind the end are empty.
private func byteRange(of lines: ClosedRange<Int>, _ bytes: [UInt8]) -> ByteRange {
  let index = LineIndex(bytes.span)
  func start(_ line: Int) -> Int { line <= index.lineCount ? index.start(ofLine: line) : bytes.count }
  return ByteRange(start(lines.lowerBound), start(lines.upperBound + 1))
}
