import NetSyntax
import Testing

/// The text before the edits marked in it as `⟨old|new⟩`, and the edits.
func edits(in marked: String) -> (old: String, edits: [TextEdit]) {
  var old = ""
  var edits: [TextEdit] = []
  for (number, part) in marked.split(separator: "⟨", omittingEmptySubsequences: false).enumerated() {
    guard number > 0, let bar = part.unicodeScalars.firstIndex(of: "|"),
      let end = part.unicodeScalars.firstIndex(of: "⟩")
    else {
      old += part
      continue
    }
    let start = old.utf8.count
    old += part[..<bar]
    let replacement = part[part.unicodeScalars.index(after: bar)..<end]
    edits.append(TextEdit(range: ByteRange(start, old.utf8.count), replacement: String(replacement)))
    old += part[part.unicodeScalars.index(after: end)...]
  }
  return (old, edits)
}

/// Text of few different lines, so that neighbours are often the same.
func randomText(upTo limit: Int, _ random: inout some RandomNumberGenerator) -> String {
  let pieces = ["\n", "\n", "a", "b", "\r\n", "- ", "@@", "\u{FEFF}"]
  return (0..<Int.random(in: 0...limit, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
    .joined()
}

/// Edits at random places, some of which change nothing, insert at one place, or meet.
func randomEdits(of text: String, _ random: inout some RandomNumberGenerator) -> [TextEdit] {
  let count = Int.random(in: 0...5, using: &random)
  let places = (0..<2 * count).map { _ in Int.random(in: 0...text.utf8.count, using: &random) }.sorted()
  return (0..<count).map { number in
    let range = ByteRange(places[2 * number], places[2 * number + 1])
    let old = Array(text.utf8)[range.start..<range.end]
    let isKept = Int.random(in: 0..<4, using: &random) == 0
    return TextEdit(
      range: range, replacement: isKept ? String(decoding: old, as: UTF8.self) : randomText(upTo: 4, &random))
  }
}

/// What is wrong with a diff.
struct DiffFault: Error {
  var line: String
}

/// What `old` becomes by a diff, which is held to the definition of its format: hunks in order, lines that are there, and
/// as many as the hunk says.
func patch(_ old: [UInt8], with diff: [UInt8]) throws -> [UInt8] {
  let oldLines = wholeLines(old)
  var new: [[UInt8]] = []
  var done = 0
  var left = (old: 0, new: 0)
  var lines = wholeLines(diff)[...]
  if !lines.isEmpty {
    for header in ["--- a/a.net\n", "+++ b/a.net\n"] where lines.popFirst() != Array(header.utf8) {
      throw DiffFault(line: header)
    }
  }
  while var line = lines.popFirst() {
    let text = String(decoding: line, as: UTF8.self)
    if left == (0, 0) {
      let hunk = try header(text)
      guard hunk.oldStart >= done, hunk.oldStart + hunk.oldCount <= oldLines.count else { throw DiffFault(line: text) }
      new += oldLines[done..<hunk.oldStart]
      done = hunk.oldStart
      guard new.count == hunk.newStart else { throw DiffFault(line: text) }
      left = (hunk.oldCount, hunk.newCount)
      continue
    }
    // Said of this line, which then ends without the line feed that the diff put there.
    if lines.first == Array("\\ No newline at end of file\n".utf8) {
      lines.removeFirst()
      line.removeLast()
    }
    let mark = line.removeFirst()
    if mark == UInt8(ascii: " ") || mark == UInt8(ascii: "-") {
      guard done < oldLines.count, oldLines[done] == line else { throw DiffFault(line: text) }
      done += 1
      left.old -= 1
    }
    if mark == UInt8(ascii: " ") || mark == UInt8(ascii: "+") {
      new.append(line)
      left.new -= 1
    }
    guard " +-".utf8.contains(mark), left.old >= 0, left.new >= 0 else { throw DiffFault(line: text) }
  }
  guard left == (0, 0) else { throw DiffFault(line: "the end") }
  return (new + oldLines[done...]).flatMap { $0 }
}

/// The lines above a hunk and the lines in it, on both sides.
private func header(_ line: String) throws -> (oldStart: Int, oldCount: Int, newStart: Int, newCount: Int) {
  guard let match = line.wholeMatch(of: /@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n/),
    let oldLine = Int(match.1), let newLine = Int(match.3)
  else { throw DiffFault(line: line) }
  let oldCount = match.2.flatMap { Int($0) } ?? 1
  let newCount = match.4.flatMap { Int($0) } ?? 1
  return (oldCount == 0 ? oldLine : oldLine - 1, oldCount, newCount == 0 ? newLine : newLine - 1, newCount)
}

/// A text's lines, each with its line feed.
private func wholeLines(_ bytes: [UInt8]) -> [[UInt8]] {
  var lines: [[UInt8]] = []
  var start = 0
  for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
    lines.append(Array(bytes[start...offset]))
    start = offset + 1
  }
  return start < bytes.count ? lines + [Array(bytes[start...])] : lines
}
