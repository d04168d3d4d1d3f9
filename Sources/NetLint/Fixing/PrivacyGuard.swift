import NetModel
import NetSyntax

/// Sees to it that no fix lets others read what was private.
struct PrivacyGuard {
  private let files: [LintedNotebook.File]
  /// By file: where private things stand before anything is fixed.
  private let ranges: [[ByteRange]]

  /// A guard for a notebook; nil where nothing in it is marked private.
  init?(_ files: [LintedNotebook.File], _ notebook: Notebook) {
    guard files.contains(where: { holdsMark($0.bytes.span) }) else { return nil }
    self.files = files
    ranges = files.indices.map { privateRanges(of: files[$0].bytes, $0, notebook) }
  }

  /// Those of some findings whose fixes, all applied at once, keep private what is.
  func harmless(_ chosen: [Diagnostic]) -> [Diagnostic] {
    if keepsPrivate(chosen) { return chosen }
    let single = chosen.filter { keepsPrivate([$0]) }
    // What is harmless one by one may not be together.
    return keepsPrivate(single) ? single : Array(single.prefix(1))
  }

  private func keepsPrivate(_ chosen: [Diagnostic]) -> Bool {
    let edits = chosen.fixEdits
    let carrying = placesOfCarried(chosen)
    var facts = files.map(\.facts)
    var texts: [Int: [UInt8]] = [:]
    for (file, edits) in edits {
      let bytes = files[file].bytes.applying(edits)
      texts[file] = bytes
      facts[file] = ParsedFile(bytes).facts
    }
    let after = Notebook(facts)
    return files.indices.allSatisfy { file in
      if ranges[file].isEmpty { return true }
      let bytes = texts[file] ?? files[file].bytes
      let new = privateRanges(of: bytes, file, after)
      return movedRanges(ranges[file], by: edits[file] ?? [], carrying: carrying[file] ?? [])
        .allSatisfy { isCovered($0, by: new, bytes) }
    }
  }

  /// By file: where the edits start of those fixes that change something private, which may carry it to their other places.
  private func placesOfCarried(_ chosen: [Diagnostic]) -> [Int: Set<Int>] {
    var places: [Int: Set<Int>] = [:]
    for diagnostic in chosen where !ranges[diagnostic.file].isEmpty {
      let edits = diagnostic.fix?.edits ?? []
      guard edits.contains(where: { edit in ranges[diagnostic.file].contains { $0.overlaps(edit.range) } }) else {
        continue
      }
      places[diagnostic.file, default: []].formUnion(edits.map(\.range.start))
    }
    return places
  }
}

private func privateRanges(of bytes: [UInt8], _ file: Int, _ notebook: Notebook) -> [ByteRange] {
  let parsed = ParsedFile(bytes)
  return RecordReader(notebook, file: file, path: "", of: parsed).privateRanges(of: parsed)
}

/// Where ranges of a text stand once it is edited, what is written in the place of some of them, and what is written by
/// edits that start where others may have carried something from there.
private func movedRanges(_ ranges: [ByteRange], by edits: [TextEdit], carrying: Set<Int>) -> [ByteRange] {
  var moved: [ByteRange] = []
  var growth = 0
  var rest = ranges[...]
  var kept = 0
  /// Adds what lies between two edits.
  func add(upTo end: Int) {
    for range in rest.prefix(while: { $0.start < end }) {
      let (start, end) = (max(range.start, kept), min(range.end, end))
      if start < end { moved.append(ByteRange(start + growth, end + growth)) }
    }
    rest = rest.drop { $0.end <= end }
  }
  for (edit, new) in zip(edits, edits.newRanges) {
    add(upTo: edit.range.start)
    if carrying.contains(edit.range.start) || ranges.contains(where: { $0.overlaps(edit.range) }) { moved.append(new) }
    growth += edit.replacement.utf8.count - edit.range.count
    kept = edit.range.end
  }
  add(upTo: .max)
  return moved
}

/// Whether every letter and digit of a range stands in one of some others, which are in order.
private func isCovered(_ range: ByteRange, by others: [ByteRange], _ bytes: [UInt8]) -> Bool {
  var offset = range.start
  var index = others.partitioned { $0.end <= range.start }
  while offset < range.end {
    let isInside = index < others.count && others[index].contains(offset)
    if !isInside, bytes[offset] >= 0x80 || bytes[offset].isAsciiAlphanumeric { return false }
    offset += 1
    if index < others.count, others[index].end <= offset { index += 1 }
  }
  return true
}

/// Whether `private` stands somewhere in a text, in any letter case.
private func holdsMark(_ bytes: Span<UInt8>) -> Bool {
  let length = 7
  var offset = find(UInt8(ascii: "p"), or: UInt8(ascii: "P"), bytes, from: 0, to: bytes.count)
  while offset + length <= bytes.count {
    if equalsIgnoringCase(bytes, from: offset, to: offset + length, "private") { return true }
    offset = find(UInt8(ascii: "p"), or: UInt8(ascii: "P"), bytes, from: offset + 1, to: bytes.count)
  }
  return false
}
