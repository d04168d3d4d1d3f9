import NetModel
import NetSyntax

/// What the records of a file are found by: their names, handles and other names, or their whole heading, folded as handles
/// are; and the same without accents, since few type them.
///
/// ```
/// bytes   amara⏎amara-okafor⏎mara⏎ │ 2026-11-14-coffee-with-amara⏎ …
/// ends                             33                             62 …   one for each record
/// ```
/// A search goes over these bytes alone, and makes no string of any. Most records lack a letter of what is looked for, and
/// are passed over by that.
struct NameIndex: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// By record: which letters its names have.
  private var letters: [LetterSet] = []

  init(_ facts: FileFacts, _ file: [UInt8]) {
    ends.reserveCapacity(facts.records.count)
    var claim = 0
    for (index, record) in facts.records.enumerated() {
      while claim < facts.claims.count, facts.claims[claim].record <= index {
        add(facts.name(facts.claims[claim].name))
        claim += 1
      }
      if !RecordKinds.mentionable.contains(record.kind) {
        let start = lineStart(file, record.heading.start)
        if let slug = slug(of: file.span.extracting(start..<record.heading.end)) { add(foldHandle(slug.utf8.span)) }
      }
      letters.append(LetterSet(bytes[(ends.last ?? 0)...]))
      ends.append(bytes.count)
    }
  }

  private mutating func add(_ name: String) {
    let name = Array(name.utf8)
    bytes += name
    bytes.append(Ascii.lineFeed)
    if name.allSatisfy({ $0 < 0x80 }) { return }
    let plain = withoutMarks(name.span)
    if plain.isEmpty || plain == name { return }
    bytes += plain
    bytes.append(Ascii.lineFeed)
  }

  /// How well a record is what is looked for.
  enum Rank: Int, CaseIterable {
    /// A name is it.
    case whole
    /// A name begins with it.
    case start
    /// Each of its words begins a word of a name.
    case words
    /// Each of its words stands somewhere.
    case inside
    /// Its letters stand in a name in this order.
    case scattered
  }

  /// How well a record is what is looked for; nil if it is not.
  func rank(_ record: Int, _ query: NameQuery) -> Rank? {
    if query.isEmpty { return .whole }
    guard letters[record].isSuperset(of: query.letterSet) else { return nil }
    let text = (record == 0 ? 0 : ends[record - 1])..<ends[record]
    if let rank = rankOfStart(text, query) { return rank }
    var rank = Rank.words
    for word in query.words {
      switch find(word, in: text) {
      case .words?: continue
      case .inside?: rank = .inside
      default: return isScattered(query.letters, in: text) ? .scattered : nil
      }
    }
    return rank
  }

  private func rankOfStart(_ text: Range<Int>, _ query: NameQuery) -> Rank? {
    var rank: Rank?
    var start = text.lowerBound
    while start < text.upperBound {
      if holds(query.whole, at: start, text.upperBound) {
        if bytes[start + query.whole.count] == Ascii.lineFeed { return .whole }
        rank = .start
      }
      while bytes[start] != Ascii.lineFeed { start += 1 }
      start += 1
    }
    return rank
  }

  /// Whether a word stands where a word begins, or inside one; nil if it does not.
  private func find(_ word: [UInt8], in text: Range<Int>) -> Rank? {
    var rank: Rank?
    for offset in text where holds(word, at: offset, text.upperBound) {
      if offset == text.lowerBound || Self.isSeparator(bytes[offset - 1]) { return .words }
      rank = .inside
    }
    return rank
  }

  private func isScattered(_ letters: [UInt8], in text: Range<Int>) -> Bool {
    var found = 0
    for offset in text {
      if bytes[offset] == Ascii.lineFeed {
        found = 0
      } else if bytes[offset] == letters[found] {
        found += 1
        if found == letters.count { return true }
      }
    }
    return false
  }

  private func holds(_ word: [UInt8], at offset: Int, _ end: Int) -> Bool {
    guard bytes[offset] == word[0], offset + word.count < end else { return false }
    for index in 1..<word.count where bytes[offset + index] != word[index] { return false }
    return true
  }

  fileprivate static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == Ascii.lineFeed
  }
}

/// What is looked for among names, folded as these are.
struct NameQuery {
  fileprivate let whole: [UInt8]
  fileprivate let words: [[UInt8]]
  /// All of it without what stands between words.
  fileprivate let letters: [UInt8]
  fileprivate let letterSet: LetterSet

  /// No name that anybody has is longer, in bytes, and the time that a search takes is in proportion to it.
  private static let longest = 256

  /// Nil for what is no part of any name.
  init?(_ text: String) {
    let folded = slug(of: text.utf8.span).map { foldHandle($0.utf8.span) } ?? ""
    if folded.utf8.count > Self.longest || (folded.isEmpty && text.contains { $0 != " " && $0 != "@" }) { return nil }
    self.init(folded: Array(folded.utf8))
  }

  /// The same without accents; nil where it has none.
  var plain: NameQuery? {
    let plain = withoutMarks(whole.span)
    return plain.isEmpty || plain == whole ? nil : NameQuery(folded: plain)
  }

  private init(folded: [UInt8]) {
    whole = folded
    words = whole.split(whereSeparator: NameIndex.isSeparator).map(Array.init)
    letters = whole.filter { !NameIndex.isSeparator($0) }
    letterSet = LetterSet(letters[...])
  }

  /// Whether everything is looked for.
  var isEmpty: Bool { whole.isEmpty }
}

/// Letters and digits as bits; the bytes of other scripts share a few.
private struct LetterSet: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  init(_ text: ArraySlice<UInt8>) {
    rawValue = text.reduce(0) { set, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): set | 1 << UInt64(byte - UInt8(ascii: "a"))
      case UInt8(ascii: "0")...UInt8(ascii: "9"): set | 1 << UInt64(byte - UInt8(ascii: "0") + 26)
      case 0x80...: set | 1 << UInt64(byte % 28 + 36)
      default: set
      }
    }
  }
}
