/// Shapes of dates and times at the start of a heading or an item. What they mean is for the model to say.

/// The offset behind `count` ASCII digits at an offset, or nil.
@inline(__always)
private func scanDigits(_ bytes: Span<UInt8>, at offset: Int, count: Int, end: Int) -> Int? {
  guard offset + count <= end else { return nil }
  for index in offset..<offset + count where !bytes[index].isAsciiDigit { return nil }
  return offset + count
}

/// The offset behind `byte` and `count` digits, or nil.
@inline(__always)
private func scanPart(_ bytes: Span<UInt8>, at offset: Int, _ byte: UInt8, count: Int, end: Int) -> Int? {
  guard offset < end, bytes[offset] == byte else { return nil }
  return scanDigits(bytes, at: offset + 1, count: count, end: end)
}

/// YYYY [ "-" MM [ "-" DD ] ] [ "~" ]
private func scanDate(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard var offset = scanDigits(bytes, at: start, count: 4, end: end) else { return nil }
  if let month = scanPart(bytes, at: offset, UInt8(ascii: "-"), count: 2, end: end) {
    offset = scanPart(bytes, at: month, UInt8(ascii: "-"), count: 2, end: end) ?? month
  }
  if offset < end, bytes[offset] == UInt8(ascii: "~") { offset += 1 }
  return offset
}

/// Whether a leading date or time ends at an offset: a blank, the end, or a colon with either behind it.
private func endsLeadingPart(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
  if isBlankOrEnd(bytes, at: offset, end: end) || directionalMarkLength(bytes, at: offset, end: end) > 0 {
    return true
  }
  return bytes[offset] == UInt8(ascii: ":") && isBlankOrEnd(bytes, at: offset + 1, end: end)
}

/// The date or interval at the start of a meeting's heading; the offset behind it, or nil.
func scanHeadingDate(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard var offset = scanDate(bytes, at: start, end: end) else { return nil }
  if offset < end, bytes[offset] == UInt8(ascii: "/"), let second = scanDate(bytes, at: offset + 1, end: end) {
    offset = second
  }
  return endsLeadingPart(bytes, at: offset, end: end) ? offset : nil
}

/// H[H]:MM [ "-" H[H]:MM ] behind the date of a heading; the offset behind it, or nil.
func scanHeadingTime(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  func clock(_ start: Int) -> Int? {
    let hours = scanDigits(bytes, at: start, count: 2, end: end) ?? scanDigits(bytes, at: start, count: 1, end: end)
    return hours.flatMap { scanPart(bytes, at: $0, UInt8(ascii: ":"), count: 2, end: end) }
  }
  guard var offset = clock(start) else { return nil }
  if offset < end, bytes[offset] == UInt8(ascii: "-"), let second = clock(offset + 1) { offset = second }
  return endsLeadingPart(bytes, at: offset, end: end) ? offset : nil
}

/// A full and real date at the start of an item, perhaps with a `~`; the offset behind it, or nil.
///
/// An impossible one is text: the head behind it would otherwise be read as if the date were there.
func scanItemDate(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start < end, bytes[start].isAsciiDigit,
    let year = scanDigits(bytes, at: start, count: 4, end: end),
    let month = scanPart(bytes, at: year, UInt8(ascii: "-"), count: 2, end: end),
    let day = scanPart(bytes, at: month, UInt8(ascii: "-"), count: 2, end: end),
    isRealDay(bytes, at: start)
  else { return nil }
  let behind = day < end && bytes[day] == UInt8(ascii: "~") ? day + 1 : day
  return endsLeadingPart(bytes, at: behind, end: end) ? behind : nil
}

/// Whether the `YYYY-MM-DD` at an offset is a day of the proleptic Gregorian calendar, years 0001 to 9999.
private func isRealDay(_ bytes: Span<UInt8>, at start: Int) -> Bool {
  func number(_ offset: Int, _ count: Int) -> Int {
    (offset..<offset + count).reduce(0) { $0 * 10 + Int(bytes[$1] & 0x0F) }
  }
  let year = number(start, 4)
  let month = number(start + 5, 2)
  let day = number(start + 8, 2)
  return year >= 1 && day >= 1 && day <= daysInMonth(month, of: year)
}

/// The number of days of a month, of a leap year where the year is not known; 0 for what is no month.
package func daysInMonth(_ month: Int, of year: Int?) -> Int {
  switch month {
  case 1, 3, 5, 7, 8, 10, 12: 31
  case 4, 6, 9, 11: 30
  case 2: year.map(isLeapYear) ?? true ? 29 : 28
  default: 0
  }
}

/// Whether a year of the proleptic Gregorian calendar has a 29 February.
package func isLeapYear(_ year: Int) -> Bool {
  year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
}

/// The characters of a date behind `due:` and `done:`, as it should be or otherwise (`2026/11/30`): digits, `-`, `/`, `.`
/// and `~`, less the punctuation at the end. All of it is one token, so that half a date is never taken for one.
func scanTaskDate(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
  guard start < end, bytes[start].isAsciiDigit else { return nil }
  precondition(end <= bytes.count, "a date is sought in the text")
  var offset = start + 1
  // In bounds: checked above.
  while offset < end, isDateByte(unsafe bytes[unchecked: offset]) { offset &+= 1 }
  while !bytes[offset - 1].isAsciiDigit, bytes[offset - 1] != UInt8(ascii: "~") { offset -= 1 }
  return offset
}

private func isDateByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "~"): true
  default: byte.isAsciiDigit
  }
}
