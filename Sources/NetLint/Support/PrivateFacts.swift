import NetModel
import NetSyntax

/// What is known of the private people of a notebook, and where a text says the same.
struct PrivateFacts: Sendable {
  /// Something that a record says of itself.
  struct Fact: Sendable {
    /// What it is, as a person would say it.
    var noun: String
    var id: RecordID
    /// Where the record says it.
    var range: ByteRange
  }

  private struct Name: Sendable {
    var words: [[UInt8]]
    var fact: Fact
  }

  /// What two bytes may begin.
  private struct Beginning: OptionSet, Sendable {
    let rawValue: UInt8

    static let address = Beginning(rawValue: 1)
    static let number = Beginning(rawValue: 2)
    static let name = Beginning(rawValue: 4)
  }

  /// By hash, as contacts have it.
  private var addresses: [UInt64: Fact] = [:]
  private var numbers: [UInt64: Fact] = [:]
  /// By the hash of the first word.
  private var names: [UInt64: [Name]] = [:]
  private var longestFirstWord = 0
  /// Nearly all words are told by their first two bytes.
  private var beginnings = BytePairs<Beginning>(wanted: [.address, .number, .name])

  /// A hash of all that is known, and of the files that say it; not of where.
  private(set) var content = 0

  /// Shorter numbers may be anything.
  private static let fewestDigits = 7

  /// Nil where no record is marked private.
  init?(ofAnyIn notebook: Notebook) {
    guard notebook.files.contains(where: \.holdsPrivateRecord) else { return nil }
    for (file, facts) in notebook.files.enumerated() {
      for contact in facts.contacts where contact.kind != .url {
        let id = RecordID(file: file, record: contact.record)
        guard notebook.isPrivate(id) else { continue }
        if contact.kind == .email {
          add(Fact(noun: "e-mail address", id: id, range: contact.range), contact.hash, to: \.addresses)
        } else {
          add(Fact(noun: "phone number", id: id, range: contact.range), contact.hash, to: \.numbers)
        }
      }
      for claim in facts.claims where claim.kind == .name {
        let id = RecordID(file: file, record: claim.record)
        if notebook.isPrivate(id), !isPublicName(claim, in: file, notebook) { addName(of: id, notebook) }
      }
    }
    if !addresses.isEmpty { beginnings.add(.address, UInt8(ascii: "@")) }
    if !numbers.isEmpty {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { beginnings.add(.number, digit) }
    }
  }

  private mutating func add(_ fact: Fact, _ hash: UInt64, to facts: WritableKeyPath<Self, [UInt64: Fact]>) {
    if self[keyPath: facts][hash] != nil { return }
    self[keyPath: facts][hash] = fact
    note(hash, of: fact)
  }

  private mutating func note(_ what: some Hashable, of fact: Fact) {
    var hasher = Hasher()
    hasher.combine(content)
    hasher.combine(what)
    hasher.combine(fact.noun)
    hasher.combine(fact.id.file)
    content = hasher.finalize()
  }

  /// Whether somebody who is not private goes by the same name.
  private func isPublicName(_ claim: Claim, in file: Int, _ notebook: Notebook) -> Bool {
    notebook.claimants(of: notebook.symbol(ofName: claim.name, in: file)).contains { !notebook.isPrivate($0.id) }
  }

  private mutating func addName(of id: RecordID, _ notebook: Notebook) {
    let words = notebook.nameText(of: id).split(separator: " ").map { Array($0.utf8) }
    guard words.count > 1 else { return }
    let fact = Fact(noun: "name", id: id, range: notebook.facts(of: id).name)
    let first = words[0]
    longestFirstWord = max(longestFirstWord, first.count)
    let hash = hash(first.span, 0..<first.count)
    if names[hash, default: []].contains(where: { $0.words == words }) { return }
    names[hash, default: []].append(Name(words: words, fact: fact))
    note(words, of: fact)
    if first.count > 1 { beginnings.add(.name, first[0], first[1]) } else { beginnings.add(.name, first[0]) }
  }

  /// Where a text gives a fact away, in order.
  func leaks(in bytes: Span<UInt8>) -> [(range: ByteRange, fact: Fact)] {
    var leaks: [(range: ByteRange, fact: Fact)] = []
    var offset = 0
    while let found = beginnings.next(in: bytes, from: offset) {
      let leak: (range: ByteRange, fact: Fact)? =
        if found.trigger.contains(.address) {
          address(bytes, around: found.offset)
        } else if !startsWord(bytes, at: found.offset) {
          nil
        } else if bytes[found.offset].isAsciiDigit {
          number(bytes, at: found.offset)
        } else {
          name(bytes, at: found.offset)
        }
      if let leak { leaks.append(leak) }
      offset = found.offset + 1
    }
    return leaks
  }

  private func startsWord(_ bytes: Span<UInt8>, at offset: Int) -> Bool {
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII ? UInt8(ascii: scalar).isAsciiAlphanumeric : scalar.isLetter || scalar.isMark
    }
    return isPart(decodeScalar(bytes, at: offset, end: bytes.count).scalar)
      && (offset == 0 || !isPart(decodeScalar(bytes, before: offset, start: 0).scalar))
  }

  // MARK: Addresses and numbers

  private func address(_ bytes: Span<UInt8>, around at: Int) -> (range: ByteRange, fact: Fact)? {
    if addresses.isEmpty { return nil }
    func isPart(_ byte: UInt8) -> Bool { byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
    var (start, end) = (at, at + 1)
    while start > 0, isPart(bytes[start - 1]) || bytes[start - 1].isOne(of: "+%'") { start -= 1 }
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    // A mention has nothing before its `@`.
    if start == at { return nil }
    while end > at, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    var hash = ContactHash()
    for offset in start..<end { hash.add(bytes[offset]) }
    return addresses[hash.value].map { (ByteRange(start, end), $0) }
  }

  private func number(_ bytes: Span<UInt8>, at start: Int) -> (range: ByteRange, fact: Fact)? {
    if numbers.isEmpty { return nil }
    var hash = ContactHash()
    var offset = start
    while offset < bytes.count, hash.count < 17 {
      while offset < bytes.count, bytes[offset].isAsciiDigit {
        hash.add(bytes[offset])
        offset += 1
      }
      if hash.count >= Self.fewestDigits, offset == bytes.count || !bytes[offset].isWordByte,
        let fact = numbers[hash.value]
      {
        return (ByteRange(start, offset), fact)
      }
      let group = offset
      while offset < bytes.count, offset - group < 3, isBetweenDigits(bytes, offset) {
        offset += max(1, blankLength(bytes, at: offset, end: bytes.count))
      }
      guard offset > group, offset < bytes.count, bytes[offset].isAsciiDigit else { return nil }
    }
    return nil
  }

  private func isBetweenDigits(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
    bytes[offset].isOne(of: "-./()") || blankLength(bytes, at: offset, end: bytes.count) > 0
  }

  // MARK: Names

  private func name(_ bytes: Span<UInt8>, at start: Int) -> (range: ByteRange, fact: Fact)? {
    if names.isEmpty { return nil }
    // A mention, or the later half of a longer name.
    if start > 0, bytes[start - 1] == UInt8(ascii: "@") || bytes[start - 1] == UInt8(ascii: "-") { return nil }
    var end = start
    while end < bytes.count, end - start <= longestFirstWord, blankLength(bytes, at: end, end: bytes.count) == 0,
      bytes[end] != Ascii.lineFeed
    {
      end += 1
    }
    guard let sharing = names[hash(bytes, start..<end)] else { return nil }
    for name in sharing where isWord(name.words[0], bytes, start..<end) {
      if let end = nameEnd(name.words.dropFirst(), bytes, from: end) { return (ByteRange(start, end), name.fact) }
    }
    return nil
  }

  private func hash(_ bytes: Span<UInt8>, _ word: Range<Int>) -> UInt64 {
    var hash = ContactHash()
    for offset in word { hash.add(bytes[offset]) }
    return hash.value
  }

  private func isWord(_ word: [UInt8], _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    word.count == range.count && range.allSatisfy { bytes[$0] == word[$0 - range.lowerBound] }
  }

  /// The end of the further words of a name, with blanks or a line end between; nil if others stand there.
  private func nameEnd(_ words: ArraySlice<[UInt8]>, _ bytes: Span<UInt8>, from start: Int) -> Int? {
    var offset = start
    for word in words {
      let gap = offset
      offset = skipSpace(bytes, from: offset, end: bytes.count)
      if offset < bytes.count, bytes[offset] == Ascii.lineFeed {
        offset = skipSpace(bytes, from: offset + 1, end: bytes.count)
      }
      guard offset > gap, offset + word.count <= bytes.count else { return nil }
      for byte in word {
        if bytes[offset] != byte { return nil }
        offset += 1
      }
    }
    guard offset < bytes.count else { return offset }
    let next = decodeScalar(bytes, at: offset, end: bytes.count).scalar
    let isLonger =
      next.isLetter || next.isDigit || next.isMark
      || (next == "-" && offset + 1 < bytes.count && bytes[offset + 1].isWordByte)
    return isLonger ? nil : offset
  }
}
