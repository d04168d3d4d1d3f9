import NetModel
import NetSyntax

extension LintedNotebook {
  /// Adds comments that ask to ignore all that is reported, so that old notes can be checked from now on.
  ///
  /// Where a comment can stand above the line in question it does; what is found about a file as a whole, in a code fence,
  /// or otherwise cannot be ignored so, is ignored for the file. What is reported of such comments themselves stays, and so
  /// do secrets and conflicts of git's.
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

  /// The comment that asks for one finding to be ignored, as an edit of its file; none where that cannot be.
  package func ignoringEdits(for diagnostic: Diagnostic) -> [TextEdit] {
    guard isIgnorable(diagnostic) else { return [] }
    let comments = IgnoreComments(files[diagnostic.file], reason: nil)
    let above = isOfWholeFile(diagnostic) ? [] : comments.above([diagnostic])
    return above.isEmpty ? comments.atTop([diagnostic]) : above
  }

  private func isOfWholeFile(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule.name == unformatted.info.name || diagnostic.standsForMore
  }

  /// A secret is to be taken out and a conflict to be settled, not ignored. What is said of steering comments is not
  /// ignored by another one, a file that is no notation can have none, and front matter is none any more below a comment.
  private func isIgnorable(_ diagnostic: Diagnostic) -> Bool {
    !diagnostic.rule.code.hasPrefix("N6")
      && ![secret, mergeConflict, pajekFile, frontMatter].contains { $0.info.name == diagnostic.rule.name }
  }
}

extension Diagnostic {
  /// What stays of a finding when lines are put in above it.
  fileprivate var placeless: Placeless {
    Placeless(file: file, rule: rule.name, message: standsForMore ? nil : message)
  }
}

/// A finding wherever it stands.
private struct Placeless: Hashable {
  var file: Int
  var rule: String
  /// nil where it stands for others that are not listed.
  var message: String?
}

/// The comments to be added to one file.
private struct IgnoreComments {
  private let bytes: [UInt8]
  private let reason: String
  private let lines: LineIndex
  /// Lines that no comment can stand above, since they are code.
  private let fences: [ByteRange]
  /// The byte-order mark of the file, which stays the first thing in it; empty where there is none.
  private let mark: ByteRange
  /// Where the front matter ends, which is none any more with a comment above or in it; 0 where there is none.
  private let frontMatterEnd: Int

  init(_ file: LintedNotebook.File, reason: String?) {
    let bytes = file.bytes
    self.bytes = bytes
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
    frontMatterEnd = tree.frontMatterEnd
    mark = isMark ? tree.range(ofToken: first ?? 0) : ByteRange(0, 0)
  }

  /// Comments above the lines of some findings, which are in order.
  func above(_ found: [Diagnostic]) -> [TextEdit] {
    let byLine = Dictionary(grouping: found) { lines.line(of: $0.range.start) }
    return byLine.keys.sorted().compactMap { line in
      let start = lines.start(ofLine: line)
      if isComment(at: start) || isCode(at: start) || start < frontMatterEnd { return nil }
      return edit(names(of: byLine[line] ?? []), command: "ignore", at: start)
    }
  }

  /// A comment at the top, or below the front matter, for findings of the whole file.
  func atTop(_ found: [Diagnostic]) -> [TextEdit] {
    edit(names(of: found), command: "ignore-file", at: max(mark.start, frontMatterEnd)).map { [$0] } ?? []
  }

  private func names(of found: [Diagnostic]) -> [String] {
    var names: [String] = []
    for name in found.map(\.rule.name) where !names.contains(name) { names.append(name) }
    return names
  }

  /// A comment has a say in the line below it, not in itself.
  private func isComment(at start: Int) -> Bool { bytes[start...].starts(with: "//".utf8) }

  private func isCode(at start: Int) -> Bool {
    let fence = fences.partitioned { $0.end <= start }
    return fence < fences.count && fences[fence].start < start
  }

  private func edit(_ names: [String], command: String, at start: Int) -> TextEdit? {
    if names.isEmpty { return nil }
    let place = start == mark.start ? mark.end : start
    let lineEnd = lineEnding(bytes.span, around: place)
    // Front matter may be all there is, and nothing end its last line.
    let isOpen = place == bytes.count && place > mark.end && !bytes[place - 1].isOne(of: "\r\n")
    let comment = "// kith: \(command) \(names.joined(separator: ", "))\(reason)\(lineEnd)"
    return TextEdit(range: ByteRange(place, place), replacement: (isOpen ? lineEnd : "") + comment)
  }
}
