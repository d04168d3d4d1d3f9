import NetLint
import NetModel
import NetSyntax

/// Decides what may be seen of findings. Whatever is shown of one has gone through here.
struct Discretion {
  /// Whether only the writer reads along, so that private lines may be shown.
  let seesPrivate: Bool

  /// A finding whose words and edits may be seen: no secret is in them, and nothing private where others may read along.
  ///
  /// A fix that is not to be seen has no edits.
  func shown(_ diagnostic: Diagnostic, _ files: SourceFiles) -> Diagnostic {
    let masked = files.secrets.masked(diagnostic)
    return seesPrivate ? masked : withoutPrivate(masked, files)
  }

  /// A finding for the formats that programs read; `open` gives the files it is about.
  func finding(_ diagnostic: Diagnostic, _ files: SourceFiles, open: (Int) -> OpenSource) -> ShownFinding {
    let shown = shown(diagnostic, files)
    let source = open(shown.file)
    let labels = shown.labels.map {
      ShownLabel(place: ShownPlace($0.range, of: open($0.file)), message: $0.message)
    }
    var fix: ShownFix?
    // What is masked, or not to be seen, nobody could apply.
    if let offered = shown.fix, offered.edits == diagnostic.fix?.edits {
      fix = ShownFix(
        isSafe: offered.isSafe, title: offered.title,
        edits: offered.edits.map { ShownFix.Edit(place: ShownPlace($0.range, of: source), text: $0.replacement) })
    }
    return ShownFinding(
      rule: shown.rule, place: ShownPlace(shown.range, of: source), message: shown.message, help: shown.help,
      labels: labels, fix: fix, standsForMore: shown.standsForMore)
  }

  /// A finding without what is private: what private lines hold, and what private records are called.
  private func withoutPrivate(_ diagnostic: Diagnostic, _ files: SourceFiles) -> Diagnostic {
    var shown = diagnostic
    let isPrivate =
      files.isPrivate(diagnostic.file, diagnostic.range)
      || diagnostic.labels.contains { files.isPrivate($0.file, $0.range) }
    let isClear = !files.hasBackticks(diagnostic.file) && !diagnostic.labels.contains { files.hasBackticks($0.file) }
    func words(_ text: String, quoting isQuoting: Bool = false) -> String {
      let text = files.withoutPrivateNames(text)
      return isPrivate || isQuoting ? withoutQuotes(text, isClear: isClear) : text
    }
    shown.message = words(shown.message)
    shown.help = shown.help.map { words($0) }
    for index in shown.labels.indices { shown.labels[index].message = words(shown.labels[index].message) }
    guard let fix = shown.fix else { return shown }
    // Edits of private lines, and such as write what a private record is called.
    let isHidden = fix.edits.contains {
      files.isPrivate(diagnostic.file, $0.range) || files.withoutPrivateNames($0.replacement) != $0.replacement
    }
    shown.fix = Fix(
      isSafe: fix.isSafe, title: words(fix.title, quoting: isHidden), edits: isHidden ? [] : fix.edits)
    return shown
  }
}

/// What rules quote that is not from notes.
private let ownWords: Set = Set(["kith format", "#private", "tags: #private"] + RecordKind.allCases.map(\.name))

/// A sentence without what it quotes from notes, which stands in backticks.
///
/// - Parameter isClear: Whether no quote holds backticks itself. Else all is left out from the first to the last.
private func withoutQuotes(_ text: String, isClear: Bool) -> String {
  if isClear {
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset.isMultiple(of: 2) || ownWords.contains(String($0.element)) ? String($0.element) : "…" }
      .joined(separator: "`")
  }
  guard let first = text.firstIndex(of: "`"), let last = text.lastIndex(of: "`"), first < last else { return text }
  return text[...first] + "…" + text[last...]
}
