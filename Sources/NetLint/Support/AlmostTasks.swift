import NetModel
import NetSyntax

/// Where the task that an item is stands; nil if it is none. Cheap enough to be asked at every line of the item.
func taskState(ofItem node: Int, in file: borrowing ParsedFile) -> TaskState? {
  let tokens = file.tree.tokens(ofNode: node)
  for token in tokens {
    switch file.tree.kind(ofToken: token) {
    case .byteOrderMark, .space, .bullet: break
    case .checkbox: return TaskState(mark: file.bytes[file.tree.start(ofToken: token) + 1])
    default: return nil
    }
  }
  return nil
}

/// A checkbox, or what was meant as one.
struct AlmostCheckbox {
  /// Behind it.
  var end: Int
  /// How it should be written; nil where its mark may mean several things.
  var mended: String?
  /// Whether it is one that needs no more than a bullet.
  var isWhole = false
  /// Whether it is one but for the blank behind it.
  var isTight = false
}

/// The checkbox at an offset, or with `acceptsAlmost` what is one but for a blank or its mark.
func checkbox(_ bytes: Span<UInt8>, at start: Int, end: Int, acceptsAlmost: Bool = false) -> AlmostCheckbox? {
  if let mended = boxes.mended(bytes, at: start, end: end) {
    guard isBlankOrEnd(bytes, at: start + 3, end: end) else { return nil }
    return AlmostCheckbox(end: start + 3, mended: mended, isWhole: true)
  }
  guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
  if let close = checkboxEnd(bytes, at: start, end: end) {
    let state = TaskState(mark: bytes[start + 1])?.checkbox
    if isBlankOrEnd(bytes, at: close, end: end) {
      return AlmostCheckbox(end: close, mended: state, isWhole: true)
    }
    let next = decodeScalar(bytes, at: close, end: end).scalar
    guard acceptsAlmost, next.isLetter || next.isDigit || next == "@" else { return nil }
    return AlmostCheckbox(end: close, mended: state, isTight: true)
  }
  guard acceptsAlmost, let found = otherMark(bytes, at: start + 1, end: end) else { return nil }
  return isBlankOrEnd(bytes, at: found.end, end: end) ? found : nil
}

/// What stands behind `[` with one mark, or none, among blanks, and the closing bracket.
private func otherMark(_ bytes: Span<UInt8>, at start: Int, end: Int) -> AlmostCheckbox? {
  let mark = skipSpace(bytes, from: start, end: end)
  guard mark < end else { return nil }
  if bytes[mark] == UInt8(ascii: "]") { return AlmostCheckbox(end: mark + 1, mended: "[ ]") }
  if let state = TaskState(mark: bytes[mark]) {
    let close = skipSpace(bytes, from: mark + 1, end: end)
    guard close < end, bytes[close] == UInt8(ascii: "]") else { return nil }
    return AlmostCheckbox(end: close + 1, mended: state.checkbox)
  }
  let isSymbol = bytes[mark].isOne(of: "*+/>~!?")
  let mended =
    isSymbol ? nil : ticks.mended(bytes, at: mark, end: end) ?? boxes.mended(bytes, at: mark, end: end)
  let close = mark + (isSymbol ? 1 : 3)
  guard isSymbol || mended != nil, close < end, bytes[close] == UInt8(ascii: "]") else { return nil }
  return AlmostCheckbox(end: close + 1, mended: mended)
}

/// Symbols of three bytes, with the checkbox that each stands for.
private struct Symbols {
  var lead: (UInt8, UInt8)
  var mended: [UInt8: String]

  func mended(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> String? {
    guard offset + 2 < end, bytes[offset] == lead.0, bytes[offset + 1] == lead.1 else { return nil }
    return mended[bytes[offset + 2]]
  }
}

/// `☐ ☑ ☒`
private let boxes = Symbols(lead: (0xE2, 0x98), mended: [0x90: "[ ]", 0x91: "[x]", 0x92: "[-]"])
/// `✓ ✔ ✗ ✘`
private let ticks = Symbols(lead: (0xE2, 0x9C), mended: [0x93: "[x]", 0x94: "[x]", 0x97: "[-]", 0x98: "[-]"])

/// Words in an open task that say when it is due.
struct DueWords {
  var span: ByteRange
  /// The date, in the ISO form.
  var date: String
  /// Whether it is `due:` with a blank behind it; otherwise `by` or `due`.
  var hasColon: Bool

  /// The first such words in running text, those with a colon first.
  init?(_ bytes: Span<UInt8>, in text: ByteRange, lineStart: Int) {
    var found: DueWords?
    var offset = text.start
    while offset < text.end {
      let wordEnd = asciiWordEnd(bytes, at: offset, end: text.end)
      if Self.mayBeDue(bytes, ByteRange(offset, wordEnd)), !isHandleCharacter(bytes, before: offset, start: lineStart),
        let words = DueWords(bytes, word: ByteRange(offset, wordEnd), end: text.end)
      {
        if words.hasColon {
          self = words
          return
        }
        found = found ?? words
      }
      offset = max(wordEnd, offset + 1)
    }
    guard let found else { return nil }
    self = found
  }

  /// Whether a word begins like `due` or `by`, and is as long.
  @inline(__always)
  private static func mayBeDue(_ bytes: Span<UInt8>, _ word: ByteRange) -> Bool {
    switch word.count {
    case 2: bytes[word.start] | 0x20 == UInt8(ascii: "b")
    case 3: bytes[word.start] | 0x20 == UInt8(ascii: "d")
    default: false
    }
  }

  private init?(_ bytes: Span<UInt8>, word: ByteRange, end: Int) {
    let isDue = equalsIgnoringCase(bytes, from: word.start, to: word.end, "due")
    guard isDue || equalsIgnoringCase(bytes, from: word.start, to: word.end, "by"), word.end < end else {
      return nil
    }
    hasColon = isDue && bytes[word.end] == UInt8(ascii: ":")
    let blank = word.end + (hasColon ? 1 : 0)
    let start = skipSpace(bytes, from: blank, end: end)
    guard start > blank, start < end else { return nil }
    if let dateEnd = fullDateEnd(bytes, at: start, end: end) {
      span = ByteRange(word.start, dateEnd)
      date = NetLint.text(bytes, ByteRange(start, dateEnd))
    } else if hasColon, let guess = DateGuess.scan(bytes.extracting(0..<end), from: start),
      let certain = guess.guess.certainText
    {
      span = ByteRange(word.start, start + guess.length)
      date = certain
    } else {
      return nil
    }
  }
}
