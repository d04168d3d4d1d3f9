import NetSyntax

/// How a handle or a further name is written, where that is with capitals.
struct CapitalName: Sendable {
  /// The claim's index in the file.
  let claim: UInt32
  /// Where its text stands in the file's texts.
  let text: ByteRange
}

extension FactsBuilder {
  /// Keeps how the name of the next claim is written, if a capital is in it: in lower case that is lost.
  mutating func keepCapitals(_ bytes: Span<UInt8>, _ range: ByteRange) {
    guard holdsCapital(bytes.extracting(range.start..<range.end)) else { return }
    capitals.append(CapitalName(claim: UInt32(truncatingIfNeeded: claims.count), text: addText(bytes, range)))
  }
}

extension FileFacts {
  /// Calls a closure for each claim to a name that is written with capitals, with the name as it is written, without `@`.
  ///
  /// - Parameter inASCII: Whether only names in ASCII alone are wanted, or only others; nil for all.
  package func forEachCapitalName(inASCII: Bool? = nil, _ body: (_ claim: Int, _ text: Span<UInt8>) -> Void) {
    let texts = texts
    func isWanted(_ range: ByteRange) -> Bool {
      guard let inASCII else { return true }
      return (findNonASCII(texts.span, from: range.start, to: range.end) == range.end) == inASCII
    }
    var next = 0
    for (index, claim) in claims.enumerated() {
      if claim.kind == .name {
        let range = records[claim.record].shownName
        let text = texts.span.extracting(range.start..<range.end)
        if isWanted(range), holdsCapital(text) { body(index, text) }
      } else if next < capitals.count, capitals[next].claim == index {
        let range = capitals[next].text
        next += 1
        if isWanted(range) { body(index, texts.span.extracting(range.start..<range.end)) }
      }
    }
  }

  /// Whether all names are written in ASCII alone.
  package var areNamesASCII: Bool {
    let texts = texts
    return findNonASCII(texts.span, from: 0, to: texts.count) == texts.count
  }
}

private func holdsCapital(_ bytes: Span<UInt8>) -> Bool {
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      if bytes[offset] &- UInt8(ascii: "A") < 26 { return true }
      offset += 1
    } else {
      let next = decodeScalar(bytes, at: offset, end: bytes.count)
      if next.scalar.properties.isUppercase { return true }
      offset += next.length
    }
  }
  return false
}
