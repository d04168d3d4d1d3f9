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
    var phrases: SecretPhrases?
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
  func masked(_ diagnostic: Diagnostic) -> Diagnostic { phrases().masked(diagnostic) }

  private func phrases() -> SecretPhrases {
    if let known = state.withLock({ $0.phrases }) { return known }
    let phrases = SecretPhrases(files.lazy.flatMap { secretTexts(in: $0) })
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
