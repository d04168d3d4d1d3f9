import NetFormat
import NetModel
import NetSyntax

/// What came of applying fixes.
public struct AppliedFixes: Sendable {
  /// The findings that were fixed, pass by pass, as they were when they were found.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// The findings whose fixes are wanted and not applied: those that would let others read what is private, and those of files
  /// in which a comment seems to steer the tool and is not understood, since it may be about them.
  public var heldBack: [Diagnostic] = []
  /// What it comes to in each file that has changed, by its number: edits of what it was.
  public internal(set) var edits: [Int: [TextEdit]] = [:]

  /// Nothing has been fixed.
  public init() {}
}

/// Why fixes do not come to an end; that is a fault of a rule or of the formatter, and the files are better left alone.
public enum FixFault: Error, Hashable, Sendable {
  /// After the most passes there are, some rules still have something to fix.
  case endless(rules: [String])
  /// A file could not be formatted once it was fixed.
  case format(file: Int, FormatDifference)
}

extension Diagnostic {
  /// Whether it is about a comment that asks for something that is not understood.
  public var isUnclearSteering: Bool {
    rule.name == unknownDirective.info.name || rule.name == unknownRule.info.name
  }
}

extension [Diagnostic] {
  /// The edits of their fixes by file, in order.
  var fixEdits: [Int: [TextEdit]] {
    Dictionary(grouping: self, by: \.file).mapValues { found in
      found.flatMap { $0.fix?.edits ?? [] }.sorted { $0.range < $1.range }
    }
  }
}

extension LintedNotebook {
  /// The most passes in which fixes are applied.
  private static let mostPasses = 100

  /// The most findings of a rule in a file that a pass lists. Each takes about a kilobyte.
  private static let mostAtOnce = 1_000_000

  /// Applies fixes until none is left that is wanted, and formats the files that were canonical before, and those
  /// whose being unformatted is a finding itself.
  ///
  /// In each pass those fixes are applied that keep out of each other's way, and everything is checked anew. The notebook is
  /// then as it is with the fixes. Where more is found than is listed, each pass lists ten times as much as the one before,
  /// up to a million, so that the time grows as the text does.
  ///
  /// - Parameter isWanted: Whether the fix of a finding, which has one, is to be applied.
  public mutating func applyFixes(where isWanted: (Diagnostic) -> Bool) throws(FixFault) -> AppliedFixes {
    var applied = AppliedFixes()
    var changes: [Int: FileChange] = [:]
    for _ in 0..<Self.mostPasses {
      let unclear = Set(diagnostics.filter(\.isUnclearSteering).map(\.file))
      let all = diagnostics.filter { $0.fix != nil && isWanted($0) }
      let wanted = all.filter { !unclear.contains($0.file) || $0.isUnclearSteering }
      let compatible = compatibleFixes(wanted.filter { $0.rule.name != unformatted.info.name }) { files[$0].bytes }
      let chosen = compatible.isEmpty ? [] : PrivacyGuard(files, notebook)?.harmless(compatible) ?? compatible
      var edits = chosen.fixEdits
      applied.diagnostics += chosen
      if edits.isEmpty {
        let loose = wanted.filter { $0.rule.name == unformatted.info.name }
        edits = try formatting(loose, changes.filter { !unclear.contains($0.key) })
        applied.diagnostics += loose
      }
      if edits.isEmpty {
        applied.heldBack = all
        applied.edits = changes.mapValues(\.composed.edits).filter { !$0.value.isEmpty }
        listAsUsual(changes.keys)
        return applied
      }
      if diagnostics.contains(where: { $0.standsForMore && edits[$0.file] != nil }) {
        linter.limit = min(10 * linter.limit, Self.mostAtOnce)
      }
      var texts: [Int: [UInt8]] = [:]
      for (file, edits) in edits {
        changes[file, default: FileChange(files[file].bytes)].composed.apply(edits)
        texts[file] = files[file].bytes.applying(edits)
      }
      replace(texts)
    }
    let left = diagnostics.filter { $0.fix != nil && isWanted($0) }.map(\.rule.name)
    throw .endless(rules: Set(left).sorted())
  }

  /// Lists no more of some files than is listed of any.
  private mutating func listAsUsual(_ numbers: some Sequence<Int>) {
    if linter.limit == Findings.most { return }
    linter.limit = Findings.most
    replace(Dictionary(uniqueKeysWithValues: numbers.map { ($0, files[$0].bytes) }))
  }

  /// The edits that format the files of some findings, and those files that were canonical before they were fixed.
  private func formatting(
    _ findings: [Diagnostic], _ changes: [Int: FileChange]
  ) throws(FixFault) -> [Int: [TextEdit]] {
    var edits: [Int: [TextEdit]] = [:]
    let numbers = Set(findings.map(\.file)).union(changes.filter(\.value.wasCanonical).keys)
    for number in numbers.sorted() {
      let bytes = files[number].bytes
      do throws(FormatDifference) {
        guard let formatted = try format(bytes, parse(bytes.span, reusing: Tree())) else { continue }
        edits[number] = formatted.edits
      } catch {
        throw .format(file: number, error)
      }
    }
    return edits
  }
}

/// What has changed in a file.
private struct FileChange {
  var composed: ComposedEdits
  /// Whether the file was in canonical form, and is to be so again.
  let wasCanonical: Bool

  init(_ bytes: [UInt8]) {
    composed = ComposedEdits(of: bytes)
    wasCanonical =
      (try? UTF8Span(validating: bytes.span)) != nil
      && formattingEdits(of: parse(bytes.span, reusing: Tree()), bytes.span).isEmpty
  }
}

/// Those of some fixes, which are in the order of files and places, that can be applied at once: of two whose edits stand
/// in one line the first, unless they are of one rule and the second comes behind the first.
///
/// What one fix makes of a line can change what another is about, which the next pass then sees.
private func compatibleFixes(_ wanted: [Diagnostic], _ bytes: (Int) -> [UInt8]) -> [Diagnostic] {
  /// By line: whose edits stand in it, and where the last of them ends.
  var taken: [Int: (rule: String, end: Int)] = [:]
  var chosen: [Diagnostic] = []
  var file: (number: Int, lines: LineIndex)?
  for diagnostic in wanted {
    if diagnostic.file != file?.number {
      file = (diagnostic.file, LineIndex(bytes(diagnostic.file).span))
      taken = [:]
    }
    guard let lines = file?.lines, let edits = diagnostic.fix?.edits else { continue }
    let touched = edits.map { lines.line(of: $0.range.start)...lines.line(of: $0.range.end) }
    let isFree = zip(edits, touched).allSatisfy { edit, touched in
      touched.allSatisfy { line in
        taken[line].map { $0.rule == diagnostic.rule.name && $0.end < edit.range.start } ?? true
      }
    }
    if !isFree { continue }
    for (edit, touched) in zip(edits, touched) {
      for line in touched { taken[line] = (diagnostic.rule.name, edit.range.end) }
    }
    chosen.append(diagnostic)
  }
  return chosen
}
