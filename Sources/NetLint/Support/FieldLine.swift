import NetModel
import NetSyntax

/// A line that reads like a field with a known key, perhaps with marks that a field has not.
struct FieldLine {
  var key: FieldKey
  var keyRange: ByteRange
  /// A label that stands behind the key: `email (work):`.
  var label: ByteRange?
  var value: ByteRange
  /// Whether it is `key: value`, as a field should be.
  var isWellFormed: Bool
  /// Whether nothing stands between the colon and the value.
  var isTight: Bool

  /// What stands at an offset, up to the end of its line; nil if it does not read like a field.
  init?(_ bytes: Span<UInt8>, at start: Int, end: Int) {
    let keyStart = start + runOfEmphasis(bytes, at: start, end: end)
    let keyEnd = asciiWordEnd(bytes, at: keyStart, end: end)
    guard (2...11).contains(keyEnd - keyStart), keyEnd < end, mayFollowKey(bytes[keyEnd]) else { return nil }
    var offset = keyEnd
    var marks = keyStart - start
    offset = skipEmphasis(bytes, at: offset, end: end, &marks)
    let behindBlanks = skipSpace(bytes, from: offset, end: end)
    isWellFormed = offset == behindBlanks && keyStart == start
    offset = behindBlanks
    if offset < end, bytes[offset] == UInt8(ascii: "(") {
      guard let close = labelEnd(bytes, at: offset, end: end) else { return nil }
      label = ByteRange(offset + 1, close)
      isWellFormed = false
      offset = skipEmphasis(bytes, at: close + 1, end: end, &marks)
      offset = skipSpace(bytes, from: offset, end: end)
    }
    let colon = colonLength(bytes, at: offset, end: end)
    guard colon > 0 else { return nil }
    offset = skipEmphasis(bytes, at: offset + colon, end: end, &marks)
    guard marks == 0 else { return nil }
    let valueStart = skipSpace(bytes, from: offset, end: end)
    guard valueStart < end, let key = FieldKey(bytes.extracting(keyStart..<keyEnd)) else { return nil }
    isTight = blankLength(bytes, at: offset, end: end) == 0 && colon == 1
    isWellFormed = isWellFormed && colon == 1 && !isTight
    // `https://…` behind such a word is an address.
    if isTight, bytes[valueStart] == UInt8(ascii: "/") { return nil }
    self.key = key
    keyRange = ByteRange(keyStart, keyEnd)
    value = ByteRange(valueStart, end)
  }

  /// Whether such a line may stand at an offset: nearly all text is told from any by its first word.
  @inline(__always)
  static func mayStand(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Bool {
    let keyStart = start + runOfEmphasis(bytes, at: start, end: end)
    let keyEnd = asciiWordEnd(bytes, at: keyStart, end: end)
    guard keyEnd > keyStart, keyEnd < end, mayFollowKey(bytes[keyEnd]) else { return false }
    return keyLengths[Int(bytes[keyStart])] >> (keyEnd - keyStart) & 1 != 0
  }

  /// The field as it should be written.
  func mended(_ bytes: Span<UInt8>) -> String {
    let field = "\(key.name): \(text(bytes, value))"
    return label.map { "\(field) (\(text(bytes, $0)))" } ?? field
  }

  /// Whether a record may have it as a field: where a key stands once, one more value would be a finding of its own.
  func isMissing(inRecord record: Int, of file: borrowing ParsedFile) -> Bool {
    key.isRepeatable || firstField(key, ofRecord: record, in: file) == nil
  }

  /// Whether as a field it leaves alone what other records say: neither what the record is, nor what it goes by, nor
  /// whether it is private.
  func leavesOthersAlone(_ bytes: Span<UInt8>) -> Bool {
    switch key {
    case .kind, .aka: false
    case .pronouns, .role, .org, .place, .email, .phone, .url, .address, .birthday, .anniversary, .died, .met, .via,
      .knows, .members, .cadence, .language, .with, .time, .tz, .status, .tags:
      !text(bytes, value).lowercased().contains("private")
    }
  }

  /// Whether the value could be that of the field, on a kind of record.
  func isPlausible(_ bytes: Span<UInt8>, on kind: RecordKind) -> Bool {
    couldBeValue(bytes.extracting(value.start..<value.end), of: key, on: kind)
  }
}

/// Whether a text could be the value of a key, on a kind of record.
func couldBeValue(_ value: Span<UInt8>, of key: FieldKey, on kind: RecordKind) -> Bool {
  guard let type = key.valueType(on: kind) else { return false }
  let entry = value.extracting(splitLabel(value).value)
  switch type {
  case .email: return emailFault(entry) == nil
  case .phone: return phoneFault(entry) == nil
  case .url: return urlFault(entry) == nil
  case .date: return CalendarDate(value) != nil || DateGuess(value, yearMayBeMissing: true) != nil
  case .cadence: return Cadence(value) != nil
  case .time: return TimeRange(value) != nil || guessTime(value) != nil
  case .timeZone: return TimeZoneName.contains(value)
  case .status: return MeetingStatus(value) != nil
  case .recordKind: return RecordKind(value: value) != nil
  case .people: return holdsMention(value)
  case .text, .word, .names, .address, .dateAndText, .list, .tags: return isShort(value)
  }
}

/// By the first letter of a known key: the bits of the lengths of those that begin with it.
private let keyLengths: [UInt16] = {
  var lengths = [UInt16](repeating: 0, count: 256)
  for key in FieldKey.allCases {
    guard let letter = key.name.utf8.first else { continue }
    for byte in [letter, letter & 0xDF] { lengths[Int(byte)] |= 1 << UInt16(key.name.utf8.count) }
  }
  return lengths
}()

@inline(__always)
private func mayFollowKey(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: ":"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "("): true
  default: byte <= Ascii.space || byte >= 0x80
  }
}

/// The number of `*` and `_` at an offset.
private func runOfEmphasis(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int {
  var offset = start
  while offset < end, bytes[offset] == UInt8(ascii: "*") || bytes[offset] == UInt8(ascii: "_") { offset += 1 }
  return offset - start
}

/// Passes over the marks that close an emphasis, if as many stand there as are open.
private func skipEmphasis(_ bytes: Span<UInt8>, at offset: Int, end: Int, _ open: inout Int) -> Int {
  guard open > 0, runOfEmphasis(bytes, at: offset, end: end) == open else { return offset }
  defer { open = 0 }
  return offset + open
}

private func labelEnd(_ bytes: Span<UInt8>, at open: Int, end: Int) -> Int? {
  var offset = open + 1
  while offset < end, bytes[offset] != UInt8(ascii: "("), bytes[offset] != UInt8(ascii: ")") { offset += 1 }
  return offset < end && offset > open + 1 && bytes[offset] == UInt8(ascii: ")") ? offset : nil
}

/// The length of a colon at an offset, narrow or wide, or 0.
func colonLength(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Int {
  guard offset < end else { return 0 }
  if bytes[offset] == UInt8(ascii: ":") { return 1 }
  return offset + 2 < end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBC && bytes[offset + 2] == 0x9A
    ? 3 : 0
}

private func holdsMention(_ bytes: Span<UInt8>) -> Bool {
  bytes.indices.contains { offset in
    bytes[offset] == UInt8(ascii: "@") && scanMention(bytes, at: offset, start: 0, end: bytes.count) != nil
  }
}

/// Whether a text is no sentence: at most eight words, and no mark at the end.
private func isShort(_ bytes: Span<UInt8>) -> Bool {
  if bytes[bytes.count - 1].isOne(of: ".!?:;,") { return false }
  var words = 0
  var offset = 0
  while offset < bytes.count, words <= 8 {
    words += 1
    while offset < bytes.count, blankLength(bytes, at: offset, end: bytes.count) == 0 { offset += 1 }
    offset = skipSpace(bytes, from: offset, end: bytes.count)
  }
  return words <= 8
}
