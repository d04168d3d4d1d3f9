import NetModel
import NetSyntax

/// The hidden characters of one line that a rule has something to say of.
struct HiddenLine {
  /// The first of them.
  let first: HiddenCharacter
  /// All of them, those side by side as one.
  private(set) var runs: [ByteRange]

  /// Whether all of them are of a kind that parts no words and hides nothing.
  private(set) var isAllSafe: Bool

  fileprivate init(_ first: HiddenCharacter) {
    self.first = first
    runs = [first.range]
    isAllSafe = first.kind.saysNothing
  }

  fileprivate mutating func add(_ hidden: HiddenCharacter) {
    let range = hidden.range
    isAllSafe = isAllSafe && hidden.kind.saysNothing
    if let last = runs.last, last.end == range.start {
      runs[runs.count - 1].end = range.end
    } else {
      runs.append(range)
    }
  }

  /// Reports the line, at its first run.
  ///
  /// - Parameter blanks: Whether a blank is to stand in place of what would else put two words together.
  func report(
    _ message: String, _ bytes: Span<UInt8>, isSafe: Bool, blanks: Bool = false, _ findings: inout Findings
  ) {
    var words: [ByteRange] = []
    var edits: [TextEdit] = []
    for run in runs {
      if run.start >= words.last?.end ?? 0 { words.append(word(bytes, around: run)) }
      let joins = run.start > 0 && !isGap(bytes, run.start - 1) && !isGap(bytes, run.end)
      edits.append(TextEdit(range: run, replacement: blanks && joins ? " " : ""))
    }
    let help = edits.contains { !$0.replacement.isEmpty } ? "write a blank in its place" : "remove it"
    let title = runs.count > 1 ? "remove all such" : help
    findings.report(
      runs[0], message, help: title, fix: Fix(isSafe: isSafe, title: title, edits: edits), silencingAll: words
    )
  }
}

/// Calls a closure for each line that holds wanted hidden characters.
func forEachHiddenLine(
  _ bytes: Span<UInt8>, where isWanted: (HiddenCharacter) -> Bool, _ body: (HiddenLine) -> Void
) {
  var line: HiddenLine?
  var end = 0
  var offset = 0
  while let found = nextHidden(bytes, from: offset) {
    offset = found.range.end
    guard isWanted(found) else { continue }
    if line != nil, found.range.start < end {
      line?.add(found)
      continue
    }
    if let line { body(line) }
    line = HiddenLine(found)
    end = lineEnd(bytes, from: found.range.end)
  }
  if let line { body(line) }
}
