import NetModel
import NetSyntax

/// What stands at the start of an item and was meant as a head.
struct AlmostHead {
  /// From the label, or the first mention, to the colon if there is one, else to the last mention.
  var span: ByteRange
  /// Where the text behind it begins, or the blanks before that.
  var end: Int
  /// The head as it should be.
  var head: String
  /// Whether it only lacks a blank behind its colon.
  var isTight: Bool

  init(
    _ start: Int, _ end: Int, _ label: ItemLabel?, peopleIn people: ByteRange?, _ bytes: Span<UInt8>,
    isTight: Bool = false
  ) {
    span = ByteRange(start, end)
    self.end = end
    self.isTight = isTight
    head = headText(label, peopleIn: people, bytes)
    // A date among the people belongs before the label.
    if let people {
      for offset in people.start..<people.end {
        guard let dateEnd = fullDateEnd(bytes, at: offset, end: people.end) else { continue }
        head = "\(text(bytes, ByteRange(offset, dateEnd))) \(head)"
        break
      }
    }
  }
}

/// What was meant as a head at the start of an item without one; nil for good prose.
func almostHead(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int, isTask: Bool) -> AlmostHead? {
  switch bytes[start] {
  case UInt8(ascii: "@"):
    return almostPeople(bytes, at: start, end: end, lineStart: lineStart, isTask: isTask)
  case UInt8(ascii: "*"), UInt8(ascii: "_"):
    return isTask ? nil : emphasisedHead(bytes, at: start, end: end, lineStart: lineStart)
  default:
    guard !isTask, let label = scanLabel(bytes, at: start, end: end) else { return nil }
    return almostLabelled(bytes, at: start, label, end: end, lineStart: lineStart)
  }
}

/// `@amara:two contacts`, `@amara and @lena: …`
private func almostPeople(
  _ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int, isTask: Bool
) -> AlmostHead? {
  guard let people = scanPeople(bytes, at: start, end: end, lineStart: lineStart) else { return nil }
  if !isTask, isTightColon(bytes, at: people.next, end: end), !isHost(bytes, at: people.next + 1, end: end) {
    return AlmostHead(start, people.next + 1, nil, peopleIn: people.range, bytes, isTight: true)
  }
  guard
    let colon = mixedHeadColon(
      bytes, from: people.next, end: end, lineStart: lineStart, words: ["and"], hasPeople: true)
  else { return nil }
  return AlmostHead(start, colon + 1, nil, peopleIn: ByteRange(start, colon), bytes)
}

/// `idea:a maths club`, `gave @amara:two`, `gave to @amara: two`, `gave @amara two contacts`
private func almostLabelled(
  _ bytes: Span<UInt8>, at start: Int, _ label: ScannedLabel, end: Int, lineStart: Int
) -> AlmostHead? {
  if isTightColon(bytes, at: label.end, end: end) {
    return AlmostHead(start, label.end + 1, label.label, peopleIn: nil, bytes, isTight: true)
  }
  let behind = skipSpace(bytes, from: label.end, end: end)
  guard behind > label.end, behind < end else { return nil }
  let people = scanPeople(bytes, at: behind, end: end, lineStart: lineStart)
  if let people, isTightColon(bytes, at: people.next, end: end) {
    return AlmostHead(start, people.next + 1, label.label, peopleIn: people.range, bytes, isTight: true)
  }
  let words = ["and", "to", "for", "from", "with", "of", "by"]
  if let colon = mixedHeadColon(bytes, from: behind, end: end, lineStart: lineStart, words: words) {
    return AlmostHead(start, colon + 1, label.label, peopleIn: ByteRange(behind, colon), bytes)
  }
  guard let people, needsNoColon(label.label) else { return nil }
  let last = people.range.end
  guard last == end || blankLength(bytes, at: last, end: end) > 0 || bytes[last].isOne(of: ",;.!") else {
    return nil
  }
  // "got @lena to sing" is good English for something else.
  let word = ByteRange(people.next, asciiWordEnd(bytes, at: people.next, end: end))
  if label.label == .got, equalsIgnoringCase(bytes, from: word.start, to: word.end, "to") { return nil }
  var head = AlmostHead(start, last, label.label, peopleIn: people.range, bytes)
  if last < end, blankLength(bytes, at: last, end: end) == 0 { head.end = last + 1 }
  return head
}

/// Whether a label with people behind it is hardly ever prose: `ask @lena about the plan` is.
private func needsNoColon(_ label: ItemLabel) -> Bool {
  switch label {
  case .story, .gave, .got, .intro, .thanks: true
  case .challenge, .idea, .ask, .offer: false
  }
}

/// The colon of a head that has other words between its mentions, or nil.
private func mixedHeadColon(
  _ bytes: Span<UInt8>, from start: Int, end: Int, lineStart: Int, words: [String], hasPeople: Bool = false
) -> Int? {
  var offset = start
  var hasPeople = hasPeople
  while offset < end {
    offset = skipSeparators(bytes, from: offset, end: end)
    guard offset < end else { return nil }
    switch bytes[offset] {
    case UInt8(ascii: "@"):
      guard let mentionEnd = scanMention(bytes, at: offset, start: lineStart, end: end) else { return nil }
      hasPeople = true
      offset = mentionEnd
    case UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"): offset += 1
    case UInt8(ascii: ":"): return hasPeople && isBlankOrEnd(bytes, at: offset + 1, end: end) ? offset : nil
    default:
      if let dateEnd = fullDateEnd(bytes, at: offset, end: end) {
        offset = dateEnd
        continue
      }
      let wordEnd = asciiWordEnd(bytes, at: offset, end: end)
      guard wordEnd > offset, wordEnd - offset <= 4,
        words.contains(text(bytes, ByteRange(offset, wordEnd)).lowercased())
      else { return nil }
      offset = wordEnd
    }
  }
  return nil
}

/// `**story:** …`, `_gave_ @amara: …`: a head with a label once the marks of emphasis are gone.
private func emphasisedHead(_ bytes: Span<UInt8>, at start: Int, end: Int, lineStart: Int) -> AlmostHead? {
  guard let label = scanLabel(bytes, at: skipEmphasis(bytes, from: start, end: end), end: end) else {
    return nil
  }
  var offset = skipSpace(bytes, from: skipEmphasis(bytes, from: label.end, end: end), end: end)
  offset = skipEmphasis(bytes, from: offset, end: end)
  let people = scanPeople(bytes, at: offset, end: end, lineStart: lineStart)
  if let people {
    offset = skipSpace(bytes, from: skipEmphasis(bytes, from: people.next, end: end), end: end)
  }
  guard offset < end, bytes[offset] == UInt8(ascii: ":") else { return nil }
  offset = skipEmphasis(bytes, from: offset + 1, end: end)
  guard isBlankOrEnd(bytes, at: offset, end: end) else { return nil }
  return AlmostHead(start, offset, label.label, peopleIn: people?.range, bytes)
}

private func skipEmphasis(_ bytes: Span<UInt8>, from start: Int, end: Int) -> Int {
  var offset = start
  while offset < end, bytes[offset] == UInt8(ascii: "*") || bytes[offset] == UInt8(ascii: "_") { offset += 1 }
  return offset
}

/// Whether a colon at an offset has text directly behind it: a letter, a digit, or a mark that begins a word.
private func isTightColon(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  guard offset + 1 < end, bytes[offset] == UInt8(ascii: ":"),
    blankLength(bytes, at: offset + 1, end: end) == 0
  else {
    return false
  }
  let next = bytes[offset + 1]
  return next >= 0x80 || next.isAsciiAlphanumeric || next.isOne(of: "@#\"'[<`")
}

/// Whether the word at an offset looks like the name of a host: `@amara:matrix.example` is an address.
private func isHost(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
  var offset = start
  var hasDot = false
  while offset < end, blankLength(bytes, at: offset, end: end) == 0 {
    let byte = bytes[offset]
    let isInner = offset > start && offset + 1 < end && bytes[offset + 1].isAsciiAlphanumeric
    if byte == UInt8(ascii: ".") { hasDot = hasDot || isInner }
    guard byte.isAsciiAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") else { break }
    offset += 1
  }
  return hasDot
}
