import NetModel
import NetSyntax

/// The canonical form of the value of a field on one line; nil where the value stays as it is.
///
/// It stays where it is running text, where it or one of its entries cannot be read, where it holds directional marks, and
/// where an entry or label ends in a backslash, which would escape what comes to stand behind it.
func canonicalValue(_ value: Span<UInt8>, _ type: FieldValueType) -> [UInt8]? {
  guard let canonical = canonicalForm(of: value, type) else { return nil }
  let holdsMark = value.indices.contains { directionalMarkLength(value, at: $0, end: value.count) > 0 }
  return holdsMark ? nil : canonical
}

private func canonicalForm(of value: Span<UInt8>, _ type: FieldValueType) -> [UInt8]? {
  switch type {
  case .people, .names: return canonicalPeople(value)
  case .list: return canonicalList(value)
  case .tags: return canonicalTags(value)
  case .email: return canonicalLabelled(value) { emailFault($0) == nil }
  case .phone: return canonicalLabelled(value) { phoneFault($0) == nil }
  case .url: return canonicalLabelled(value) { urlFault($0) == nil }
  case .address: return canonicalLabelled(value) { _ in true }
  case .time: return TimeRange(value).map { Array($0.text.utf8) }
  case .recordKind: return RecordKind(value: value).map { Array($0.name.utf8) }
  case .status: return MeetingStatus(value).map { Array($0.name.utf8) }
  case .cadence: return holdsCapital(value) ? canonicalCadence(value) : nil
  case .text, .dateAndText, .word, .date, .timeZone: return nil
  }
}

extension FieldValueType {
  /// Whether some values of the type have another form that is canonical.
  var hasCanonicalForm: Bool {
    switch self {
    case .people, .names, .list, .tags, .email, .phone, .url, .address, .time, .recordKind, .status, .cadence: true
    case .text, .dateAndText, .word, .date, .timeZone: false
    }
  }
}

/// Mentions in lower case, joined by a comma and a space, each with its label.
private func canonicalPeople(_ value: Span<UInt8>) -> [UInt8]? {
  var list = EntryList()
  for entry in peopleEntries(of: value) {
    list.begin()
    if entry.isMention {
      appendLowercasedWithJoiners(value.extracting(entry.value), to: &list.bytes)
    } else {
      list.append(value, entry.value)
    }
    if let label = entry.label { list.appendLabel(value, label) }
  }
  return list.result
}

private func canonicalList(_ value: Span<UInt8>) -> [UInt8]? {
  var list = EntryList()
  forEachEntry(of: value) { entry in
    list.begin()
    list.append(value, entry.whole)
  }
  return list.result
}

/// One value with its label, if it can be read.
private func canonicalLabelled(_ value: Span<UInt8>, isReadable: (Span<UInt8>) -> Bool) -> [UInt8]? {
  let entry = splitLabel(value)
  if isCanonical(entry, value) { return nil }
  guard isReadable(value.extracting(entry.value)) else { return nil }
  var list = EntryList()
  list.begin()
  list.append(value, entry.value)
  if let label = entry.label { list.appendLabel(value, label) }
  return list.result
}

/// `#a #b`; nil where an entry is no tag.
private func canonicalTags(_ value: Span<UInt8>) -> [UInt8]? {
  var tags: [UInt8] = []
  var isReadable = true
  forEachTag(of: value) { words in
    guard Tag(words: value.extracting(words)) != nil else {
      isReadable = false
      return
    }
    if !tags.isEmpty { tags.append(Ascii.space) }
    tags.append(UInt8(ascii: "#"))
    appendTag(value, words, to: &tags)
  }
  return isReadable && !tags.isEmpty ? tags : nil
}

/// The words of a tag in lower case, joined by `-`.
private func appendTag(_ value: Span<UInt8>, _ words: Range<Int>, to tags: inout [UInt8]) {
  var start = skipSpace(value, from: words.lowerBound, end: words.upperBound)
  while start < words.upperBound {
    var end = start
    while end < words.upperBound, blankLength(value, at: end, end: words.upperBound) == 0 { end += 1 }
    appendLowercasedWithJoiners(value.extracting(start..<end), to: &tags)
    start = skipSpace(value, from: end, end: words.upperBound)
    if start < words.upperBound { tags.append(UInt8(ascii: "-")) }
  }
}

/// The words in lower case; of a duration such as `P3M`, whose letters stand for words, nothing.
private func canonicalCadence(_ value: Span<UInt8>) -> [UInt8]? {
  guard let cadence = Cadence(value) else { return nil }
  var words: [UInt8] = []
  for offset in value.indices { words.append(value[offset].asciiLowercased) }
  return words.first == UInt8(ascii: "p") || Cadence(words.span) != cadence ? nil : words
}

// MARK: What is canonical at a glance

// To put each value together anew and compare was more than a quarter of the formatter's work, where nearly all are as they
// should be.

/// Whether the tokens of a value on one line are mentions in lower case, perhaps with plain labels, as of
/// `@amara, @lena (old friend)`, or tags in lower case with one space between.
func isPlainlyCanonical(
  _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, _ type: FieldValueType
) -> Bool {
  let kind = type == .tags ? TokenKind.tag : .mention
  guard type == .tags || type == .people || type == .names else { return false }
  var token = tokens.lowerBound
  while token < tokens.upperBound, tree.kind(ofToken: token) == kind, isLowercase(bytes, tree.range(ofToken: token)) {
    token += 1
    if token == tokens.upperBound || tree.kind(ofToken: token) == .lineEnd { return true }
    guard tree.kind(ofToken: token) == .text else { return false }
    let gap = tree.range(ofToken: token)
    token += 1
    let isLast = token == tokens.upperBound || tree.kind(ofToken: token) == .lineEnd
    let text = bytes.extracting(gap.start..<gap.end)
    guard type == .tags ? text.count == 1 && text[0] == Ascii.space : isPlain(behindMention: text, isLast: isLast)
    else { return false }
    if isLast { return type != .tags }
  }
  return false
}

/// Whether what stands behind a mention is a plain label or none, and then `, ` if it is not the last.
private func isPlain(behindMention text: Span<UInt8>, isLast: Bool) -> Bool {
  var end = 0
  if text.count > 2, text[0] == Ascii.space, text[1] == UInt8(ascii: "(") {
    guard let label = plainLabelEnd(text, at: 2) else { return false }
    end = label
  }
  if isLast { return end == text.count }
  return end + 2 == text.count && text[end] == UInt8(ascii: ",") && text[end + 1] == Ascii.space
}

/// Whether a value holds a capital of ASCII.
private func holdsCapital(_ value: Span<UInt8>) -> Bool {
  value.indices.contains { value[$0] &- UInt8(ascii: "A") < 26 }
}

/// The end of the parenthesis behind letters and digits at an offset, with single spaces between.
private func plainLabelEnd(_ value: Span<UInt8>, at start: Int) -> Int? {
  var end = start
  while end < value.count, value[end].isAsciiAlphanumeric {
    end += 1
    if end + 1 < value.count, value[end] == Ascii.space { end += 1 }
  }
  guard end > start, end < value.count, value[end] == UInt8(ascii: ")"), value[end - 1] != Ascii.space else {
    return nil
  }
  return end + 1
}

/// Whether a value that was split from its label is put together again as it stands there.
private func isCanonical(_ entry: LabelledRange, _ value: Span<UInt8>) -> Bool {
  guard entry.value.lowerBound == 0 else { return false }
  guard let label = entry.label else { return entry.value.upperBound == value.count }
  return !label.isEmpty && value[entry.value.upperBound] == Ascii.space
    && label.lowerBound == entry.value.upperBound + 2 && label.upperBound + 1 == value.count
}

/// Entries of a list as they are put together again.
private struct EntryList {
  var bytes: [UInt8] = []
  private var isKept = true

  /// The list; nil where it is better left alone.
  var result: [UInt8]? { isKept && !bytes.isEmpty ? bytes : nil }

  mutating func begin() {
    if !bytes.isEmpty { bytes += ", ".utf8 }
  }

  mutating func append(_ value: Span<UInt8>, _ range: Range<Int>) {
    for offset in range { bytes.append(value[offset]) }
    if range.isEmpty || value[range.upperBound - 1] == UInt8(ascii: "\\") { isKept = false }
  }

  mutating func appendLabel(_ value: Span<UInt8>, _ label: Range<Int>) {
    bytes += " (".utf8
    if !label.isEmpty { append(value, label) }
    bytes.append(UInt8(ascii: ")"))
  }
}
