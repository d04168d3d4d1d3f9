/// What a `// kith: …` comment asks of the tool.
///
/// ```
/// directive = "//" "kith" ":" ( "format" ( "off" | "on" ) | ignore rule { "," rule } [ "--" reason ] )
/// ignore    = "ignore" | "ignore-file"
/// ```
/// Letter case and the number of blanks are free, and blanks may part rules, too. Behind `format off` and `format on`
/// anything may follow, such as a reason.
public struct Directive: Sendable {
  /// What it asks for.
  public enum Command: Hashable, Sendable {
    /// From here on the formatter leaves lines alone.
    case formatOff
    /// From here on it does not.
    case formatOn
    /// The next line, or record, is not to be reported by some rules.
    case ignore
    /// The file is not to be reported by some rules.
    case ignoreFile
    /// Nothing the tool knows.
    case unknown
  }

  /// What it asks for.
  public let command: Command
  /// The whole comment, without its line end.
  public let comment: ByteRange
  /// The word or two behind the colon that say what it asks for; empty where nothing stands there.
  public let words: ByteRange
  /// The rules, as they are written.
  public let rules: [ByteRange]
  /// The reason behind `--`; nil where there is none.
  public let reason: ByteRange?

  /// What a comment node asks for; nil for any other comment.
  public init?(ofNode node: Int, in tree: borrowing Tree, _ bytes: Span<UInt8>) {
    let tokens = tree.tokens(ofNode: node)
    guard let token = tokens.first(where: { tree.kind(ofToken: $0) == .comment }) else { return nil }
    self.init(tree.range(ofToken: token), bytes)
  }

  /// What a text that starts with `//` would ask for if it were a comment.
  ///
  /// - Parameter wantsColon: Whether a colon stands behind `kith`; it does unless a slip is looked for.
  public init?(_ comment: ByteRange, _ bytes: Span<UInt8>, wantsColon: Bool = true) {
    self.comment = comment
    var words = Words(offset: comment.start + 2, end: comment.end)
    guard words.skip(bytes, "kith"), words.skip(bytes, ":") == wantsColon else { return nil }
    let name = words.next(bytes)
    command = Self.command(name, &words, bytes)
    self.words = ByteRange(name.start, max(name.start, words.last.end))
    switch command {
    case .ignore, .ignoreFile: (rules, reason) = words.rules(bytes)
    case .formatOff, .formatOn, .unknown: (rules, reason) = ([], nil)
    }
  }

  private static func command(_ name: ByteRange, _ words: inout Words, _ bytes: Span<UInt8>) -> Command {
    func matches(_ range: ByteRange, _ word: StaticString) -> Bool {
      equalsIgnoringCase(bytes, from: range.start, to: range.end, word)
    }
    if matches(name, "ignore") { return .ignore }
    if matches(name, "ignore-file") { return .ignoreFile }
    let before = words
    let state = words.next(bytes)
    let (isOff, isOn) = (matches(state, "off"), matches(state, "on"))
    if matches(name, "format") { return isOff ? .formatOff : isOn ? .formatOn : .unknown }
    // What is said of an unknown word takes in one that seems to belong to it.
    if !isOff, !isOn { words = before }
    return .unknown
  }
}

/// The words of a comment, one after another.
private struct Words {
  var offset: Int
  let end: Int
  /// The word last read.
  private(set) var last: ByteRange

  init(offset: Int, end: Int) {
    self.offset = offset
    self.end = end
    last = ByteRange(offset, offset)
  }

  /// Passes over a text that comes next, in any letter case, if it does.
  mutating func skip(_ bytes: Span<UInt8>, _ text: StaticString) -> Bool {
    let start = skipSpace(bytes, from: offset, end: end)
    let textEnd = start + text.utf8CodeUnitCount
    guard textEnd <= end, equalsIgnoringCase(bytes, from: start, to: textEnd, text) else { return false }
    offset = textEnd
    return true
  }

  /// The next word, up to a blank or a comma; empty at the end.
  mutating func next(_ bytes: Span<UInt8>) -> ByteRange {
    let start = skipSpace(bytes, from: offset, end: end)
    offset = start
    while offset < end, bytes[offset] != UInt8(ascii: ","), blankLength(bytes, at: offset, end: end) == 0 {
      offset += 1
    }
    // Nothing comes behind the last word, so that what was read last stays what it was.
    if offset > start { last = ByteRange(start, offset) }
    return ByteRange(start, offset)
  }

  /// The rules that come next, up to the end or `--`, and the reason behind that.
  mutating func rules(_ bytes: Span<UInt8>) -> ([ByteRange], reason: ByteRange?) {
    var rules: [ByteRange] = []
    while true {
      let word = next(bytes)
      if equalsIgnoringCase(bytes, from: word.start, to: word.end, "--") {
        let start = skipSpace(bytes, from: word.end, end: end)
        let reason = ByteRange(start, max(start, trimBlanks(bytes, from: start, to: end)))
        return (rules, reason.isEmpty ? nil : reason)
      }
      if !word.isEmpty { rules.append(word) }
      if offset >= end { return (rules, nil) }
      if bytes[offset] == UInt8(ascii: ",") { offset += 1 }
    }
  }
}
