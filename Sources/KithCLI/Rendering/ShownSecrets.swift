import NetLint
import NetSyntax
import Synchronization

/// Keeps the secrets in a notebook's files out of what is shown of them.
///
/// Lines of the files are masked where a secret stands. The words of findings, and what their fixes write, are masked
/// wherever they share six characters with a secret of any of the files, in any letter case: words may be cut off, and
/// handles are folded. Shorter secrets are masked where they stand as a word.
final class ShownSecrets: Sendable {
  private let files: [[UInt8]]
  private let state = Mutex(State())

  private struct State {
    /// By file, once its lines are shown.
    var ranges: [Int: MaskedRanges] = [:]
    /// Once words are shown.
    var phrases: Phrases?
  }

  /// The secrets in some files, given by their bytes; looked for when something is shown.
  init(in files: [[UInt8]]) { self.files = files }

  /// What of a file is masked.
  func ranges(in file: Int) -> MaskedRanges {
    if let known = state.withLock({ $0.ranges[file] }) { return known }
    let bytes = files[file]
    let ranges = MaskedRanges(secrets(in: bytes.span).map(\.range))
    state.withLock { $0.ranges[file] = ranges }
    return ranges
  }

  /// A finding whose words give no secret away.
  func masked(_ diagnostic: Diagnostic) -> Diagnostic {
    let phrases = phrases()
    var masked = diagnostic
    // Words that say what a secret is quote nothing.
    if diagnostic.rule.name != "secret" {
      masked.message = phrases.masked(diagnostic.message)
      masked.help = diagnostic.help.map(phrases.masked)
    }
    for index in masked.labels.indices {
      masked.labels[index].message = phrases.masked(masked.labels[index].message)
    }
    guard let fix = diagnostic.fix else { return masked }
    let edits = fix.edits.map { TextEdit(range: $0.range, replacement: phrases.masked($0.replacement)) }
    masked.fix = Fix(isSafe: fix.isSafe, title: phrases.masked(fix.title), edits: edits)
    return masked
  }

  private func phrases() -> Phrases {
    if let known = state.withLock({ $0.phrases }) { return known }
    let phrases = Phrases(files)
    state.withLock { $0.phrases = phrases }
    return phrases
  }
}

extension UnifiedDiff {
  /// What edits change in a file, with its secrets masked, those that the new text holds too.
  init(maskingSecretsOf old: [UInt8], applying edits: [TextEdit], name: [UInt8]) {
    let masked = MaskedRanges(secrets(in: old.span).map(\.range))
    let new = old.applying(edits)
    self.init(
      of: old, applying: edits, name: name,
      masking: (masked, MaskedRanges(masked.moved(by: edits) + secrets(in: new.span).map(\.range))))
  }
}

/// What texts that are made of secrets have in common with them.
private struct Phrases: Sendable {
  /// Every six bytes in a row of the secrets that have as many, in lower case.
  private var sixes: Set<UInt64> = []
  /// The shorter ones, in lower case.
  private var short: Set<[UInt8]> = []

  private static let length = 6
  /// Of files that are nothing but secrets, no more is kept.
  private static let mostSixes = 1 << 18

  init(_ files: [[UInt8]]) {
    for bytes in files {
      for secret in secrets(in: bytes.span) { add(bytes[secret.range.start..<secret.range.end]) }
    }
  }

  private mutating func add(_ secret: ArraySlice<UInt8>) {
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
  func masked(_ text: String) -> String {
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
