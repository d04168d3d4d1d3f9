import NetSyntax

/// The marks of running text: mentions, the words behind them, and links as other programs write them.
extension FactsBuilder {
  /// Reads running text.
  mutating func readText(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ tokens: Range<Int>, record: Int?, role: MentionFact.Role
  ) {
    var token = tree.nextMention(from: tokens.lowerBound, to: tokens.upperBound)
    if tree.mayHoldWikiLinks { token = tokens.lowerBound }
    while token < tokens.upperBound {
      let kind = tree.kind(ofToken: token)
      if kind == .mention {
        addMention(tree, bytes, token, record: record, role: role)
        addNameBehindMention(tree, bytes, token, record: record)
      } else if kind == .text {
        readWikiLink(tree, bytes, token, record: record, .wikiLink)
      }
      token += 1
      // Without wiki links, mentions are all there is to look for, eight tokens at a time.
      if !tree.mayHoldWikiLinks { token = tree.nextMention(from: token, to: tokens.upperBound) }
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
      guard offset + 1 < text.end, bytes[offset] == Ascii.space, isCapital(bytes, at: offset + 1, end: text.end),
        let wordEnd = scanNameWord(bytes, at: offset + 1, end: text.end),
        names.byteCount < Self.mostNameBytes
      else { return }
      offset = wordEnd
      guard let name = names.index(ofSlugOf: bytes.extracting(mention.start + 1..<offset)) else { return }
      entries.append(
        NameEntry(
          record: record, name: name.folded, range: ByteRange(mention.start, offset), role: .mentionAndWords))
    }
  }

  /// These names can be longer together than the file; where the names of a file stand is told in 32 bits.
  private static var mostNameBytes: Int { 1 << 30 }

  private func isCapital(_ bytes: Span<UInt8>, at offset: Int, end: Int) -> Bool {
    let byte = bytes[offset]
    if byte < 0x80 { return byte.isAsciiLetter && byte != byte.asciiLowercased }
    return scalarClass(decodeScalar(bytes, at: offset, end: end).scalar) == .capital
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
    guard tree.mayHoldWikiLinks else { return }
    for token in tokens where tree.kind(ofToken: token) == .text {
      readWikiLink(tree, bytes, token, record: record, .wikiLinkInValue)
    }
  }

  /// `[[Amara Okafor]]` at a token; each bracket that opens is a token of its own.
  @inline(__always)
  private mutating func readWikiLink(
    _ tree: borrowing Tree, _ bytes: Span<UInt8>, _ token: Int, record: Int?, _ role: NameEntry.Role
  ) {
    let start = tree.start(ofToken: token)
    guard bytes[start] == UInt8(ascii: "["), start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[")
    else { return }
    addWikiLink(bytes, at: start, record: record, role)
  }

  private mutating func addWikiLink(_ bytes: Span<UInt8>, at start: Int, record: Int?, _ role: NameEntry.Role) {
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
    guard let name = names.index(ofSlugOf: bytes.extracting(first..<(nameEnd ?? end))) else { return }
    entries.append(
      NameEntry(
        record: record, name: name.folded, range: ByteRange(start, end + 2), role: role,
        text: addText(bytes, ByteRange(first, end))))
  }

  /// Keeps a part of some bytes as a text to be shown, and returns where it is kept.
  mutating func addText(_ bytes: Span<UInt8>, _ range: ByteRange) -> ByteRange {
    let start = texts.count
    texts.append(contentsOf: bytes, in: range.start..<range.end)
    return ByteRange(start, texts.count)
  }
}

/// A name as it is shown: without the backslash that keeps its first digit from being a date.
func shownName(_ bytes: Span<UInt8>, _ name: ByteRange) -> ByteRange {
  guard name.count > 1, bytes[name.start] == UInt8(ascii: "\\"),
    decodeScalar(bytes, at: name.start + 1, end: name.end).scalar.isDigit
  else { return name }
  return ByteRange(name.start + 1, name.end)
}
