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
    let results = Mutex([FormatResult](repeating: FormatResult(.canonical), count: files.count))
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
    let left = "`\(file.shown.shown)` is left as it is"
    if let place = firstInvalid(bytes) {
      return .failed(
        "\(left): the byte at line \(place.line), column \(place.column) is not UTF-8",
        help: "save it as UTF-8 first; `kith rule invalid-utf8` says more")
    }
    if tree.faults.first?.kind == .pajekFile { return .passedOver("\(left): it is a Pajek network, not notes") }
    if bytes.contains(0) {
      return .failed(
        "\(left): it holds NUL bytes, which no text does", help: "if it is in UTF-16, save it as UTF-8 first")
    }
    if hasBareReturns(bytes) {
      return .failed("\(left): its lines end in carriage returns alone", help: "save it with LF line ends first")
    }
    // Other programs have files of this ending too: circuits, networks.
    if file.source != .standardInput, !file.isNamed, !tree.holdsRecord, tree.nodeCount > 1 {
      return .passedOver("\(left): there is no record in it; name it to have it formatted")
    }
    return nil
  }
}

/// Whether a text has carriage returns where lines should end, as files of old computers do.
private func hasBareReturns(_ bytes: [UInt8]) -> Bool {
  guard let first = bytes.firstIndex(of: 0x0D), first + 1 < bytes.count else { return false }
  return !bytes.dropLast().contains(0x0A)
}

/// Where the first byte stands that is not UTF-8.
func firstInvalid(_ bytes: [UInt8]) -> Position? {
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
