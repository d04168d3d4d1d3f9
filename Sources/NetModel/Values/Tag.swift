/// A tag without its `#`, with its levels: `education/maths`.
///
/// Each level is like a handle, and somewhere in the tag is a letter, so that `#1` is none. Tags compare as
/// handles do.
public struct Tag: Sendable, Hashable, CustomStringConvertible {
  /// The tag in lower case as written, levels joined by `/`, without U+200C and U+200D.
  public let text: String
  /// What tags compare by: the text in Unicode's normalisation form C, with σ for Greek's final ς.
  public let key: String

  /// The tag that bytes without `#` are, or nil if they are none.
  public init?(_ bytes: Span<UInt8>) {
    guard isTag(bytes) else { return nil }
    self.init(lowercased: lowercasedAsWritten(bytes))
  }

  /// The tag that a text without `#` is, or nil if it is none.
  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  /// The tag of words separated by blanks, joined by `-`: `school leaders` is `school-leaders`.
  public init?(words bytes: Span<UInt8>) {
    let range = TextBytes.trimBlanks(bytes, 0..<bytes.count)
    var joined: [UInt8] = []
    joined.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let blanks = TextBytes.skipBlanks(bytes, index)
      if blanks > index {
        joined.append(UInt8(ascii: "-"))
        index = blanks
      } else {
        joined.append(bytes[index])
        index += 1
      }
    }
    self.init(joined.span)
  }

  private init(lowercased text: String) {
    self.text = text
    self.key = HandleText.key(ofLowercased: text)
  }

  /// The levels from the outermost in.
  public var levels: [Substring] { text.split(separator: "/") }

  /// Whether the tag is `private` or stands below it, and so covers what it stands on.
  public var isPrivate: Bool { Tag.isPrivate(text.utf8.span) }

  /// Whether bytes without `#`, in any letter case, are the tag `private` or one below it.
  public static func isPrivate(_ bytes: Span<UInt8>) -> Bool {
    // Nearly every other tag is told by its first byte.
    guard bytes.count > 0, bytes[0] >= 0x80 || bytes[0] | 0x20 == UInt8(ascii: "p") else { return false }
    return spellsPrivate(bytes)
  }

  private static func spellsPrivate(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    var matched = 0
    while matched < privateWord.count {
      guard let (scalar, length) = TextBytes.scalar(bytes, index) else { return false }
      index += length
      if HandleText.isJoiner(scalar) { continue }
      guard scalar.isASCII, privateWord[matched] == TextBytes.lowercased(UInt8(scalar.value)) else {
        return false
      }
      matched += 1
    }
    while let (scalar, length) = TextBytes.scalar(bytes, index), HandleText.isJoiner(scalar) {
      index += length
    }
    return index == bytes.count || bytes[index] == UInt8(ascii: "/")
  }

  private static let privateWord = Array("private".utf8)

  /// The tag as it is written in notes, with its `#`.
  public var description: String { "#" + text }

  /// Whether two tags are the same.
  public static func == (left: Tag, right: Tag) -> Bool { left.key == right.key }

  /// Hashes what tags compare by.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Whether bytes are a tag without its `#`: levels that are each like a handle, with at least one letter.
public func isTag(_ bytes: Span<UInt8>) -> Bool {
  var start = 0
  var hasLetter = false
  while true {
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "/") { end += 1 }
    guard HandleText.isHandle(bytes, start..<end) else { return false }
    var index = start
    while !hasLetter, index < end, let (scalar, length) = TextBytes.scalar(bytes, index) {
      hasLetter = HandleText.classify(scalar) == .letter
      index += length
    }
    if end == bytes.count { return hasLetter }
    start = end + 1
  }
}
