import NetModel
import NetSyntax

/// invalid-time: a meeting's time that cannot be read.
let invalidTime = Rule(
  "invalid-time", "N116", .error, page: PackageResources.invalid_time_md,
  .several([
    .values([.time]) { _, field, findings in
      let bytes = field.value.bytes.span
      guard TimeRange(bytes) == nil, !isTimeWithWideMarks(bytes) else { return }
      let meant = meantTime(bytes)
      findings.report(
        field.value.fileRange, message(field.value.text, meant),
        help: meant.map { "write `\($0.text)`" } ?? help(for: bytes),
        fix: meant.flatMap { field.value.replace(0..<bytes.count, with: $0.text, isSafe: true) })
    },
    .nodes([.meetingHeading]) { file, heading, findings in
      guard let record = heading.record, let range = suspectRange(file, heading.node, record),
        let found = headingTime(file.bytes.span.extracting(range.start..<range.end))
      else { return }
      let place = ByteRange(range.start, range.start + found.length)
      findings.report(
        place, message(text(file.bytes.span, place), found.meant),
        help: found.meant.map { "write `\($0.text)`" }
          ?? help(for: file.bytes.span.extracting(place.start..<place.end)),
        // A field's time would be a second one, and `5.30 km run` begins with no time.
        fix: found.meant.map {
          .replace(
            place, with: $0.text,
            isSafe: firstField(.time, ofRecord: record, in: file) == nil && !isDotted(file.bytes.span, place))
        })
    },
  ]))

/// Whether a full stop stands between figures.
private func isDotted(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
  (range.start + 1..<max(range.start + 1, range.end - 1)).contains {
    bytes[$0] == UInt8(ascii: ".") && bytes[$0 - 1].isAsciiDigit && bytes[$0 + 1].isAsciiDigit
  }
}

/// `3pm` is a time, but nobody reads it.
private func message(_ written: String, _ meant: TimeRange?) -> String {
  "\(quoted(written)) \(meant == nil ? "is not a time" : "is not read as a time")"
}

private func help(for bytes: Span<UInt8>) -> String {
  switch scanTime(bytes, from: 0).reading {
  case .invalid(.noSuchHour), .invalid(.noSuchMinute): "hours run from 00 to 23, minutes from 00 to 59"
  case .none, .valid, .invalid: "write a time such as `15:00` or `15:00-16:30`"
  }
}

/// The text behind the date of a heading, where a time may stand in it that was not read; nil for nearly all headings.
private func suspectRange(_ file: borrowing ParsedFile, _ node: Int, _ record: Int) -> ByteRange? {
  let facts = file.facts.records[record]
  let bytes = file.bytes.span
  guard facts.date != nil else { return nil }
  let title = facts.heading
  guard let time = facts.time else {
    return !title.isEmpty && bytes[title.start].isAsciiDigit ? title : nil
  }
  // `3:30 pm`, `15:00 - 16:30`, `15:00 to 16:30`, `25:00`.
  let mayGoOn = !title.isEmpty && (startsWithJoiner(bytes, title) || startsWithHalf(bytes, title))
  guard mayGoOn || TimeRange(bytes.extracting(time.start..<time.end)) == nil else { return nil }
  return ByteRange(time.start, max(time.end, title.end))
}

/// Whether a title starts like the second half of a range: a dash, or `to` and a blank.
private func startsWithJoiner(_ bytes: Span<UInt8>, _ title: ByteRange) -> Bool {
  guard mayJoinDates(bytes[title.start]) else { return false }
  return bytes[title.start] | 0x20 != UInt8(ascii: "t") || holds(bytes, "to ", at: title.start)
}

/// Whether a title starts like `am` or `p.m.`; nearly all that start with an A or a P do not.
private func startsWithHalf(_ bytes: Span<UInt8>, _ title: ByteRange) -> Bool {
  let first = bytes[title.start] | 0x20
  guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p"), title.count > 1 else { return false }
  let second = bytes[title.start + 1]
  if second != UInt8(ascii: ".") { return second | 0x20 == UInt8(ascii: "m") }
  return title.count > 2 && bytes[title.start + 2] | 0x20 == UInt8(ascii: "m")
}

/// What looks like a time at the start of a text, and is none as the notation writes it.
private func headingTime(_ text: Span<UInt8>) -> (length: Int, meant: TimeRange?)? {
  var ends: [Int] = []
  while ends.count < 6, (ends.last ?? 0) < text.count {
    ends.append(wordEnd(text, from: skipSpace(text, from: ends.last ?? 0, end: text.count)))
  }
  let first = text.extracting(0..<(ends.first ?? 0))
  if isTimeWithWideMarks(first) || isDuration(first) { return nil }
  for end in ends.reversed() {
    var length = end
    while length > 0, text[length - 1].isOne(of: ",;:."), meantTime(text.extracting(0..<length)) == nil {
      length -= 1
    }
    let words = text.extracting(0..<length)
    if let time = meantTime(words) { return (length, time) }
    if let time = TimeRange(words) {
      // A colon behind the time is dropped; anything else must go.
      return length == end || text[length] == UInt8(ascii: ":") ? nil : (end, time)
    }
  }
  switch scanTime(text, from: 0).reading {
  case .invalid(.noSuchHour), .invalid(.noSuchMinute), .invalid(.seconds): return (first.count, nil)
  case .none, .valid, .invalid: return nil
  }
}

/// The time that a text in another form can only mean.
private func meantTime(_ text: Span<UInt8>) -> TimeRange? {
  if TimeRange(text) != nil { return nil }
  if let time = guessTime(text) ?? withoutBlanks(text) { return time }
  let words = NetLint.text(text, ByteRange(0, text.count)).split(separator: " ")
  guard let to = words.firstIndex(of: "to"), words.count <= 7 else { return nil }
  let joined = words[..<to].joined(separator: " ") + " - " + words[(to + 1)...].joined(separator: " ")
  return guessTime(joined.utf8.span) ?? withoutBlanks(joined.utf8.span)
}

private func withoutBlanks(_ text: Span<UInt8>) -> TimeRange? {
  guard case .invalid(.blankInRange(let time)) = TimeRange.read(text),
    scanTime(text, from: 0).length == text.count
  else {
    return nil
  }
  return time
}

/// `2h`: more likely how long it took.
private func isDuration(_ word: Span<UInt8>) -> Bool {
  guard word.count == 2 || word.count == 3, word[word.count - 1] | 0x20 == UInt8(ascii: "h") else {
    return false
  }
  return word.count == 2 || word[0] == UInt8(ascii: "0")
    || (word[0] == UInt8(ascii: "1") && word[1] < UInt8(ascii: "3"))
}

/// Whether a text is a time but for wide colons and dashes, which wide-mark reports.
private func isTimeWithWideMarks(_ text: Span<UInt8>) -> Bool {
  guard text.count <= 40, text.indices.contains(where: { text[$0] >= 0x80 }) else { return false }
  let narrow = NetLint.text(text, ByteRange(0, text.count)).unicodeScalars.map { scalar -> Character in
    switch scalar {
    case "\u{2013}", "\u{2014}", "\u{2212}": "-"
    case "\u{FF1A}": ":"
    default: Character(scalar)
    }
  }
  return TimeRange(String(narrow).utf8.span) != nil
}
