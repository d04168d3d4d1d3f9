/// The name in a list that a mistyped one most likely was, or nil if none is close.
///
/// Close means few edits for the length of the word (none for one or two characters, one up to five, two up
/// to eight, three beyond), an edit being a character added, dropped, changed, or swapped with its neighbour
/// (optimal string alignment, after Damerau and Levenshtein). A difference in letter case alone is no edit.
/// Of several as close, the one that shares the longer beginning, then the one first in order of Unicode
/// scalars.
public func nearest(to word: String, in candidates: [String]) -> String? {
  nearest(to: word, in: candidates, count: 1).first
}

/// The names in a list that are closest to a mistyped one, the closest first, and none twice.
///
/// The order does not depend on that of the list, and each candidate costs at most a narrow band of the full
/// comparison, so a long list of long names is searched in time proportional to its length.
public func nearest(to word: String, in candidates: [String], count: Int) -> [String] {
  var search = NearestSearch(word)
  guard count > 0, search.limit >= 0 else { return [] }
  var found: [NearestSearch.Match] = []
  for candidate in candidates {
    guard let match = search.match(candidate) else { continue }
    let place = found.firstIndex { match < $0 } ?? found.count
    if place >= count || found.contains(where: { $0.name == match.name }) { continue }
    found.insert(match, at: place)
    if found.count > count { found.removeLast() }
  }
  return found.map(\.name)
}

/// The most edits that a name may be away from a mistyped word of some characters to count as close.
public func mostEdits(inWordOf count: Int) -> Int { count <= 2 ? 0 : count <= 5 ? 1 : count <= 8 ? 2 : 3 }

/// The number of edits between two words, letter case aside, or nil if there are more than a limit.
package func editDistance(from word: String, to candidate: String, atMost limit: Int) -> Int? {
  var search = NearestSearch(word, limit: limit)
  return search.match(candidate)?.distance
}

/// A mistyped word made ready to be compared with many names, with the memory that takes.
struct NearestSearch {
  struct Match: Comparable {
    let name: String
    let distance: Int
    let shared: Int

    static func < (left: Match, right: Match) -> Bool {
      if left.distance != right.distance { return left.distance < right.distance }
      if left.shared != right.shared { return left.shared > right.shared }
      return left.name.unicodeScalars.lexicographicallyPrecedes(right.name.unicodeScalars)
    }
  }

  /// The most edits a match may have; negative where the word is too short or too long to guess at.
  let limit: Int

  private let word: [Unicode.Scalar]
  /// The set of its characters, each as one of 64 bits.
  private let characters: UInt64
  private var other: [Unicode.Scalar] = []
  private var before: [Int]
  private var above: [Int]
  private var row: [Int]

  /// Longer words are no names anyone mistypes, and would only cost time.
  private static let longest = 128

  init(_ text: String, limit: Int? = nil) {
    var scalars: [Unicode.Scalar] = []
    NearestSearch.fold(text, into: &scalars)
    self.word = scalars
    self.characters = scalars.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    let count = scalars.count
    self.limit = count == 0 || count > NearestSearch.longest ? -1 : limit ?? mostEdits(inWordOf: count)
    self.before = Array(repeating: 0, count: count + 1)
    self.above = before
    self.row = before
  }

  /// How a name compares with the word, or nil if it is too far away, or the very word.
  mutating func match(_ name: String) -> Match? {
    guard limit >= 0, word.count - limit <= name.utf8.count, name.utf8.count <= 4 * (word.count + limit),
      seemsNear(name)
    else { return nil }
    NearestSearch.fold(name, into: &other)
    guard abs(other.count - word.count) <= limit, let distance = distance() else { return nil }
    var shared = 0
    while shared < word.count, shared < other.count, word[shared] == other[shared] { shared += 1 }
    return Match(name: name, distance: distance, shared: shared)
  }

  /// Whether a name is about as long and has most characters in common, told at a glance: an edit takes one character
  /// away at most, and adds one. Of names that are not all ASCII nothing is told so.
  private func seemsNear(_ name: String) -> Bool {
    var others: UInt64 = 0
    var count = 0
    for byte in name.utf8 {
      guard byte < 0x80 else { return true }
      others |= 1 << UInt64(TextBytes.lowercased(byte) & 63)
      count += 1
    }
    return abs(count - word.count) <= limit && (others ^ characters).nonzeroBitCount <= 2 * limit
  }

  /// Row by row over `other`, only where the distance can stay within the limit.
  private mutating func distance() -> Int? {
    let far = limit + 1
    for column in 0...word.count { above[column] = min(column, far) }
    for line in 0..<other.count {
      let low = max(1, line + 1 - limit)
      let high = min(word.count, line + 1 + limit)
      guard low <= high else { return nil }
      row[0] = min(line + 1, far)
      if low > 1 { row[low - 1] = far }
      var smallest = low == 1 ? row[0] : far
      for column in low...high {
        let same = other[line] == word[column - 1]
        var best = above[column - 1] + (same ? 0 : 1)
        best = min(best, above[column] + 1, row[column - 1] + 1)
        if line > 0, column > 1, other[line] == word[column - 2], other[line - 1] == word[column - 1] {
          best = min(best, before[column - 2] + 1)
        }
        row[column] = min(best, far)
        smallest = min(smallest, row[column])
      }
      if high < word.count { row[high + 1] = far }
      // A swap looks two rows back, so one row beyond the limit is not yet the end.
      if smallest >= far, line > 0, (above.min() ?? far) >= far { return nil }
      swap(&before, &above)
      swap(&above, &row)
    }
    return above[word.count] <= limit ? above[word.count] : nil
  }

  private static func fold(_ text: String, into scalars: inout [Unicode.Scalar]) {
    scalars.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      let lower = LowerCase.mapping(of: scalar)
      scalars.append(lower.first)
      if let second = lower.second { scalars.append(second) }
      if scalars.count > longest + 8 { break }
    }
  }
}
