import NetLint
import NetModel
import NetSyntax

/// What does not hold of a notebook's fixes, each applied by itself, and of all safe ones together.
///
/// - Returns: What does not hold, and how many fixes were tried.
package func fixViolations(_ files: [CheckedNotebook.File], _ linter: Linter) -> (violations: [String], tried: Int) {
  let notebook = ReportedNotebook(files, linter)
  let findings = notebook.diagnostics.filter { $0.fix != nil }
  var violations = findings.flatMap { fixViolations(notebook, $0, linter) }
  if findings.contains(where: { $0.fix?.isSafe == true }), !comesToAnEnd(notebook, linter) {
    violations.append("the safe fixes come to no end")
  }
  return (violations, findings.count)
}

/// Whether applying the first safe fix again and again comes to an end.
private func comesToAnEnd(_ notebook: ReportedNotebook, _ linter: Linter) -> Bool {
  var notebook = notebook
  for _ in 0..<100 {
    guard let next = notebook.diagnostics.first(where: { $0.fix?.isSafe == true }), let fix = next.fix else {
      return true
    }
    notebook = ReportedNotebook(notebook.files(with: fix, of: next.file), linter)
  }
  return false
}

/// What does not hold of a finding's fix, applied by itself, that must hold of every one.
///
/// Of all fixes: the finding is gone, no other came, and no letters are lost but those that the finding is about. Of safe
/// ones also: no other record says anything else, and of its own record only what stands where the finding does.
package func fixViolations(_ old: ReportedNotebook, _ diagnostic: Diagnostic, _ linter: Linter) -> [String] {
  guard let fix = diagnostic.fix else { return [] }
  let bytes = old.files[diagnostic.file].bytes
  let misplaced = editViolations(fix.edits, bytes)
  if !misplaced.isEmpty { return misplaced }
  let files = old.files(with: fix, of: diagnostic.file)
  if String(validating: files[diagnostic.file].bytes, as: UTF8.self) == nil { return ["it is no longer UTF-8"] }
  let new = ReportedNotebook(files, linter)
  var violations = findingViolations(old, new, diagnostic, fix)
  let lost = lostLetters(diagnostic, fix, bytes)
  if !lost.isEmpty, !mayLoseLetters.contains(diagnostic.rule.name) { violations.append("it loses `\(lost)`") }
  if fix.isSafe { violations += meaningViolations(old, new, diagnostic, fix) }
  return violations.map { "\(diagnostic.rule.name) (\(fix.isSafe ? "safe" : "unsafe"), \(fix.title)): \($0)" }
}

/// Rules whose page says that their fix takes away something that stands beside the finding.
private let mayLoseLetters: Set = [
  "duplicate-field",  // The value, which is that of the first.
  "almost-private",  // The value of `private: yes`.
  "almost-head",  // The number before a head.
]

// MARK: Findings

/// That the finding is gone, and no other came.
private func findingViolations(
  _ old: ReportedNotebook, _ new: ReportedNotebook, _ diagnostic: Diagnostic, _ fix: Fix
) -> [String] {
  var violations: [String] = []
  let moved = Moved(fix.edits)
  let place = moved.range(diagnostic.range)
  let isThere = new.diagnostics.contains {
    $0.rule == diagnostic.rule && $0.file == diagnostic.file && $0.range.touches(place)
  }
  let isLike = { (other: Diagnostic) in
    other.rule == diagnostic.rule && other.file == diagnostic.file && other.message == diagnostic.message
  }
  // Where all that it was about is gone, something else stands there.
  let isGone = place.isEmpty && !diagnostic.range.isEmpty
  if isThere, !isGone, new.diagnostics.count(where: isLike) >= old.diagnostics.count(where: isLike) {
    violations.append("the finding is still there")
  }
  var known: [Said: Int] = [:]
  for other in old.all { known[Said(other), default: 0] += 1 }
  for other in new.diagnostics {
    if let count = known[Said(other)], count > 0 {
      known[Said(other)] = count - 1
      continue
    }
    let isOld = old.all.contains {
      $0.rule == other.rule && $0.file == other.file
        && ($0.file == diagnostic.file ? moved.range($0.range) : $0.range).touches(other.range)
    }
    if isOld || mayCome(other, of: diagnostic, old, new) { continue }
    violations.append("\(other.rule.name) came: \(other.message)")
  }
  return violations
}

/// What a finding says, wherever it stands.
private struct Said: Hashable {
  var file: Int
  var rule: String
  var message: String

  init(_ diagnostic: Diagnostic) {
    (file, rule, message) = (diagnostic.file, diagnostic.rule.name, diagnostic.message)
  }
}

/// Rules that compare what stands in two places, one of which may be what a fix gave; and those that ask who was there.
private let comparing: Set = [
  "met-after-meeting", "after-death", "before-birth", "duplicate-meeting", "duplicate-person", "introduction-cycle",
  "contradictory-relation", "title-only-participant", "private-leak",
  "unknown-people", "lonely-intro",
]

/// Rules that report the first of several in one line, heading or word; by itself each would be reported.
private let speakingOnce: Set = [
  "extra-handle", "control-character", "bidirectional-control", "invisible-character", "stray-due", "almost-task",
  "field-outside-header",
]

/// By rule, what its fix may bring to light: what is said only of what it writes, or only where nothing is said of what it
/// mends.
private let bringing: [String: Set<String>] = [
  // What becomes an item may be a record's first, which holds fields that are lost in it.
  "almost-head": ["invalid-date", "almost-private", "wide-mark", "field-outside-header"],
  "almost-task": ["field-outside-header"],
  "date-not-iso": ["done-without-check"],
  "empty-field": ["meeting-without-people", "perhaps-no-person", "field-outside-header"],
  "stray-indent": ["field-outside-header"],
  // Whoever is meant may be oneself, who meets nobody.
  "unknown-mention": ["invisible-character", "meeting-without-people"],
  "unnormalised-handle": ["almost-private"],
  "wide-mark": [
    "unlinked-name", "self-reference", "too-deep", "empty-heading", "stray-indent", "field-outside-header",
  ],
  "wiki-link": ["almost-head"],
]

/// Rules without whose fix others do not see a line as readers do.
private let hiding: Set = [
  "control-character", "bidirectional-control", "invisible-character", "misplaced-byte-order-mark",
]

/// Rules on what a record goes by: a fix that is not safe may make a record, and one of the same name be there already.
private let naming: Set = [
  "duplicate-handle", "shadowed-name", "shadowed-aka", "ambiguous-mention", "unknown-mention", "unlinked-name",
  "mention-then-name", "perhaps-no-person", "self-reference",
]

/// Whether a finding that was not there may come when another is mended.
///
/// A fix says once what the writer meant, and what is read then may have a mistake of its own: a line that becomes a
/// task may have a date that does not exist. So a finding may come in a text that is read as something else than before.
private func mayCome(_ other: Diagnostic, of mended: Diagnostic, _ old: ReportedNotebook, _ new: ReportedNotebook)
  -> Bool
{
  if !other.rule.isDefault, other.rule != mended.rule { return true }
  let rule = other.rule.name
  if comparing.contains(rule) || bringing[mended.rule.name]?.contains(rule) == true { return true }
  if other.rule == mended.rule, speakingOnce.contains(rule) { return true }
  guard let fix = mended.fix else { return false }
  // Lines may be other ones without what parted them.
  if mended.rule.name == "control-character" { return true }
  if !fix.isSafe, naming.contains(rule) { return true }
  guard other.file == mended.file else { return false }
  let bytes = old.files[mended.file].bytes
  let back = zip(fix.edits, fix.edits.newRanges).map { edit, new in
    TextEdit(
      range: new, replacement: String(decoding: bytes[edit.range.start..<edit.range.end], as: UTF8.self))
  }
  let place = Moved(back).range(other.range).start
  // The note, or the value that a line was taken from, is another one now.
  let readsAnew = hiding.contains(mended.rule.name) || mended.rule.name == "stray-indent"
  let lines = lineStarts(around: mended.range.start, in: ParsedFile(bytes))
  if readsAnew, lines.contains(where: { isOneLine(bytes, $0, place) }) { return true }
  return Reading(place, in: ParsedFile(bytes))
    != Reading(other.range.start, in: ParsedFile(new.files[other.file].bytes))
}

private func isOneLine(_ bytes: [UInt8], _ one: Int, _ other: Int) -> Bool {
  !bytes[min(one, other)..<max(one, other)].contains(UInt8(ascii: "\n"))
}

/// As what a place is read.
private struct Reading: Equatable {
  var record: RecordKind?
  var heading = ""
  var node = NodeKind.file
  var isFirstLine = true
  var isTask = false
  var isDated = false
  var key = ""
  var token = TokenKind.text

  init(_ offset: Int, in file: borrowing ParsedFile) {
    func text(_ range: ByteRange) -> String { String(decoding: file.bytes[range.start..<range.end], as: UTF8.self) }
    if let facts = file.facts.records.last(where: { $0.heading.start <= offset }) {
      (record, heading) = (facts.kind, text(facts.heading))
    }
    for index in 0..<file.tree.nodeCount {
      let range = file.tree.range(ofNode: index)
      guard range.start <= offset, offset < range.end else { continue }
      node = file.tree.kind(ofNode: index)
      isFirstLine = isOneLine(file.bytes, range.start, offset)
      let parts = node == .item ? file.tree.itemParts(ofNode: index) : nil
      (isTask, isDated) = (parts?.checkbox != nil, parts?.date != nil)
      if node == .field { key = text(file.tree.range(ofToken: file.tree.fieldParts(ofNode: index).key)) }
    }
    for index in 0..<file.tree.tokenCount where file.tree.range(ofToken: index).start <= offset {
      token = file.tree.kind(ofToken: index)
    }
  }
}

/// Where what stood in a file stands once some edits are made.
private struct Moved {
  private let edits: [TextEdit]
  private let news: [ByteRange]

  init(_ edits: [TextEdit]) {
    self.edits = edits
    news = edits.newRanges
  }

  func range(_ range: ByteRange) -> ByteRange {
    let start = offset(range.start) { $0.start }
    return ByteRange(start, max(start, offset(range.end) { $0.end }))
  }

  private func offset(_ offset: Int, inside end: (ByteRange) -> Int) -> Int {
    var growth = 0
    for (edit, new) in zip(edits, news) {
      if offset < edit.range.start { break }
      if offset < edit.range.end { return offset == edit.range.start ? new.start : end(new) }
      growth = new.end - edit.range.end
    }
    return offset + growth
  }
}

extension ByteRange {
  fileprivate func touches(_ other: ByteRange) -> Bool {
    start < max(other.end, other.start + 1) && other.start < max(end, start + 1)
  }
}

// MARK: Letters

/// The letters and digits that a fix takes away outside of what the finding is about, and writes nowhere.
private func lostLetters(_ diagnostic: Diagnostic, _ fix: Fix, _ bytes: [UInt8]) -> String {
  var written = fix.edits.map(\.replacement).joined().lowercased().unicodeScalars.filter(isLetterOrDigit)
  var lost = ""
  for edit in fix.edits {
    let before = edit.range.start..<max(edit.range.start, min(edit.range.end, diagnostic.range.start))
    let behind = max(edit.range.start, min(edit.range.end, diagnostic.range.end))..<edit.range.end
    for range in [before, behind] {
      for scalar in String(decoding: bytes[range], as: UTF8.self).lowercased().unicodeScalars
      where isLetterOrDigit(scalar) {
        if let place = written.firstIndex(of: scalar) {
          written.remove(at: place)
        } else {
          lost.unicodeScalars.append(scalar)
        }
      }
    }
  }
  return lost
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isAlphabetic || scalar.properties.numericType != nil
}

// MARK: Meaning

/// That no other record says anything else, and the finding's own only where the finding stands, or where the fix moves
/// what it is about.
private func meaningViolations(
  _ old: ReportedNotebook, _ new: ReportedNotebook, _ diagnostic: Diagnostic, _ fix: Fix
) -> [String] {
  let (before, after) = (SaidParts.all(of: old.files), SaidParts.all(of: new.files))
  guard before.map(\.count) == after.map(\.count) else { return ["there are other records"] }
  let oldFile = ParsedFile(old.files[diagnostic.file].bytes)
  let newFile = ParsedFile(new.files[diagnostic.file].bytes)
  let offset = diagnostic.range.start
  let own = oldFile.facts.records.count { oldFile.tree.range(ofNode: $0.node).start <= offset }
  // What stands with the finding in one note or field may be read as several afterwards.
  let moved = Moved(fix.edits)
  var places: Set = [SaidPlace(offset, in: oldFile), SaidPlace(moved.range(diagnostic.range).start, in: newFile)]
  for line in lineStarts(around: offset, in: oldFile) {
    places.insert(SaidPlace(moved.range(ByteRange(line, line)).start, in: newFile))
  }
  var violations: [String] = []
  for (file, (before, after)) in zip(before, after).enumerated() {
    for (record, (before, after)) in zip(before, after).enumerated() {
      if file == diagnostic.file, record == own {
        violations += differences(before, after, besides: places).map { "\($0) of its record changes" }
      } else if before.record != after.record || before.notes != after.notes {
        violations.append("record \(record) of file \(file) says something else")
      }
    }
  }
  return violations
}

/// Where the lines start of the note, field or heading that holds an offset.
private func lineStarts(around offset: Int, in file: borrowing ParsedFile) -> [Int] {
  var whole = ByteRange(offset, offset)
  for node in 0..<file.tree.nodeCount {
    let range = file.tree.range(ofNode: node)
    guard range.start <= offset, offset < range.end else { continue }
    switch file.tree.kind(ofNode: node) {
    case .heading, .meetingHeading, .field, .section, .paragraph, .quote, .fence, .item: whole = range
    case .file, .preamble, .record, .separator, .list, .comment, .foreign: break
    }
  }
  return (whole.start..<whole.end).filter { $0 == whole.start || file.bytes[$0 - 1] == UInt8(ascii: "\n") }
}

/// What differs in a record besides what stands in some places.
private func differences(_ before: SaidParts, _ after: SaidParts, besides places: Set<SaidPlace>) -> [String] {
  let allowed = places.reduce(into: Set<String>()) { $0.formUnion($1.properties) }
  let (old, new) = (before.properties, after.properties)
  var differences = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] && !allowed.contains($0) }.sorted()
  let isContext = places.contains { $0.isContext }
  let (oldNotes, newNotes) =
    isContext ? (before.notes.withoutContext, after.notes.withoutContext) : (before.notes, after.notes)
  if oldNotes == newNotes { return differences }
  let above = zip(oldNotes, newNotes).prefix { $0 == $1 }.count
  let below = zip(oldNotes.dropFirst(above).reversed(), newNotes.dropFirst(above).reversed()).prefix { $0 == $1 }.count
  // Quotes directly above and below one another are one.
  let others = oldNotes[above..<(oldNotes.count - below)].filter { if case .quote = $0 { false } else { true } }
  if !places.contains(.note) || others.count > 1 { differences.append("another note") }
  return differences
}
