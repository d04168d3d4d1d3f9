import NetSyntax

/// What texts that are made of secrets have in common with them.
package struct SecretPhrases: Sendable {
  /// Every six bytes in a row of the secrets that have as many, in lower case.
  private var sixes: Set<UInt64> = []
  /// The shorter ones, in lower case.
  private var short: Set<[UInt8]> = []

  private static let length = 6
  /// Of files that are nothing but secrets, no more is kept.
  private static let mostSixes = 1 << 18

  /// What some secrets, given as they are written, have in common with other texts.
  package init(_ secrets: some Sequence<[UInt8]>) {
    for secret in secrets { add(secret) }
  }

  private mutating func add(_ secret: [UInt8]) {
    let bytes = secret.map(\.asciiLowercased)
    guard bytes.count >= Self.length else {
      short.insert(bytes)
      return
    }
    for start in 0...bytes.count - Self.length where sixes.count < Self.mostSixes {
      sixes.insert(Self.number(bytes, at: start))
    }
  }

  /// A text with a mark for each character of a secret.
  package func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var ranges = secrets(in: bytes.span).map(\.range)
    let lowered = bytes.map(\.asciiLowercased)
    if !sixes.isEmpty, bytes.count >= Self.length {
      for start in 0...bytes.count - Self.length where sixes.contains(Self.number(lowered, at: start)) {
        ranges.append(ByteRange(start, start + Self.length))
      }
    }
    for secret in short { ranges += Self.words(secret, in: lowered) }
    if ranges.isEmpty { return text }
    let masked = MaskedRanges(ranges)
    return String(decoding: masked.shown(bytes.span, ByteRange(0, bytes.count)), as: UTF8.self)
  }

  private static func number(_ bytes: [UInt8], at start: Int) -> UInt64 {
    bytes[start..<start + length].reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func words(_ word: [UInt8], in text: [UInt8]) -> [ByteRange] {
    text.indices.filter { start in
      let end = start + word.count
      return text[start...].starts(with: word) && (start == 0 || !text[start - 1].isAsciiAlphanumeric)
        && (end == text.count || !text[end].isAsciiAlphanumeric)
    }.map { ByteRange($0, $0 + word.count) }
  }
}

extension SecretPhrases {
  /// A finding whose words, and the words of whose fix, give no secret away.
  package func masked(_ diagnostic: Diagnostic) -> Diagnostic {
    var shown = diagnostic
    // Words that say what a secret is quote nothing.
    if diagnostic.rule.name != "secret" {
      shown.message = masked(diagnostic.message)
      shown.help = diagnostic.help.map(masked)
    }
    for index in shown.labels.indices {
      shown.labels[index].message = masked(shown.labels[index].message)
    }
    guard let fix = diagnostic.fix else { return shown }
    let edits = fix.edits.map { TextEdit(range: $0.range, replacement: masked($0.replacement)) }
    shown.fix = Fix(isSafe: fix.isSafe, title: masked(fix.title), edits: edits)
    return shown
  }
}

/// The secrets in a file, as they are written.
package func secretTexts(in bytes: [UInt8]) -> [[UInt8]] {
  secrets(in: bytes.span).map { Array(bytes[$0.range.start..<$0.range.end]) }
}
