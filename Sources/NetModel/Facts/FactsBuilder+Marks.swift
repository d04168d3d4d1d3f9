import NetSyntax

/// The marks of running text: mentions, the words behind them, and links as other programs write them.
extension FactsBuilder {
  /// Reads running text.
  mutating func readText(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, record: Int?, role: MentionFact.Role
  ) {
    for token in tokens {
      let kind = tree.kind(ofToken: token)
      if kind == .mention {
        addMention(tree, bytes, token, record: record, role: role)
        addNameBehindMention(tree, bytes, token, record: record)
      } else if kind == .text {
        readWikiLink(tree, bytes, token, record: record)
      }
    }
  }

  /// `@Amara Nwosu`: the mention, and up to three words behind it that begin with a capital.
  private mutating func addNameBehindMention(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ token: Int, record: Int?
  ) {
    let mention = tree.range(ofToken: token)
    guard token + 1 < tree.tokenCount, tree.kind(ofToken: token + 1) == .text else { return }
    let text = tree.range(ofToken: token + 1)
    var offset = text.start
    for _ in 0..<3 {
      guard offset + 1 < text.end, bytes[offset] == Ascii.space,
        decodeScalar(bytes, at: offset + 1, end: text.end).scalar.properties.isUppercase,
        let wordEnd = scanNameWord(bytes, at: offset + 1, end: text.end)
      else { return }
      offset = wordEnd
      guard let slug = slug(of: bytes.extracting(mention.start + 1..<offset)) else { return }
      let name = names.index(of: foldHandle(slug.utf8.span))
      entries.append(
        NameEntry(
          record: record, name: name, range: ByteRange(mention.start, offset), role: .mentionAndWords))
    }
  }

  /// A word of a name: letters, and hyphens and apostrophes between them (`O'Brien`, `Smith-Jones`).
  private func scanNameWord(_ bytes: Span<UInt8>, at start: Int, end: Int) -> Int? {
    var wordEnd = scanWord(bytes, at: start, end: end)
    while let behind = wordEnd, behind < end {
      let length =
        bytes[behind] == UInt8(ascii: "-") || bytes[behind] == UInt8(ascii: "'")
        ? 1 : apostropheLength(bytes, at: behind, end)
      guard length > 0, let next = scanWord(bytes, at: behind + length, end: end), next > behind + length + 1
      else {
        break  // Also at `Nwosu's`: what stands behind is no part of the name.
      }
      wordEnd = next
    }
    return wordEnd
  }

  /// The length of `’` (U+2019) at an offset, or 0.
  private func apostropheLength(_ bytes: Span<UInt8>, at offset: Int, _ end: Int) -> Int {
    offset + 2 < end && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x99
      ? 3 : 0
  }

  /// Reads the wiki links in a value that is no running text.
  mutating func readWikiLinks(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, record: Int?
  ) {
    for token in tokens where tree.kind(ofToken: token) == .text {
      readWikiLink(tree, bytes, token, record: record)
    }
  }

  /// `[[Amara Okafor]]` at a token; each bracket that opens is a token of its own.
  @inline(__always)
  private mutating func readWikiLink(_ tree: borrowing Tree, _ bytes: Span<UInt8>, _ token: Int, record: Int?) {
    let start = tree.start(ofToken: token)
    guard bytes[start] == UInt8(ascii: "["), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[")
    else { return }
    addWikiLink(bytes, at: start, record: record)
  }

  private mutating func addWikiLink(_ bytes: Span<UInt8>, at start: Int, record: Int?) {
    if start > 0, bytes[start - 1] == UInt8(ascii: "!") || bytes[start - 1] == UInt8(ascii: "[") { return }
    let first = start + 2
    guard first < bytes.count, decodeScalar(bytes, at: first, end: bytes.count).scalar.isLetter else {
      return
    }
    var end = first
    var nameEnd: Int?
    scanning: while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "]"): break scanning
      case UInt8(ascii: "["), UInt8(ascii: "`"), Ascii.lineFeed: return
      case UInt8(ascii: "|"), UInt8(ascii: "#"): nameEnd = nameEnd ?? end
      default: break
      }
      end += 1
    }
    guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "]") else { return }
    if end + 2 < bytes.count, bytes[end + 2] == UInt8(ascii: "(") || bytes[end + 2] == UInt8(ascii: "]") {
      return
    }
    guard let slug = slug(of: bytes.extracting(first..<(nameEnd ?? end))) else { return }
    let name = names.index(of: foldHandle(slug.utf8.span))
    entries.append(
      NameEntry(
        record: record, name: name, range: ByteRange(start, end + 2), role: .wikiLink,
        text: text(bytes, ByteRange(first, end))))
  }

  /// A range of the file as a string.
  func text(_ bytes: Span<UInt8>, _ range: ByteRange) -> String {
    var text: [UInt8] = []
    text.append(contentsOf: bytes, in: range)
    return String(decoding: text, as: UTF8.self)
  }

  /// A name as it is shown: without the backslash that keeps its first digit from being a date.
  func shownName(_ bytes: Span<UInt8>, _ name: ByteRange) -> String {
    guard name.count > 1, bytes[name.start] == UInt8(ascii: "\\"),
      decodeScalar(bytes, at: name.start + 1, end: name.end).scalar.isDigit
    else { return text(bytes, name) }
    return text(bytes, ByteRange(name.start + 1, name.end))
  }
}
