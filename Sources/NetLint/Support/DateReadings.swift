import NetModel
import NetSyntax

/// What is wrong in a date's place.
enum DateProblem {
  /// No date can be read, for a reason that is known where the text has the shape of one.
  case invalid(DateFault?)
  /// It can only be this date, which is written otherwise; safe to be replaced unless something would be lost.
  case otherForm(String, isSafe: Bool)
  /// It can be one of these dates.
  case ambiguous([String])
}

/// What stands at the start of a text.
enum LeadingDate {
  case nothing
  /// A date, as the notation writes it.
  case date
  case problem(length: Int, DateProblem)
}

/// Reads the date at the start of a heading or of `met`.
func leadingDate(_ text: Span<UInt8>, behind follower: DateFollower) -> LeadingDate {
  if let interval = spacedInterval(text) { return .problem(length: interval.length, interval.problem) }
  let scan = scanDate(text, from: 0, behind: follower)
  switch scan.reading {
  case .valid(let date):
    if date.start.year != nil { return .date }
    return .problem(length: scan.length, .invalid(nil))
  case .invalid(.timeAttached, _):
    let (length, iso) = withTime(text, dateLength: scan.length)
    // Seconds and zones would be lost.
    let isSafe = digitCount(text, length) == digitCount(iso.utf8.span, iso.utf8.count)
    return .problem(length: length, .otherForm(iso, isSafe: isSafe))
  case .invalid(.textAttached, _):
    if let length = punctuatedLength(text, scan.length) {
      return .problem(length: length, .otherForm(NetLint.text(text, ByteRange(0, scan.length)), isSafe: true))
    }
    return .problem(length: wordEnd(text, from: 0), .invalid(.textAttached))
  case .invalid(let fault, _): return .problem(length: scan.length, .invalid(fault))
  case .none:
    guard let (length, guess) = DateGuess.scan(text, from: 0) else { return .nothing }
    return .problem(length: length, problem(guess))
  }
}

/// Reads the full date at the start of an item; only what is written in figures throughout is taken for one.
func leadingFullDate(_ text: Span<UInt8>) -> (length: Int, problem: DateProblem)? {
  let scan = scanDate(text, from: 0, behind: .blankOrColon)
  switch scan.reading {
  case .valid, .invalid(.timeAttached, _), .invalid(.textAttached, _): return nil
  case .invalid(let fault, let precision):
    // The shape of a full date, perhaps approximate, and no interval.
    return precision == .day && scan.length <= 11 ? (scan.length, .invalid(fault)) : nil
  case .none:
    guard let (length, guess) = DateGuess.scan(text, from: 0), isThreeNumbers(text.extracting(0..<length)),
      text[0] >= 0x80 || isOfOurTimes(guess)
    else { return nil }
    return (length, problem(guess))
  }
}

/// Whether a guess is a date that notes may well speak of: `8.2.5023` is the version of a program.
private func isOfOurTimes(_ guess: DateGuess) -> Bool {
  let dates =
    switch guess {
    case .certain(let date): [date]
    case .ambiguous(let dates): dates
    }
  return dates.allSatisfy { (1800...2200).contains($0.start.year ?? 2000) }
}

/// What is wrong with a text that is to be one date from its first byte to its last; nil for a date.
func wholeDateProblem(_ text: Span<UInt8>, yearMayBeMissing: Bool) -> DateProblem? {
  if let date = CalendarDate(text), date.year != nil || yearMayBeMissing { return nil }
  switch DateExpression.read(text) {
  case .valid: return .invalid(nil)  // An interval, or a day without a year.
  case .invalid(.timeAttached, _):
    return .otherForm(NetLint.text(text, ByteRange(0, min(text.count, 10))), isSafe: false)
  case .invalid(let fault, _): return .invalid(fault)
  case .none:
    guard let guess = DateGuess(text, yearMayBeMissing: yearMayBeMissing) else { return .invalid(nil) }
    if case .certain(let date) = guess, date.isInterval { return .invalid(nil) }
    return problem(guess)
  }
}

private func problem(_ guess: DateGuess) -> DateProblem {
  switch guess {
  case .certain(let date): .otherForm(date.edtf, isSafe: true)
  case .ambiguous(let dates): .ambiguous(dates.map(\.edtf))
  }
}

/// Whether a title that begins with a byte may go on with the second date of an interval: `-`, a dash, `to`.
func mayJoinDates(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "-") || byte == 0xE2 || byte | 0x20 == UInt8(ascii: "t")
}

/// Two dates of the same precision with a dash between, or with `to` or `-` between blanks: `2026-11-03 to 2026-11-05`.
func spacedInterval(_ text: Span<UInt8>) -> (length: Int, problem: DateProblem)? {
  guard let first = dates(text, from: 0) else { return nil }
  let joiner = skipSpace(text, from: first.length, end: text.count)
  guard joiner < text.count, mayJoinDates(text[joiner]) else { return nil }
  let joinerEnd = wordEnd(text, from: joiner)
  let second = skipSpace(text, from: joinerEnd, end: text.count)
  let hasBlanks = joiner > first.length && second > joinerEnd
  let scalar = decodeScalar(text, at: joiner, end: text.count)
  let isDash = scalar.scalar == "\u{2013}" || scalar.scalar == "\u{2014}" || scalar.scalar == "\u{2212}"
  let isWord =
    hasBlanks && ["-", "to"].contains(NetLint.text(text, ByteRange(joiner, joinerEnd)).lowercased())
  guard isDash || isWord else { return nil }
  let offset = isWord ? second : skipSpace(text, from: joiner + scalar.length, end: text.count)
  guard let last = dates(text, from: offset) else { return nil }
  var intervals: [String] = []
  for start in first.dates where start.precision != .year {
    for end in last.dates where end.precision == start.precision {
      if let interval = DateExpression(from: start, to: end) { intervals.append(interval.edtf) }
    }
  }
  let length = offset + last.length
  switch intervals.count {
  // The notation's own dates may stand beside one another for another reason; half of others is not to be mended alone.
  case 0: return first.isWritten ? nil : (length, .invalid(nil))
  case 1: return (length, .otherForm(intervals[0], isSafe: true))
  default: return (length, .ambiguous(intervals))
  }
}

/// The dates with a year that a text may mean at an offset, in the notation's form or another.
private func dates(
  _ text: Span<UInt8>, from offset: Int
) -> (length: Int, dates: [CalendarDate], isWritten: Bool)? {
  let scan = scanDate(text, from: offset, behind: .anyPunctuation)
  if case .valid(let date) = scan.reading { return date.date.map { (scan.length, [$0], true) } }
  guard case .none = scan.reading, let (length, guess) = DateGuess.scan(text, from: offset) else { return nil }
  let dates = guess.expressions.compactMap(\.date).filter { $0.year != nil }
  return dates.isEmpty ? nil : (length, dates, false)
}

/// `2026-11-14T15:00` as a heading writes it; the length is that of the word.
private func withTime(_ text: Span<UInt8>, dateLength: Int) -> (length: Int, iso: String) {
  let length = wordEnd(text, from: 0)
  let date = NetLint.text(text, ByteRange(0, dateLength))
  let time = min(dateLength + 6, length)
  let clock = text.extracting(min(dateLength + 1, time)..<time)
  guard TimeRange(clock) != nil else { return (length, date) }
  return (length, date + " " + NetLint.text(clock, ByteRange(0, clock.count)))
}

private func digitCount(_ text: Span<UInt8>, _ length: Int) -> Int {
  (0..<length).count { text[$0].isAsciiDigit }
}

/// The length of a date with the comma, semicolon or full stop directly behind it, if a blank or the end comes next.
private func punctuatedLength(_ text: Span<UInt8>, _ length: Int) -> Int? {
  guard length < text.count, text[length].isOne(of: ",;."),
    isBlankOrEnd(text, at: length + 1, end: text.count)
  else { return nil }
  return length + 1
}

/// Whether a text is three numbers, one of them of four digits, and marks between.
private func isThreeNumbers(_ text: Span<UInt8>) -> Bool {
  var digits = 0
  var numbers = 0
  var hasYear = false
  var offset = 0
  while offset <= text.count {
    let next = offset < text.count ? decodeScalar(text, at: offset, end: text.count) : nil
    if let next, next.scalar.isDigit {
      digits += 1
    } else {
      if digits > 0 { numbers += 1 }
      hasYear = hasYear || digits == 4
      digits = 0
      if let next, next.scalar.isLetter || blankLength(text, at: offset, end: text.count) > 0 { return false }
    }
    offset += next?.length ?? 1
  }
  return numbers == 3 && hasYear
}

/// The end of the word at an offset.
func wordEnd(_ text: Span<UInt8>, from start: Int) -> Int {
  var end = start
  while end < text.count, blankLength(text, at: end, end: text.count) == 0 { end += 1 }
  return end
}

/// The end of what stands behind `due:` on its line: punctuation that may follow a date in a sentence is left out.
func taskValueEnd(_ text: Span<UInt8>) -> Int {
  var end = 0
  while end < text.count, blankLength(text, at: end, end: text.count) == 0,
    !text[end].isOne(of: "\n,;!?()[]{}\"'*<>`")
  {
    end += 1
  }
  while end > 0, text[end - 1].isOne(of: ".:/_") { end -= 1 }
  return end
}
