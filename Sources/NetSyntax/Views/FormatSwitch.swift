/// `// kith: format off` and `// kith: format on`: comments between which the formatter leaves lines alone.
public enum FormatSwitch: Sendable {
  case off, on

  /// What a comment node says of the formatter; nil for any other comment.
  ///
  /// Any blanks may part the words, and anything may follow, such as a reason. Letter case is free.
  public init?(ofNode node: Int, in tree: borrowing Tree, _ bytes: Span<UInt8>) {
    let tokens = tree.tokens(ofNode: node)
    guard let token = tokens.first(where: { tree.kind(ofToken: $0) == .comment }) else { return nil }
    var words = Words(offset: tree.start(ofToken: token) + 2, end: tree.range(ofToken: token).end)
    guard words.next(bytes, "kith:"), words.next(bytes, "format") else { return nil }
    if words.next(bytes, "off") {
      self = .off
    } else if words.next(bytes, "on") {
      self = .on
    } else {
      return nil
    }
  }
}

/// The words of a comment, one after another.
private struct Words {
  var offset: Int
  let end: Int

  /// Whether the next word is the one given, in any letter case; only then it is passed over.
  mutating func next(_ bytes: Span<UInt8>, _ word: StaticString) -> Bool {
    let start = skipSpace(bytes, from: offset, end: end)
    var wordEnd = start
    while wordEnd < end, blankLength(bytes, at: wordEnd, end: end) == 0 { wordEnd += 1 }
    guard equalsIgnoringCase(bytes, from: start, to: wordEnd, word) else { return false }
    offset = wordEnd
    return true
  }
}
