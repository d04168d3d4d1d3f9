import KithFiles
import NetFormat
import NetSyntax

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
    parallelMap(
      count: files.count, threads: threads, makeState: { Workplace() },
      body: { workplace, number in
        defer { progress.step() }
        return format(files[number], &workplace)
      })
  }

  private func format(_ file: FoundFile, _ workplace: inout Workplace) -> FormatResult {
    do throws(FileError) { try file.read(into: &workplace.bytes) } catch {
      return FormatResult(.failed(error.message, help: nil))
    }
    let bytes = workplace.bytes
    let tree = parse(bytes.span, reusing: workplace.tree.take() ?? Tree())
    let result = format(bytes, tree, file)
    workplace.tree = consume tree
    return result
  }

  private func format(_ bytes: [UInt8], _ tree: borrowing Tree, _ file: FoundFile) -> FormatResult {
    let isFilter = mode.writes && file.source == .standardInput
    var result = FormatResult(.canonical, text: isFilter ? bytes : nil)
    if let refusal = refusal(bytes, tree, file) {
      result.outcome = refusal
      return result
    }
    let range = lines.map { byteRange(of: $0, bytes) }
    // To say that a file would change takes no proof of how.
    if mode == .check || mode == .list {
      let isCanonical = formattingEdits(of: tree, bytes.span, in: range).isEmpty
      return FormatResult(isCanonical ? .canonical : .wouldChange(nil))
    }
    let formatted: FormattedText?
    do throws(FormatDifference) { formatted = try NetFormat.format(bytes, tree, in: range) } catch {
      result.outcome = .failed(
        "internal error: formatting `\(file.shown.shown)` would change more than its form (\(error.reason)); "
          + "it is left as it is", help: "please report this, if you can with the lines it is about")
      return result
    }
    guard let formatted else { return result }
    if mode == .diff {
      let diff = UnifiedDiff(maskingSecretsOf: bytes, applying: formatted.edits, name: file.shown.bytes)
      return FormatResult(.wouldChange(diff))
    }
    guard case .file(let path) = file.source else { return FormatResult(.formatted, text: formatted.bytes) }
    do throws(FileError) {
      try replaceFile(path, shown: file.shown, expecting: bytes.span, with: formatted.bytes.span)
    } catch {
      return FormatResult(.failed(error.message, help: nil))
    }
    return FormatResult(.formatted)
  }

  /// Why a file is not formatted, if it is not.
  private func refusal(_ bytes: [UInt8], _ tree: borrowing Tree, _ file: FoundFile) -> FormatResult.Outcome? {
    if let refusal = FormatRefusal(bytes, tree) {
      let message = refusal.message(about: file.shown.shown)
      return refusal.isFault ? .failed(message, help: refusal.help) : .passedOver(message)
    }
    // Other programs have files of this ending too: circuits, networks.
    if file.source != .standardInput, !file.isNamed, !tree.holdsRecord, tree.nodeCount > 1 {
      return .passedOver(
        "`\(file.shown.shown)` is left as it is: there is no record in it; name it to have it formatted")
    }
    return nil
  }
}

/// The bytes of some lines, from the first of the first to behind the last; lines behind the end are empty.
private func byteRange(of lines: ClosedRange<Int>, _ bytes: [UInt8]) -> ByteRange {
  let index = LineIndex(bytes.span)
  func start(_ line: Int) -> Int { line <= index.lineCount ? index.start(ofLine: line) : bytes.count }
  return ByteRange(start(lines.lowerBound), start(lines.upperBound + 1))
}
