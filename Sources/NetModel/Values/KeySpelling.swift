/// How close a word must stand to a short key or label to be taken for a slip of the fingers.
///
/// Stricter than `nearest(to:in:)`, because here the word may well be meant: in words of up to four letters
/// only two letters swapped or one doubled count, and the longer ones may be one edit away (from eight
/// letters two).
enum KeySpelling {
  /// Words in ASCII, with what tells at a glance that another is not close to them.
  struct Words: Sendable {
    fileprivate let texts: [String]
    /// A bit for each letter of a word.
    fileprivate let letters: [UInt32]

    init(_ texts: [String]) {
      self.texts = texts
      letters = texts.map(KeySpelling.letters)
    }
  }

  /// The one word of a list that is that close, or nil; of several as close the first in the alphabet. All are ASCII.
  static func nearest(to word: String, in words: [String]) -> String? {
    nearest(to: word, in: Words(words)) { _ in true }.map { words[$0] }
  }

  /// The place of the one word that is that close among those that a closure allows.
  static func nearest(to word: String, in words: Words, where isAllowed: (Int) -> Bool) -> Int? {
    var best: (distance: Int, place: Int)?
    let letters = letters(of: word)
    for place in words.texts.indices {
      // An edit changes two letters at most, and two edits are the most that count. So nearly all are passed over.
      if (letters ^ words.letters[place]).nonzeroBitCount > 4 || !isAllowed(place) { continue }
      let candidate = words.texts[place]
      guard candidate != word, let distance = slip(from: word, to: candidate) else { continue }
      if let found = best, (found.distance, words.texts[found.place]) <= (distance, candidate) { continue }
      best = (distance, place)
    }
    return best?.place
  }

  /// A bit for each letter that stands in a word.
  private static func letters(of word: String) -> UInt32 {
    word.utf8.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  private static func slip(from word: String, to candidate: String) -> Int? {
    let length = candidate.utf8.count
    if abs(length - word.utf8.count) > 2 { return nil }
    if length <= 4 {
      return isSwapOrDoubling(Array(word.utf8), Array(candidate.utf8)) ? 1 : nil
    }
    return editDistance(from: word, to: candidate, atMost: length >= 8 ? 2 : 1)
  }

  private static func isSwapOrDoubling(_ word: [UInt8], _ candidate: [UInt8]) -> Bool {
    var start = 0
    while start < word.count, start < candidate.count, word[start] == candidate[start] { start += 1 }
    if word.count == candidate.count {
      guard start + 1 < word.count else { return false }
      return word[start] == candidate[start + 1] && word[start + 1] == candidate[start]
        && word[(start + 2)...] == candidate[(start + 2)...]
    }
    guard word.count == candidate.count + 1, start > 0, start < word.count else { return false }
    return word[start] == word[start - 1] && word[(start + 1)...] == candidate[start...]
  }
}
