import NetModel
import NetSyntax

extension LintedNotebook {
  /// Adds comments that ask to ignore all that is reported, so that old notes can be checked from now on.
  ///
  /// Where a comment can stand above the line in question it does; what is found about a file as a whole, in a code fence,
  /// or otherwise cannot be ignored so, is ignored for the file. What is reported of such comments themselves stays.
  ///
  /// - Parameters:
  ///   - reason: What to write behind `--`; nil for nothing.
  ///   - isWanted: Whether a finding is to be ignored.
  public mutating func addIgnores(reason: String?, where isWanted: (Diagnostic) -> Bool) -> AppliedFixes {
    var applied = AppliedFixes()
    applied.diagnostics = diagnostics.filter { isIgnorable($0) && isWanted($0) }
    var composed: [Int: ComposedEdits] = [:]
    for scope in [Suppression.Scope.line, .file] {
      let found = diagnostics.filter { isIgnorable($0) && isWanted($0) }
      var texts: [Int: [UInt8]] = [:]
      for (file, found) in Dictionary(grouping: found, by: \.file) {
        let bytes = files[file].bytes
        let comments = IgnoreComments(files[file], reason: reason)
        let edits = scope == .line ? comments.above(found.filter { !isOfWholeFile($0) }) : comments.atTop(found)
        if edits.isEmpty { continue }
        composed[file, default: ComposedEdits(of: bytes)].apply(edits)
        texts[file] = bytes.applying(edits)
      }
      replace(texts)
    }
    let left = Set(diagnostics.map(\.placeless))
    applied.diagnostics.removeAll { left.contains($0.placeless) }
    applied.edits = composed.mapValues(\.edits)
    return applied
  }

  private func isOfWholeFile(_ diagnostic: Diagnostic) -> Bool { diagnostic.rule.name == unformatted.info.name }

  /// What is said of steering comments is not ignored by another one, and a file that is no notation can have none.
  private func isIgnorable(_ diagnostic: Diagnostic) -> Bool {
    !diagnostic.rule.code.hasPrefix("N6") && diagnostic.rule.name != pajekFile.info.name
  }
}

extension Diagnostic {
  /// What stays of a finding when lines are put in above it.
  fileprivate var placeless: [String] { ["\(file)", rule.name, message] }
}

/// The comments to be added to one file.
private struct IgnoreComments {
  private let bytes: [UInt8]
  private let suppressions: [Suppression]
  private let reason: String
  private let lines: LineIndex
  /// Lines that no comment can stand above, since they are code.
  private let fences: [ByteRange]
  /// The byte-order mark of the file, which stays the first thing in it; empty where there is none.
  private let mark: ByteRange

  init(_ file: LintedNotebook.File, reason: String?) {
    let bytes = file.bytes
    self.bytes = bytes
    suppressions = file.findings.suppressions
    // A line end would end the comment.
    self.reason =
      reason.map { reason in " -- " + reason.split(whereSeparator: \.isNewline).joined(separator: " ") } ?? ""
    lines = LineIndex(bytes.span)
    let tree = parse(bytes.span, reusing: Tree())
    var fences: [ByteRange] = []
    for node in 0..<tree.nodeCount where tree.kind(ofNode: node) == .fence { fences.append(tree.range(ofNode: node)) }
    self.fences = fences
    let first = (0..<tree.tokenCount).first { tree.kind(ofToken: $0) != .space && tree.kind(ofToken: $0) != .lineEnd }
    let isMark = first.map { tree.kind(ofToken: $0) == .byteOrderMark } ?? false
    mark = isMark ? tree.range(ofToken: first ?? 0) : ByteRange(0, 0)
  }

  /// Comments above the lines of some findings, which are in order.
  func above(_ found: [Diagnostic]) -> [TextEdit] {
    let byLine = Dictionary(grouping: found) { lines.line(of: $0.range.start) }
    return byLine.keys.sorted().compactMap { line in
      let start = lines.start(ofLine: line)
      if fences.contains(where: { $0.start < start && start < $0.end }) { return nil }
      let names = names(of: byLine[line] ?? [])
      let known = suppressions.last { $0.scope != .file && $0.covered?.start == start }
      return edit(adding: names, to: known, else: "ignore", at: start)
    }.sorted { $0.range < $1.range }
  }

  /// A comment at the top for findings of the whole file.
  func atTop(_ found: [Diagnostic]) -> [TextEdit] {
    edit(adding: names(of: found), to: suppressions.last { $0.scope == .file }, else: "ignore-file", at: mark.start).map
    { [$0] }
      ?? []
  }

  private func names(of found: [Diagnostic]) -> [String] {
    var names: [String] = []
    for name in found.map(\.rule.name) where !names.contains(name) { names.append(name) }
    return names
  }

  private func edit(adding names: [String], to known: Suppression?, else command: String, at start: Int) -> TextEdit? {
    if names.isEmpty { return nil }
    let list = names.joined(separator: ", ")
    if let last = known?.names.last {
      return TextEdit(range: ByteRange(last.range.end, last.range.end), replacement: ", " + list)
    }
    let place = start == mark.start ? mark.end : start
    let end = lineEnd(bytes.span, from: place)
    let lineEnd = end > place && bytes[end - 1] == UInt8(ascii: "\r") && end < bytes.count ? "\r\n" : "\n"
    return TextEdit(
      range: ByteRange(place, place), replacement: "// kith: \(command) \(list)\(reason)\(lineEnd)")
  }
}
