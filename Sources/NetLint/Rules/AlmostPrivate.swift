import NetModel
import NetSyntax

/// almost-private: what was meant as `#private`, and keeps nothing private.
let almostPrivate = Rule(
  "almost-private", "N135", .warning, page: PackageResources.almost_private_md,
  .several([
    .lines(holding: [.tag, .endsLikePrivate, .wide]) { file, line, findings in
      guard !line.signs.isDisjoint(with: [.tag, .endsLikePrivate]) || holdsWideHash(file, line) else { return }
      for token in line.tokens {
        switch file.tree.kind(ofToken: token) {
        case .tag: checkTag(file, line, token, &findings)
        case .text: checkText(file, line, token, &findings)
        default: break
        }
      }
    },
    .fields([.unknown, .tags]) { file, field, findings in
      if field.key == .tags {
        checkEntries(field, file.bytes.span, &findings)
      } else if field.key == nil {
        checkKey(field, file.bytes.span, &findings)
      }
    },
  ]))

/// Words of their own that are no more than two edits away.
private let otherWords: Set<String> = [
  "pilate", "pirate", "predate", "prelate", "primage", "primat", "primate", "primaten", "primates", "primato",
  "primats", "privacy", "privateer", "privately", "privatise", "privatize", "privative", "privet", "privets",
  "privity", "probate", "prolate", "pronate", "prorate", "provata", "provato", "pyruvate",
]

// MARK: Tags

private func checkTag(
  _ file: borrowing ParsedFile, _ line: CheckedLine, _ token: Int, _ findings: inout Findings
) {
  let bytes = file.bytes.span
  let tag = file.tree.range(ofToken: token)
  guard let level = slip(bytes, ByteRange(tag.start + 1, tag.end)) else { return }
  if line.node.kind == .field {
    let key = file.tree.range(ofToken: file.tree.fieldParts(ofNode: line.node.node).key)
    // Its entries are looked at as such.
    if FieldKey(bytes, in: key) == .tags { return }
  }
  report(ByteRange(tag.start, level.end), bytes, &findings)
}

/// The entries of `tags`, which need no `#`.
private func checkEntries(_ field: CheckedField, _ bytes: Span<UInt8>, _ findings: inout Findings) {
  let value = field.value.bytes.span
  guard mayHoldSlip(value) else { return }
  forEachTag(of: value) { entry in
    guard let level = slip(value, ByteRange(entry.lowerBound, entry.upperBound)) else { return }
    let hasMark = level.start > 0 && value[level.start - 1] == UInt8(ascii: "#")
    report(
      field.value.fileRange(level.start - (hasMark ? 1 : 0)..<level.end), bytes,
      as: hasMark ? "#private" : "private", &findings)
  }
}

/// Whether some entry begins with a P, or one ends in `vate`: so nearly all values are told before they are split.
private func mayHoldSlip(_ value: Span<UInt8>) -> Bool {
  value.indices.contains { offset in
    switch value[offset] | 0x20 {
    case UInt8(ascii: "p"): offset == 0 || !value[offset - 1].isAsciiAlphanumeric
    case UInt8(ascii: "v"): offset + 1 < value.count && value[offset + 1] | 0x20 == UInt8(ascii: "a")
    default: false
    }
  }
}

private func report(
  _ span: ByteRange, _ bytes: Span<UInt8>, as meant: String = "#private", _ findings: inout Findings
) {
  findings.report(
    span, "\(quoted(text(bytes, span))) is not `\(meant)`, so it keeps nothing private", help: "write `\(meant)`",
    fix: .replace(span, with: meant, isSafe: false))
}

/// The first level of a tag without its `#`, if it is misspelt.
private func slip(_ bytes: Span<UInt8>, _ tag: ByteRange) -> ByteRange? {
  var end = tag.start
  while end < tag.end, bytes[end] != UInt8(ascii: "/") { end += 1 }
  // Each scalar has four bytes at most.
  guard 6...36 ~= end - tag.start else { return nil }
  let startsAlike = bytes[tag.start].asciiLowercased == UInt8(ascii: "p")
  // One edit at the first letter leaves the end as it is.
  guard startsAlike || bytes[end - 1].asciiLowercased == UInt8(ascii: "e") && spells(bytes, "ivate", at: end - 5) else {
    return nil
  }
  guard !Tag.isPrivate(bytes.extracting(tag.start..<end)) else { return nil }
  let level = ByteRange(tag.start, end)
  let written = text(bytes, level)
  guard editDistance(from: written, to: "private", atMost: startsAlike ? 2 : 1) != nil,
    !otherWords.contains(written.lowercased())
  else { return nil }
  return level
}

// MARK: Text

/// Whether a text begins like `＃`.
private func holdsWideHash(_ file: borrowing ParsedFile, _ line: CheckedLine) -> Bool {
  line.signs.contains(.wide)
    && line.tokens.contains { token in
      file.tree.kind(ofToken: token) == .text && file.bytes[file.tree.start(ofToken: token)] == 0xEF
    }
}

/// `＃private` at a line's start or end, and `# private` at its end.
private func checkText(
  _ file: borrowing ParsedFile, _ line: CheckedLine, _ token: Int, _ findings: inout Findings
) {
  let bytes = file.bytes.span
  let range = file.tree.range(ofToken: token)
  if bytes[range.start] == 0xEF, isWideHash(bytes, at: range.start, end: range.end) {
    let end = range.start + 10
    if end <= range.end, spells(bytes, "private", at: range.start + 3), isBlankOrEnd(bytes, at: end, end: range.end) {
      report(ByteRange(range.start, end), bytes, &findings)
      return
    }
  }
  guard range.end >= line.text.end, line.text.end - range.start >= 9,
    bytes[line.text.end - 1].asciiLowercased == UInt8(ascii: "e")
  else { return }
  let word = line.text.end - 7
  guard spells(bytes, "private", at: word) else { return }
  let isNarrow = bytes[word - 1] == UInt8(ascii: " ") && bytes[word - 2] == UInt8(ascii: "#")
  let mark = isNarrow ? word - 2 : word - 3
  guard mark >= range.start, isNarrow || isWideHash(bytes, at: mark, end: range.end) else { return }
  // Behind a blank, or at the start of the text.
  let before = mark - 1
  if mark > range.start, bytes[before] != UInt8(ascii: " "), bytes[before] != UInt8(ascii: "\t") { return }
  report(ByteRange(mark, line.text.end), bytes, &findings)
}

private func isWideHash(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  offset + 3 <= end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x83
}

/// Whether a word stands at an offset, in any letter case.
private func spells(_ bytes: Span<UInt8>, _ word: String, at start: Int) -> Bool {
  var offset = start
  for letter in word.utf8 {
    guard bytes[offset].asciiLowercased == letter else { return false }
    offset += 1
  }
  return true
}

// MARK: The key

/// `private: yes`, which is a field of the writer's own.
private func checkKey(_ field: CheckedField, _ bytes: Span<UInt8>, _ findings: inout Findings) {
  let key = field.keyRange
  guard key.count == 7, !field.value.isEmpty, spells(bytes, "private", at: key.start) else { return }
  let value = field.value.text.lowercased()
  if ["no", "n", "false", "off", "0", "none", "never"].contains(value) { return }
  let isMark = ["yes", "y", "true", "on", "1", "x", "✓", "private"].contains(value)
  findings.report(
    key, "\(quoted(text(bytes, key))) is a field of your own, so it keeps nothing private",
    help: "write `tags: #private`",
    fix: isMark
      ? .replace(ByteRange(key.start, field.value.fileRange.end), with: "tags: #private", isSafe: false) : nil)
}
