import NetModel
import NetSyntax

/// What is known of the private people of a notebook, and where a text says the same.
struct PrivateFacts {
  /// Something that a record says of itself.
  struct Fact {
    /// What it is, as a person would say it.
    var noun: String
    var id: RecordID
    /// Where the record says it.
    var range: ByteRange
  }

  private struct Name {
    var words: [[UInt8]]
    var fact: Fact
  }

  /// By hash, as contacts have it.
  private var addresses: [UInt64: Fact] = [:]
  private var numbers: [UInt64: Fact] = [:]
  /// By first word.
  private var names: [[UInt8]: [Name]] = [:]
  private var longestFirstWord = 0

  /// Shorter numbers may be anything.
  private static let fewestDigits = 7

  init(_ notebook: Notebook) {
    for (file, facts) in notebook.files.enumerated() {
      for contact in facts.contacts where contact.kind != .url {
        let id = RecordID(file: file, record: contact.record)
        guard notebook.isPrivate(id) else { continue }
        if contact.kind == .email {
          add(Fact(noun: "e-mail address", id: id, range: contact.range), contact.hash, to: &addresses)
        } else {
          add(Fact(noun: "phone number", id: id, range: contact.range), contact.hash, to: &numbers)
        }
      }
      for claim in facts.claims where claim.kind == .name {
        let id = RecordID(file: file, record: claim.record)
        if notebook.isPrivate(id), !isPublicName(claim, in: file, notebook) { addName(of: id, notebook) }
      }
    }
  }

  private func add(_ fact: Fact, _ hash: UInt64, to facts: inout [UInt64: Fact]) {
    if facts[hash] == nil { facts[hash] = fact }
  }

  /// Whether somebody who is not private goes by the same name.
  private func isPublicName(_ claim: Claim, in file: Int, _ notebook: Notebook) -> Bool {
    notebook.claimants(of: notebook.symbol(ofName: claim.name, in: file)).contains { !notebook.isPrivate($0.id) }
  }

  private mutating func addName(of id: RecordID, _ notebook: Notebook) {
    let words = notebook.nameText(of: id).split(separator: " ").map { Array($0.utf8) }
    guard words.count > 1 else { return }
    let fact = Fact(noun: "name", id: id, range: notebook.facts(of: id).name)
    longestFirstWord = max(longestFirstWord, words[0].count)
    let first = names[words[0], default: []]
    if !first.contains(where: { $0.words == words }) {
      names[words[0], default: []].append(Name(words: words, fact: fact))
    }
  }

  /// Where a text gives a fact away, in order.
  func leaks(in bytes: Span<UInt8>) -> [(range: ByteRange, fact: Fact)] {
    var leaks: [(range: ByteRange, fact: Fact)] = []
    var offset = 0
    var isInWord = false
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "@"), let leak = address(bytes, around: offset) { leaks.append(leak) }
      let scalar = decodeScalar(bytes, at: offset, end: bytes.count)
      let isPart = byte < 0x80 ? byte.isAsciiAlphanumeric : scalar.scalar.isLetter || scalar.scalar.isMark
      if isPart, !isInWord {
        if let leak = byte.isAsciiDigit ? number(bytes, at: offset) : name(bytes, at: offset) { leaks.append(leak) }
      }
      isInWord = isPart
      offset += scalar.length
    }
    return leaks
  }

  // MARK: Addresses and numbers

  private func address(_ bytes: Span<UInt8>, around at: Int) -> (range: ByteRange, fact: Fact)? {
    if addresses.isEmpty { return nil }
    func isPart(_ byte: UInt8) -> Bool { byte.isWordByte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") }
    var (start, end) = (at, at + 1)
    while start > 0, isPart(bytes[start - 1]) || bytes[start - 1].isOne(of: "+%'") { start -= 1 }
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
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
    guard let sharing = names[word(bytes, start..<end)] else { return nil }
    for name in sharing {
      if let end = nameEnd(name.words.dropFirst(), bytes, from: end) { return (ByteRange(start, end), name.fact) }
    }
    return nil
  }

  private func word(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var word: [UInt8] = []
    for offset in range { word.append(bytes[offset]) }
    return word
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
