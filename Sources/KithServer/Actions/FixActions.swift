import NetLint
import NetModel
import NetSyntax

extension CodeActions {
  /// The fixes of some findings of a file, each by itself, and what may be chosen of where several could be meant.
  mutating func addFixes(of found: [Diagnostic]) {
    for diagnostic in found {
      for proposal in diagnostic.proposals {
        add(CodeAction(title: proposal.title, kind: .quickFix, diagnostic: diagnostic, edits: proposal.edits))
      }
      guard let fix = diagnostic.fix else { continue }
      add(
        CodeAction(
          title: fix.title + caveat(fix, "it"), kind: .quickFix, diagnostic: diagnostic,
          isPreferred: fix.isSafe && !diagnostic.isOfForm,
          edits: fix.edits))
    }
  }

  /// All fixes of the rules that have found something where the user is, as far as they keep out of each other's way.
  mutating func addFixesOfRules(_ found: [Diagnostic], in all: [Diagnostic]) {
    var rules: Set<String> = []
    for diagnostic in found where diagnostic.fix != nil && rules.insert(diagnostic.rule.name).inserted {
      let alike = all.filter { $0.rule.name == diagnostic.rule.name && $0.fix?.isSafe == diagnostic.fix?.isSafe }
      let edits = alike.editsApart
      guard alike.count > 1, !edits.isEmpty else { continue }
      add(
        CodeAction(
          title: "fix all \(alike.count) of `\(diagnostic.rule.name)` in this file\(caveat(diagnostic.fix, "some"))",
          kind: .quickFix,
          diagnostic: diagnostic, edits: edits))
    }
  }

  /// Comments that ask for findings to be ignored.
  mutating func addIgnores(of found: [Diagnostic], in linted: LintedNotebook) {
    for diagnostic in found {
      let edits = linted.ignoringEdits(for: diagnostic)
      add(
        CodeAction(
          title: "ignore `\(diagnostic.rule.name)` \(diagnostic.isOfForm ? "in this file" : "here")", kind: .quickFix,
          diagnostic: diagnostic, edits: edits))
    }
  }

  /// A record for somebody who is mentioned and has none, at the end of the file.
  ///
  /// Of whom a private line speaks nobody else is to know.
  mutating func addMissingPeople(_ found: [Diagnostic], in file: borrowing OpenFile) {
    let found = found.filter { $0.rule.name == "unknown-mention" }
    if found.isEmpty { return }
    let reader = RecordReader(file.notebook, file: file.place.file, path: "", of: file.parsed)
    let privateRanges = reader.privateRanges(of: file.parsed)
    for diagnostic in found {
      let mention = file.text(diagnostic.range)
      guard let handle = Handle(String(mention.dropFirst())) else { continue }
      let end = file.bytes.count
      let lineEnd = lineEnding(file.bytes.span, around: end)
      let gap = end == 0 ? "" : file.bytes.last == Ascii.lineFeed ? lineEnd : lineEnd + lineEnd
      let isPrivate = privateRanges.contains { $0.overlaps(diagnostic.range) }
      let heading = "# \(name(ofHandle: "@" + handle.text)) @\(handle.text)" + (isPrivate ? " #private" : "")
      let record = TextEdit(range: ByteRange(end, end), replacement: gap + heading + lineEnd)
      add(
        CodeAction(
          title: "add a\(isPrivate ? " private" : "") person `\(handle)`", kind: .quickFix, diagnostic: diagnostic,
          edits: [record]))
    }
  }
}

/// What is to be said of a fix that may change what the notes say.
private func caveat(_ fix: Fix?, _ what: String) -> String {
  fix?.isSafe == false ? " (\(what) may not be what you mean)" : ""
}

extension Diagnostic {
  /// Whether it says that the file as a whole has another form than the canonical one, which is so while somebody types.
  var isOfForm: Bool { rule.name == "unformatted" }
}

extension [Diagnostic] {
  /// The edits of their fixes in order, but for those of a fix that would touch one before it.
  fileprivate var editsApart: [TextEdit] {
    var edits: [TextEdit] = []
    for diagnostic in self {
      guard let fix = diagnostic.fix?.edits, let first = fix.first else { continue }
      if let last = edits.last, first.range.start <= last.range.end { continue }
      edits += fix
    }
    return edits
  }
}
