/// An entry of a list, or a value, with the label behind it: offsets into the bytes, blanks at the ends left
/// out.
public struct LabelledRange: Sendable, Hashable {
  /// The entry as a whole, its label included.
  public let whole: Range<Int>
  /// The entry without its label.
  public let value: Range<Int>
  /// What stands between the label's parentheses, or nil if there is no label.
  public let label: Range<Int>?
}

/// Whether bytes hold a comma that separates entries.
public func isList(_ bytes: Span<UInt8>) -> Bool {
  var index = 0
  return nextSeparator(bytes, from: &index) != nil
}

/// Calls a closure for each entry of a list, in order, without making strings.
///
/// Entries are separated by `,` `،` `、`. A comma inside a label's parentheses separates nothing, and a
/// backslash before a comma makes it text. Parentheses are a label's where a blank stands before the opening
/// one, none is opened before the closing one, and behind that are only blanks and then a comma or the end.
/// An entry of blanks alone (as behind a trailing comma) is passed over.
public func forEachEntry(of bytes: Span<UInt8>, _ body: (LabelledRange) -> Void) {
  var start = 0
  var index = 0
  while true {
    let separator = nextSeparator(bytes, from: &index)
    let end = separator?.lowerBound ?? bytes.count
    let entry = splitLabel(bytes, start..<end)
    if !entry.whole.isEmpty { body(entry) }
    guard let separator else { return }
    start = separator.upperBound
    index = start
  }
}

/// Splits a value, or one entry of a list, from its label: the last `( … )` with a blank before it, nothing
/// behind it, and no further parentheses in it. A parenthesis behind a backslash is text.
public func splitLabel(_ bytes: Span<UInt8>) -> LabelledRange {
  splitLabel(bytes, 0..<bytes.count)
}

/// Splits a part of a text from its label; the part is cut to what there is.
public func splitLabel(_ bytes: Span<UInt8>, _ range: Range<Int>) -> LabelledRange {
  let whole = TextBytes.trimBlanks(bytes, range.clamped(to: 0..<bytes.count))
  let none = LabelledRange(whole: whole, value: whole, label: nil)
  let close = whole.upperBound - 1
  guard close > whole.lowerBound, bytes[close] == UInt8(ascii: ")"),
    !isEscaped(bytes, close, whole.lowerBound)
  else { return none }
  var open = close - 1
  while open >= whole.lowerBound {
    let byte = bytes[open]
    if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")"), !isEscaped(bytes, open, whole.lowerBound) {
      break
    }
    open -= 1
  }
  guard open > whole.lowerBound, bytes[open] == UInt8(ascii: "(") else { return none }
  let value = TextBytes.trimBlanks(bytes, whole.lowerBound..<open)
  guard value.upperBound < open else { return none }
  return LabelledRange(whole: whole, value: value, label: TextBytes.trimBlanks(bytes, (open + 1)..<close))
}

/// A value with its optional label, as texts.
public struct LabelledValue: Sendable, Hashable {
  /// The value.
  public let value: String
  /// The label, or nil if there is none.
  public let label: String?

  /// A value with a label if there is one.
  public init(_ value: String, label: String? = nil) {
    self.value = value
    self.label = label
  }

  /// The parts of a text that was split, with `\,` as a comma; an empty label counts as none.
  public init(_ bytes: Span<UInt8>, _ range: LabelledRange) {
    self.value = unescapedEntry(bytes, range.value)
    self.label = range.label.flatMap { $0.isEmpty ? nil : unescapedEntry(bytes, $0) }
  }
}

/// The text of an entry or label, with a backslash before a comma (`,` `،` `、`) left out.
public func unescapedEntry(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
  let range = range.clamped(to: 0..<bytes.count)
  var hasBackslash = false
  for index in range where bytes[index] == UInt8(ascii: "\\") { hasBackslash = true }
  guard hasBackslash else { return TextBytes.string(bytes, range) }
  var result: [UInt8] = []
  result.reserveCapacity(range.count)
  var index = range.lowerBound
  while index < range.upperBound {
    if bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound {
      // Another backslash escapes nothing here, but does keep the next character from being escaped by it.
      if commaLength(bytes, index + 1) == 0 { result.append(bytes[index]) }
      index += 1
    }
    result.append(bytes[index])
    index += 1
  }
  return String(decoding: result, as: UTF8.self)
}

/// The length of the comma of any script at an index, or 0.
func commaLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  switch TextBytes.byte(bytes, index) {
  case 0x2C: return 1
  case 0xD8: return TextBytes.byte(bytes, index + 1) == 0x8C ? 2 : 0
  case 0xE3:
    return TextBytes.byte(bytes, index + 1) == 0x80 && TextBytes.byte(bytes, index + 2) == 0x81 ? 3 : 0
  default: return 0
  }
}

/// The next comma that separates, at or behind an index, which is left behind the entry.
private func nextSeparator(_ bytes: Span<UInt8>, from index: inout Int) -> Range<Int>? {
  let start = TextBytes.skipBlanks(bytes, index)
  while index < bytes.count {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\\") {
      index += 2
    } else if byte == UInt8(ascii: "("), index > start, isBehindBlank(bytes, index, start),
      let close = labelEnd(bytes, index)
    {
      index = close
    } else {
      let length = commaLength(bytes, index)
      if length > 0 { return index..<(index + length) }
      index += 1
    }
  }
  return nil
}

/// The index behind a label that opens at an index, or nil if those parentheses are no label's.
private func labelEnd(_ bytes: Span<UInt8>, _ open: Int) -> Int? {
  var index = open + 1
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\\"): index += 2
    case UInt8(ascii: "("): return nil
    case UInt8(ascii: ")"):
      let behind = TextBytes.skipBlanks(bytes, index + 1)
      return behind >= bytes.count || commaLength(bytes, behind) > 0 ? index + 1 : nil
    default: index += 1
    }
  }
  return nil
}

private func isBehindBlank(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
  TextBytes.blankLength(bytes, index - 1) == 1
    || (index - 2 >= start && TextBytes.blankLength(bytes, index - 2) == 2)
    || (index - 3 >= start && TextBytes.blankLength(bytes, index - 3) == 3)
}

/// Whether an odd number of backslashes stands before an index.
private func isEscaped(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
  var before = index
  while before > start, bytes[before - 1] == UInt8(ascii: "\\") { before -= 1 }
  return (index - before) % 2 == 1
}
