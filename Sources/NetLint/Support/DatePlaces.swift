import NetModel
import NetSyntax

/// Where a date may stand.
enum DatePlace {
  /// At the start of a meeting's heading; with the heading's text, and the handle at its end, folded.
  case heading(text: String, handle: String?)
  /// The whole value of `birthday`, `anniversary` or `died`.
  case field
  /// At the start of `met`.
  case met
  /// At the start of an item.
  case item
  /// Behind the word of a task, which is given with its colon: `due:`.
  case task(word: String)
}

/// Something in a date's place that is no date as the notation writes it.
struct FoundDate {
  let place: DatePlace
  let range: ByteRange
  let written: String
  let problem: DateProblem
  /// About which less basic rules say nothing more, where that is more than its range.
  var silenced: ByteRange?
  /// Folded handles of which nobody needs to hear that they are unknown.
  var excused: [String] = []
}

/// What stands at the start of a meeting's heading, if it is no date.
func headingDate(_ file: borrowing ParsedFile, _ node: Int, _ record: Int) -> FoundDate? {
  let bytes = file.bytes.span
  let facts = file.facts.records[record]
  var heading = facts.heading
  if facts.date != nil {
    // Nearly all headings end here: an interval with blanks in it shows at the start of the title.
    guard !heading.isEmpty, mayJoinDates(bytes[heading.start]), facts.time == nil,
      let date = file.tree.first(.date, in: file.tree.tokens(ofNode: node))
    else { return nil }
    heading.start = file.tree.start(ofToken: date)
    let text = bytes.extracting(heading.start..<heading.end)
    guard let interval = spacedInterval(text) else { return nil }
    return found(.heading(text: "", handle: nil), text, at: heading.start, interval)
  }
  let text = bytes.extracting(heading.start..<heading.end)
  let reading = leadingDate(text, behind: .blankOrColon)
  let handle = file.tree.headingParts(ofNode: node, in: bytes).handle.map { token in
    let range = file.tree.range(ofToken: token)
    return foldHandle(bytes.extracting(range.start + 1..<range.end))
  }
  let place = DatePlace.heading(text: NetLint.text(bytes, heading), handle: handle)
  switch reading {
  case .problem(let length, .otherForm(let iso, isSafe: true)):
    // With a time in it or behind it, a field's time would be a second one.
    let behind = skipSpace(text, from: length, end: text.count)
    let mayHaveTime = iso.utf8.contains(UInt8(ascii: ":")) || (behind < text.count && text[behind].isAsciiDigit)
    let isSafe = !mayHaveTime || firstField(.time, ofRecord: record, in: file) == nil
    return found(place, text, at: heading.start, (length, .otherForm(iso, isSafe: isSafe)))
  case .problem(let length, let problem): return found(place, text, at: heading.start, (length, problem))
  // Something stands directly behind the date, or it would be the heading's.
  case .date: return found(place, text, at: heading.start, (wordEnd(text, from: 0), .invalid(.textAttached)))
  case .nothing: return found(place, text, at: heading.start, (wordEnd(text, from: 0), .invalid(nil)))
  }
}

/// The date at the start of a heading that begins with a word, so that it is read as a person's: `July 30, 2026 Lunch`,
/// `Thu 30 July 2026`.
func undatedHeadingDate(_ file: borrowing ParsedFile, _ node: Int, _ record: Int) -> FoundDate? {
  let bytes = file.bytes.span
  let facts = file.facts.records[record]
  guard facts.kind == .person else { return nil }
  let text = bytes.extracting(facts.heading.start..<facts.heading.end)
  let start = weekdayEnd(text)
  let rest = text.extracting(start..<text.count)
  guard mayBeginWithMonth(rest) || (start > 0 && rest[0].isAsciiDigit), let (length, iso) = certainDay(rest) else {
    return nil
  }
  // The heading turns from a person's into a meeting's.
  var found = found(
    .heading(text: NetLint.text(bytes, facts.heading), handle: nil), text, at: facts.heading.start,
    (start + length, .otherForm(iso, isSafe: false)))
  found.silenced = headingAndHeader(file, facts)
  found.excused = foldedMentions(file, inHeading: node)
  return found
}

/// The day, or the interval of days, that a text begins with and can only mean.
private func certainDay(_ text: Span<UInt8>) -> (length: Int, iso: String)? {
  if let (length, problem) = spacedInterval(text) {
    if case .otherForm(let iso, _) = problem { return (length, iso) }
    return nil
  }
  guard let (length, guess) = DateGuess.scan(text, from: 0), case .certain(let date) = guess,
    date.date?.precision == .day
  else { return nil }
  return (length, date.edtf)
}

/// Where what follows a day of the week starts, at least a letter; 0 where a text begins with none.
private func weekdayEnd(_ text: Span<UInt8>) -> Int {
  let word = asciiWordEnd(text, at: 0, end: text.count)
  guard word >= 3, word < text.count, beginsWeekday(text, word) else { return 0 }
  let end = text[word].isOne(of: ",.") ? word + 1 : word
  let next = skipSpace(text, from: end, end: text.count)
  return next > end && next < text.count ? next : 0
}

/// Whether the first letters of a text are a day of the week or its beginning.
private func beginsWeekday(_ text: Span<UInt8>, _ count: Int) -> Bool {
  func isDay(_ day: StaticString) -> Bool {
    guard count <= day.utf8CodeUnitCount else { return false }
    // In bounds: the word is no longer than the literal.
    return (0..<count).allSatisfy { unsafe day.utf8Start[$0] == text[$0].asciiLowercased }
  }
  return switch text[0].asciiLowercased {
  case UInt8(ascii: "m"): isDay("monday")
  case UInt8(ascii: "t"): isDay("tuesday") || isDay("thursday")
  case UInt8(ascii: "w"): isDay("wednesday")
  case UInt8(ascii: "f"): isDay("friday")
  case UInt8(ascii: "s"): isDay("saturday") || isDay("sunday")
  default: false
  }
}

/// Whether a text begins with a word as long as a month's name or its beginning, and a number behind it.
private func mayBeginWithMonth(_ text: Span<UInt8>) -> Bool {
  let word = asciiWordEnd(text, at: 0, end: text.count)
  guard 3...9 ~= word else { return false }
  let number = skipSpace(
    text, from: word + (word < text.count && text[word] == UInt8(ascii: ".") ? 1 : 0), end: text.count)
  return number < text.count && text[number].isAsciiDigit
}

private func found(
  _ place: DatePlace, _ text: Span<UInt8>, at start: Int, _ reading: (length: Int, problem: DateProblem)
) -> FoundDate {
  FoundDate(
    place: place, range: ByteRange(start, start + reading.length),
    written: NetLint.text(text, ByteRange(0, reading.length)), problem: reading.problem)
}

/// What stands in a field whose value is not empty, if it is to be a date and is none.
func fieldDate(_ field: CheckedField) -> FoundDate? {
  let bytes = field.value.bytes.span
  guard let type = field.type else { return nil }
  switch type {
  case .date:
    guard let problem = wholeDateProblem(bytes, yearMayBeMissing: true) else { return nil }
    return FoundDate(place: .field, range: field.value.fileRange, written: field.value.text, problem: problem)
  case .dateAndText:
    guard case .problem(let length, let problem) = leadingDate(bytes, behind: .blankOrPunctuation) else {
      return nil
    }
    return FoundDate(
      place: .met, range: field.value.fileRange(0..<length), written: field.value.text(0..<length),
      problem: problem)
  case .text, .word, .recordKind, .names, .email, .phone, .url, .address, .people, .cadence, .list, .time,
    .timeZone,
    .status, .tags:
    return nil
  }
}

/// What stands at the start of an item and behind the words of a task, if it is no date.
func itemDates(_ file: borrowing ParsedFile, _ node: Int) -> [FoundDate] {
  let tokens = file.tree.tokens(ofNode: node)
  var token = tokens.lowerBound
  var isTask = false
  marks: while token < tokens.upperBound {
    switch file.tree.kind(ofToken: token) {
    case .checkbox: isTask = true
    case .byteOrderMark, .space, .bullet: break
    default: break marks
    }
    token += 1
  }
  guard token < tokens.upperBound else { return [] }
  // Nearly all items are no tasks, and begin with a letter.
  if !isTask, !mayBeginDate(file.bytes[file.tree.start(ofToken: token)]) { return [] }
  var dates: [FoundDate] = []
  if file.tree.kind(ofToken: token) == .text,
    let found = itemDate(file.bytes.span, at: file.tree.start(ofToken: token))
  {
    dates.append(found)
  }
  if isTask { addTaskDates(file, node, from: token, to: &dates) }
  return dates
}

private func mayBeginDate(_ byte: UInt8) -> Bool { byte.isAsciiDigit || byte >= 0x80 }

private func itemDate(_ bytes: Span<UInt8>, at start: Int) -> FoundDate? {
  guard mayBeginDate(bytes[start]), decodeScalar(bytes, at: start, end: bytes.count).scalar.isDigit
  else { return nil }
  let text = bytes.extracting(start..<trimBlanks(bytes, from: start, to: lineEnd(bytes, from: start)))
  guard let reading = leadingFullDate(text) else { return nil }
  return found(.item, text, at: start, reading)
}

private func addTaskDates(
  _ file: borrowing ParsedFile, _ node: Int, from first: Int, to dates: inout [FoundDate]
) {
  let bytes = file.bytes.span
  for token in first..<file.tree.ownTokens(ofNode: node).upperBound {
    let range = file.tree.range(ofToken: token)
    switch file.tree.kind(ofToken: token) {
    case .due, .done:
      if isPlainDate(bytes, range) { break }
      addTaskDate(
        bytes, colon: bytes[range.start + 3] == UInt8(ascii: ":") ? range.start + 3 : range.start + 4,
        to: &dates)
    case .text:
      var offset = find(UInt8(ascii: ":"), bytes, from: range.start, to: range.end)
      while offset < range.end {
        // Both words end in the same letter.
        if offset > range.start, bytes[offset - 1] | 0x20 == UInt8(ascii: "e"),
          isTaskWord(bytes, colon: offset, start: range.start)
        {
          addTaskDate(bytes, colon: offset, to: &dates)
        }
        offset = find(UInt8(ascii: ":"), bytes, from: offset + 1, to: range.end)
      }
    default: break
    }
  }
}

/// Whether a token ends in a date that surely is one, with nothing directly behind: so do nearly all.
private func isPlainDate(_ bytes: Span<UInt8>, _ token: ByteRange) -> Bool {
  let start = token.end - 10
  guard token.count >= "due:2026-11-30".utf8.count,
    token.end == bytes.count || bytes[token.end] == Ascii.space || bytes[token.end] == Ascii.lineFeed,
    bytes[start - 1] == UInt8(ascii: ":"), bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"),
    fullDateEnd(bytes, at: start, end: token.end) == token.end
  else { return false }
  func number(_ offset: Int) -> UInt8 {
    (bytes[offset] - UInt8(ascii: "0")) * 10 + bytes[offset + 1] - UInt8(ascii: "0")
  }
  return 1...12 ~= number(start + 5) && 1...28 ~= number(start + 8)
}

/// Whether the colon is that of `due:` or `done:`.
private func isTaskWord(_ bytes: Span<UInt8>, colon: Int, start: Int) -> Bool {
  func isWord(_ word: StaticString) -> Bool {
    let first = colon - word.utf8CodeUnitCount
    return first >= start && equalsIgnoringCase(bytes, from: first, to: colon, word)
      && !isHandleCharacter(bytes, before: first, start: 0)
  }
  return isWord("due") || isWord("done")
}

private func addTaskDate(_ bytes: Span<UInt8>, colon: Int, to dates: inout [FoundDate]) {
  let start = colon + 1
  let text = bytes.extracting(start..<bytes.count)
  let value = text.extracting(0..<taskValueEnd(text))
  guard value.count > 0, let problem = wholeDateProblem(value, yearMayBeMissing: false) else { return }
  let word =
    bytes[colon - 1] | 0x20 == UInt8(ascii: "e") && bytes[colon - 2] | 0x20 == UInt8(ascii: "u")
    ? "due:" : "done:"
  dates.append(found(.task(word: word), text, at: start, (value.count, problem)))
}
