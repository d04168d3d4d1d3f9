import NetModel
import NetSyntax

/// The offset behind a word of ASCII letters at an offset; the offset itself if none stands there.
@inline(__always)
func asciiWordEnd(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
  var offset = start
  while offset < end, bytes[offset].isAsciiLetter { offset += 1 }
  return offset
}

/// A label and where it ends.
struct ScannedLabel {
  var label: ItemLabel
  var end: Int
}

/// The label at an offset, in any letter case: a word that stands for itself.
func scanLabel(_ bytes: Span<UInt8>, at start: Int, end: Int) -> ScannedLabel? {
  guard start < end, mayStartLabel(bytes[start]) else { return nil }
  let wordEnd = asciiWordEnd(bytes, at: start, end: end)
  guard (3...9).contains(wordEnd - start), let label = ItemLabel(bytes.extracting(start..<wordEnd)) else {
    return nil
  }
  return ScannedLabel(label: label, end: wordEnd)
}

/// Whether some label starts with a letter: nearly all lines of prose are told by their first byte.
@inline(__always)
func mayStartLabel(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "s"), UInt8(ascii: "c"), UInt8(ascii: "i"), UInt8(ascii: "a"), UInt8(ascii: "o"),
    UInt8(ascii: "g"), UInt8(ascii: "t"):
    true
  default: false
  }
}

/// The mentions at the start of a text, with what a head allows between them.
struct ScannedPeople {
  /// From the first mention to the last.
  var range: ByteRange
  /// The first offset behind the separators that follow.
  var next: Int
}

/// The mentions at an offset, separated by blanks, commas, `&`, or `+` behind a blank; nil if none stands there.
func scanPeople(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int) -> ScannedPeople? {
  var people: ScannedPeople?
  var offset = start
  while offset < end, bytes[offset] == UInt8(ascii: "@"),
    let mentionEnd = scanMention(bytes, at: offset, start: lineStart, end: end)
  {
    offset = skipSeparators(bytes, from: mentionEnd, end: end)
    people = ScannedPeople(range: ByteRange(start, mentionEnd), next: offset)
    if offset == mentionEnd { break }
  }
  return people
}

/// The first offset that is neither a blank nor a separator of people.
func skipSeparators(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int {
  var offset = start
  while offset < end {
    let behind = skipSpace(bytes, from: offset, end: end)
    var length = commaLength(bytes, at: behind, end: end)
    if behind < end,
      bytes[behind] == UInt8(ascii: "&") || (bytes[behind] == UInt8(ascii: "+") && behind > offset)
    {
      length = 1
    }
    if behind + length == offset { break }
    offset = behind + length
  }
  return offset
}

/// A head that stands where none is read.
struct ScannedHead {
  /// Behind its colon.
  var end: Int
  var label: ItemLabel?
  /// From the first mention to the last.
  var people: ByteRange?
}

/// A label with people or people alone or a label alone, and a colon with a blank or the end behind it; nil if something
/// else stands at an offset.
func startsWithHead(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int) -> ScannedHead? {
  let label = scanLabel(bytes, at: start, end: end)
  var offset = label?.end ?? start
  if label != nil { offset = skipSpace(bytes, from: offset, end: end) }
  let mayHavePeople = label.map { offset > $0.end } ?? true
  let people = mayHavePeople ? scanPeople(bytes, at: offset, end: end, lineStart: lineStart) : nil
  if let people { offset = people.next }
  guard label != nil || people != nil, offset < end, bytes[offset] == UInt8(ascii: ":"),
    isBlankOrEnd(bytes, at: offset + 1, end: end)
  else { return nil }
  return ScannedHead(end: offset + 1, label: label?.label, people: people?.range)
}

/// A head in canonical form: the label in lower case and the mentions of a range, as written, with commas between.
func headText(_ label: ItemLabel?, peopleIn range: ByteRange?, _ bytes: Span<UInt8>) -> String {
  var people: [String] = []
  if let range {
    var offset = range.start
    while offset < range.end {
      if bytes[offset] == UInt8(ascii: "@"),
        let end = scanMention(bytes, at: offset, start: range.start, end: range.end)
      {
        people.append(text(bytes, ByteRange(offset, end)))
        offset = end
      } else {
        offset += 1
      }
    }
  }
  let words = [label?.name, people.isEmpty ? nil : people.joined(separator: ", ")]
  return words.compactMap { $0 }.joined(separator: " ") + ":"
}
